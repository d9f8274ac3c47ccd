"""Rules on where links lead, and what they say."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter
from seminarbook.checks.rule import Finding, chapter_rule
from seminarbook.problems import nearest, nearest_name

_VAGUE = frozenset(
    ("here", "click here", "this", "this link", "link", "more", "read more", "see here", "page")
)


@chapter_rule("A link whose words say nothing")
def vague_link(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Many people hear links one by one, without the sentence around them.

    Bad:  The report is [here](report.md).
    Good: Read the [report of the day](report.md).
    """
    for link in chapter.links:
        if not link.image and link.text.strip(" .").casefold() in _VAGUE:
            message = f"The link says only “{link.text}”."
            yield link.at, message, "Let its words name what it leads to."


@chapter_rule("A picture without words for it", harmless=True)
def missing_alt(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """People who do not see a picture get its words instead.

    Bad:  `![](room.jpg)`
    Good: `![Seven tables in a round hall](room.jpg)`
    """
    for link in chapter.links:
        if link.image and not link.text.strip():
            message = f"The picture {link.target} has no words for it."
            yield link.at, message, "Say between the square brackets what it shows."
    for used in chapter.directives:
        if used.name in ("figure", "image") and not any(
            option.name == "alt" and option.value for option in used.options
        ):
            message = f"The picture {used.argument} has no words for it."
            yield used.at, message, "Add “:alt:” and say what it shows."


@chapter_rule("A link inside the book that leads nowhere")
def broken_link(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A link that leads nowhere stops a reader, and the build.

    Bad:  {doc}`../reference/gap`
    Good: {doc}`../reference/gaps`
    """
    pages = {page.name for page in book.chapters}
    # That a page of the contents has no file is told there.
    pages |= {name.removesuffix(".md") for name in book.contents}
    labels = book.labels | book.numbered | _made_labels(book)
    folder = posixpath.dirname(chapter.name)
    for role in chapter.roles:
        if role.name == "doc":
            target = _page(folder, role.target)
            if target not in pages:
                message = f"There is no page “{role.target}”."
                yield role.at, message, _page_meant(folder, target, pages), f"page:{target}"
        elif role.name == "numref" and role.target in labels - book.numbered:
            message = f"“{role.target}” is not a table or a chart, and has no number."
            yield role.at, message, f"Write {{ref}}`{role.target}`."
        elif role.name in ("ref", "numref") and role.target not in labels and not book.gone:
            message = f"No place in the book has the label “{role.target}”."
            yield (
                role.at,
                message,
                nearest(role.target, book.labels | book.numbered),
                f"label:{role.target}",
            )
    for link in chapter.links:
        parts = urlsplit(link.target)
        if len(parts.scheme) == 1 or parts.scheme == "file":
            message = f"“{link.target}” is a file of one computer."
            yield link.at, message, "Put the file in book/_static and write its path from here."
        label = "" if parts.scheme else parts.fragment
        if label and not _leads(book, chapter, parts.path, label):
            message = f"“{link.target}” leads to no label."
            best = nearest_name(label, labels)
            advice = f"Did you mean “#{best}”?" if best else "Leave out what begins with “#”."
            yield link.at, message, advice
            continue
        if parts.scheme or link.target.startswith(("#", "//")) or not parts.path:
            continue
        path = unquote(parts.path)
        place = posixpath.normpath(posixpath.join(folder, path))
        is_page = place.removesuffix(".md") in pages
        if not is_page and not (book.root / place).is_file() and link.target not in book.labels:
            message = f"There is no file “{link.target}”."
            advice = _page_meant(folder, place, pages, ".md")
            if link.target.startswith("www."):
                advice = f"Write https://{link.target} if it is on the web."
            yield link.at, message, advice, f"page:{place}"
    for used in chapter.directives:
        place = posixpath.normpath(posixpath.join(folder, used.argument))
        if used.name in ("figure", "image") and not (book.root / place).is_file():
            yield used.argument_at, f"There is no file “{used.argument}”.", "", f"page:{place}"


@chapter_rule("A source that is not in the list of references")
def unknown_source(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A claim rests on its source; a key with a slip in it leaves the claim bare.

    Bad:  {cite:p}`hedge-reprot`
    Good: {cite:p}`hedge-report`
    """
    for role in chapter.roles:
        if not role.name.startswith("cite") or book.keys is None:
            continue
        for key in (part.strip() for part in role.target.split(",")):
            if not key:
                message = f"A source is missing in {{{role.name}}}`{role.target}`."
                yield role.at, message, "Write its key in book/references.bib, or remove the comma."
            elif key not in book.keys:
                message = f"book/references.bib has no entry “{key}”."
                yield role.at, message, nearest(key, book.keys), f"source:{key}"


@chapter_rule("A term that the glossary does not explain")
def unknown_term(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A reader who follows a term expects its meaning.

    Bad:  {term}`co-producing`
    Good: {term}`co-producing <co-production>`
    """
    for role in chapter.roles:
        if "glossary" in {page.rpartition("/")[2] for page in book.gone}:
            return
        if role.name == "term" and " ".join(role.target.split()).casefold() not in book.terms:
            message = f"The glossary does not explain “{role.target}”."
            best = nearest(role.target, book.terms.values())
            yield role.at, message, best, f"term:{role.target}"


def _leads(book: Book, chapter: Chapter, path: str, label: str) -> bool:
    """Whether a page has a label; without a path any page of the book."""
    if not path:
        return label in book.labels | book.numbered or bool(book.gone)
    name = _page(posixpath.dirname(chapter.name), unquote(path)).removesuffix(".md")
    found = [one for one in book.chapters if one.name == name]
    # That there is no such page is told as that.
    return not found or any(label in (*one.labels, *one.numbered) for one in found)


def _page_meant(folder: str, target: str, pages: set[str], suffix: str = "") -> str:
    """Advice with the nearest page, as it is written in this folder."""
    best = nearest_name(target.removesuffix(".md"), pages)
    if not best:
        return ""
    return f"Did you mean “{posixpath.relpath(best, folder or '.')}{suffix}”?"


def _page(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def _made_labels(book: Book) -> frozenset[str]:
    """Labels that the build gives by itself: a seminar's, a person's."""
    people = (f"person-{id_}" for id_ in book.series.ids("people"))
    return frozenset((*people, "genindex", "search"))
