"""Consequences: what a build warns of and ``check`` has told already, at the place of its cause.

A wrong cell is missed at every place of the book that shows it, and a directive that is not closed
takes all labels below it along. Sphinx warns of each of these places. Whoever mends the cause mends
them all, so only the cause is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from seminarbook.problems import FAULTS, Problem

# “book/page.md:12: The words. [kind] [docutils]”
_WARNING = re.compile(
    r"(?P<path>[^\s:]+\.\w+):(?P<line>\d*)(?::\d+)?:?\s(?P<words>.*?)(?P<kinds>(?:\s\[[\w.:-]+\])*)\Z",
    re.DOTALL,
)
# What a page refers to on another page, or the contents on any.
_FAR = re.compile(
    r"\[(?:ref|toc|etoc|bibtex|citation|myst\.xref)[._\]]|toctree|citation"
    r"|bibtex key|cross[- ]reference|(?:undefined|duplicate) label|unknown document|not in glossary"
)
_WHOLE_FILE = ("file-", "bibliography-", "broken-settings")
_CONTENTS = ("_toc.yml", "_config.yml")


def unexplained(warnings: Iterable[str], problems: Iterable[Problem]) -> tuple[str, ...]:
    """The warnings that rest on nothing the problems say."""
    causes = [problem for problem in problems if FAULTS[problem.code].breaks]
    paths = {cause.path for cause in causes}
    # A file that cannot be read at all can end a build, which then says so of the whole book.
    ends = any(cause.path in _CONTENTS or cause.code.startswith(_WHOLE_FILE) for cause in causes)
    return tuple(
        warning
        for warning in dict.fromkeys(warnings)
        if not (paths and _rests_on(warning, paths, ends=ends))
    )


def _rests_on(warning: str, paths: set[str], *, ends: bool) -> bool:
    found = _WARNING.match(warning)
    if found is None:
        return ends
    if found["path"] in paths:
        return True
    # Other pages miss what this one would have given them.
    return _FAR.search(found["words"] + found["kinds"]) is not None
