"""Rules on what authors write between braces: directives, roles, options and ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter, Place, UsedDirective, UsedOption
from seminarbook.checks.rule import Finding, chapter_rule
from seminarbook.checks.standard_markup import KNOWN_DIRECTIVES, KNOWN_ROLES
from seminarbook.markup import DIRECTIVES, ROLES
from seminarbook.problems import nearest, nearest_name, quoted
from seminarbook.views.registry import CHARTS, TABLES, View
from seminarbook.views.requests import RequestError, in_scope, known, view_named
from seminarbook.views.values import Chart, Table

_QUOTES = "\"'“”„‘’‚«»"
_VIEWED: dict[str, Literal["table", "chart"]] = {"data-table": "table", "data-chart": "chart"}


@chapter_rule("A directive that does not exist")
def unknown_directive(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Nothing can be shown for a directive that nobody has written.

    Bad:  `:::{data-tabel} programme`
    Good: `:::{data-table} programme`
    """
    for used in chapter.directives:
        if used.name not in KNOWN_DIRECTIVES:
            message = f"There is no directive “{used.name}”."
            yield used.at, message, nearest(used.name, KNOWN_DIRECTIVES)


@chapter_rule("A role that does not exist")
def unknown_role(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A role that nobody has written is shown as a mark of a problem.

    Bad:  {persn}`ada-quillfeather`
    Good: {person}`ada-quillfeather`
    """
    for used in chapter.roles:
        if used.name not in KNOWN_ROLES:
            yield used.at, f"There is no role “{used.name}”.", nearest(used.name, KNOWN_ROLES)


@chapter_rule("An option that the directive does not have")
def unknown_option(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """An option with a slip in its name would be passed over without a word.

    Bad:  `:semniar: s6`
    Good: `:seminar: s6`
    """
    for used in chapter.directives:
        form = DIRECTIVES.get(used.name)
        if form is None:
            continue
        names = [option.name for option in form.options]
        seen: set[str] = set()
        for option in used.options:
            if option.slip:
                continue  # that it is no option yet is told first
            if option.name in seen:
                yield option.at, f"“:{option.name}:” is given twice.", "Keep one of them."
            seen.add(option.name)
            if option.name not in names:
                allowed = f"Allowed: {', '.join(names)}." if names else "It takes no options."
                message = f"{{{used.name}}} has no option “{option.name}”."
                yield option.at, message, " ".join((nearest(option.name, names), allowed)).strip()


@chapter_rule("An option that is not written as one")
def option_form(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """An option has a colon on both sides of its name, and a space before its value.

    Bad:  `:seminar:s6`, `:seminar s6`, `:seminar: “s6”`
    Good: `:seminar: s6`
    """
    for used in chapter.directives:
        form = DIRECTIVES.get(used.name)
        names = [option.name for option in form.options] if form else []
        for option in used.options:
            name = nearest_name(option.name, names) or option.name
            if option.slip:
                message = f"{quoted(option.slip)} is not how an option is written."
                advice = f"Write “:{name}: {option.value}”."
                if form and name not in names:
                    allowed = f"Allowed: {', '.join(names)}." if names else "It takes no options."
                    advice = f"An option is written “:name: value”. {allowed}"
                yield option.at, message, advice
            elif name in ("seminar", "name") and _is_quoted(option.value):
                message = f"{option.value} has quotation marks round it."
                yield option.at, message, f"Write “:{name}: {option.value.strip(_QUOTES)}”."


def _is_quoted(value: str) -> bool:
    return value.strip(_QUOTES) != value


@chapter_rule("A table or chart that does not exist")
def unknown_view(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Nothing can be shown in the place of a table or chart that does not exist.

    Bad:  `:::{data-chart} rolls`
    Good: `:::{data-chart} roles`
    """
    for used in chapter.directives:
        kind = _VIEWED.get(used.name)
        if kind and not used.argument:
            example = DIRECTIVES[used.name].example.splitlines()[0]
            yield used.at, f"{{{used.name}}} has no name.", f"Write it as in {example}."
        elif kind:
            yield from _refused(used.argument_at, view_named, kind, used.argument)


@chapter_rule("A table or chart asked for one seminar, or for all, where that makes no sense")
def wrong_scope(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Some tables and charts compare seminars, others speak of one.

    Bad:  a `completeness` chart with `:seminar: s6`, if it compares seminars only
    Good: the same without `:seminar:`
    """
    for used in chapter.directives:
        if (view := _view(used)) is not None:
            seminar = next((one.value for one in used.options if _nearly_seminar(one)), "")
            yield from _refused(used.at, in_scope, view, seminar)


@chapter_rule("An id that the data files do not have")
def unknown_id(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A person, a seminar or a number without a row has no source.

    Bad:  {person}`ada-quilfeather`
    Good: {person}`ada-quillfeather`
    """
    for role in chapter.roles:
        form = ROLES.get(role.name)
        if form is None:
            continue
        files = ("figures", "attendance") if form.names == "figures" else (form.names,)
        if not role.target:
            yield role.at, f"{{{role.name}}} has no id.", f"Write it as in {form.example}."
        elif form.names == "people" and role.target in book.names.meaning:
            person = book.names.meaning[role.target].id
            message = f"“{role.target}” is a name, not an id."
            yield role.at, message, f"Write {{{role.name}}}`{role.target} <{person}>`."
        elif not book.may_have(role.target, *files):
            yield from _refused(role.at, known, book.series, role.target, *files)
    for used in chapter.directives:
        directive = DIRECTIVES.get(used.name)
        if directive is None:
            continue
        asked = [
            (option.value, option.at)
            for option in used.options
            if option.name == "seminar"
            and not option.slip
            and option.value.strip(_QUOTES) == option.value
        ]
        if directive.takes == "seminar":
            asked.append((used.argument, used.argument_at))
        for id_, at in asked:
            if not id_:
                example = directive.example.splitlines()[0]
                yield at, f"{{{used.name}}} has no seminar.", f"Write it as in {example}."
            elif not book.may_have(id_, "seminars"):
                yield from _refused(at, known, book.series, id_, "seminars")


def _refused(place: Place, ask: Callable[..., object], *words: object) -> Iterator[Finding]:
    """What a build would say of a request, at its place in the chapter."""
    try:
        ask(*words)
    except RequestError as error:
        yield place, error.message, error.advice, error.missing


def _view(used: UsedDirective) -> View[Table] | View[Chart] | None:
    """The table or chart that is asked for, if it is one that exists."""
    if _VIEWED.get(used.name) == "table":
        return TABLES.get(used.argument)
    return CHARTS.get(used.argument) if used.name in _VIEWED else None


def _nearly_seminar(option: UsedOption) -> bool:
    """Whether an option names the seminar; a slip in its name is told as one."""
    return nearest_name(option.name, ("seminar",)) == "seminar"
