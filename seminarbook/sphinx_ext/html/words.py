"""Words: a page's terms of the glossary, explained at the end of the same page.

A link to a term leads to its meaning without leaving the page, works without scripts and
prints. With scripts the meaning opens at the word itself (``static/js/book.js``).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any, cast
from weakref import WeakKeyDictionary

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors import EnvironmentCollector
from sphinx.transforms.post_transforms import SphinxPostTransform

from seminarbook.sphinx_ext.html.browser import is_book_html


@dataclass(frozen=True, slots=True)
class Word:
    """A term with its meaning: the first paragraph of its entry in the glossary."""

    id: str
    term: str
    meaning: str
    docname: str


_glossaries: WeakKeyDictionary[BuildEnvironment, dict[str, Word]] = WeakKeyDictionary()


def glossary(env: BuildEnvironment) -> dict[str, Word]:
    """Every word of the book's glossary, by its anchor; read anew when it has changed."""
    if env not in _glossaries:
        terms = {docname for name, kind, docname in _terms(env)}
        words = (word for docname in sorted(terms) for word in _words_of(env, docname))
        _glossaries[env] = {word.id: word for word in words}
    return _glossaries[env]


def _terms(env: BuildEnvironment) -> list[tuple[str, str, str]]:
    std = env.get_domain("std")
    return [(name, kind, doc) for name, _, kind, doc, _, _ in std.get_objects() if kind == "term"]


def _words_of(env: BuildEnvironment, docname: str) -> list[Word]:
    words = []
    for item in env.get_doctree(docname).findall(nodes.definition_list_item):
        meaning = item.next_node(nodes.definition)
        paragraph = meaning.next_node(nodes.paragraph) if meaning else None
        for term in item.findall(nodes.term):
            if term["ids"] and paragraph is not None:
                label = next(
                    (part.astext() for part in term.children if isinstance(part, nodes.Text)),
                    term.astext(),
                )
                words.append(Word(term["ids"][0], label, paragraph.astext(), docname))
    return words


class WordsCollector(EnvironmentCollector):
    """Remembers which pages use terms, so that a changed meaning is changed on all of them."""

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        _pages(env).discard(docname)
        if any(word.docname == docname for word in _glossaries.get(env, {}).values()):
            del _glossaries[env]

    def merge_other(
        self, app: Sphinx, env: BuildEnvironment, docnames: set[str], other: BuildEnvironment
    ) -> None:
        _pages(env).update(_pages(other) & docnames)
        _glossaries.pop(env, None)

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        if any(xref.get("reftype") == "term" for xref in doctree.findall(addnodes.pending_xref)):
            _pages(app.env).add(app.env.docname)
        if next(iter(doctree.findall(addnodes.glossary)), None) is not None:
            _glossaries.pop(app.env, None)

    def get_updated_docs(self, app: Sphinx, env: BuildEnvironment) -> list[str]:
        digest = hashlib.sha256(repr(sorted(glossary(env).items())).encode()).hexdigest()
        if getattr(env, "seminarbook_glossary", None) == digest:
            return []
        env.seminarbook_glossary = digest  # type: ignore[attr-defined]
        return sorted(_pages(env))


def _pages(env: BuildEnvironment) -> set[str]:
    if not hasattr(env, "seminarbook_pages_with_terms"):
        env.seminarbook_pages_with_terms = set()  # type: ignore[attr-defined]
    return cast("set[str]", env.seminarbook_pages_with_terms)  # type: ignore[attr-defined]


class LinkWordsToThisPage(SphinxPostTransform):
    """Let a link to a term lead to its meaning at the end of the same page."""

    formats = ("html",)
    default_priority = 600

    def run(self, **kwargs: Any) -> None:
        """Point the links, and note the words on the document for its page."""
        if not is_book_html(self.app):
            return
        known, used = glossary(self.env), {}
        for link in self.document.findall(nodes.reference):
            shown = link.next_node(nodes.inline)
            if shown is None or "std-term" not in shown["classes"]:
                continue
            anchor = link.get("refid") or link.get("refuri", "").partition("#")[2]
            word = known.get(anchor)
            if word is None or word.docname == self.env.docname:
                continue
            used[word.id] = word
            link["refuri"] = f"#{local_id(word)}"
            link["classes"].append("term")
        self.document["seminarbook_words"] = tuple(
            sorted(used.values(), key=lambda word: word.term.casefold())
        )


def local_id(word: Word) -> str:
    """The anchor of a word's meaning on a page that uses it."""
    return word.id.replace("term-", "word-", 1)


def words_of(doctree: nodes.document | None) -> tuple[Word, ...]:
    """The words that a page explains at its end."""
    return doctree.get("seminarbook_words", ()) if doctree is not None else ()
