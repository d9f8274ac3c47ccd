"""Killed, out of room, or not alone: what was published stays whole, and the next build is right.

These are a few cases of ``tests/campaigns/kills.py``, which runs as many as one likes.
"""

from __future__ import annotations

import pytest

from tests.campaigns.kills import Book, Fate, two_at_once

pytestmark = pytest.mark.book


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return Book(tmp_path_factory.mktemp("killed") / "toy", ("html",), small=True)


# Parts of a build: while pages are written, where folders change places, and with the disk full.
@pytest.mark.parametrize(
    ("fate", "part"), [("kill", 0.4), ("kill", 0.99), ("full", 0.7)], ids=lambda value: str(value)
)
def test_a_build_that_is_broken_off(book: Book, fate: Fate, part: float) -> None:
    assert book.suffer(fate, int(book.moments * part)) == ""


def test_two_builds_at_once(book: Book) -> None:
    assert two_at_once(book) == ""
