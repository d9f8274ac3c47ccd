"""What was printed is kept for one round, and made again once anything it was made from changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from seminarbook.sphinx_ext.paper.shelf import Shelf, digest


def test_what_is_there_is_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    shelf = Shelf(folder)
    assert shelf.find("a.pdf") is None
    shelf.keep("a.pdf", b"one")
    assert shelf.find("a.pdf") == b"one"
    assert Shelf(folder).find("a.pdf") == b"one"


def test_what_nobody_asked_for_is_gone_after_a_round(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    Shelf(folder).keep("a.pdf", b"one")
    Shelf(folder).keep("b.pdf", b"two")
    assert Shelf(folder).find("a.pdf") is None


def test_what_is_to_stay_stays_for_another_round(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    Shelf(folder).keep("a.pdf", b"one")
    Shelf(folder).stay()
    assert Shelf(folder).find("a.pdf") == b"one"


def test_what_was_left_half_made_is_not_taken_for_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "shelf"
    shelf = Shelf(folder)

    def half(self: Path, content: bytes) -> int:
        with self.open("wb") as file:
            file.write(content[:2])
        raise OSError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", half)
        with pytest.raises(OSError, match="full"):
            shelf.keep("a.pdf", b"whole")
    assert shelf.find("a.pdf") is None
    assert Shelf(folder).find("a.pdf") is None


def test_the_name_changes_with_every_part(tmp_path: Path) -> None:
    file = tmp_path / "part"
    file.write_bytes(b"ab")
    assert digest("ab") == digest(file)
    names = {digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("c", "ab")}
    assert len(names) == 4
