"""How large and how deep a chapter may be, so that whoever reads it comes to an end.

Markdown is read in time that grows with the square of the signs for emphasis in a paragraph,
boxes within boxes by functions that call themselves, and a short row of a table is filled up to
the width of its head; no chapter for readers comes near these bounds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LARGEST = 500_000
DEEPEST = 30
MOST_SIGNS = 10_000
MOST_COLUMNS = 100
MOST_CELLS = 20_000

_FENCE = re.compile(r"^[ \t>]*(?P<sign>:{3,}|`{3,}|~{3,})(?P<rest>[^\n]*)$", re.MULTILINE)
_SIGN = re.compile(r"[*_]")
_UNDER_A_HEAD = re.compile(r"^[ \t>]*[|:-][|:\- \t]*$", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t>]*\n")


@dataclass(frozen=True, slots=True)
class Excess:
    """What is too much in a chapter, and in which line it begins."""

    line: int
    message: str
    advice: str


def excess(text: str) -> Excess | None:
    """Why nobody should be given the chapter to read, or None."""
    if len(text) > LARGEST:
        message = f"The chapter has more than {LARGEST:,} characters, and is not read."
        return Excess(1, message, "Divide it into several chapters.")
    return _deep(text) or _crowded(text) or _wide(text)


def _deep(text: str) -> Excess | None:
    opened: list[str] = []
    in_code = False
    for found in _FENCE.finditer(text):
        sign, rest = found["sign"], found["rest"].strip()
        if opened and not rest and sign.startswith(opened[-1]):
            opened.pop()
            in_code = False
        elif not in_code:
            opened.append(sign)
            in_code = sign[0] != ":" and not rest.startswith("{")
        if len(opened) > DEEPEST:
            message = f"This box stands within {DEEPEST} others, and the chapter is not read."
            advice = "Close each box with a line of the signs that opened it."
            return Excess(text.count("\n", 0, found.start()) + 1, message, advice)
    return None


def _crowded(text: str) -> Excess | None:
    if len(_SIGN.findall(text)) <= MOST_SIGNS:
        return None
    line = 1
    for block in _BLANK.split(text):
        if len(_SIGN.findall(block)) > MOST_SIGNS:
            message = f"A paragraph has more than {MOST_SIGNS:,} of the signs * and _."
            return Excess(line, message, "Take them away, or leave a blank line between.")
        line += block.count("\n") + 2
    return None


def _wide(text: str) -> Excess | None:
    for found in _UNDER_A_HEAD.finditer(text):
        columns = found[0].count("|")
        if columns < 2:
            continue
        following = _BLANK.search(text, found.end())
        rows = text.count("\n", found.end(), following.start() if following else len(text))
        if columns > MOST_COLUMNS or columns * rows > MOST_CELLS:
            line = text.count("\n", 0, found.start()) + 1
            message = f"The table has {columns:,} columns and {rows:,} rows, and is not read."
            return Excess(line, message, "Put it in a data file, or divide it.")
    return None
