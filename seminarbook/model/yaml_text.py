"""YAML as people write it: bounded in depth and in what its aliases stand for.

A few lines of aliases can stand for more than any memory holds, and a value can hold itself;
every program that walks such a value hangs. So a text is measured before anybody reads it, in
one pass that keeps nothing. Whatever is wrong is a ``yaml.YAMLError`` with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import yaml

DEEPEST = 40
LARGEST = 200_000


_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatterFault:
    """What is wrong with the settings at the top of a chapter; ``length`` is theirs in the text."""

    line: int
    column: int
    reason: str
    length: int


class _Telling:
    """Says of a value that cannot be made, such as a 30th of February, where it stands."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The value of a node."""
        try:
            return super().construct_object(node, deep=deep)  # type: ignore[misc]
        except (ValueError, OverflowError) as error:
            raise yaml.MarkedYAMLError(None, None, str(error), node.start_mark) from None


_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LOADERS = tuple(type("Loader", (_Telling, base), {}) for base in (_FAST, yaml.SafeLoader))


def load_yaml(text: str) -> Any:
    """The value of a YAML text."""
    measure(text)
    return _quickly(lambda loader: yaml.load(text, Loader=loader))


def compose_yaml(text: str) -> yaml.Node | None:
    """The tree of a YAML text, whose nodes know their lines."""
    measure(text)
    return cast("yaml.Node | None", _quickly(lambda loader: yaml.compose(text, Loader=loader)))


def _quickly(read: Callable[[Any], Any]) -> Any:
    """Read with the loader written in C, if it is there; the other one explains faults better."""
    fast, clear = _LOADERS
    try:
        return read(fast)
    except yaml.YAMLError:
        return read(clear)


def measure(text: str) -> None:
    """Refuse what is no YAML, or too deep or too large for anybody who reads on."""
    try:
        _quickly(lambda loader: _Measure().take(text, loader))
    except yaml.reader.ReaderError as error:
        # Only this one of PyYAML's errors knows no line.
        before = text[: error.position]
        line, start = before.count("\n"), before.rfind("\n") + 1
        mark = yaml.Mark("", error.position, line, error.position - start, "", 0)
        problem = f"the character U+{ord(text[error.position]):04X} may not stand in it"
        raise yaml.MarkedYAMLError(None, None, problem, mark) from None


class _Measure:
    """Counts values as a reader without shared memory would meet them."""

    def __init__(self) -> None:
        self.anchors: dict[str, int] = {}
        self.open: list[tuple[str | None, int]] = []
        self.size = 0

    def take(self, text: str, loader: Any) -> None:
        """Measure every value of the text."""
        for event in yaml.parse(text, Loader=loader):
            match event:
                case yaml.AliasEvent():
                    self._alias(event)
                case yaml.ScalarEvent():
                    self._named(event.anchor, 1)
                    self.size += 1
                case yaml.CollectionStartEvent():
                    self.open.append((event.anchor, self.size))
                    self.size += 1
                    if len(self.open) > DEEPEST:
                        problem = f"it is more than {DEEPEST} levels deep"
                        raise _refused(problem, event)
                case yaml.CollectionEndEvent():
                    anchor, before = self.open.pop()
                    self._named(anchor, self.size - before)
            if self.size > LARGEST:
                problem = f"with all that its aliases stand for it has over {LARGEST:,} values"
                raise _refused(problem, event)

    def _alias(self, event: yaml.AliasEvent) -> None:
        name = event.anchor
        if any(anchor == name for anchor, _ in self.open):
            problem = f"“*{name}” stands within what it names"
            raise _refused(problem, event)
        # An alias of nothing is left to whoever reads the text: they say so themselves.
        self.size += self.anchors.get(str(name), 1)

    def _named(self, anchor: str | None, size: int) -> None:
        if anchor is not None:
            self.anchors[anchor] = size


def _refused(problem: str, event: yaml.Event) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(None, None, problem, cast("yaml.Mark", event.start_mark))


def place_of(error: yaml.YAMLError) -> tuple[int, int]:
    """Line and column of what is wrong, from 1; 0 where that is not known."""
    mark = getattr(error, "problem_mark", None)
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def reason_of(error: yaml.YAMLError) -> str:
    """What is wrong, on one line."""
    return " ".join(str(getattr(error, "problem", None) or "it is not YAML").split())


def has_front_matter(text: str) -> bool:
    """Whether a chapter begins with settings of its own."""
    return _FRONT_MATTER.match(text) is not None


def front_matter_fault(text: str) -> FrontMatterFault | None:
    """Why the front matter of a chapter cannot be read, if it has any and it cannot."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return None
    try:
        load_yaml(found["yaml"])
    except yaml.YAMLError as error:
        line, column = place_of(error)
        return FrontMatterFault(line + 1, column, reason_of(error), found.end())
    return None
