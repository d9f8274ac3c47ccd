"""Links out of the project at every place that is read."""

from __future__ import annotations

import os
from pathlib import Path

from tests.campaigns.hostile.case import CHECK, HTML, case

SECRET = "the secret of the vault"


def _away(root: Path, name: str) -> None:
    """Move a file or folder out of the project, and put a link in its place."""
    outside = root.parent / "outside"
    outside.mkdir(exist_ok=True)
    path = root / name
    path.rename(outside / path.name)
    path.symlink_to(outside / path.name)


@case(CHECK, HTML, tells="out of the project|outside the book|no file book")
def the_contents_are_a_link_out(root: Path) -> None:
    _away(root, "_toc.yml")


@case(CHECK, HTML, tells="out of the project|outside the book|no file book")
def the_settings_are_a_link_out(root: Path) -> None:
    _away(root, "_config.yml")


@case(CHECK, HTML, tells="out of the project|outside the book|no file book")
def the_data_folder_is_a_link_out(root: Path) -> None:
    _away(root, "data")


@case(CHECK, HTML, tells="out of the project|outside the book|no file book")
def a_data_file_is_a_link_out(root: Path) -> None:
    _away(root, "data/people.csv")


@case(CHECK, HTML, tells="out of the project|outside the book|no file book")
def the_bibliography_is_a_link_out(root: Path) -> None:
    _away(root, "book/references.bib")


@case(CHECK, HTML, tells="out of the project|outside the book|no file book")
def a_chapter_is_a_link_out(root: Path) -> None:
    _away(root, "book/seminars/01-sharing-soil.md")


@case(CHECK, HTML, tells="out of the project|outside the book|no file book")
def a_folder_of_chapters_is_a_link_out(root: Path) -> None:
    _away(root, "book/seminars")


@case(CHECK, HTML, tells="out of the project|outside the book|no file book")
def the_folder_of_the_book_is_a_link_out(root: Path) -> None:
    _away(root, "book")


@case(CHECK, HTML)
def links_that_go_round(root: Path) -> None:
    (root / "book" / "round").symlink_to(root / "book")
    (root / "data" / "round").symlink_to(root / "data")
    (root / "book" / "self.md").symlink_to("self.md")
    (root / "data" / "self.csv").symlink_to("self.csv")


@case(CHECK, HTML)
def a_link_to_everything(root: Path) -> None:
    (root / "book" / "everything").symlink_to("/usr")


@case(CHECK, HTML)
def files_that_never_end(root: Path) -> None:
    (root / "book" / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(root / "book" / "pipe.md")
    (root / "data" / "help.csv").unlink()
    os.mkfifo(root / "data" / "help.csv")


@case(CHECK, HTML)
def a_chapter_that_never_ends(root: Path) -> None:
    path = root / "book" / "seminars" / "01-sharing-soil.md"
    path.unlink()
    os.mkfifo(path)


@case(CHECK, HTML)
def the_contents_never_end(root: Path) -> None:
    (root / "_toc.yml").unlink()
    os.mkfifo(root / "_toc.yml")


@case(HTML)
def the_place_to_build_in_is_a_link_out(root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept", encoding="utf-8")
    (root / "_build").symlink_to(outside)


@case(HTML)
def the_place_to_publish_in_is_a_link_out(root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (root / "_build").mkdir()
    (root / "_build" / "html").symlink_to(outside)


@case(CHECK, HTML)
def names_of_files_that_are_odd(root: Path) -> None:
    for name in ("a\nb.md", "\u202egpj.md", "-rf.md", "café.md", "a b'\"<>&.md", "x" * 250 + ".md"):
        (root / "book" / name).write_text("# Odd\n", encoding="utf-8")
    (root / "book" / os.fsdecode(b"half\xff.md")).write_text("# Odd\n", encoding="utf-8")
    (root / "data" / os.fsdecode(b"half\xff.csv")).write_text("id\n", encoding="utf-8")
