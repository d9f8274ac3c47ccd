"""The chapter of a new seminar, from the template."""

from __future__ import annotations

import re
from pathlib import Path

from seminarbook.model.records import Seminar
from seminarbook.model.references import PERSON_IN_PROSE

_TEMPLATE = Path(__file__).parents[1] / "templates" / "authoring" / "seminar.md"
_MARK = re.compile(r"\[\[(\w+)\]\]")
# What Markdown and its extensions would take for a sign of theirs.
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#$|~@^])")


def chapter_name(seminar: Seminar) -> str:
    """The page of a seminar, as the contents name it."""
    return f"book/seminars/{seminar.number:02d}-{seminar.slug}"


def new_chapter(seminar: Seminar) -> str:
    """The text of the chapter. A seminar without a title is called by its page's name."""
    words = seminar.title or seminar.slug.replace("-", " ").capitalize()
    values = {"number": str(seminar.number), "title": heading(words), "id": seminar.id}
    return _MARK.sub(lambda found: values[found[1]], _TEMPLATE.read_text(encoding="utf-8"))


def heading(title: str) -> str:
    """A title of the data as Markdown on one line, with its people as roles."""
    pieces, end = [], 0
    for found in PERSON_IN_PROSE.finditer(title):
        pieces += [_plain(title[end : found.start()]), f"{{person}}`{found[1]}`"]
        end = found.end()
    return "".join([*pieces, _plain(title[end:])])


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(text.split()) if "\n" in text else text)
