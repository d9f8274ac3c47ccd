"""After a withdrawal an author is led to the lines that may still tell who it was."""

from __future__ import annotations

import pytest

from seminarbook.withdrawal.chapters import to_read_again

CHANGED = "A person who asked not to be named spoke."
UNCHANGED = "Nobody spoke."


@pytest.mark.parametrize(
    "line",
    [
        "She had come from far away.",
        "They work for the Hedge Trust.",
        "![A woman with a spade](spade.jpg)",
        "So it was, as B. this person said.",
    ],
)
def test_in_a_paragraph_that_has_changed(line: str) -> None:
    after = f"{CHANGED}\n{line}\n\n{UNCHANGED}"
    before = f"Bram Oakentorp spoke.\n{line}\n\n{UNCHANGED}"
    assert to_read_again(before, after, ["Hedge Trust"], "Bram") == (2,)
    assert to_read_again(after, after, ["Hedge Trust"], "Bram") == ()


def test_what_may_be_short_for_the_name_is_told_anywhere() -> None:
    before = f"{UNCHANGED}\n\nBramble, as friends say, spoke.\n\nBrambles grew and a bram did not."
    assert to_read_again(before, before, [], "Bram Ezra") == (3, 5)
    assert to_read_again(before, before, [], "Al") == ()
    assert to_read_again(before, before) == ()
