"""The first words of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seminarbook.publish.description import LONGEST, description_of, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One.  Two\nthree .", "One. Two three."),
        ("First sentence. " + "Second " * 40, "First sentence."),
        ("He said “no.” Then " + "x " * 100, "He said “no.”"),
        ("", ""),
    ],
)
def test_whole_sentences_are_kept(text: str, shown: str) -> None:
    assert description_of(text) == shown


def test_a_long_first_sentence_is_cut_between_words() -> None:
    shown = description_of("word " * 100)
    assert shown.endswith("word…")
    assert len(shown) <= LONGEST


@given(st.text(max_size=400))
def test_it_is_never_too_long_nor_of_two_lines(text: str) -> None:
    shown = description_of(text)
    assert len(shown) <= LONGEST
    assert "\n" not in shown


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    assert shortened("x" * 50, 10) == "x" * 9 + "…"
