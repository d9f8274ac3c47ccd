"""What is kept from the last check never stands in the way of what is right now."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from seminarbook.checks.kept import Kept, keep_in, kept_in
from seminarbook.checks.run import KEPT, check_again, check_book, checked
from tests.copies import TOY, copy_of

CHAPTER = "book/seminars/01-sharing-soil.md"
OTHER = "book/seminars/03-harvest.md"
EDITS = [
    (CHAPTER, "(s1-quillfeather)=", "(s1-feather)="),
    (CHAPTER, ":name: s1-programme\n", ""),
    (CHAPTER, "# Seminar 1", "#Seminar 1"),
    (OTHER, "{person}`", "{persn}`"),
    ("book/reference/glossary.md", "sharing\n", "sharing out\n"),
    ("book/references.bib", "@misc{garden-notes,", "@misc{garden-note,"),
    ("data/people.csv", "ada-quillfeather,", "ada-quilfeather,"),
    ("data/people.csv", "Oakentorp", "Oakenthorp"),
    ("_toc.yml", "      - file: book/seminars/03-harvest\n", ""),
]


@pytest.mark.parametrize("in_file", [False, True], ids=["in memory", "in a file"])
def test_a_second_check_says_what_a_first_would(tmp_path: Path, in_file: bool) -> None:
    root = copy_of(TOY, tmp_path / "book")
    chance = random.Random(3)
    kept = Kept()
    undone: list[tuple[str, str, str]] = []
    said = set()
    for _ in range(40):
        if undone and chance.random() < 0.45:
            name, new, old = undone.pop(chance.randrange(len(undone)))
        else:
            name, old, new = chance.choice(EDITS)
        path = root / name
        text = path.read_text(encoding="utf-8")
        if old not in text:
            continue
        undone.append((name, old, new))
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        found = check_again(root) if in_file else check_book(root, kept)
        assert found == check_book(root)
        said.add(found)
    assert len(said) > 10


def _added(words: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(path.read_bytes() + words)


FAULTS: dict[str, Callable[[Path], object]] = {
    "a fault": _added(b"\n{person}`nobody-known`\n"),
    "a fault of form": _added(b"\n:::{note}\nnever closed\n"),
    "no UTF-8": _added(b"\n\xff\n"),
    "gone": Path.unlink,
    "blank": lambda path: path.write_bytes(b""),
}


@pytest.mark.parametrize("what", FAULTS)
def test_each_page_with_a_fault(tmp_path: Path, what: str) -> None:
    root = copy_of(TOY, tmp_path / "toy")
    assert check_again(root, "error") == ()
    for path in sorted((root / "book").rglob("*.md")):
        before = path.read_bytes()
        FAULTS[what](path)
        # Told as often as one asks, with all that other pages now refer to in vain.
        for _ in range(2):
            assert check_again(root, "error") == checked(root).errors
        path.write_bytes(before)
        assert check_again(root, "error") == ()


def test_data_and_sources_that_pages_rest_on(tmp_path: Path) -> None:
    root = copy_of(TOY, tmp_path / "toy")
    assert check_again(root, "error") == ()
    for path in (*sorted((root / "data").glob("*.csv")), root / "book" / "references.bib"):
        before = path.read_bytes()
        lines = before.splitlines(keepends=True)
        path.write_bytes(b"".join(lines[: len(lines) // 2]))
        for _ in range(2):
            assert check_again(root, "error") == checked(root).errors
        path.write_bytes(before)
        assert check_again(root, "error") == ()


def test_a_picture_that_is_gone_is_missed(tmp_path: Path) -> None:
    root = copy_of(TOY, tmp_path / "book")
    (root / "outside.png").write_bytes(b"x")
    (root / "book" / "inside.png").write_bytes(b"x")
    path = root / CHAPTER
    pictures = "\n![One](../../outside.png)\n\n![Two](../inside.png)\n"
    path.write_text(path.read_text(encoding="utf-8") + pictures, encoding="utf-8")
    kept = Kept()
    assert check_book(root, kept) == ()
    (root / "outside.png").unlink()
    assert [one.code for one in check_book(root, kept)] == ["broken-link"]
    (root / "book" / "inside.png").unlink()
    assert [one.code for one in check_book(root, kept)] == ["broken-link"] * 2


def test_only_what_has_changed_is_taken_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from seminarbook.checks import chapter_reader

    root = copy_of(TOY, tmp_path / "book")
    check_again(root)
    read: list[str] = []
    whole = chapter_reader.read_chapter

    def noting(path: str, text: str) -> object:
        read.append(path)
        return whole(path, text)

    monkeypatch.setattr(chapter_reader, "read_chapter", noting)
    assert check_again(root) == ()
    assert read == []
    path = root / CHAPTER
    path.write_text(path.read_text(encoding="utf-8") + "\nOne line more.\n", encoding="utf-8")
    assert check_again(root) == ()
    assert read == [CHAPTER]


@pytest.mark.parametrize("bytes_", [b"", b"\x80\x05garbage", b"not a pickle"])
def test_a_damaged_file_is_passed_over(tmp_path: Path, bytes_: bytes) -> None:
    root = copy_of(TOY, tmp_path / "book")
    file = root / "_build" / KEPT
    file.parent.mkdir()
    file.write_bytes(bytes_)
    assert kept_in(file) == Kept()
    assert check_again(root) == ()
    assert kept_in(file).told


def test_where_nothing_can_be_written_it_checks_all_the_same(tmp_path: Path) -> None:
    root = copy_of(TOY, tmp_path / "book")
    (root / "_build").write_text("in the way")
    assert check_again(root) == ()
    keep_in(root / "_build" / KEPT, Kept())
