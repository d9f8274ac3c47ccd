"""A new seminar leaves a book without errors, or leaves everything as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from seminarbook.__main__ import main
from seminarbook.authoring import terminal
from seminarbook.checks.run import checked
from tests.builds import build

Output = pytest.CaptureFixture[str]
WHOLE = {
    "--title": "Frost, *and* what it leaves: 5 beds, told by {ada-quillfeather}",
    "--subject": "what to do when it is cold",
    "--date": "2 December 2031",
    "--city": "Toytown",
    "--source": "garden-blog",
    "--locator": "last post",
}


def new_seminar(book: Path, **said: str) -> int:
    options = {f"--{name.replace('_', '-')}": value for name, value in said.items()}
    words = [word for pair in (WHOLE | options).items() for word in pair if word != "(none)"]
    return main(["--root", str(book), "new-seminar", *words])


def files(book: Path) -> dict[str, bytes]:
    return {
        path.relative_to(book).as_posix(): path.read_bytes()
        for path in sorted(book.rglob("*"))
        if path.is_file() and "_build" not in path.parts
    }


def test_the_book_has_no_errors_and_builds(book: Path, capsys: Output) -> None:
    assert new_seminar(book, slug="frost") == 0
    assert "Now write book/seminars/04-frost.md" in capsys.readouterr().out
    assert not checked(book).errors
    row = (book / "data" / "seminars.csv").read_text(encoding="utf-8").splitlines()[-1]
    assert row.startswith('s4,4,frost,"Frost, *and* what it leaves')
    assert ",2031-12-02," in row
    site, warnings = build(book)
    assert warnings == ()
    page = (site / "book" / "seminars" / "04-frost.html").read_text(encoding="utf-8")
    assert "Seminar 4: Frost, *and* what it leaves: 5 beds, told by " in page
    assert "person-ada-quillfeather" in page


def test_check_says_what_is_still_to_be_written(book: Path) -> None:
    assert new_seminar(book, slug="frost") == 0
    waiting = [one for one in checked(book).problems if one.code == "still-to-be-written"]
    assert [one.path for one in waiting] == ["book/seminars/04-frost.md"] * 2
    assert {one.severity for one in waiting} == {"advice"}


def test_every_fault_is_named_at_once(book: Path, capsys: Output) -> None:
    before = files(book)
    assert new_seminar(book, number="x", date="2 Decembre", source="gardn-blog", city="") == 1
    said = capsys.readouterr().out
    assert "--date: “2 Decembre” is not a date" in said
    assert "--source: “gardn-blog” is not a key in book/references.bib" in said
    assert "Did you mean “garden-blog”?" in said
    assert "--new-source" in said
    assert "--number: “x” is not a whole number" in said
    assert "Nothing was written." in said
    assert files(book) == before


def test_a_number_that_is_taken(book: Path, capsys: Output) -> None:
    before = files(book)
    assert new_seminar(book, number="1", id="s9", slug="frost") == 1
    assert "--number: 1 is also the number of the seminar in line 2" in capsys.readouterr().out
    assert files(book) == before


def test_a_date_after_the_series_can_stretch_it(book: Path, capsys: Output) -> None:
    before = files(book)
    assert new_seminar(book, date="2032-01-09") == 1
    assert "--extend-series" in capsys.readouterr().out
    assert files(book) == before
    words = [word for pair in (WHOLE | {"--date": "2032-01-09"}).items() for word in pair]
    assert main(["--root", str(book), "new-seminar", *words, "--extend-series"]) == 0
    settings = (book / "_config.yml").read_bytes()
    assert settings == before["_config.yml"].replace(b'end: "2031-12-31"', b'end: "2032-01-09"')


def test_a_new_source_gets_an_entry(book: Path) -> None:
    words = [word for pair in (WHOLE | {"--source": "frost-notes"}).items() for word in pair]
    words += ["--new-source", "--source-title", "Notes & 100 % {more}", "--slug", "frost"]
    assert main(["--root", str(book), "new-seminar", *words]) == 0
    bibliography = (book / "book" / "references.bib").read_text(encoding="utf-8")
    assert "@misc{frost-notes,\n  title = {{Notes \\& 100 \\% more}},\n  year = {2031},\n}" in (
        bibliography
    )
    assert not checked(book).errors
    site, warnings = build(book)
    assert warnings == ()
    page = (site / "book" / "reference" / "references.html").read_text(encoding="utf-8")
    assert "Notes &amp; 100 % more" in page


def test_a_chapter_that_is_there_is_not_written_over(book: Path, capsys: Output) -> None:
    page = book / "book" / "seminars" / "04-frost.md"
    page.write_text("# My draft\n", encoding="utf-8")
    assert new_seminar(book, slug="frost") == 1
    assert "--slug: There is a file book/seminars/04-frost.md already." in capsys.readouterr().out
    assert page.read_text(encoding="utf-8") == "# My draft\n"


def test_contents_that_cannot_be_edited_stop_it(book: Path, capsys: Output) -> None:
    toc = book / "_toc.yml"
    text = toc.read_text(encoding="utf-8")
    toc.write_text(
        text.replace(
            "      - file: book/seminars/03-harvest", "      - {file: book/seminars/03-harvest}"
        ),
        encoding="utf-8",
    )
    before = files(book)
    assert new_seminar(book, slug="frost") == 1
    assert "_toc.yml:8: The chapters do not stand on a line each." in capsys.readouterr().out
    assert files(book) == before


def _answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    given: Iterator[str] = iter(answers)

    def answer(_question: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(terminal, "can_ask", lambda: True)
    monkeypatch.setattr("builtins.input", answer)


def test_on_a_terminal_it_asks_and_asks_again(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    _answering(
        monkeypatch,
        *("3", ""),  # there is a third seminar
        *("Frost", "the cold"),
        *("31.2.2031", "2 December 2032"),  # no such day
        *("", "Toytown", "", "", "frost-notes", "heading"),
        *("y", "Notes on frost", "", "B", "https://example.org/frost"),  # the source is new
        *("n", "2 December 2031"),  # a day after the series, which is not to be stretched
        "y",
    )
    assert main(["--root", str(book), "new-seminar"]) == 0
    said = capsys.readouterr().out
    assert "There is a seminar 3 already. The next free number is 4." in said
    assert "Write the day as in 2 March 2018" in said
    assert "An address begins with https://" in said
    assert "date: “2032-12-02”" in said
    assert "--" not in said
    assert "  title: Frost\n" in said
    assert not checked(book).errors
    bibliography = (book / "book" / "references.bib").read_text(encoding="utf-8")
    assert "@misc{frost-notes,\n  title = {{Notes on frost}},\n  year = {2031}" in bibliography
    assert (book / "book" / "seminars" / "04-frost.md").is_file()


def test_what_was_answered_is_shown_before_it_is_written(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    before = files(book)
    _answering(
        monkeypatch,
        *("", "Frost", "cold", "2 December 2031", "", "", "", "", "garden-blog", "last post", "n"),
    )
    assert main(["--root", str(book), "new-seminar"]) == 1
    said = capsys.readouterr().out
    assert "This would be added:" in said
    assert said.endswith("Nothing was written.\n")
    assert files(book) == before


def test_going_away_in_the_middle_writes_nothing(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    before = files(book)
    _answering(monkeypatch, "", "Frost")
    assert main(["--root", str(book), "new-seminar"]) == 1
    assert "Nothing was written." in capsys.readouterr().out
    assert files(book) == before
