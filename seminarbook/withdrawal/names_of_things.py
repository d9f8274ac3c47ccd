"""New ids, keys and labels for everything that was called after the person."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from seminarbook.withdrawal.identity import Identity

UNNAMED = "unnamed"
# An id, a key or a label, wherever it stands in a text.
_THING = re.compile(r"(?<![\w-])[a-z0-9]+(?:[-_][a-z0-9]+)*(?![\w-])")


def renamed(identity: Identity, things: Iterable[str], taken: Collection[str]) -> dict[str, str]:
    """For each id that holds the name, a new one that does not, and that nothing else has."""
    used = set(taken)
    found: dict[str, str] = {}
    for thing in sorted(set(things)):
        neutral = without_name(identity, thing)
        if neutral == thing:
            continue
        number, unique = 2, neutral
        while unique in used:
            unique, number = f"{neutral}-{number}", number + 1
        used.add(unique)
        found[thing] = unique
    return found


def without_name(identity: Identity, thing: str) -> str:
    """An id with “unnamed” for the name; ids of other people within it stay as they are."""
    words = re.split(r"[-_]", thing)
    hidden = _hidden(words, identity.others)
    kept: list[str] = []
    place = 0
    while place < len(words):
        length = next(
            (
                len(tokens)
                for tokens in identity.tokens
                if tuple(words[place : place + len(tokens)]) == tokens
                and not hidden & set(range(place, place + len(tokens)))
            ),
            0,
        )
        if not length:
            kept.append(words[place])
        elif UNNAMED not in kept:
            kept.append(UNNAMED)
        place += length or 1
    if len(kept) == len(words) and UNNAMED not in kept:
        return thing
    return "-".join(kept)


def things_in(text: str) -> Iterator[str]:
    """Everything in a text that may be an id, a key or a label."""
    return (found[0] for found in _THING.finditer(text))


def with_new_names(text: str, names: dict[str, str]) -> str:
    """The text with each old id as the new one."""
    return _THING.sub(lambda found: names.get(found[0], found[0]), text)


def _hidden(words: list[str], others: tuple[tuple[str, ...], ...]) -> set[int]:
    """The places of other people’s whole ids; an id of one word hides nothing."""
    found: set[int] = set()
    for tokens in others:
        if len(tokens) < 2:
            continue
        for start in range(len(words) - len(tokens) + 1):
            if tuple(words[start : start + len(tokens)]) == tokens:
                found |= set(range(start, start + len(tokens)))
    return found
