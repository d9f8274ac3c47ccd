"""What the PDF says aloud: its structure, read from the file itself."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

Element = Any


def walk(element: Element, depth: int = 0) -> Iterator[Element]:
    """Every structure element, in reading order."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from walk(kid, depth + 1)


def elements(pdf: pikepdf.Pdf, *tags: str) -> list[Element]:
    """The structure elements with these tags."""
    root = pdf.Root.StructTreeRoot.K
    top = root[0] if isinstance(root, pikepdf.Array) else root
    return [item for item in walk(top) if not tags or str(item.S) in {f"/{tag}" for tag in tags}]


def marks(element: Element) -> list[tuple[Any, int]]:
    """The marked contents of an element and all below it: page and number."""
    found = []
    for item in walk(element):
        kids = item.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                found.append((item.Pg.objgen, int(kid)))
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
                found.append((kid.Pg.objgen, int(kid.MCID)))
    return found


def attribute(element: Element, name: str) -> Any:
    """What the element's attributes say under a name."""
    owners = element.get("/A", [])
    for owner in owners if isinstance(owners, pikepdf.Array) else [owners]:
        if name in owner:
            return owner[name]
    return None


@pytest.mark.parametrize("name", ["bees", "bees-first", "bees-second", "bees-glossary"])
def test_an_independent_checker_finds_no_fault_against_pdf_ua_1(paper: Path, name: str) -> None:
    report = page.validate_pdf(paper / f"{name}.pdf", profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_the_file_claims_what_it_is(book_pdf: pikepdf.Pdf) -> None:
    with book_pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Keeping bees together: a series of study days"
    assert bool(book_pdf.Root.MarkInfo.Marked)


def test_headings_never_skip_a_level(book_pdf: pikepdf.Pdf) -> None:
    levels = [int(str(item.S)[2:]) for item in elements(book_pdf, *(f"H{n}" for n in range(1, 7)))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_each_figure_has_its_words_in_the_file(book_pdf: pikepdf.Pdf) -> None:
    figures = elements(book_pdf, "Figure")
    assert [str(figure.Alt) for figure in figures] == ["A square hive with three frames."]
    assert all(len(attribute(figure, "/BBox")) == 4 for figure in figures)


def test_a_table_over_two_pages_is_one_table_with_one_head(book_pdf: pikepdf.Pdf) -> None:
    tables = elements(book_pdf, "Table")
    assert len(tables) == 2
    first = tables[0]
    assert len({place for place, _ in marks(first)}) == 2, "the test book's table spans two pages"
    assert [str(item.S) for item in walk(first)].count("/THead") == 1
    scopes = [str(attribute(item, "/Scope")) for item in walk(first) if item.S == "/TH"]
    assert scopes == ["/Column"] * 3 + ["/Row"] * 14


def test_links_say_where_they_lead(book_pdf: pikepdf.Pdf) -> None:
    said = [
        str(annotation.Contents)
        for sheet in book_pdf.pages
        for annotation in sheet.get("/Annots", [])
    ]
    assert "https://bees.example.org/" in said
    assert "page 6" in said
    assert not [text for text in said if "--" in text], "an anchor is no words"


def test_links_lead_to_the_page_they_say(book_pdf: pikepdf.Pdf) -> None:
    labels = {page.objgen: page.label for page in book_pdf.pages}
    within = [
        link
        for sheet in book_pdf.pages
        for link in sheet.get("/Annots", [])
        if str(link.Contents).startswith("page ")
    ]
    assert len(within) > 5
    for link in within:
        assert str(link.Contents) == f"page {labels[link.Dest[0].objgen]}"
        assert 0 < float(link.Dest[3]) <= 842


def test_each_link_is_one_link(book_pdf: pikepdf.Pdf) -> None:
    places = [
        (number, tuple(round(float(edge)) for edge in annotation.Rect))
        for number, sheet in enumerate(book_pdf.pages)
        for annotation in sheet.get("/Annots", [])
    ]
    assert len(places) == len(set(places))


def test_lists_have_labels_and_bodies(book_pdf: pikepdf.Pdf) -> None:
    for item in elements(book_pdf, "LI"):
        assert "/LBody" in [str(kid.S) for kid in item.K if isinstance(kid, pikepdf.Dictionary)]


def test_all_content_is_in_the_tree_or_an_artefact(book_pdf: pikepdf.Pdf) -> None:
    listed = set(marks(elements(book_pdf)[0]))
    for sheet in book_pdf.pages:
        depth, artefacts = 0, 0
        for instruction in pikepdf.parse_content_stream(sheet):
            operator = str(instruction.operator)
            if operator in ("BDC", "BMC"):
                depth += 1
                about = instruction.operands[1] if operator == "BDC" else {}
                if "/MCID" in about:
                    assert (sheet.obj.objgen, int(about.MCID)) in listed
                elif instruction.operands[0] not in ("/Span", "/ReversedChars"):
                    assert instruction.operands[0] == "/Artifact"
                    artefacts += 1
            elif operator == "EMC":
                depth -= 1
            elif operator in ("Tj", "TJ", "Do"):
                assert depth, f"{operator} outside of any marked content"
        assert depth == 0


def test_page_numbers_and_running_heads_are_not_read_out(book_pdf: pikepdf.Pdf) -> None:
    for sheet in (book_pdf.pages[7], book_pdf.pages[8]):
        kinds = [
            str(instruction.operands[1].get("/Type", ""))
            for instruction in pikepdf.parse_content_stream(sheet)
            if str(instruction.operator) == "BDC"
        ]
        assert "/Pagination" in kinds
