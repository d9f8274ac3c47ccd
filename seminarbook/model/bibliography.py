"""The keys of ``references.bib``, each with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from seminarbook.faults import files
from seminarbook.model.bibliography_bounds import DEEPEST, too_deep, too_long
from seminarbook.model.text_source import read_text
from seminarbook.problems import Problem, quoted

_ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*\{\s*(?:([^\s,{}()=\"#%]+)\s*,)?")
_NEXT_ENTRY = re.compile(r"\n@\s*[A-Za-z]+\s*\{")
_WITHOUT_SIGN = re.compile(
    r"^[^\S\n]*[^@%\w\s{}]?(?P<kind>[A-Za-z]+)\{(?P<key>[\w:.-]+),[^\S\n]*$", re.MULTILINE
)
# The end of a field, and another that begins on the next line.
_NO_COMMA = re.compile(r"[}\"][^\S\n]*\n\s*(?P<name>[A-Za-z]+)\s*=\s*[{\"\d]")
_KEY_ALONE = re.compile(r"(?P<key>[\w:.-]+)[^\S\n]*\n")
# BibTeX counts every brace, with a backslash before it or not.
_MARK = re.compile(r"[{}]")
_NOT_SOURCES = frozenset({"comment", "string", "preamble"})


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What the bibliography holds; ``keys`` is None where it could not be read."""

    path: str
    keys: dict[str, int] | None
    problems: tuple[Problem, ...] = ()


def read_bibliography(path: Path, *, root: Path) -> Bibliography:
    """The keys of a BibTeX file. What stands in the entries is left to the bibliography's own
    extension."""
    text = read_text(path, root=root, missing_advice="Every row names its source in this file.")
    if text.content is None:
        return Bibliography(text.path, None, (text.problem,) if text.problem else ())
    if growing := _too_much(text.path, text.content):
        return Bibliography(text.path, None, (growing,))
    keys: dict[str, int] = {}
    folded: dict[str, str] = {}
    problems: list[Problem] = []
    content, position, line, counted = text.content, 0, 1, 0
    while found := _ENTRY.search(content, position):
        line += content.count("\n", counted, found.start())
        counted = found.start()
        kind, key = found[1].lower(), found[2]
        if kind == "comment":
            # BibTeX takes nothing of a comment but the word itself.
            position = found.start(1) + len(kind)
            continue
        end = _end_of_entry(content, found.end())
        if end is None:
            message = f"The entry {quoted(key or kind)} is not closed."
            advice = "Close it with “}”, and look for a “{” without its “}”."
            column = counted - content.rfind("\n", 0, counted)
            problems.append(
                Problem(text.path, line, column, files.BIBLIOGRAPHY_UNCLOSED, message, advice)
            )
            end = found.end()
        position = end
        if kind in _NOT_SOURCES:
            continue
        if slip := _NO_COMMA.search(content, found.end(), end):
            at = content.count("\n", 0, slip.start()) + 1
            message = f"A comma is missing before “{slip['name']} =”."
            advice = "Write it at the end of this line."
            problems.append(Problem(text.path, at, 0, files.BIBLIOGRAPHY_COMMA, message, advice))
        if not key and (alone := _KEY_ALONE.match(content, found.end())):
            key = alone["key"]
            message = f"A comma is missing behind {quoted(key)}."
            advice = f"Write “@{found[1]}{{{key},”."
            problems.append(Problem(text.path, line, 1, files.BIBLIOGRAPHY_COMMA, message, advice))
        if not key:
            continue
        first = folded.setdefault(key.casefold(), key)
        if first in keys:
            message = f"The key {quoted(key)} is also used in line {keys[first]}."
            advice = "Give each source a key of its own."
            column = content.index(key, counted) - content.rfind("\n", 0, counted)
            problems.append(
                Problem(text.path, line, column, files.BIBLIOGRAPHY_DUPLICATE, message, advice)
            )
        keys.setdefault(key, line)
    for slip in _WITHOUT_SIGN.finditer(content):
        # That it is no entry is told here, not at each row that names it.
        line = content.count("\n", 0, slip.start()) + 1
        keys.setdefault(slip["key"], line)
        message = f"The entry {quoted(slip['key'])} does not begin with “@”."
        advice = f"Write “@{slip['kind']}{{{slip['key']},”."
        problems.append(Problem(text.path, line, 1, files.BIBLIOGRAPHY_SIGN, message, advice))
    return Bibliography(text.path, keys, tuple(problems))


def _too_much(path: str, content: str) -> Problem | None:
    """The one problem of a bibliography that no program should be given to read."""
    at = too_deep(content)
    message = f"This brace is more than {DEEPEST} levels deep."
    advice = "Look for a “{” without its “}”."
    if at is None:
        at = too_long(content)
        message = "This text, wherever it is used, would take more than all memory."
        advice = "Write it out where it is used."
    if at is None:
        return None
    line, column = content.count("\n", 0, at) + 1, at - content.rfind("\n", 0, at)
    return Problem(path, line, column, files.BIBLIOGRAPHY_TOO_MUCH, message, advice)


def _end_of_entry(content: str, start: int) -> int | None:
    """Where the entry that was opened before ``start`` is closed; None if it never is.

    A line that opens another entry ends the search: what comes after belongs to that one.
    """
    following = _NEXT_ENTRY.search(content, start)
    depth = 1
    for found in _MARK.finditer(content, start, following.start() if following else len(content)):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if not depth:
                return found.end()
    return None
