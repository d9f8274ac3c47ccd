"""``new-seminar``: a row, a chapter and a line in the contents for one more seminar."""

from __future__ import annotations

import argparse
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seminarbook.authoring.new_seminar import Outcome, Request
    from seminarbook.authoring.new_source import NewSource
    from seminarbook.checks.run import Checked

HELP = "add a seminar: its row, its chapter and its line in the contents"

_OUTSIDE = "date-outside-series"
# What is asked for on a terminal, in this order; the rest can be said as options or added later.
_ASKED = ("number", "title", "subject", "date", "venue", "city", "host", "slug", "source",
          "locator")  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """An option for each column of the file, and for what a new source needs."""
    from seminarbook.model.columns import columns_of
    from seminarbook.model.records import Seminar

    for column in columns_of(Seminar):
        option = f"--{column.name.replace('_', '-')}"
        parser.add_argument(option, dest=f"cell_{column.name}", metavar="TEXT", help=column.meaning)
    parser.add_argument(
        "--new-source", action="store_true", help="add the source to the references as well"
    )
    parser.add_argument("--source-title", metavar="TEXT", default="", help="title of a new source")
    parser.add_argument("--source-author", metavar="TEXT", default="", help="who wrote or owns it")
    parser.add_argument("--source-url", metavar="TEXT", default="", help="its address")
    parser.add_argument(
        "--extend-series", action="store_true",
        help="if the date lies outside the series, let the series in _config.yml reach to it",
    )  # fmt: skip


def run(root: Path, arguments: argparse.Namespace) -> int:
    """0 if the seminar was added, 1 if not, 2 for misuse."""
    from seminarbook.authoring.edits import EditsRefused, made
    from seminarbook.authoring.terminal import Stopped, can_ask
    from seminarbook.checks.run import checked
    from seminarbook.problems import format_problem

    before = checked(root)
    broken = [problem for problem in before.errors
              if problem.path in ("data/seminars.csv", "_toc.yml", "_config.yml")]  # fmt: skip
    if broken:
        for problem in broken:
            print(format_problem(problem))
        print("Nothing was written: correct these first.")
        return 1
    try:
        outcome = _settled(root, before, arguments, ask=can_ask())
        if outcome.faulty:
            return 1
        made(root, outcome.edits)
    except Stopped:
        print("Nothing was written.")
        return 1
    except EditsRefused as refused:
        print(f"Nothing was written: {refused}.")
        return 1
    print(f"Written: {', '.join(sorted(one.path for one in outcome.edits))}.")
    print(f"Now write {outcome.page}.md; “make preview” shows it as you write.")
    return 0


def _settled(root: Path, before: Checked, arguments: argparse.Namespace, *, ask: bool) -> Outcome:
    """What comes of the request; on a terminal, what is wrong is asked for again."""
    from seminarbook.authoring.new_seminar import new_seminar

    said = {
        name.removeprefix("cell_"): (value or "").strip()
        for name, value in vars(arguments).items()
        if name.startswith("cell_")
    }
    if ask:
        print("A new seminar. Leave blank what is not known; Ctrl+C stops, and writes nothing.")
        said |= _answers(before, said, [name for name in _ASKED if not said[name]])
    stretch = arguments.extend_series
    sources: dict[str, NewSource] = {}
    while True:
        request = _request(before, said, arguments, sources, stretch=stretch, ask=ask)
        outcome = new_seminar(root, before, request)
        if not outcome.faulty:
            if ask:
                _agree(request)
            return outcome
        _tell(outcome, ask=ask)
        if ask and not stretch and any(one.code == _OUTSIDE for one in outcome.of_row):
            stretch = _yes("Let the series reach to this date?")
        again = [
            one.field
            for one in outcome.of_row
            if one.field and not (stretch and one.code == _OUTSIDE)
        ]
        if not ask or outcome.others or not (again or stretch):
            print("Nothing was written.")
            return outcome
        said |= _answers(before, said, list(dict.fromkeys(again)))


def _answers(before: Checked, said: dict[str, str], names: list[str]) -> dict[str, str]:
    from seminarbook.authoring.new_seminar import defaults
    from seminarbook.authoring.terminal import asked
    from seminarbook.model.columns import columns_of
    from seminarbook.model.records import Seminar

    meanings = {column.name: column.meaning for column in columns_of(Seminar)}
    answers: dict[str, str] = {}
    for name in names:
        offered = defaults(before, said | answers) if name in ("number", "slug") else said
        print(f"\n{meanings[name]}")
        answers[name] = asked(name, offered.get(name, ""), partial(_refused, before, name))
    return answers


def _refused(before: Checked, name: str, answer: str) -> str:
    """Why an answer will not do, as far as it can be told at once; an empty text if it may."""
    from seminarbook.authoring.new_seminar import defaults
    from seminarbook.model.partial_date import PartialDate

    numbers = [seminar.number for seminar in before.book.series.seminars]
    if name == "number" and not (answer.isdecimal() and int(answer)):
        return "Write a whole number, like 8."
    if name == "number" and int(answer) in numbers:
        return f"There is a seminar {answer} already. The next free number is {max(numbers) + 1}."
    if name == "date":
        try:
            PartialDate.parse(defaults(before, {"date": answer}).get("date", ""))
        except ValueError:
            return (
                "Write the day as in 2 March 2018; or the month or the year, if only that is known."
            )
    return ""


def _agree(request: Request) -> None:
    """Show all that was answered before anything is written; Stopped if it is not right."""
    from seminarbook.authoring.terminal import Stopped

    print("\nThis would be added:")
    for name, text in request.cells.items():
        print(f"  {name}: {text}")
    for source in request.sources:
        print(f"  {source.entry()}")
    if not _yes("Is it right?"):
        raise Stopped


def _request(
    before: Checked,
    said: dict[str, str],
    arguments: argparse.Namespace,
    described: dict[str, NewSource],
    *,
    stretch: bool,
    ask: bool,
) -> Request:
    from seminarbook.authoring.new_seminar import Request, defaults

    cells = defaults(before, said)
    sources = _new_sources(before, cells, arguments, described, ask=ask)
    return Request(cells, tuple(sources), stretch)


def _new_sources(
    before: Checked,
    cells: dict[str, str],
    arguments: argparse.Namespace,
    described: dict[str, NewSource],
    *,
    ask: bool,
) -> list[NewSource]:
    """The sources that the references lack and that the author wants to add.

    What is answered is put into ``described``, so that nothing is asked twice.
    """
    from seminarbook.authoring.new_source import NewSource
    from seminarbook.authoring.terminal import asked
    from seminarbook.model.column_types import split_list
    from seminarbook.model.suggestions import kebab

    found = []
    year = cells.get("date", "")[:4]
    for key in split_list(cells.get("source", "")):
        # A key that is not well formed is reported as unknown.
        if key in (before.book.keys or ()) or kebab(key) != key:
            continue
        if arguments.new_source:
            title = arguments.source_title or f"Source of seminar {cells['number']}"
            found.append(NewSource(key, title, arguments.source_author, year, arguments.source_url))
        elif key in described:
            found.append(replace(described[key], year=year))
        elif ask and _yes(f"There is no source “{key}” yet. Add it?"):
            title = asked("its title", refused=lambda text: "" if text else "It needs a title.")
            author = asked("who wrote or owns it (blank if not known)")
            address = asked("its address (blank if none)", refused=_no_address)
            described[key] = NewSource(key, title, author, year, address)
            found.append(described[key])
    return found


def _no_address(text: str) -> str:
    from seminarbook.model.column_types import WEB_ADDRESS

    # In the references, braces and backslashes would be taken for signs of theirs.
    good = not text or (re.match(WEB_ADDRESS, text) and not re.search(r"[{}\\]", text))
    return "" if good else "An address begins with https:// and has no spaces. Or leave it blank."


def _yes(question: str) -> bool:
    from seminarbook.authoring.terminal import asked

    return asked(f"{question} (y/n)", "n").casefold() in ("y", "yes")


def _tell(outcome: Outcome, *, ask: bool) -> None:
    from seminarbook.problems import format_problem

    for problem in outcome.of_row:
        name = problem.field if ask else f"--{(problem.field or '').replace('_', '-')}"
        option = f"{name}: " if problem.field else ""
        advice = problem.advice
        if problem.code == "source-unknown" and not ask:
            advice += " Or say --new-source to add it."
        if problem.code == _OUTSIDE and not ask:
            advice += " Or say --extend-series."
        print(f"{option}{problem.message} {advice} [{problem.code}]".replace("  ", " "))
    for problem in outcome.others:
        print(format_problem(problem))
