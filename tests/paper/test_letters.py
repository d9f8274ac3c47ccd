"""Whatever letters a text has, it is printed: a rare one never costs the book its PDF."""

from __future__ import annotations

from decimal import Decimal
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from seminarbook.draw.paper import paper_svg, screen_svg
from seminarbook.model.quantity import Quantity
from seminarbook.views.values import Chart, RangeBar, RangeChart, Table
from tests.paper.test_manuscript import pages, written

# A mark with a place of its own, joined letters, signs of several parts, and marks on marks.
JOINED = (
    "Ọlọ́run", "क्षेत्र", "❤️", "1️⃣", "👩‍👩‍👧", "👍🏽", "🇬🇧", "Z̸̧͓a̵l̶g̷o̵", "مُحَمَّد", "תּוֹרָה", "ខ្មែរ", "e⃗",
)  # fmt: skip
PLAIN = (
    "naïve Łódź",
    "Ελλάδα",
    "漢字かな",
    "שלום",
    "مرحبا",
    "ሰላም",
    "\u0378",
    "\ue000",
    "Ω ≥ 3",
    "👩",
)


def drawing(*labels: str) -> Chart:
    bars = tuple(RangeBar(label, Quantity("exactly", Decimal(3))) for label in labels)
    return Chart("attendance", "t", "f", "d", RangeChart(bars, "people"), Table("t", "c", (), ()))


def printed(folder: Path, *texts: str) -> str:
    """What can be read from a PDF with the texts in a heading, in paragraphs and in a drawing."""
    picture = quote(paper_svg(drawing(*texts)))
    words = "".join(f"<p>{escape(text)} <em>{escape(text)}</em></p>" for text in texts)
    code = f"<pre>{escape(' '.join(texts))}</pre><h2>{escape(' '.join(texts))}</h2>"
    image = f'<p><img src="data:image/svg+xml,{picture}" alt="A drawing"></p>'
    return "".join(pages(written(words + code + image).nodes, folder))


def test_letters_of_every_kind_together(tmp_path: Path) -> None:
    found = printed(tmp_path, *JOINED, *PLAIN, " ".join(JOINED + PLAIN))
    assert all(text in found for text in ("naïve Łódź", "Ελλάδα", "漢字かな", "👩", "\u0378"))


@pytest.mark.parametrize("text", JOINED)
def test_letters_of_several_characters_are_shapes_on_paper(text: str) -> None:
    assert text not in paper_svg(drawing(text, "plain"))
    assert ">plain<" in paper_svg(drawing(text, "plain"))
    assert text in screen_svg(drawing(text), "x")


@pytest.mark.parametrize("text", PLAIN)
def test_other_letters_stay_letters(text: str) -> None:
    assert text in paper_svg(drawing(text))


@examples(10)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=9), max_size=30))
def test_any_letters_are_printed(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        assert "plain words" in printed(Path(folder), "plain words", *texts)
