"""Fences: where a directive's lines end, and which of them are its options."""

from __future__ import annotations

import re
from typing import NamedTuple

from seminarbook.checks.chapter import Place, UsedOption

_OPTION = re.compile(r"\s*:(?P<name>[^:\s]+):(?P<space>\s*)(?P<value>.*?)\s*\Z")
# “:name value”, “name: value”, and the wide colons of some keyboards.
_NEARLY = re.compile(r"\s*[:：]?\s?(?P<name>[A-Za-z][\w-]*)\s?[:：]?\s+(?P<value>.*?)\s*\Z")
_BARE = re.compile(r"(?::{2,}|`{2,}|~{3,})\s*\Z")
_OPENS = re.compile(r"\s*(?P<sign>:{3,}|`{3,}|~{3,})\s*\{")


class Ending(NamedTuple):
    """How a fence ends: the lines that are its content, where the rest begins (None: there is
    none), whether it is closed, and the line that was to close it and does not."""

    content: int | None
    rest: int | None
    closed: bool
    wrong: str = ""


def first_ending(lines: list[str], sign: str) -> Ending:
    """Where the fence ends whose ``lines`` Markdown takes for its own, its closing line too.

    It ends before a directive that cannot stand in it, and at a line of signs that was meant to
    close it: with fewer signs than it was opened with, or other ones.
    """
    within: list[str] = []  # signs of the directives that are open inside
    wrong = None  # the first line that was to close it, it seems
    for number, line in enumerate(lines):
        if found := _OPENS.match(line):
            if found["sign"].startswith(sign):
                return _open(lines, number if wrong is None else wrong, is_end=wrong is not None)
            within.append(found["sign"])
        elif within and _closes(line, within[-1]):
            within.pop()
        elif wrong is None and not within and _BARE.match(line.strip(" >")):
            wrong = number
    if lines and _closes(lines[-1], sign):
        return Ending(None, None, closed=True)
    return Ending(None, None, closed=False) if wrong is None else _open(lines, wrong, is_end=True)


def _open(lines: list[str], number: int, *, is_end: bool) -> Ending:
    """A fence that was never closed, up to a line which was to be its end or begins another."""
    if is_end:
        return Ending(number, number + 1, closed=False, wrong=lines[number].strip())
    return Ending(number, number, closed=False)


def _closes(line: str, sign: str) -> bool:
    plain = line.strip(" >")
    return plain.startswith(sign) and not plain.strip(sign[0])


def options_of(lines: list[str], first: int) -> tuple[list[UsedOption], int]:
    """The options at the head of a directive's lines, and how many lines they take.

    A line that is nearly an option is taken for one if it begins with a colon, or if another
    option stands next to it.
    """
    options: list[UsedOption] = []
    for number, line in enumerate(lines):
        at = Place(first + 1 + number, len(line) - len(line.lstrip()) + 1)
        found = _OPTION.match(line)
        if found:
            slip = "" if found["space"] or not found["value"] else line.strip()
            options.append(UsedOption(found["name"], _plain(found["value"]), at, slip))
            continue
        nearly = _NEARLY.match(line)
        beside = lines[number + 1 : number + 2]
        if not nearly or not (
            line.lstrip().startswith((":", "："))
            or (beside and _OPTION.match(beside[0]))
            or (options and re.match(r"\s*[\w-]+: ", line))
        ):
            return options, number + (bool(options) and not line.strip())
        options.append(UsedOption(nearly["name"], nearly["value"], at, line.strip()))
    return options, len(lines)


def _plain(value: str) -> str:
    """The value without the quotation marks that YAML allows round it."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
