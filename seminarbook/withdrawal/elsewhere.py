"""Where else the name may stand: files that must be seen to by hand, and places out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from seminarbook.checks.run import Checked
from seminarbook.withdrawal.identity import Identity
from seminarbook.withdrawal.names_of_things import without_name

# Text for readers that lies beside the book, and is treated like a chapter.
_BESIDE = ("*.md", "docs/**/*.md", "data/*.md", "CITATION.cff", "_config.yml")
_SOURCES = ("book", "data")
_CODE = ("seminarbook", "tests", ".github", ".vscode")
_CODE_TEXTS = (".py", ".md", ".yml", ".csv", ".json", ".txt", ".html", ".code-snippets")

OUT_OF_REACH = (
    "the history of the repository (git log, tags, branches), and every copy of it: earlier "
    "versions keep the name until the history itself is rewritten",
    "messages of commits, and the text of issues and pull requests: do not name the person there "
    "either, this change included",
    "printed copies, and PDF, EPUB and data files that people have downloaded",
    "earlier builds and releases: take them down where you can, and publish anew",
    "copies that others keep: web archives, search engines, libraries",
)


def files_beside(root: Path) -> tuple[str, ...]:
    """The texts beside the book, in order."""
    found = {path for pattern in _BESIDE for path in root.glob(pattern) if path.is_file()}
    return tuple(sorted(path.relative_to(root).as_posix() for path in found))


def named_files(identity: Identity, root: Path) -> Iterator[str]:
    """Files of the book that bear the name in their own."""
    for folder in _SOURCES:
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            stem = "".join(char if char.isalnum() else "-" for char in path.stem.casefold())
            if without_name(identity, stem) != stem or any(identity.find(path.stem)):
                yield name


def made_files(root: Path) -> tuple[str, ...]:
    """Files that were made from the book and lie about: exports, for one."""
    return tuple(sorted(path.name for path in root.glob("*.xlsx")))


def code_that_names(identity: Identity, root: Path) -> tuple[str, ...]:
    """Files of the code and its tests that hold the person’s id or name."""
    found = []
    for folder in _CODE:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in _CODE_TEXTS or not path.is_file():
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            if identity.person.id in text or any(identity.find(text, full=True)):
                found.append(path.relative_to(root).as_posix())
    return tuple(found)


def sites(book: Checked, person: str) -> tuple[str, ...]:
    """Addresses of pages where, by the data, the person is named."""
    series = book.book.series
    found: set[str] = set()
    for record in series.records:
        if person in (record.people or ()) and record.url:
            found.add(record.url)
    for post in series.posts:
        if person in (post.authors or ()) and post.url:
            found.add(post.url)
    row = next((one for one in series.people if one.id == person), None)
    if row and row.url:
        found.add(row.url)
    return tuple(sorted(found))
