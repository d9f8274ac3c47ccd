"""The search index: one entry for each person, each term, each page and each of its sections.

Sphinx's own index knows pages only, shows an excerpt by fetching whole pages, and ranks a name
in a footnote as high as the person's entry. This one holds the text itself, comes as a script
(so that it works in a folder opened from the disk) and is loaded by the search page only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors import EnvironmentCollector

from seminarbook.sphinx_ext.html.browser import is_book_html
from seminarbook.sphinx_ext.html.outline import outline

INDEX = "_static/search-index.js"

Kind = Literal["person", "term", "page", "section"]

_SPACES = re.compile(r"\s+")
_BEFORE_STOP = re.compile(r" (?=[.,;:!?)](?:\s|$))")


class Found(NamedTuple):
    """Something that a search can find in a document."""

    kind: Kind
    anchor: str
    title: str
    text: str


class SearchCollector(EnvironmentCollector):
    """Keeps what can be found in each document, for as long as the document stays as it is."""

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Forget a document."""
        _found(env).pop(docname, None)

    def merge_other(
        self, app: Sphinx, env: BuildEnvironment, docnames: set[str], other: BuildEnvironment
    ) -> None:
        """Take over what another process has read."""
        for docname in docnames:
            _found(env)[docname] = _found(other)[docname]

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Note what can be found in a document that was read."""
        _found(app.env)[app.env.docname] = list(_entries(doctree))


def _found(env: BuildEnvironment) -> dict[str, list[Found]]:
    if not hasattr(env, "seminarbook_found"):
        env.seminarbook_found = {}  # type: ignore[attr-defined]
    return cast("dict[str, list[Found]]", env.seminarbook_found)  # type: ignore[attr-defined]


def _entries(doctree: nodes.document) -> Iterator[Found]:
    named: set[int] = set()
    for item in doctree.findall(nodes.definition_list_item):
        terms = [term for term in item.findall(nodes.term) if term["ids"]]
        meaning = item.next_node(nodes.definition)
        for term in terms:
            anchor = term["ids"][0]
            kind: Kind = "person" if anchor.startswith("person-") else "term"
            yield Found(kind, anchor, _text(term), _text(meaning) if meaning else "")
        if terms:
            named.add(id(item))
    for section in doctree.findall(nodes.section):
        heading = section.next_node(nodes.title)
        if heading is None or not section["ids"]:
            continue
        top = isinstance(section.parent, nodes.document)
        own = (part for part in section.children if part is not heading)
        text = " ".join(_text(part, named) for part in own if not isinstance(part, nodes.section))
        anchor = "" if top else section["ids"][0]
        yield Found("page" if top else "section", anchor, _text(heading), text.strip())


def _text(node: nodes.Node, leave_out: Collection[int] = ()) -> str:
    """What a reader reads of a node; citations and comments are no words of the text.

    ``leave_out`` are nodes by their ids.
    """
    words = "".join(_words(node, leave_out))
    # Where a citation was left out, its space would stand before the full stop.
    return _BEFORE_STOP.sub("", _SPACES.sub(" ", words)).strip()


def _words(node: nodes.Node, leave_out: Collection[int]) -> Iterator[str]:
    if isinstance(node, nodes.Text):
        yield node.astext()
        if isinstance(node.parent, nodes.TextElement) and not isinstance(node.parent, nodes.Inline):
            yield " "
    elif id(node) not in leave_out and not _is_silent(node):
        for child in node.children:
            yield from _words(child, leave_out)


def _is_silent(node: nodes.Node) -> bool:
    if isinstance(node, addnodes.pending_xref):
        return bool(node.get("refdomain") == "cite")
    return isinstance(node, nodes.Invisible | nodes.raw) or (
        isinstance(node, nodes.Element) and "source" in node.get("classes", ())
    )


def index_text(app: Sphinx) -> str:
    """The index as a script."""
    env, book = app.env, outline(app.env)
    pages: list[list[str]] = []
    entries: list[list[Any]] = []
    for docname, found in sorted(_found(env).items()):
        part = book.part_of(docname)
        for one in found:
            entries.append([len(pages), one.kind, one.anchor, one.title, one.text])
        title = env.titles[docname].astext() if docname in env.titles else docname
        pages.append([app.builder.get_target_uri(docname), title, part.caption if part else ""])
    held = json.dumps([pages, entries], ensure_ascii=False, separators=(",", ":"))
    return f"bookIndex={held};\n"


def write_index(app: Sphinx, exception: Exception | None) -> None:
    """Write the index when every page has been read."""
    if exception is None and is_book_html(app):
        (Path(app.outdir) / INDEX).write_text(index_text(app), encoding="utf-8", newline="\n")
