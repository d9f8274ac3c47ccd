"""What the checks need of ``_config.yml``, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from seminarbook.faults.settings import BROKEN_SETTINGS
from seminarbook.problems import Problem, nearest, quoted

FILE = "_config.yml"
_OURS = frozenset(
    f"seminarbook_{name}"
    for name in (
        "chapter_pdfs", "contact", "data", "doi", "downloads", "edit_url", "edition", "file_name",
        "keywords", "licence", "licence_address", "notebooks", "paper", "publisher", "redirects",
        "series",
    )
)  # fmt: skip
_CURLY = "“”„‘’"
_TEXTS = ("title", "author", "copyright")


class Span(NamedTuple):
    """The first and the last day of the series, as far as they are set."""

    start: date | None
    end: date | None


def bibliography_in(settings: dict[str, Any]) -> str:
    """The file of the sources."""
    named = settings.get("bibtex_bibfiles")
    first = named[0] if isinstance(named, list) and named else named
    return first if isinstance(first, str) and first else "book/references.bib"


def span_in(settings: dict[str, Any]) -> Span:
    """The days between which every seminar lies; none if they contradict each other."""
    series = _series(settings)
    start, end = _day(series.get("start")), _day(series.get("end"))
    return Span(None, None) if start and end and end < start else Span(start, end)


def wrong_settings(settings: dict[str, Any], text: str) -> Iterator[Problem]:
    """Days that are none, names with a slip in them, and quotation marks that YAML has not."""
    series = _series(settings)
    for day in series.values():
        if not _day(day):
            message = f"{quoted(str(day))} is not a day of the series."
            yield _at(text, str(day), message, "Write year-month-day, as in 2016-04-19.")
    start, end = _day(series.get("start")), _day(series.get("end"))
    if start and end and end < start:
        message = "The series ends before it starts."
        yield _at(text, "seminarbook_series", message, "Exchange the two days.")
    for name in _config(settings):
        if str(name).startswith("seminarbook") and name not in _OURS:
            yield _at(text, f"{name}:", f"There is no setting “{name}”.", nearest(str(name), _OURS))
    for name in _TEXTS:
        if isinstance(settings.get(name), dict | list):
            yield _at(text, f"{name}:", f"“{name}” must be a text.", "Write it in quotation marks.")
    for name, value in settings.items():
        if isinstance(value, str) and value[:1] in _CURLY and value[-1:] in _CURLY and value[1:]:
            message = f"{value} has curly quotation marks round it."
            advice = f'Write {name}: "{value.strip(_CURLY)}".'
            yield _at(text, value, message, advice)


def _at(text: str, wording: str, message: str, advice: str) -> Problem:
    lines = text.splitlines()
    line = next((number for number, one in enumerate(lines, 1) if wording in one), 0)
    return Problem(FILE, line, 0, BROKEN_SETTINGS, message, advice)


def _config(settings: dict[str, Any]) -> dict[str, Any]:
    """What is set for Sphinx; nothing if it is of another kind."""
    found: object = settings
    for key in ("sphinx", "config"):
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def _series(settings: dict[str, Any]) -> dict[str, Any]:
    series = _config(settings).get("seminarbook_series")
    return series if isinstance(series, dict) else {}


def _day(value: object) -> date | None:
    """A day as YAML or text; a build refuses anything else."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
