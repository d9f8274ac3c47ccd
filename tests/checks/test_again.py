"""The errors of a book that was checked before are those of a book that was not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from copies import TOY, copy_of

from seminarbook.checks import again
from seminarbook.checks.again import errors_of
from seminarbook.checks.run import checked


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of(TOY, tmp_path / "toy")


def pages(root: Path) -> list[Path]:
    return sorted((root / "book").rglob("*.md"))


def add(words: str) -> Callable[[Path], None]:
    def added(path: Path) -> None:
        path.write_text(path.read_text(encoding="utf-8") + words, encoding="utf-8")

    return added


FAULTS: dict[str, Callable[[Path], object]] = {
    "a fault": add("\n{person}`nobody-known`\n"),
    "a fault of form": add("\n:::{note}\nnever closed\n"),
    "no UTF-8": lambda path: path.write_bytes(path.read_bytes() + b"\n\xff\n"),
    "gone": Path.unlink,
    "blank": lambda path: path.write_text("", encoding="utf-8"),
}


@pytest.mark.parametrize("what", FAULTS)
def test_each_page_with_a_fault(root: Path, tmp_path: Path, what: str) -> None:
    place = tmp_path / "sound"
    assert errors_of(root, place) == ()
    for path in pages(root):
        before = path.read_bytes()
        FAULTS[what](path)
        # Told as often as one asks, with all that other pages now refer to in vain.
        assert errors_of(root, place) == errors_of(root, place) == checked(root).errors
        path.write_bytes(before)
        assert errors_of(root, place) == ()


def test_data_and_sources_that_pages_rest_on(root: Path, tmp_path: Path) -> None:
    place = tmp_path / "sound"
    assert errors_of(root, place) == ()
    for path in (*sorted((root / "data").glob("*.csv")), root / "book" / "references.bib"):
        before = path.read_bytes()
        lines = before.splitlines(keepends=True)
        path.write_bytes(b"".join(lines[: len(lines) // 2]))
        assert errors_of(root, place) == errors_of(root, place) == checked(root).errors
        path.write_bytes(before)
        assert errors_of(root, place) == ()


def test_a_chapter_that_stays_is_not_read_again(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, read, read_page = tmp_path / "sound", [], again.read_page

    def noted(root: Path, path: Path) -> object:
        read.append(path)
        return read_page(root, path)

    monkeypatch.setattr(again, "read_page", noted)
    errors_of(root, place)
    assert read == pages(root)
    read.clear()
    errors_of(root, place)
    assert read == []
    add("\nOne more sentence.\n")(pages(root)[0])
    errors_of(root, place)
    assert read == pages(root)[:1]
