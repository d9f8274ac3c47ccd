"""Remnant: a place in the sources where the person could not be taken out, or was left on
purpose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from seminarbook.authoring.edits import Edit
from seminarbook.withdrawal.bibliography import without_latex
from seminarbook.withdrawal.elsewhere import files_beside
from seminarbook.withdrawal.identity import Identity
from seminarbook.withdrawal.names_of_things import things_in, without_name

_FOLDERS = ("book", "data")
_TEXTS = (".md", ".csv", ".bib", ".yml", ".svg", ".txt", ".json", ".cff", ".css", ".html")


@dataclass(frozen=True, slots=True, order=True)
class Remnant:
    """A line that still names the person."""

    path: str
    line: int
    text: str


def remnants(root: Path, identity: Identity, edits: Iterable[Edit]) -> tuple[Remnant, ...]:
    """Every line of the sources that would still name the person after the edits."""
    after = {one.path: one.after for one in edits}
    found: list[Remnant] = []
    for path in _sources(root):
        data = after[path] if path in after else (root / path).read_bytes()
        if data is not None:
            text = data.decode("utf-8", "replace")
            found += _lines(identity, path, text)
            if path.endswith(".bib"):
                read = "\n".join(map(without_latex, text.split("\n")))
                found += [one for one in _lines(identity, path, read) if one not in found]
    return tuple(sorted(found))


def _sources(root: Path) -> Iterator[str]:
    listed = {"_toc.yml", *files_beside(root)}
    for folder in _FOLDERS:
        listed |= {
            path.relative_to(root).as_posix()
            for path in (root / folder).rglob("*")
            if path.is_file() and path.suffix in _TEXTS
        }
    yield from sorted(path for path in listed if (root / path).is_file())


def _lines(identity: Identity, path: str, text: str) -> Iterator[Remnant]:
    id_ = identity.person.id
    for number, line in enumerate(text.split("\n"), start=1):
        things = set(things_in(line))
        is_thing = any("-" in one and without_name(identity, one) != one for one in things)
        if id_ in things or is_thing or any(identity.find(line)):
            yield Remnant(path, number, line.strip())
