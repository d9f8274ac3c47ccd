"""Words for a person who is not named, as the sentence needs them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from seminarbook.model.records import Person
from seminarbook.withdrawal.identity import Identity

WITHHELD = "Name withheld"
TITLE_WITHHELD = "title withheld"
_HONOUR = (
    r"(?:\b[Tt]he[ \u00a0\n]+)?"
    r"(?:\b(?:Dr|Prof(?:essor)?|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady)\b\.?[ \u00a0\n]+)?"
)
_OWNER = re.compile(r"['’]s?\Z")
# What may stand between the start of a sentence and its first word.
_MARKS = "*_“”‘\"'([ \t"
_MARKERS = re.compile(r"(?:[-*+>|]|\d+\.|#+|:[\w-]+:|\s)+")
_AFTER_STOP = re.compile(r"(?:\{[\w:]+\}`[^`]*`|[\s”’\"')*_])+\Z")
# What begins anew, so that the whole phrase is needed again: a paragraph, an item, a cell.
_NEW_UNIT = re.compile(r"\n[ \t]*\n|\n[ \t]*(?:\* )?[-*|] |\n#+ |\n:[\w-]+: ")


@dataclass(frozen=True)
class Neutral:
    """Puts neutral words in the place of a person, in text of any kind.

    ``bodies`` are what the person is said to belong to; where one stands right behind the name
    it goes with it. ``lower`` is for texts that never begin with a capital.
    """

    identity: Identity
    bodies: tuple[str, ...] = ()
    _patterns: dict[str, re.Pattern[str]] = field(default_factory=dict, init=False, repr=False)

    def roles(self, text: str) -> str:
        """A chapter with every role that names the person replaced."""
        id_ = re.escape(self.identity.person.id)
        named = rf"\{{person\}}`(?:(?P<text>[^`<]*?)\s*<{id_}>|{id_})`"
        anchored = rf"\{{ref\}}`(?:(?P<words>[^`<]*?)\s*<person-{id_}>|person-{id_})`"
        text = re.sub(anchored, lambda found: found["words"] or self._full(), text)
        return self._replaced(text, named, lower=False)

    def braces(self, text: str, *, lower: bool = False) -> str:
        """A text of the data with every ``{id}`` of the person replaced."""
        named = rf"\{{\s*{re.escape(self.identity.person.id)}\s*\}}(?P<text>)"
        return self._replaced(text, named, lower=lower)

    def typed(self, text: str, *, lower: bool = False) -> str:
        """A text with every name that was typed replaced."""
        pieces: list[str] = []
        end = 0
        for found in self.identity.find(text):
            if found.start() < end:
                continue
            pieces.append(text[end : found.start()])
            before = "".join(pieces)
            owner = re.match(r"['’]s\b", text[found.end() :])
            pieces.append(self._words(before, owns=bool(owner), lower=lower))
            end = found.end() + (len(owner[0]) if owner else 0)
        return "".join([*pieces, text[end:]])

    def _replaced(self, text: str, named: str, *, lower: bool) -> str:
        pattern = self._patterns.get(named)
        if pattern is None:
            pattern = re.compile(
                rf"{_HONOUR}{named}(?P<owner>['’]s\b|['’](?=\s))?{self._belonging()}"
            )
            self._patterns[named] = pattern
        pieces: list[str] = []
        end = 0
        for found in pattern.finditer(text):
            pieces.append(text[end : found.start()])
            owns = bool(found["owner"]) or bool(_OWNER.search(found["text"] or ""))
            pieces.append(self._words("".join(pieces), owns=owns, lower=lower))
            end = found.end()
        return "".join([*pieces, text[end:]])

    def _belonging(self) -> str:
        """What stands behind the name and says where the person belongs."""
        if not self.bodies:
            return ""
        bodies = "|".join(re.escape(body) for body in sorted(self.bodies, key=len, reverse=True))
        inside = rf"[ \n]*\([^(){{}}`]*(?:{bodies})[^(){{}}`]*\)"
        behind = rf" (?:of|from|at) (?:the )?(?:{bodies})"
        apart = (
            rf", (?!(?:and|but|or|with)\b)[^,.;:{{}}()\n]*(?:{bodies})[^,.;:{{}}()\n]*"
            rf"(?:,(?= )|(?=[.;\n ]))"
        )
        return rf"(?:{inside}|{behind}|{apart})?"

    def _words(self, before: str, *, owns: bool, lower: bool) -> str:
        again = _full_or_owner(self.identity.person)
        unit = _NEW_UNIT.split(before)[-1]
        if any(phrase.casefold() in unit.casefold() for phrase in again):
            words = "this group" if self._is_group else "this person"
            words += "’s" if owns else ""
        else:
            words = self._owner() if owns else self._full()
        if not lower and _starts(before):
            words = words[0].upper() + words[1:]
        return words

    @property
    def _is_group(self) -> bool:
        return self.identity.person.kind == "group"

    def _full(self) -> str:
        return full_phrase(self.identity.person)

    def _owner(self) -> str:
        return "an unnamed group’s" if self._is_group else "an unnamed person’s"


def full_phrase(person: Person) -> str:
    """The words that stand for a name."""
    return f"a {'group' if person.kind == 'group' else 'person'} {_RELATIVE[person.kind]}"


_RELATIVE = {"person": "who asked not to be named", "group": "that asked not to be named"}


def _full_or_owner(person: Person) -> tuple[str, str]:
    return full_phrase(person), f"an unnamed {person.kind}’s"


def _starts(before: str) -> bool:
    """Whether a sentence, a heading, a cell or a list item begins here."""
    above, _, line = before.rpartition("\n")
    words = line.strip(_MARKS)
    if words and not _MARKERS.fullmatch(words):
        return line != line.rstrip() and _ends(line)
    if words:
        return True
    last = above.rpartition("\n")[2].strip()
    return not last or last.startswith((":", "`", "%")) or _ends(last)


def _ends(line: str) -> bool:
    """Whether a sentence ends with this line, a citation behind its stop aside."""
    return _AFTER_STOP.sub("", line.rstrip()).endswith((".", "?", "!"))
