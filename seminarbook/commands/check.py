"""``check``: every rule on data and chapters, without a build."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from seminarbook.problems import FAULTS, Problem, explain, format_problem, gathered, nearest

HELP = "check data and chapters in a second, without building"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said on the command line."""
    parser.add_argument("files", nargs="*", type=Path, help="report only these files or folders")
    parser.add_argument("--format", choices=sorted(_FORMATS), default="text", help="how to report")
    parser.add_argument("--errors-only", action="store_true", help="leave out advice")
    parser.add_argument(
        "--fix", action="store_true",
        help="mend what can be mended in one way only: names with a slip, order, spaces",
    )  # fmt: skip
    parser.add_argument("--explain", metavar="CODE", help="say why a rule exists, and what to do")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """0 if there is no error, 1 if there is one, 2 for misuse."""
    # What takes half a second and ends leaves the search for waste memory to the system.
    gc.disable()
    try:
        return _run(root, arguments)
    finally:
        gc.enable()


def _run(root: Path, arguments: argparse.Namespace) -> int:
    # The rules add their codes to the catalogue when they are imported.
    from seminarbook.checks.run import check_again

    if arguments.explain:
        return _explain(arguments.explain)
    wanted = [path if path.is_absolute() else Path.cwd() / path for path in arguments.files]
    for path in wanted:
        if not path.exists():
            print(f"There is no file {path}.")
            return 2
    # A report for a program holds nothing else.
    told = sys.stdout if arguments.format == "text" else sys.stderr
    if arguments.fix and not _fixed(root, wanted, told):
        return 1
    problems = [
        problem
        for problem in check_again(root)
        if (not wanted or any((root / problem.path).is_relative_to(path) for path in wanted))
        and (problem.severity == "error" or not arguments.errors_only)
    ]
    print(_FORMATS[arguments.format](problems), end="")
    return int(any(problem.severity == "error" for problem in problems))


def _fixed(root: Path, wanted: list[Path], told: TextIO) -> bool:
    """Mend what is safe to mend, and say what was; False if nothing could be written."""
    from seminarbook.authoring.edits import EditsRefused, made
    from seminarbook.authoring.fixes import fixes
    from seminarbook.checks.run import checked

    edits, done = fixes(root, checked(root))
    chosen = [
        one
        for one in edits
        if not wanted or any((root / one.path).is_relative_to(path) for path in wanted)
    ]
    try:
        made(root, chosen)
    except EditsRefused as refused:
        print(f"Nothing was mended: {refused}.", file=told)
        return False
    paths = {one.path for one in chosen}
    for fix in done:
        if fix.path in paths:
            print(f"Mended: {fix.words()}", file=told)
    return True


def _explain(code: str) -> int:
    if code not in FAULTS:
        print(f"There is no code “{code}”. {nearest(code, FAULTS)}".strip())
        return 2
    print(explain(code), end="")
    return 0


def _text(problems: Iterable[Problem]) -> str:
    listed = gathered(problems)
    lines = [
        f"{format_problem(problem)}{' (advice)' if problem.severity == 'advice' else ''}\n"
        for problem in listed
    ]
    errors = sum(problem.severity == "error" for problem in listed)
    advice = len(listed) - errors
    end = "No errors" if not errors else f"{errors} error{'s' * (errors != 1)}"
    return "".join(lines) + f"{end}{f', {advice} advised' if advice else ''}.\n"


def _github(problems: Iterable[Problem]) -> str:
    """Annotations that GitHub shows beside the lines of a pull request."""
    lines = []
    for problem in gathered(problems):
        kind = "error" if problem.severity == "error" else "notice"
        place = f"file={_property(problem.path)}"
        place += f",line={problem.line}" if problem.line else ""
        place += f",col={problem.column}" if problem.column else ""
        title = _property(FAULTS[problem.code].title)
        subject = f"column “{problem.field}”: " if problem.field else ""
        text = f"{subject}{problem.message} {problem.advice}".strip()
        lines.append(f"::{kind} {place},title={title}::{_data(text)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _json(problems: Iterable[Problem]) -> str:
    rows = [{**asdict(problem), "severity": problem.severity} for problem in problems]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


_FORMATS: dict[str, Callable[[Iterable[Problem]], str]] = {
    "text": _text,
    "github": _github,
    "json": _json,
}
