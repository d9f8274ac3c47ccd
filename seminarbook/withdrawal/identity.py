"""Identity: every way in which a text may name one person, and no other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from seminarbook.model.records import Person
from seminarbook.model.suggestions import kebab

# A family name that stands before one of these is the name of a case, a law or a report.
_OF_A_CASE = r"(?:v\.?|vs\.?|ruling|judge?ment|case|Act|Report|Inquiry|principle|test)\b"
_TITLES = r"(?:(?:Dr|Prof(?:essor)?|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady)\b\.?[ \u00a0]+)"
_GAP = r"[\s\u00a0‐‑–-]+"


@dataclass(frozen=True, slots=True)
class Identity:
    """Patterns for one person.

    ``full`` finds the name with a given name or an initial, in either order; ``any`` also the
    family name alone. Both leave be what ``kept`` finds: other people's names, a case that bears
    the family name, and phrases the author wants to keep.
    """

    person: Person
    full: re.Pattern[str]
    any: re.Pattern[str]
    kept: re.Pattern[str]
    hint: re.Pattern[str]
    tokens: tuple[tuple[str, ...], ...]
    others: tuple[tuple[str, ...], ...]

    def find(self, text: str, *, full: bool = False) -> Iterator[re.Match[str]]:
        """Every place where the text names the person."""
        # Every way to name them has the family name in it; most texts have not.
        if not self.hint.search(text):
            return
        spans = [found.span() for found in self.kept.finditer(text)]
        for found in (self.full if full else self.any).finditer(text):
            if not any(begin <= found.start() and found.end() <= end for begin, end in spans):
                yield found

    def in_address(self, address: str) -> bool:
        """Whether a web address holds the name."""
        words = tuple(re.findall(r"[a-z0-9]+", _plain(address).casefold()))
        return any(_run(words, tokens) >= 0 for tokens in self.tokens)


def identity_of(person: Person, people: Iterable[Person], phrases: Iterable[str] = ()) -> Identity:
    """The patterns for ``person`` among ``people``; ``phrases`` are left as they are."""
    others = [one for one in people if one.id != person.id]
    family = _pattern(person.family_name)
    full = _full(person, family)
    shared = any(one.family_name.casefold() == person.family_name.casefold() for one in others)
    alone = rf"{_TITLES}?\b{family}\b"
    patterns = [full] if shared else [full, alone]
    kept = [rf"\b{family} {_OF_A_CASE}"]
    kept += [_pattern(phrase) for phrase in phrases]
    kept += [
        _full(one, _pattern(one.family_name))
        for one in others
        if _shares_a_word(one.name, person.name)
    ]
    id_tokens = tuple(person.id.split("-"))
    family_tokens = tuple(kebab(person.family_name).split("-"))
    given_tokens = tuple(kebab(person.given_name or "").split("-"))
    tokens = {id_tokens, family_tokens, (*given_tokens, *family_tokens) if given_tokens[0] else ()}
    if given_tokens[0]:
        tokens |= {(*family_tokens, *given_tokens), (given_tokens[0], *family_tokens)}
    return Identity(
        person,
        re.compile(full, re.IGNORECASE),
        # The family name alone must have its capital: “cross” and “stone” are words too.
        re.compile("|".join([f"(?i:{full})", *patterns[1:]])),
        re.compile("|".join(f"(?i:{one})" for one in kept if one)),
        re.compile(_first_word(person.family_name), re.IGNORECASE),
        tuple(sorted((one for one in tokens if one), key=len, reverse=True)),
        tuple(tuple(one.id.split("-")) for one in others),
    )


def _full(person: Person, family: str) -> str:
    """The name with what comes before the family name; a single name stands for itself."""
    if not person.given_name:
        return rf"{_TITLES}?\b{family}\b"
    given = person.given_name.split()
    first = _given(given[0])
    more = "".join(rf"(?:{_GAP}{_given(name)})?" for name in given[1:])
    return (
        rf"{_TITLES}?\b{first}{more}(?:{_GAP})?(?<=[\s\u00a0‐‑–.-]){family}\b"
        rf"|\b{family}(?:,[\s\u00a0]*|[\s\u00a0]+){first}{more}(?!\w)"
    )


def _given(name: str) -> str:
    """A given name or its initial; the initial must be a capital, since “a” is a word too."""
    return rf"(?:{_pattern(name)}|(?-i:{_letter(name[0].upper())})\.?)"


def _pattern(name: str) -> str:
    """A pattern for a name, with accents or without, its parts joined by spaces or hyphens."""
    parts = [part for part in re.split(r"[\s-]+", name.strip()) if part]
    article = parts[0].casefold() == "the" and len(parts) > 1
    words = _GAP.join("".join(map(_letter, part)) for part in parts[article:])
    return rf"(?:the{_GAP})?{words}" if article else words


def _first_word(name: str) -> str:
    """A pattern for the first word of a name that is no article."""
    parts = [part for part in re.split(r"[\s-]+", name.strip()) if part]
    article = parts[0].casefold() == "the" and len(parts) > 1
    return "".join(map(_letter, parts[article]))


def _letter(char: str) -> str:
    plain = unicodedata.normalize("NFKD", char)[0]
    if char in "'’":
        return "['’]"
    return re.escape(char) if plain == char else f"[{re.escape(char)}{re.escape(plain)}]"


def _shares_a_word(one: str, other: str) -> bool:
    return bool(set(kebab(one).split("-")) & set(kebab(other).split("-")))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text)
    return "".join(char for char in folded if not unicodedata.combining(char))


def _run(words: tuple[str, ...], tokens: tuple[str, ...]) -> int:
    """Where ``tokens`` stand in a row among ``words``; -1 if nowhere."""
    for start in range(len(words) - len(tokens) + 1):
        if words[start : start + len(tokens)] == tokens:
            return start
    return -1
