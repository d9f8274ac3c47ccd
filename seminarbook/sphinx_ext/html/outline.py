"""Outline: the book's parts and chapters, as the navigation of every page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True)
class Entry:
    """A chapter, and the chapters below it."""

    docname: str
    title: str
    children: tuple[Entry, ...] = ()

    def walk(self) -> Iterator[Entry]:
        """This chapter and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the book: its caption, which may be empty, and its chapters."""

    caption: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, eq=False)
class Outline:
    """The whole book."""

    root: Entry
    parts: tuple[Part, ...]

    def part_of(self, docname: str) -> Part | None:
        """The part a chapter belongs to; None for the title page and pages outside the book."""
        return self._parts.get(docname)

    @cached_property
    def _parts(self) -> dict[str, Part]:
        found: dict[str, Part] = {}
        for part in self.parts:
            for entry in part.entries:
                for below in entry.walk():
                    found.setdefault(below.docname, part)
        return found


# Rendering a table of contents anew for every page, as themes do, takes time that grows with
# the square of the number of chapters. The outline is read once a build and kept until the next.
_outlines: WeakKeyDictionary[BuildEnvironment, Outline] = WeakKeyDictionary()


def outline(env: BuildEnvironment) -> Outline:
    """The outline of the book that is being built."""
    if env not in _outlines:
        root = env.config.root_doc
        parts = tuple(
            Part(
                node.get("caption") or "",
                tuple(
                    _entry(env, docname, title)
                    for title, docname in node["entries"]
                    if docname in env.titles
                ),
            )
            for node in env.tocs[root].findall(addnodes.toctree)
        )
        _outlines[env] = Outline(Entry(root, env.titles[root].astext()), parts)
    return _outlines[env]


def _entry(env: BuildEnvironment, docname: str, title: str | None = None) -> Entry:
    below = tuple(
        _entry(env, child) for child in env.toctree_includes.get(docname, ()) if child in env.titles
    )
    return Entry(docname, title or env.titles[docname].astext(), below)


def forget_outline(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Titles may have changed since the last build in this process."""
    _outlines.pop(env, None)
    return []
