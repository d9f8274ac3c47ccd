"""The part of the authors' guide that lists every directive and role, drawn from markup.py."""

from __future__ import annotations

from collections.abc import Iterator

from seminarbook.markup import DIRECTIVES, ROLES, Directive
from seminarbook.views import charts, tables  # noqa: F401  (they register)
from seminarbook.views.registry import CHARTS, TABLES

PATH = "docs/authors.md"
_BEGIN = "<!-- From here on drawn from seminarbook/markup.py by “describe-markup --write”. -->"
_END = "<!-- To here. -->"


class GuideUnmarked(Exception):
    """The guide does not say where its drawn part begins and ends."""


def markup_guide() -> str:
    """Every directive and role in Markdown, each with its example."""
    return "\n".join([*_blocks(), *_words()])


def with_guide(text: str) -> str:
    """The guide with its drawn part as it should be."""
    before, begin, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not (begin and end):
        raise GuideUnmarked(f"{PATH} needs the lines {_BEGIN} and {_END}")
    return f"{before}{begin}\n\n{markup_guide()}\n{end}{after}"


def _blocks() -> Iterator[str]:
    for form in DIRECTIVES.values():
        yield f"### `{form.name}`: {form.meaning}\n"
        yield f"````markdown\n{form.example}\n````\n"
        yield from _options(form)
        if names := _names(form):
            yield f"Its name is one of: {', '.join(f'`{name}`' for name in names)}.\n"


def _options(form: Directive) -> Iterator[str]:
    if form.options:
        yield "| option | what it is for |\n| --- | --- |"
        yield "\n".join(f"| `:{option.name}:` | {option.meaning} |" for option in form.options)
        yield ""


def _names(form: Directive) -> tuple[str, ...]:
    if form.takes == "table":
        return tuple(sorted(TABLES))
    return tuple(sorted(CHARTS)) if form.takes == "chart" else ()


def _words() -> Iterator[str]:
    for role in ROLES.values():
        yield f"### `{role.name}`: {role.meaning}\n"
        yield f"````markdown\n{role.example}\n````\n"
