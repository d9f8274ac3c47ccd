"""What a bibliography may grow to when BibTeX reads it: how deep, and how long.

An ``@string`` may be put together from others, so that a few lines stand for more text than any
memory holds; and whoever reads braces within braces has to go down as deep as they go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

DEEPEST = 50
LARGEST = 20_000_000

_STRING = re.compile(
    r"@\s*string\s*\{\s*(?P<name>[^\s={}\"#,]+)\s*=(?P<value>[^@]*)", re.IGNORECASE
)
_PART = re.compile(r'"(?P<quoted>[^"]*)"|\{(?P<braced>[^{}]*)\}|(?P<name>[^\s={}"#,]+)')
_BRACE = re.compile(r"[{}]")


def too_deep(content: str) -> int | None:
    """Where the first brace stands that is too deep within others; None if there is none."""
    depth = 0
    for found in _BRACE.finditer(content):
        depth = depth + 1 if found[0] == "{" else max(0, depth - 1)
        if depth > DEEPEST:
            return found.start()
    return None


def too_long(content: str) -> int | None:
    """Where an ``@string`` is defined that would take too much wherever it is used."""
    # Each use stands behind one of these signs.
    uses = content.count("=") + content.count("#")
    for start, size in _strings(content):
        if size * uses > LARGEST:
            return start
    return None


def _strings(content: str) -> Iterator[tuple[int, int]]:
    """The place of each ``@string``, and how long its text is."""
    sizes: dict[str, int] = {}
    for found in _STRING.finditer(content):
        parts = _PART.finditer(found["value"])
        size = sum(
            sizes.get(part["name"].casefold(), 0)
            if part["name"]
            else len(part["quoted"] or part["braced"] or "")
            for part in parts
        )
        sizes[found["name"].casefold()] = size
        yield found.start(), size
