"""Reading ease is the library's, counted with less work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from seminarbook.checks.readability import _library, reading_ease
from tests.worlds import ROOT

WORDS = ("people", "co-production", "isn’t", "-", "'", "a", "extraordinarily", "35", "Ünïcode")


def whole(text: str) -> float:
    """As the library gives it with all its measures, from one sentence a line."""
    parts = re.split(r"(?<=[.!?:;])\s+|\n{2,}", text)
    lines = [" ".join(re.findall(r"[\w’'-]+", part)) for part in parts]
    plain = "\n".join(line for line in lines if line)
    grades = _library().getmeasures(plain, lang="en")["readability grades"]
    return float(grades["FleschReadingEase"])


@pytest.mark.parametrize("path", sorted((ROOT / "book").rglob("*.md")), ids=lambda path: path.stem)
def test_a_chapter(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = reading_ease(text)
    assert found is None or found == pytest.approx(whole(text))


@examples(50)
@given(st.lists(st.sampled_from((*WORDS, ".", "? ")), min_size=60, max_size=120))
def test_any_words(words: list[str]) -> None:
    text = " ".join(["people", *words])
    found = reading_ease(text)
    assert found is None or found == pytest.approx(whole(text))


def test_a_short_text_says_nothing() -> None:
    assert reading_ease("Too short to say.") is None
