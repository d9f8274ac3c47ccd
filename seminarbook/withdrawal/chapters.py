"""Chapters, and other Markdown of the book, without the person."""

from __future__ import annotations

import re
from collections.abc import Iterable

from seminarbook.withdrawal.identity import Identity
from seminarbook.withdrawal.names_of_things import with_new_names
from seminarbook.withdrawal.phrases import TITLE_WITHHELD, Neutral

_LINK = re.compile(r"(?<!!)\[(?P<words>[^\]\n]*)\]\(\s*<?(?P<address>[^)\s>]+)[^)\n]*\)")
_BARE_LINK = re.compile(r"<?(?P<address>https?://[^\s<>)`]+)>?")
# A title shorter than this is too common a phrase to be told from other words.
_SHORTEST_TITLE = 12
_PICTURE = r"!\["
_INITIAL = r"\b[A-Z]\.? (?:[Aa]|[Tt]his) person\b"
_SHORT_FORM = 4  # as many letters of a given name are often a name of their own
_PRONOUN = r"\b(?:[Ss]he|[Hh]e|[Hh]ers?|[Hh]is|[Hh]im|[Hh]imself|[Hh]erself)\b"


def without(
    identity: Identity,
    neutral: Neutral,
    text: str,
    names: dict[str, str],
    titles: Iterable[str] = (),
) -> str:
    """A text without the person: roles and typed names, labels, keys, links and titles.

    ``titles`` are those of works that only the person made, which would lead to them.
    """
    text = _LINK.sub(
        lambda found: found["words"] if identity.in_address(found["address"]) else found[0], text
    )
    text = _BARE_LINK.sub(
        lambda found: "(address withheld)" if identity.in_address(found["address"]) else found[0],
        text,
    )
    for title in titles:
        if len(title) >= _SHORTEST_TITLE:
            text = text.replace(title, f"({TITLE_WITHHELD})")
    text = neutral.braces(neutral.roles(text))
    return neutral.typed(with_new_names(text, names))


def to_read_again(
    before: str, after: str, bodies: Iterable[str] = (), given_name: str = ""
) -> tuple[int, ...]:
    """Lines of ``after`` that may still tell who it was.

    In paragraphs that have changed they speak of “he” or “she”, or of one of the ``bodies`` that
    the person belongs to, show a picture, or have an initial left over. Anywhere they have a word
    that begins like the given name, and may be short for it.
    """
    telling = re.compile("|".join([_PRONOUN, _PICTURE, _INITIAL, *map(re.escape, bodies)]))
    start_of_name = given_name.partition(" ")[0][:_SHORT_FORM]
    short = rf"\b{re.escape(start_of_name)}" if len(start_of_name) == _SHORT_FORM else r"(?!)"
    called = re.compile(short)
    old = set(before.split("\n"))
    lines = after.split("\n")
    found = [number for number, line in enumerate(lines) if called.search(line)]
    start = 0
    for end in [*(number for number, line in enumerate(lines) if not line.strip()), len(lines)]:
        unit = range(start, end)
        if any(lines[number] not in old for number in unit):
            found += [number for number in unit if telling.search(lines[number])]
        start = end + 1
    return tuple(sorted({number + 1 for number in found}))
