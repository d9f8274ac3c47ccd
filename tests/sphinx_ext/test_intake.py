"""A chapter's file is looked at before it is read: no links out, no front matter without end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sphinx.errors import ExtensionError

from tests.sphinx_ext.conftest import Book


def test_a_link_out_of_the_book_is_not_published(book: Book, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("# Private\n\nNobody else may read this.\n", encoding="utf-8")
    book.write(page="# A page\n")
    (book.root / "more.md").symlink_to(secret)
    book.write()
    built = book.build()
    assert [line for line in built.warnings if "file-outside" in line] == [
        "more.md: WARNING: The file is a link out of the project, and is not read. "
        "[seminarbook.file-outside]"
    ]
    assert "Nobody else" not in built.page("more")


def test_a_link_within_the_book_is_read(book: Book) -> None:
    book.write(page="# A page\n\nIts text.\n")
    (book.root / "more.md").symlink_to(book.root / "page.md")
    book.write()
    assert "Its text." in book.build().page("more")


@pytest.mark.parametrize(
    "markup",
    [
        "```{include} ../../secret.txt\n```",
        "```{literalinclude} ../../secret.txt\n```",
        "```{csv-table} A table\n:file: ../../secret.txt\n```",
        "```{raw} html\n:file: ../../secret.txt\n```",
        "```{raw} html\n<script>alert('Nobody else')</script>\n```",
        "![A picture](../../secret.txt)",
        "{download}`A file <../../secret.txt>`",
        "[A link](../../secret.txt)",
        "```{figure} ../../secret.txt\n```",
    ],
    ids=lambda markup: markup[:18],
)
def test_no_markup_takes_in_a_file_from_elsewhere(book: Book, tmp_path: Path, markup: str) -> None:
    (book.root.parent / "secret.txt").write_text("Nobody else", encoding="utf-8")
    (book.root / "part").mkdir()
    book.write(page="# A page\n")
    (book.root / "part" / "deep.md").write_text(f"# Deep\n\n{markup}\n", encoding="utf-8")
    index = book.root / "index.md"
    index.write_text(index.read_text("utf-8").replace("page\n", "page\npart/deep\n"), "utf-8")
    built = book.build()
    told = [
        path
        for path in built.out.rglob("*")
        if path.is_file() and b"Nobody else" in path.read_bytes() and "_sources" not in path.parts
    ]
    assert told == []
    assert built.warnings


def test_front_matter_that_stands_for_too_much_is_left_out(book: Book) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    text = "\n".join(["---", *lines, "---", "# A page", "", "{figure}`none`", ""])
    book.write(page=text)
    built = book.build()
    first, second = built.warnings
    assert first.startswith("page.md:7: WARNING: The front matter cannot be read: with all")
    # Places after it are still those of the file.
    assert second.startswith("page.md:17: ")
    assert "A page" in built.page("page")


def test_front_matter_that_is_no_yaml_says_where(book: Book) -> None:
    book.write(page="---\ntitle: x\nwhen: 2016-13-45\n---\n# A page\n")
    (warning,) = book.build().warnings
    assert warning.startswith("page.md:3: WARNING: The front matter cannot be read: month must")


@pytest.mark.parametrize("target", ["/usr", "..", "."])
def test_a_linked_folder_that_leads_out_or_round_is_refused(book: Book, target: str) -> None:
    book.write(page="# A page\n")
    (book.root / "more").symlink_to(target)
    with pytest.raises(ExtensionError, match=r"more: The folder is a link out of the project, or"):
        book.build()


def test_a_chapter_that_is_a_pipe_is_refused(book: Book) -> None:
    book.write(page="# A page\n")
    (book.root / "page.md").unlink()
    os.mkfifo(book.root / "page.md")
    with pytest.raises(ExtensionError, match=r"page.md: It is not a plain file"):
        book.build()


def test_a_bibliography_that_grows_beyond_measure_is_not_read(book: Book) -> None:
    book.write(page="# A page\n")
    doubled = "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 40))
    path = book.root / "references.bib"
    before = path.read_text("utf-8").count("\n")
    with path.open("a", encoding="utf-8") as file:
        file.write('@string{s0 = "kite"}\n' + doubled + "@misc{kites, title = s39}\n")
    with pytest.raises(ExtensionError, match=r"references.bib:\d+:1: This text, wherever") as told:
        book.build()
    assert int(str(told.value).split(":")[1]) > before
