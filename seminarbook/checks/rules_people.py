"""Rules that protect the people in the book."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seminarbook.checks.data_rule import Finding, Span, data_rule
from seminarbook.model.columns import columns_of
from seminarbook.model.records import RECORD_CLASSES, Person, Role
from seminarbook.model.references import PERSON_IN_PROSE
from seminarbook.model.series import Series
from seminarbook.problems import quoted

# A brace ends a name, so that words on its two sides are not read together.
_WORD = re.compile(r"\w+(?:-\w+)*|\{\}")

Words = tuple[str, ...]


@data_rule("A role that tells of lived experience does not say who disclosed it")
def disclosure_missing(series: Series, span: Span | None) -> Iterator[Finding]:
    """Nobody is labelled except as they, or a role they hold in public, labelled them.

    Bad:  role carer, disclosure blank
    Good: role carer, disclosure self-described
    """
    for row in series.participation:
        role = series.get(Role, row.role)
        if role and role.lived_experience == "yes" and not row.disclosure:
            message = f"The role {quoted(role.id)} tells of a person’s own life: who said it?"
            kinds = "“self-described” or “public role”"
            if not row.person:
                kinds += ", or “described by the record” as nobody is named"
            advice = f"Write {kinds}; if none is so, use the role “not-stated”."
            yield Finding(row, "disclosure", message, advice)


@data_rule("A named person is labelled by somebody else")
def disclosure_not_own(series: Series, span: Span | None) -> Iterator[Finding]:
    """That others wrote it down does not make it theirs to publish. Unnamed people may be
    described as the record describes them.

    Bad:  a named person, role service-user, disclosure “described by the record”
    Good: a named person, role not-stated
    """
    for row in series.participation:
        role = series.get(Role, row.role)
        person = series.get(Person, row.person)
        if not (role and person) or role.lived_experience != "yes" or person.kind == "group":
            continue
        if row.disclosure == "described by the record":
            message = f"{quoted(role.id)} is what the record says of a person who is named."
            advice = (
                "Use “self-described” or “public role” if that is so; otherwise use the role "
                "“not-stated”, or leave the person unnamed."
            )
            yield Finding(row, "disclosure", message, advice)


@data_rule("A person who withdrew is still named")
def person_withdrawn(series: Series, span: Span | None) -> Iterator[Finding]:
    """Whoever asks not to be named is named in no output of the book, nor in its sources.

    Bad:  ann-lee,person,Lee,Ann,,,withdrawn …
    Good: no such row, and no row that refers to it
    """
    for person in series.people:
        if person.consent == "withdrawn":
            message = "This person asked not to be named, and the row names them."
            advice = f"Run “python -m seminarbook withdraw {person.id}”."
            yield Finding(person, "consent", message, advice)


@data_rule("A person’s name is typed in a text")
def name_in_prose(series: Series, span: Span | None) -> Iterator[Finding]:
    """A name typed by hand stays where it is when it is corrected or withdrawn elsewhere.

    Bad:  Ann Lee opened the day
    Good: {ann-lee} opened the day
    """
    names: dict[str, list[tuple[Words, str]]] = {}
    for person in series.people:
        words = _words(person.name)
        if person.kind == "person" and len(words) > 1:
            names.setdefault(words[0], []).append((words, person.id))
    for record in RECORD_CLASSES:
        prose = [column.name for column in columns_of(record) if column.prose]
        for row in series.rows(record.file):
            for field in prose:
                for name, id_ in _named(getattr(row, field) or "", names):
                    message = f"The name {quoted(name.title())} is typed in the text."
                    yield Finding(row, field, message, f"Write {{{id_}}} in its place.")


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.casefold()))


def _named(text: str, names: dict[str, list[tuple[Words, str]]]) -> Iterator[tuple[str, str]]:
    words = _words(PERSON_IN_PROSE.sub(" {} ", text))
    for place, word in enumerate(words):
        for name, id_ in names.get(word, ()):
            if words[place : place + len(name)] == name:
                yield " ".join(name), id_
