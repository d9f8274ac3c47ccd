"""Safe fixes: slips that can be mended in one way only, and without any change of meaning."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from seminarbook.authoring.edits import Edit, edit
from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter, Place
from seminarbook.checks.run import Checked
from seminarbook.checks.standard_markup import KNOWN_DIRECTIVES, KNOWN_ROLES
from seminarbook.markup import DIRECTIVES
from seminarbook.model.records import RECORD_CLASSES
from seminarbook.model.writer import canonical_text

_CLOSE = 0.75
# A second name that is nearly as close leaves it open which is meant.
_NEARLY = 0.1
_LINK = re.compile(r"\[[^\]\n]*\]\([^)\n]*\)|\[[^\]\n]*\]\[[^\]\n]*\]|<https?://[^>\n]*>")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")


@dataclass(frozen=True, slots=True, order=True)
class Fix:
    """One thing mended: words at a place of a line become others."""

    path: str
    line: int
    column: int
    old: str
    new: str

    def words(self) -> str:
        """The fix as it is shown."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {self.old} → {self.new}" if self.old else f"{place}: {self.new}"


def fixes(root: Path, book: Checked) -> tuple[tuple[Edit, ...], tuple[Fix, ...]]:
    """The edits that mend what can be mended, and what each of them mends."""
    edits: list[Edit] = []
    done: list[Fix] = []
    for chapter in book.chapters:
        text = (root / chapter.path).read_bytes().decode("utf-8")
        found = [
            fix
            for fix in sorted({*_names(chapter), *_people(chapter, book.book, text)})
            if _stands(text, fix)
        ]
        trimmed = _trimmed(text)
        if trimmed != text:
            done.append(Fix(chapter.path, 0, 0, "", "spaces at the ends of lines removed"))
        if found or trimmed != text:
            edits.append(edit(root, chapter.path, _applied(trimmed, found)))
            done += found
    for one in _data(root, book):
        edits.append(one)
        done.append(Fix(one.path, 0, 0, "", "put in order"))
    return tuple(edits), tuple(done)


def _names(chapter: Chapter) -> Iterator[Fix]:
    """Names of directives, their options and roles with a slip in them."""
    for used in chapter.directives:
        yield from _slip(chapter, used.at, used.name, KNOWN_DIRECTIVES)
        form = DIRECTIVES.get(used.name)
        for option in used.options if form else ():
            known = {one.name for one in form.options} if form else set()
            # An option that is there already must not be there twice.
            known -= {one.name for one in used.options}
            if form and option.name not in {one.name for one in form.options}:
                yield from _slip(chapter, option.at, option.name, known)
    for role in chapter.roles:
        yield from _slip(chapter, role.at, role.name, KNOWN_ROLES)


def _slip(chapter: Chapter, at: Place, name: str, known: Collection[str]) -> Iterator[Fix]:
    if name in known:
        return
    close = sorted(
        ((difflib.SequenceMatcher(None, name.casefold(), one).ratio(), one) for one in known),
        reverse=True,
    )
    if not close or close[0][0] < _CLOSE:
        return
    if len(close) > 1 and close[0][0] - close[1][0] < _NEARLY:
        return
    # The place is that of the brace or colon before the name.
    yield Fix(chapter.path, at.line, at.column + 1, name, close[0][1])


def _people(chapter: Chapter, book: Book, text: str) -> Iterator[Fix]:
    """Whole names that were typed, and that only one person has."""
    people = [one for one in book.series.people if one.kind == "person" and one.given_name]
    names = [one.name for one in people]
    by_name = {one.name: one for one in people if names.count(one.name) == 1}
    if not by_name:
        return
    longest = sorted(by_name, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")
    terms = [term.casefold() for term in book.terms.values()]
    lines = text.split("\n")
    for words in chapter.words:
        for found in pattern.finditer(words.text):
            if any(found[0].casefold() in term for term in terms):
                continue
            column = words.at.column + found.start()
            line = lines[words.at.line - 1].rstrip("\r")
            links = [link.span() for link in _LINK.finditer(line)]
            if not any(begin < column <= end for begin, end in links):
                new = f"{{person}}`{by_name[found[0]].id}`"
                yield Fix(chapter.path, words.at.line, column, found[0], new)


def _stands(text: str, fix: Fix) -> bool:
    """Whether the words stand where the fix would change them."""
    line = text.split("\n")[fix.line - 1]
    return line.startswith(fix.old, fix.column - 1)


def _applied(text: str, found: list[Fix]) -> str:
    lines = text.split("\n")
    for fix in reversed(found):
        line, start = lines[fix.line - 1], fix.column - 1
        lines[fix.line - 1] = line[:start] + fix.new + line[start + len(fix.old) :]
    return "\n".join(lines)


def _trimmed(text: str) -> str:
    """The text without spaces at the ends of lines that mean nothing.

    Two spaces before another line of a paragraph are a line break, and code stays as it is.
    """
    lines = text.split("\n")
    fence = ""
    for number, line in enumerate(lines):
        opened = _FENCE.match(line)
        if opened and not fence and "{" not in line:
            fence = opened[1]
        elif opened and fence and opened[1].startswith(fence) and not line.strip(" `~\r"):
            fence = ""
        elif fence:
            continue
        end = "\r" if line.endswith("\r") else ""
        bare = line.removesuffix("\r")
        after = lines[number + 1].strip() if number + 1 < len(lines) else ""
        is_break = bare.endswith("  ") and bare.strip() and after
        if not is_break:
            lines[number] = bare.rstrip(" \t") + end
    return "\n".join(lines)


def _data(root: Path, book: Checked) -> Iterator[Edit]:
    """The data files that are not in their canonical form; none while any has an error."""
    if any(one.path.startswith("data/") for one in book.errors):
        return
    for record in RECORD_CLASSES:
        one = edit(
            root,
            f"data/{record.file}.csv",
            canonical_text(record, book.book.series.rows(record.file)),
        )
        if one.before is not None and one.before != one.after:
            yield one
