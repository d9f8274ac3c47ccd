"""A person who asks for it is nowhere in the book or in anything made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from seminarbook.__main__ import main
from seminarbook.build.formats import make
from seminarbook.build.project import Project
from seminarbook.build.report import Report
from seminarbook.checks.run import Checked, checked
from seminarbook.model.records import Person
from seminarbook.views import charts
from seminarbook.views.registry import CHARTS
from seminarbook.views.values import StackChart
from seminarbook.withdrawal.plan import Withdrawal, plan_withdrawal
from seminarbook.withdrawal.scan import scan, wanted_of
from tests.builds import build
from tests.copies import REAL, TOY, copy_of
from tests.withdrawal.conftest import BuiltBook

assert charts  # charts register themselves when they are imported

Output = pytest.CaptureFixture[str]
TOY_PEOPLE = checked(TOY).book.series.people


def _most_mentioned(book: Checked, count: int) -> list[str]:
    """The people with the most to take out: in chapters, and in data."""
    series = book.book.series
    pages = book.chapters
    mentions = {
        person.id: sum(role.target == person.id for page in pages
                       for role in page.roles) + len(series.of_person(person.id))
        for person in series.people
    }  # fmt: skip
    return sorted(mentions, key=lambda id_: (-mentions[id_], id_))[:count]


REAL_PEOPLE = _most_mentioned(checked(REAL), 3)


def _files(book: Path) -> dict[str, bytes]:
    return {
        path.relative_to(book).as_posix(): path.read_bytes()
        for path in sorted(book.rglob("*"))
        if path.is_file() and "_build" not in path.parts
    }


def _counts(book: Checked, name: str) -> tuple[tuple[str, int], ...]:
    """How many people a chart counts at each seminar."""
    drawing = CHARTS[name].make(book.book.series, None).drawing
    assert isinstance(drawing, StackChart)
    return tuple(
        (row, sum(counts)) for row, counts in zip(drawing.rows, drawing.counts, strict=True)
    )


def _withdrawn(book: Path, id_: str) -> tuple[Withdrawal, Checked]:
    before = checked(book)
    person = before.book.series.get(Person, id_)
    assert person is not None
    plan = plan_withdrawal(book, before, person)
    assert main(["--root", str(book), "withdraw", id_, "--yes"]) == 0
    return plan, before


@pytest.mark.parametrize("person", [person.id for person in TOY_PEOPLE])
def test_no_trace_in_any_page(built: BuiltBook, person: str) -> None:
    book = built.root
    plan, before = _withdrawn(book, person)
    after = checked(book)
    assert not after.errors
    for name in ("roles", "affiliations"):
        assert _counts(after, name) == _counts(before, name)
    wanted = wanted_of(plan, before, book)
    assert not scan(book / "book", wanted)
    assert not scan(book / "data", wanted)
    site, warnings = built.rebuilt()
    assert warnings == ()
    assert not scan(site, wanted)


def test_one_can_go_after_the_other(book: Path) -> None:
    plans = [_withdrawn(book, id_) for id_ in ("cleo-nightjar", "bram-oakentorp", "thornapple")]
    assert not checked(book).errors
    site, warnings = build(book)
    assert warnings == ()
    for plan, before in plans:
        assert not scan(site, wanted_of(plan, before, book))


def test_the_scan_finds_whoever_is_there(built: BuiltBook) -> None:
    book = built.root
    before = checked(book)
    person = before.book.series.get(Person, "ada-quillfeather")
    assert person is not None
    wanted = wanted_of(plan_withdrawal(book, before, person), before, book)
    site = book / "_build" / "tested" / "html"
    found = {trace.path for trace in scan(site, wanted)}
    assert {
        "book/seminars/01-sharing-soil.html",
        "book/reference/people.html",
        "book/across/who-came.html",
        "objects.inv",
    } <= found


@pytest.mark.book
# The kernel that computes the explored data leaves sockets to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("person", REAL_PEOPLE)
def test_no_trace_in_anything_made_of_the_real_book(tmp_path: Path, person: str) -> None:
    book = copy_of(REAL, tmp_path / "book")
    plan, before = _withdrawn(book, person)
    after = checked(book)
    assert not after.errors
    for name in ("roles", "affiliations"):
        assert _counts(after, name) == _counts(before, name)
    project, report = Project(book), Report()
    make(project, ("html", "pdf", "epub", "data"), report)
    assert not report.faults
    wanted = wanted_of(plan, before, book)
    for folder in (book / "book", book / "data", project.work / "html", project.files):
        assert not scan(folder, wanted)
    assert {path.suffix for path in project.files.rglob("*")} >= {".pdf", ".epub"}


def test_it_shows_what_it_would_change_and_asks(book: Path, capsys: Output) -> None:
    before = _files(book)
    assert main(["--root", str(book), "withdraw", "Bram Oakentorp"]) == 1
    said = capsys.readouterr().out
    assert "- {person}`Oakentorp <bram-oakentorp>` was not sure of the worms." in said
    assert "+ A person who asked not to be named was not sure of the worms." in said
    assert "bram-oakentorp is taken out" in said
    assert "id: s1-oakentorp → s1-unnamed" in said
    assert "Nothing was written" in said
    assert _files(book) == before


def test_it_says_what_is_out_of_reach(book: Path, capsys: Output) -> None:
    (book / "_build").mkdir()
    (book / "_build" / "old.html").write_text("Bram Oakentorp", encoding="utf-8")
    _withdrawn(book, "bram-oakentorp")
    said = capsys.readouterr().out
    assert "Out of reach of this command:" in said
    assert "history of the repository" in said
    assert "https://example.org/oakentorp" in said
    assert not (book / "_build").exists()


def test_what_was_done_stays_done_by_nobody_named(book: Path) -> None:
    _withdrawn(book, "cleo-nightjar")
    rows = (book / "data" / "participation.csv").read_text(encoding="utf-8")
    assert "s2-unnamed,s2,,s2-unnamed-oakentorp,speaker,,,partnership or project,gardener" in rows
    bibliography = (book / "book" / "references.bib").read_text(encoding="utf-8")
    assert "author = {Oakentorp, Bram and {Name withheld}}," in bibliography
    assert "hedge.pdf" not in (book / "data" / "records.csv").read_text(encoding="utf-8")


def test_a_file_that_bears_the_name_stops_it(book: Path, capsys: Output) -> None:
    picture = book / "book" / "_static" / "Bram Oakentorp.svg"
    picture.parent.mkdir()
    picture.write_text("<svg/>", encoding="utf-8")
    before = _files(book)
    assert main(["--root", str(book), "withdraw", "bram-oakentorp", "--yes"]) == 1
    said = capsys.readouterr().out
    assert "book/_static/Bram Oakentorp.svg: the file’s own name names the person." in said
    assert _files(book) == before


def test_words_that_mean_something_else_can_stay(book: Path, capsys: Output) -> None:
    page = book / "book" / "index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\nThe Oakentorp bridge is old.\n", encoding="utf-8")
    words = ["--root", str(book), "withdraw", "bram-oakentorp", "--yes"]
    assert main(words) == 1  # the check finds a typed name
    capsys.readouterr()
    page.write_text(f"{text}\nThe `Oakentorp bridge` is old.\n", encoding="utf-8")
    assert main([*words, "--keep", "Oakentorp bridge"]) == 0
    assert "The `Oakentorp bridge` is old." in page.read_text(encoding="utf-8")


def test_a_book_with_errors_is_put_right_first(book: Path, capsys: Output) -> None:
    page = book / "book" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{person}`nobody`\n", encoding="utf-8")
    before = _files(book)
    assert main(["--root", str(book), "withdraw", "bram-oakentorp", "--yes"]) == 1
    assert "correct these first" in capsys.readouterr().out
    assert _files(book) == before


def test_whom_nobody_knows(book: Path, capsys: Output) -> None:
    assert main(["--root", str(book), "withdraw", "bram-oakentrop"]) == 2
    assert "Did you mean “bram-oakentorp”?" in capsys.readouterr().out


def test_a_consent_withdrawn_in_the_data_can_be_carried_out(book: Path) -> None:
    people = book / "data" / "people.csv"
    text = people.read_text(encoding="utf-8")
    people.write_text(text.replace("Oakentorp,Bram,,https://example.org/oakentorp,public record",
                                   "Oakentorp,Bram,,https://example.org/oakentorp,withdrawn"),
                      encoding="utf-8")  # fmt: skip
    assert [problem.code for problem in checked(book).errors] == ["person-withdrawn"]
    _withdrawn(book, "bram-oakentorp")
    assert not checked(book).errors
