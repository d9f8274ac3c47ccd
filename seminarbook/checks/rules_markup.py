"""Rules on what authors write between braces: directives, roles, options and ids."""

from __future__ import annotations

from collections.abc import Iterator

from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter, UsedDirective
from seminarbook.checks.rule import Finding, chapter_rule
from seminarbook.markup import DIRECTIVES, ROLES
from seminarbook.problems import nearest
from seminarbook.views import charts, tables  # noqa: F401  (they register)
from seminarbook.views.registry import CHARTS, TABLES, View
from seminarbook.views.values import Chart, Table

# What MyST and Sphinx give every book, of which this book's chapters may make use.
STANDARD_DIRECTIVES = frozenset(
    [
        "admonition",
        "note",
        "tip",
        "hint",
        "important",
        "warning",
        "caution",
        "seealso",
        "glossary",
        "figure",
        "image",
        "list-table",
        "code-block",
        "code-cell",
        "toctree",
        "math",
        "only",
        "index",
        "epigraph",
        "topic",
    ]
)
STANDARD_ROLES = frozenset(
    [
        "term",
        "ref",
        "doc",
        "numref",
        "cite:p",
        "cite:t",
        "cite",
        "cite:ps",
        "cite:ts",
        "abbr",
        "emphasis",
        "strong",
        "sub",
        "sup",
        "index",
        "download",
        "math",
        "code",
    ]
)


@chapter_rule("A directive that does not exist")
def unknown_directive(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Nothing can be shown for a directive that nobody has written.

    Bad:  `:::{data-tabel} programme`
    Good: `:::{data-table} programme`
    """
    known = STANDARD_DIRECTIVES | set(DIRECTIVES)
    for used in chapter.directives:
        if used.name not in known:
            yield used.at, f"There is no directive “{used.name}”.", nearest(used.name, known)


@chapter_rule("A role that does not exist")
def unknown_role(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A role that nobody has written is shown as a mark of a problem.

    Bad:  {persn}`ada-quillfeather`
    Good: {person}`ada-quillfeather`
    """
    known = STANDARD_ROLES | set(ROLES)
    for used in chapter.roles:
        if used.name not in known:
            yield used.at, f"There is no role “{used.name}”.", nearest(used.name, known)


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
        known = [option.name for option in form.options]
        for option in used.options:
            if option.name not in known:
                allowed = f"Allowed: {', '.join(known)}." if known else "It takes no options."
                message = f"{{{used.name}}} has no option “{option.name}”."
                yield option.at, message, " ".join((nearest(option.name, known), allowed)).strip()


@chapter_rule("A table or chart that does not exist")
def unknown_view(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Nothing can be shown in the place of a table or chart that does not exist.

    Bad:  `:::{data-chart} rolls`
    Good: `:::{data-chart} roles`
    """
    for used in chapter.directives:
        form = DIRECTIVES.get(used.name)
        if form is None or form.takes not in ("table", "chart"):
            continue
        own, other = (TABLES, CHARTS) if form.takes == "table" else (CHARTS, TABLES)
        if used.argument in own:
            continue
        advice = nearest(used.argument, own)
        if used.argument in other:
            kind = "chart" if form.takes == "table" else "table"
            advice = f"There is a {kind} of that name: write {{data-{kind}}}."
        known = ", ".join(sorted(own))
        message = f"There is no {form.takes} “{used.argument}”, only: {known}."
        yield used.argument_at, message, advice


@chapter_rule("A table or chart asked for one seminar, or for all, where that makes no sense")
def wrong_scope(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Some tables and charts compare seminars, others speak of one.

    Bad:  a `completeness` chart with `:seminar: s6`, if it compares seminars only
    Good: the same without `:seminar:`
    """
    for used in chapter.directives:
        view: View[Table] | View[Chart] | None = None
        if used.name == "data-table":
            view = TABLES.get(used.argument)
        elif used.name == "data-chart":
            view = CHARTS.get(used.argument)
        if view is None:
            continue
        asked = _option(used, "seminar")
        if asked and "seminar" not in view.scopes:
            yield used.at, f"“{view.name}” is about the whole series.", "Remove “:seminar:”."
        if not asked and "series" not in view.scopes:
            yield used.at, f"“{view.name}” is about one seminar.", "Add “:seminar:” with its id."


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
        ids = [id_ for file in files for id_ in book.series.ids(file)]
        if role.target not in ids:
            where = " or ".join(f"data/{file}.csv" for file in files)
            message = f"No row of {where} has the id “{role.target}”."
            yield role.at, message, nearest(role.target, ids)
    seminars = book.series.ids("seminars")
    for used in chapter.directives:
        form_of = DIRECTIVES.get(used.name)
        asked = [(option.value, option.at) for option in used.options if option.name == "seminar"]
        if form_of is not None and form_of.takes == "seminar":
            asked.append((used.argument, used.argument_at))
        for id_, at in asked:
            if form_of is not None and id_ not in seminars:
                message = f"No row of data/seminars.csv has the id “{id_}”."
                yield at, message, nearest(id_, seminars)


def _option(used: UsedDirective, name: str) -> str:
    return next((option.value for option in used.options if option.name == name), "")
