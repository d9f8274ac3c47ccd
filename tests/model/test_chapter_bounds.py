"""A chapter that no program would come to the end of is refused at its line, and no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seminarbook.model.chapter_bounds import DEEPEST, LARGEST, MOST_SIGNS, excess

BOX = ":::{note}\nWords.\n"
TOO_MUCH = {
    "x" * (LARGEST + 1): (1, "500,000 characters"),
    "# A\n\n" + BOX * (DEEPEST + 1): (3 + 2 * DEEPEST, "within 30 others"),
    "".join(":" * (60 - n) + "{note}\n" for n in range(40)): (DEEPEST + 1, "within 30 others"),
    "# A\n\nWords.\n\n" + "*" * (MOST_SIGNS + 1): (5, "signs * and _"),
    "# A\n\n" + "*a **a\n" * MOST_SIGNS: (3, "signs * and _"),
    "# A\n\n|" + "a|" * 120 + "\n|" + "-|" * 120 + "\n|b|\n": (4, "121 columns and 2 rows"),
    "# A\n\n|a|b|c|\n|-|-|-|\n" + "|b|\n" * 9_000: (4, "4 columns and 9,001 rows"),
}
WELCOME = {
    "boxes one after the other": (BOX + ":::\n\n") * 500,
    "code one after the other": "```\nx = 1\n```\n\n" * 500,
    "boxes in code": "```\n" + BOX * 500 + "```\n",
    "code in boxes": "::::{note}\n```\n:::{note}\n```\n::::\n" * 100,
    "boxes of a few levels": "".join(":" * (9 - n) + "{note}\n" for n in range(6)),
    "tables": "|a|b|c|\n|-|:-:|-|\n" + "|d|e|f|\n" * 1_000 + "\n" + "---\n\n" * 500,
    "signs over many paragraphs": "*a* **b** _c_\n\n" * 5_000,
}


@pytest.mark.parametrize("text", TOO_MUCH, ids=lambda text: text[:8].strip())
def test_what_is_too_much(text: str) -> None:
    found = excess(text)
    assert found is not None
    line, words = TOO_MUCH[text]
    assert (found.line, words in found.message) == (line, True)


@pytest.mark.parametrize("name", WELCOME)
def test_what_is_welcome(name: str) -> None:
    assert excess(WELCOME[name]) is None


@given(st.text(st.sampled_from(":`~{a}\n >*_"), max_size=200))
def test_no_short_text_is_too_much(text: str) -> None:
    assert excess(text) is None or text.count("\n") > DEEPEST
