"""A conference's programme becomes a book that has no fault, whatever its titles and names are."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from seminarbook.checks.run import checked
from tests.campaigns.programme import written

EVENTS = (
    ("09:00", "Welcome", ("Ann Lee", "Ann Lee")),
    ("9.30", "A {template} & <b>more</b>", ("Åse Ødegård", "ann LEE", "漢 字", "")),
    ("10:00", "C++ \u202e*stars* \u200b[x](y)", ("Prince",)),
    ("", "Welcome", ()),
    ("11:00", "", ("Nobody",)),
)


def test_it_is_a_whole_book(tmp_path: Path) -> None:
    events = "".join(
        f"<event><start>{start}</start><room>Main | hall</room><title>{escape(title)}</title><persons>"
        f"{''.join(f'<person>{name}</person>' for name in people)}</persons></event>"
        for start, title, people in EVENTS
    )
    days = "".join(f'<day date="2031-0{n}-01"><room>{events}</room></day>' for n in (2, 3))
    path = tmp_path / "schedule.xml"
    path.write_text(f"<schedule>{days}</schedule>", encoding="utf-8")
    assert written(tmp_path / "book", [path]) == (2, 8, 5)
    found = checked(tmp_path / "book")
    assert found.errors == ()
    assert [talk.title for talk in found.book.series.talks[:4]] == [
        "A (template) & <b>more</b>", "Welcome", "Welcome", "C++ *stars* [x](y)"
    ]  # fmt: skip
    people = {person.id: person.name for person in found.book.series.people}
    assert people == {
        "ase-degard": "Åse Ødegård", "ann-lee": "ann LEE", "ann-lee-2": "Ann Lee", "prince": "Prince",
        "nameless": "漢 字",
    }  # fmt: skip
