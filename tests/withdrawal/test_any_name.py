"""Whoever asks to be taken out is gone from data, chapters and sources, whatever their name."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given
from hypothesis import strategies as st
from properties import examples

from seminarbook.__main__ import main
from seminarbook.checks.run import checked
from seminarbook.model.records import Person
from seminarbook.model.suggestions import kebab
from seminarbook.withdrawal.plan import plan_withdrawal
from seminarbook.withdrawal.scan import scan, wanted_of
from tests.copies import TOY, copy_of

ID, GIVEN, FAMILY = "bram-oakentorp", "Bram", "Oakentorp"
# Names of many countries, with what stands in them besides letters.
LETTERS = "abcdefgxyzäéíñøßþčğłőœƶδжשم漢"
PARTS = st.text(alphabet=LETTERS, min_size=4, max_size=9).map(str.capitalize)
JOINED = st.lists(PARTS, min_size=1, max_size=2).flatmap(
    lambda parts: st.sampled_from((" ", "-", "’", "'")).map(lambda sign: sign.join(parts))
)


@examples(5, shrink=False)
@given(given=JOINED, family=JOINED)
def test_no_trace_in_any_file(given: str, family: str) -> None:
    # The id is made from the name, and a name without a Latin letter has none to make.
    id_ = kebab(f"{given} {family}")
    assume(len(id_) > 3)
    with TemporaryDirectory() as folder:
        book = copy_of(TOY, Path(folder) / "book")
        for path in [*(book / "data").glob("*.csv"), *(book / "book").rglob("*.*")]:
            text = path.read_text("utf-8").replace(ID, id_)
            text = text.replace(FAMILY, family).replace(GIVEN, given)
            path.write_text(text.replace(FAMILY.lower(), kebab(family) or "name"), "utf-8")
        main(["--root", str(book), "tidy-data"])
        before = checked(book)
        assert not before.errors
        person = before.book.series.get(Person, id_)
        assert person is not None
        plan = plan_withdrawal(book, before, person)
        assert not plan.in_the_way
        assert main(["--root", str(book), "withdraw", id_, "--yes"]) == 0
        assert not checked(book).errors
        wanted = wanted_of(plan, before, book)
        assert not [*scan(book / "data", wanted), *scan(book / "book", wanted)]
        texts = [path.read_text("utf-8") for path in book.rglob("*") if path.is_file()]
        assert not [text for text in texts if f"{given} {family}" in text or id_ in text]
