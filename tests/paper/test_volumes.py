"""A long book is set in volumes, and nothing of that is seen or heard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

from seminarbook.sphinx_ext.paper.binding import Bound
from seminarbook.sphinx_ext.paper.press import Press
from seminarbook.sphinx_ext.paper.volumes import UNKNOWN, ask, divide, hand_round
from tests.paper.conftest import build
from tests.paper.test_pdf import page_texts
from tests.paper.test_tags import attribute, elements


def part(name: str) -> dict[str, Any]:
    return {"t": "part", "id": name, "title": name, "chapters": []}


def chapter(name: str, words: int = 10, to: str = "") -> dict[str, Any]:
    link = {"t": "link", "to": to, "page": True, "c": []}
    return {"t": "chapter", "id": name, "c": ["x" * words, *([link] if to else [])]}


def places(*spans: tuple[int, int], **numbers: int) -> dict[str, Any]:
    return {"spans": spans, "places": {name: {"number": at} for name, at in numbers.items()}}


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book's PDF with each chapter set by itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Bound, "whole", 1)
        return build(tmp_path_factory.mktemp("parted"), "pdf") / "bees.pdf"


def test_a_book_is_whole_as_long_as_it_may_be() -> None:
    body = [chapter("one"), part("first"), chapter("two")]
    assert [volume.body for volume in divide(body, whole=10_000)] == [body]


def test_a_part_is_never_parted_from_its_first_chapter() -> None:
    body = [chapter("one", 90), part("first"), chapter("two", 90), chapter("three", 90)]
    parted = [[piece["id"] for piece in volume.body] for volume in divide(body, whole=200)]
    assert parted == [["one"], ["first", "two"], ["three"]]


def test_the_second_time_each_volume_knows_the_pages_of_the_others() -> None:
    body = [chapter("one", to="three"), part("first"), chapter("two"), chapter("three", to="one")]
    volumes = divide(body, whole=1)
    ask(volumes, ["one", "two", "three"])
    assert volumes[0].given == {"three": UNKNOWN, "two": UNKNOWN}
    set_apart = [places((1, 4), one=1), places((2, 4), two=2), places((1, 1), three=1)]
    assert hand_round(volumes, set_apart)
    # The part's page is on the right, and an empty one before it.
    assert [(volume.first, volume.after_gap) for volume in volumes] == [
        (1, False),
        (5, False),
        (9, False),
    ]
    assert (volumes[0].given, volumes[2].given) == ({"three": 9, "two": 6}, {"one": 1})
    in_place = [places((1, 4), one=1), places((6, 8), two=6), places((9, 9), three=9)]
    assert not hand_round(volumes, in_place)


def test_an_empty_page_stands_before_a_volume_that_begins_on_the_right() -> None:
    volumes = divide([chapter("one"), part("first"), chapter("two")], whole=1)
    ask(volumes, [])
    hand_round(volumes, [places((1, 3), one=1), places((2, 4), two=2)])
    assert [(volume.first, volume.after_gap) for volume in volumes] == [(1, False), (5, True)]


def test_volumes_are_set_once_to_count_and_once_to_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, int]] = []
    set_type = Press._set

    def counted(self: Press, proofs: Any, how: str, together: int) -> None:
        done.append((how, len(proofs)))
        set_type(self, proofs, how, together)

    monkeypatch.setattr(Press, "_set", counted)
    monkeypatch.setattr(Bound, "whole", 1)
    build(tmp_path, "pdf")
    assert [work for work in done if work[1]] == [("places", 4), ("print", 4)]


def test_an_independent_checker_finds_no_fault_against_pdf_ua_1(parted: Path) -> None:
    report = page.validate_pdf(parted, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_every_page_is_the_same(paper: Path, parted: Path) -> None:
    assert page_texts(parted) == page_texts(paper / "bees.pdf")


def test_bookmarks_and_numbers_of_pages_are_the_same(book_pdf: pikepdf.Pdf, parted: Path) -> None:
    def marks(pdf: pikepdf.Pdf) -> list[Any]:
        sheets: dict[Any, int] = {sheet.objgen: number for number, sheet in enumerate(pdf.pages)}

        def listed(items: list[pikepdf.OutlineItem]) -> list[Any]:
            return [
                (item.title, sheets[item.destination[0].objgen], listed(item.children))  # type: ignore[index]
                for item in items
            ]

        with pdf.open_outline() as outline:
            return listed(outline.root)

    with pikepdf.open(parted) as pdf:
        assert marks(pdf) == marks(book_pdf)
        assert [sheet.label for sheet in pdf.pages] == [sheet.label for sheet in book_pdf.pages]


def test_links_lead_to_the_same_places(book_pdf: pikepdf.Pdf, parted: Path) -> None:
    def links(pdf: pikepdf.Pdf) -> list[Any]:
        sheets: dict[Any, int] = {sheet.objgen: number for number, sheet in enumerate(pdf.pages)}
        return [
            (str(link.Contents), sheets[link.Dest[0].objgen], float(link.Dest[3]))
            for sheet in pdf.pages
            for link in sheet.get("/Annots", [])
            if "/Dest" in link
        ]

    with pikepdf.open(parted) as pdf:
        assert links(pdf) == links(book_pdf)


def test_the_tree_is_the_same_and_no_id_is_there_twice(book_pdf: pikepdf.Pdf, parted: Path) -> None:
    with pikepdf.open(parted) as pdf:
        assert [str(item.S) for item in elements(pdf)] == [
            str(item.S) for item in elements(book_pdf)
        ]
        names = [str(item.ID) for item in elements(pdf) if "/ID" in item]
        assert len(names) == len(set(names)) > 3
        heads = {
            str(name) for cell in elements(pdf, "TD", "TH")
            for name in attribute(cell, "/Headers") or []
        }  # fmt: skip
        assert heads <= set(names)
