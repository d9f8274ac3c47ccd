"""The PDF as a file: what it is called, says of itself, and is divided into."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from tests.paper.conftest import build


def page_texts(path: Path) -> list[str]:
    """The text of each page as poppler reads it."""
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout
    return text.split("\f")[:-1]


def test_the_paper_is_a4_unless_the_settings_say_letter(
    book_pdf: pikepdf.Pdf, workplace: Path, tmp_path: Path
) -> None:
    assert [round(float(edge)) for edge in book_pdf.pages[0].MediaBox] == [0, 0, 595, 842]
    made = build(tmp_path, "pdf", seminarbook_paper="letter")
    with pikepdf.open(made / "bees.pdf") as letter:
        assert [round(float(edge)) for edge in letter.pages[0].MediaBox] == [0, 0, 612, 792]


def test_files_are_named_after_the_book_and_its_chapters(paper: Path) -> None:
    assert sorted(path.name for path in paper.glob("*.pdf")) == [
        "bees-first.pdf",
        "bees-glossary.pdf",
        "bees-second.pdf",
        "bees.pdf",
    ]


def test_nothing_but_pdf_is_written(paper: Path) -> None:
    assert {path.suffix for path in paper.rglob("*") if path.is_file()} == {".pdf"}


def test_title_author_and_language_are_in_the_file(book_pdf: pikepdf.Pdf) -> None:
    assert str(book_pdf.docinfo.Title) == "Keeping bees together: a series of study days"
    assert str(book_pdf.docinfo.Author) == "The bee book's editors"
    assert str(book_pdf.Root.Lang) == "en-GB"
    assert bool(book_pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_dates_are_the_editions_not_the_clocks(book_pdf: pikepdf.Pdf) -> None:
    assert str(book_pdf.docinfo.CreationDate) == "D:20260101000000Z"


def test_only_our_own_fonts_are_used_and_all_are_embedded(book_pdf: pikepdf.Pdf) -> None:
    fonts = [
        item
        for item in book_pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    ]
    names = {str(font.FontName).split("+")[-1] for font in fonts}
    ours = {"SourceSerifPro", "SourceSansPro", "DejaVuSans", "DejaVuSansMono", "LastResortHE"}
    assert {name.split("-")[0] for name in names} == ours
    assert all(any(f"/FontFile{n}" in font for n in ("", "2", "3")) for font in fonts)


def test_bookmarks_follow_parts_chapters_and_sections(book_pdf: pikepdf.Pdf) -> None:
    def titles(items: list[pikepdf.OutlineItem]) -> list[tuple[str, list[str]]]:
        return [(item.title, [child.title for child in item.children]) for item in items]

    with book_pdf.open_outline() as outline:
        days = outline.root[2]
        assert titles(outline.root) == [
            ("Contents", []),
            ("About this book", []),
            ("The days", ["The first day: what a hive is", "The second day: wintering"]),
            ("Notes", ["Glossary"]),
        ]
        assert titles(days.children)[1][1] == ["Wintering", "Opening"]


def test_front_pages_are_numbered_apart(book_pdf: pikepdf.Pdf) -> None:
    labels = [page.label for page in book_pdf.pages]
    assert labels[:5] == ["i", "ii", "iii", "iv", "1"]


def test_the_number_printed_on_a_page_is_the_page_s_own(paper: Path, book_pdf: pikepdf.Pdf) -> None:
    words = page_texts(paper / "bees.pdf")
    for label, text in zip((page.label for page in book_pdf.pages), words, strict=True):
        numbers = [line for line in text.splitlines() if line.strip() == label]
        bare = not text.strip() or "Part" in text or label in ("i", "ii")
        assert numbers or bare, (label, text)


def test_a_chapter_s_file_keeps_the_pages_it_has_in_the_book(paper: Path) -> None:
    second = page_texts(paper / "bees-second.pdf")
    assert "Page 6 of the book" in " ".join(second[0].split())
    assert second[-1].split()[-1] == "6"


def test_page_numbers_of_later_chapters_are_right(paper: Path) -> None:
    whole = "\n".join(page_texts(paper / "bees.pdf"))
    assert "Wintering (p. 6)" in whole.replace("\N{NO-BREAK SPACE}", " ")


def test_a_word_broken_at_a_line_s_end_can_be_joined_again(paper: Path) -> None:
    lines = [
        line.rstrip()
        for text in page_texts(paper / "bees-second.pdf")
        for line in text.splitlines()
    ]
    assert [line for line in lines if line.endswith("\N{SOFT HYPHEN}")]
    assert not [line for line in lines if line.endswith("-")]


def test_every_letter_can_be_read_again(paper: Path) -> None:
    whole = "\n".join(page_texts(paper / "bees.pdf"))
    for word in ("Μέλισσα", "蜜蜂", "نحلة", "\N{HONEYBEE}"):
        assert word in whole


def test_code_is_set_in_letters_of_one_width(paper: Path) -> None:
    words = subprocess.run(
        ["pdftotext", "-bbox", str(paper / "bees-first.pdf"), "-"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    found = {
        text: float(right) - float(left)
        for left, right, text in re.findall(
            r'xMin="([0-9.]+)".*xMax="([0-9.]+)".*>(iiii|wwww)<', words
        )
    }
    assert found["iiii"] == pytest.approx(found["wwww"])


def test_an_address_that_can_be_read_in_the_text_has_no_note(paper: Path) -> None:
    text = "\n".join(page_texts(paper / "bees-first.pdf"))
    assert "https://example.org/hives" in text
    assert "www.example.org" not in text
