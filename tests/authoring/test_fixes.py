"""What can be mended in one way is mended; everything else stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from seminarbook.__main__ import main
from seminarbook.checks.run import checked

Output = pytest.CaptureFixture[str]
PAGE = "book/across/who-came.md"


def fix(book: Path, *words: str) -> int:
    return main(["--root", str(book), "check", "--fix", *words])


def page_with(book: Path, text: str) -> Path:
    path = book / PAGE
    path.write_text(
        f"# Who came\n\n:::{{plain-words}}\nPeople came.\n:::\n\n{text}", encoding="utf-8"
    )
    return path


MENDED = {
    "directive": (
        ":::{data-tabel} programme\n:::\n",
        ":::{data-table} programme\n:::\n",
    ),
    "option": (
        ":::{data-table} programme\n:semniar: s1\n:::\n",
        ":::{data-table} programme\n:seminar: s1\n:::\n",
    ),
    "role": ("{persn}`ada-quillfeather` came.\n", "{person}`ada-quillfeather` came.\n"),
    "name": ("Ada Quillfeather’s soil.\n", "{person}`ada-quillfeather`’s soil.\n"),
    "two names": (
        "So **Cleo Nightjar** met Bram Oakentorp.\n",
        "So **{person}`cleo-nightjar`** met {person}`bram-oakentorp`.\n",
    ),
    "spaces": ("One. \nTwo.\t\n   \nThree.  \n", "One.\nTwo.\n\nThree.\n"),
}


@pytest.mark.parametrize("case", MENDED)
def test_a_slip_is_mended_and_named(book: Path, capsys: Output, case: str) -> None:
    before, after = MENDED[case]
    path = page_with(book, before)
    assert fix(book) == 0
    assert f"Mended: {PAGE}" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8").endswith(after)
    assert fix(book) == 0
    assert "Mended" not in capsys.readouterr().out


LEFT = {
    "a far name": ":::{data} programme\n:::\n",
    "an id": "{person}`ada-quillfether` came.\n",
    "a family name": "Quillfeather came.\n",
    "a name in a link": "[Ada Quillfeather](https://example.org)\n",
    "a line break": "One.  \nTwo.\n",
    "code": "```text\nAda Quillfeather  \n```\n",
    "a word within another": "Ada Quillfeathers came.\n",
    "an option that is there": ":::{data-table} programme\n:seminar: s1\n:semniar: s2\n:::\n",
}


@pytest.mark.parametrize("case", LEFT)
def test_what_could_mean_something_else_is_left(book: Path, case: str) -> None:
    path = page_with(book, LEFT[case])
    before = path.read_bytes()
    fix(book)
    assert path.read_bytes() == before


def test_data_files_are_put_in_order(book: Path, capsys: Output) -> None:
    path = book / "data" / "takeaways.csv"
    before = path.read_text(encoding="utf-8")
    head, *rows = before.splitlines()
    path.write_bytes("\ufeff".encode() + "\r\n".join([head, *reversed(rows)]).encode() + b"\r\n")
    assert fix(book) == 0
    assert "Mended: data/takeaways.csv: put in order" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == before


def test_data_with_errors_are_not_touched(book: Path) -> None:
    path = book / "data" / "takeaways.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text + "s3-takeaway-3,s9,3, x ,asking,harvest-programme,last page,\n", encoding="utf-8"
    )
    before = {one.name: one.read_bytes() for one in (book / "data").glob("*.csv")}
    assert fix(book) == 1
    assert {one.name: one.read_bytes() for one in (book / "data").glob("*.csv")} == before


def test_only_the_files_that_were_named(book: Path, capsys: Output) -> None:
    page = page_with(book, "Ada Quillfeather came.\n")
    other = book / "book" / "index.md"
    other.write_text(
        other.read_text(encoding="utf-8") + "\nCleo Nightjar came.\n", encoding="utf-8"
    )
    assert fix(book, str(page)) == 0
    assert "index.md" not in capsys.readouterr().out
    assert [one.code for one in checked(book).errors] == ["bare-name"]


def test_a_report_for_a_program_stays_one(book: Path, capsys: Output) -> None:
    page_with(book, "Ada Quillfeather came.\n")
    assert fix(book, "--format", "json") == 0
    said = capsys.readouterr()
    assert said.out.startswith("[")
    assert "Mended" in said.err
