"""A sheet of somebody's own has no ids: its rows are known by what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from seminarbook.__main__ import main

Output = pytest.CaptureFixture[str]


def take(book: Path, name: str, *lines: str) -> int:
    sheet = book.parent / "sheet.csv"
    sheet.write_bytes(b"\xef\xbb\xbf" + "\r\n".join((*lines, "")).encode())
    return main(["--root", str(book), "import", str(sheet), "--as", name, "--yes"])


def rows(book: Path, name: str) -> list[str]:
    return (book / "data" / f"{name}.csv").read_text(encoding="utf-8").splitlines()


HEADER = "Seminar;Order;Start;Title;Kind;Status;Source;Where"


def test_talks_and_who_gave_them(book: Path) -> None:
    talk = "Seminar 3;09;9.30;Frost “and” after;talk;reported;harvest-programme;page 9"
    assert take(book, "talks", "The day;;;;;;;", HEADER, talk) == 0
    (made,) = [row for row in rows(book, "talks") if "Frost" in row]
    assert made.startswith("s3-frost-and-after,s3,9,09:30,")
    header = "Seminar;Person;Talk;Part;Affiliation kind;Role;Status;Source;Where"
    person = "3;Bram Oakentorp;Frost “and” after;speaker;not stated;not stated;reported;harvest-programme;page 9"
    assert take(book, "participation", header, person) == 0
    (made,) = [row for row in rows(book, "participation") if "s3-frost-and-after" in row]
    assert made.startswith("s3-bram-oakentorp-speaker,s3,bram-oakentorp,s3-frost-and-after,speaker")


def test_a_talk_that_is_there_is_changed_not_added(book: Path) -> None:
    before = rows(book, "talks")
    old = next(row for row in before if "What would you plant?" in row).split(",")
    line = f"s1;{old[2]};11:45;What would you plant?;{old[5]};{old[6]};garden-notes;page 1"
    assert take(book, "talks", HEADER, line) == 0
    after = rows(book, "talks")
    assert len(after) == len(before)
    assert next(row for row in after if "What would you plant?" in row).split(",")[:4] == [
        *old[:3],
        "11:45",
    ]


def test_talks_without_a_title_are_not_one_and_the_same(book: Path, capsys: Output) -> None:
    line = "s1;9;;;talk;reported;garden-notes;page 1"
    assert take(book, "talks", HEADER, line) == 1
    assert "The id is missing" in capsys.readouterr().out


def test_a_column_that_is_not_there_is_told_of_once(book: Path, capsys: Output) -> None:
    lines = [
        f"s3;{role};{count};harvest-programme"
        for role, count in (("Carers", "about 8"), ("Gardeners", "9+"))
    ]
    assert take(book, "attendance", "Seminar;Role;Number;Source", *lines) == 1
    said = capsys.readouterr().out
    assert said.count("column “locator”") == 1
    assert "1 error. Nothing was written." in said


def test_a_name_of_two_is_not_guessed(book: Path, capsys: Output) -> None:
    talks = [
        f"s{number};9;9.30;Lunch at last;break;reported;garden-notes;page 9" for number in (1, 3)
    ]
    assert take(book, "talks", HEADER, *talks) == 0
    header = "Seminar;Person;Talk;Part;Affiliation kind;Role;Status;Source;Where"
    person = "3;Bram Oakentorp;Lunch at last;speaker;not stated;not stated;reported;harvest-programme;page 9"
    assert take(book, "participation", header, person) == 1
    assert "could be any of: s1-lunch-at-last, s3-lunch-at-last." in capsys.readouterr().out
