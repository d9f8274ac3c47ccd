"""The bibliography without the person: no author, no title or address that leads to them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from seminarbook.withdrawal.identity import Identity
from seminarbook.withdrawal.names_of_things import with_new_names
from seminarbook.withdrawal.phrases import WITHHELD, Neutral

_ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*\{\s*([^\s,{}()=\"#%]+)\s*,")
_FIELD = re.compile(r"\s*([A-Za-z][\w-]*)\s*=\s*")
_BARE = re.compile(r"[^,\s}]+")
_PEOPLE = ("author", "editor")
# All that a work of the person keeps; anything else would lead to its title page.
_KEPT_OF_OWN = ("author", "editor", "year", "month", "howpublished", "note")
_ADDRESSES = ("url", "doi", "eprint", "file")
_AND = re.compile(r"\s+and\s+")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the bibliography: where it stands, and its fields as they are written."""

    begin: int
    end: int
    kind: str
    key: str
    fields: dict[str, str]


def entries(text: str) -> Iterator[Entry]:
    """The entries of a BibTeX text that can be read to their end."""
    place = 0
    while found := _ENTRY.search(text, place):
        fields: dict[str, str] = {}
        place = found.end()
        while field := _FIELD.match(text, place):
            value, place = _value(text, field.end())
            fields[field[1].lower()] = value
            comma = re.compile(r"\s*,").match(text, place)
            place = comma.end() if comma else place
        close = text.find("}", place)
        if close < 0:
            return
        place = close + 1
        if found[1].lower() not in ("comment", "string", "preamble"):
            yield Entry(found.start(), place, found[1], found[2], fields)


def _value(text: str, start: int) -> tuple[str, int]:
    """A field's value without its outer braces or quotes, and where it ends."""
    if start < len(text) and text[start] == "{":
        depth = 0
        for place in range(start, len(text)):
            depth += (text[place] == "{") - (text[place] == "}")
            if not depth:
                return text[start + 1 : place], place + 1
        return text[start + 1 :], len(text)
    if start < len(text) and text[start] == '"':
        close = text.find('"', start + 1)
        close = len(text) if close < 0 else close
        return text[start + 1 : close], close + 1
    bare = _BARE.match(text, start)
    return (bare[0], bare.end()) if bare else ("", start)


def works_of(identity: Identity, text: str) -> tuple[Entry, ...]:
    """The entries that the person wrote or edited."""
    return tuple(entry for entry in entries(text) if _is_by(identity, entry))


def _is_by(identity: Identity, entry: Entry) -> bool:
    return any(
        _is_person(identity, name)
        for field in _PEOPLE
        for name in _AND.split(entry.fields.get(field, ""))
    )


def _is_person(identity: Identity, name: str) -> bool:
    """Whether one name of a list of authors is the person’s; a body’s name in braces is not."""
    if name.strip().startswith("{") and identity.person.kind == "person":
        return False
    plain = without_latex(name).strip()
    found = next(identity.find(plain, full=True), None)
    return found is not None and found[0].strip(" .") == plain.strip(" .")


def without_latex(text: str) -> str:
    """A text of the bibliography as a reader sees it: letters such as \\"{a} as letters."""
    import latexcodec  # noqa: F401  (it registers the codec)

    with contextlib.suppress(ValueError):
        text = text.encode("utf-8").decode("latex+utf-8")
    return re.sub(r"[{}]", "", text)


def without(identity: Identity, neutral: Neutral, text: str, keys: dict[str, str]) -> str:
    """The bibliography with new keys, and without what names the person."""
    pieces: list[str] = []
    end = 0
    for entry in entries(text):
        pieces.append(neutral.typed(text[end : entry.begin]))
        written = text[entry.begin : entry.end]
        pieces.append(_entry(identity, neutral, entry, written, keys))
        end = entry.end
    pieces.append(neutral.typed(text[end:]))
    return "".join(pieces)


def _entry(
    identity: Identity, neutral: Neutral, entry: Entry, written: str, keys: dict[str, str]
) -> str:
    fields = dict(entry.fields)
    kind = entry.kind
    if _is_by(identity, entry):
        alone = all(
            _is_person(identity, name)
            for field in _PEOPLE
            for name in _AND.split(fields.get(field, ""))
            if name.strip()
        )
        fields = {name: value for name, value in fields.items() if name in _KEPT_OF_OWN}
        for field in _PEOPLE:
            if field in fields:
                fields[field] = _authors(identity, fields[field])
        who = "a person" if identity.person.kind == "person" else "a group"
        fields["title"] = (
            f"{{Work by {who} who asked not to be named}}"
            if alone
            else "{Work by several people, of whom one asked not to be named}"
        )
        kind = "misc"
    for name, value in list(fields.items()):
        if name in _ADDRESSES and identity.in_address(value):
            del fields[name]
        elif name not in _ADDRESSES:
            changed = neutral.typed(value, lower=False)
            fields[name] = with_new_names(changed, keys)
    key = keys.get(entry.key, entry.key)
    if (kind, key, fields) == (entry.kind, entry.key, entry.fields):
        return written
    first = [name for name in ("author", "editor", "title") if name in fields]
    order = [*first, *(name for name in fields if name not in first)]
    lines = "".join(f"  {name} = {{{fields[name]}}},\n" for name in order)
    return f"@{kind}{{{key},\n{lines}}}"


def _authors(identity: Identity, names: str) -> str:
    listed = [name.strip() for name in _AND.split(names) if name.strip()]
    others = [name for name in listed if not _is_person(identity, name)]
    if len(others) == len(listed):
        return names
    return " and ".join([*others, f"{{{WITHHELD}}}"])
