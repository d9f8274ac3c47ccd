"""Book: the data as one build sees them, and the answers to what pages ask."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, cast

from seminarbook.faults.pages import FAULTY_DATA
from seminarbook.model.series import Series
from seminarbook.problems import Problem
from seminarbook.sphinx_ext.inlines import DOMAIN
from seminarbook.views.requests import Request, RequestError, answer, files_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from seminarbook.sphinx_ext.domain import SeminarbookDomain


@dataclass(frozen=True)
class Book:
    """The series, every problem of its files, and the answers given so far."""

    series: Series = field(default_factory=Series)
    problems: tuple[Problem, ...] = ()
    version: object = None  # what the files were like when they were read
    contents: dict[str, str] = field(default_factory=dict)  # file -> digest of its bytes
    _answers: dict[Request, object] = field(default_factory=dict, repr=False, compare=False)

    def answer(self, request: Request) -> object:
        """The value asked for; RequestError if it cannot be had."""
        if request not in self._answers:
            faulty = sorted(set(files_of(request)) & self._faulty_files)
            if faulty:
                named = ", ".join(f"{self.series.folder}/{name}.csv" for name in faulty)
                raise RequestError(FAULTY_DATA, f"This cannot be shown: {named} has faults.")
            self._answers[request] = answer(self.series, request)
        return self._answers[request]

    def digest(self, request: Request) -> str:
        """A digest of the answer, equal as long as the answer is."""
        try:
            shown = repr(self.answer(request))
        except RequestError as error:
            shown = f"{error.code}: {error.message} {error.advice}"
        return hashlib.sha256(shown.encode()).hexdigest()

    def states(self) -> dict[str, str]:
        """For each file a digest of its bytes and its faults, which may rest on other files."""
        faults: dict[str, list[Problem]] = {}
        for problem in self.problems:
            faults.setdefault(PurePosixPath(problem.path).stem, []).append(problem)
        return {
            name: hashlib.sha256(repr((content, faults.get(name))).encode()).hexdigest()
            for name, content in self.contents.items()
        }

    @property
    def _faulty_files(self) -> set[str]:
        return {
            PurePosixPath(problem.path).stem
            for problem in self.problems
            if problem.severity == "error"
        }


def domain_of(env: BuildEnvironment) -> SeminarbookDomain:
    """Our domain, with its type."""
    return cast("SeminarbookDomain", env.get_domain(DOMAIN))
