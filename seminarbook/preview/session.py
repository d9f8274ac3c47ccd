"""Session: a Sphinx that stays awake, so that a saved change shows within a blink."""

from __future__ import annotations

import contextlib
import io
import traceback
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, cast

import yaml

from seminarbook.build.project import Project
from seminarbook.build.sphinx_run import sentences, sphinx_app
from seminarbook.checks.consequences import unexplained
from seminarbook.checks.kept import Kept
from seminarbook.checks.run import check_book
from seminarbook.preview.server import Notice
from seminarbook.problems import format_problem, gathered

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from seminarbook.preview.builder import PreviewBuilder

SETTINGS = ("_config.yml", "_toc.yml")


@dataclass
class Session:
    """Builds a project's web site for the preview, again and again, and never dies of a fault."""

    project: Project
    app: Sphinx | None = None
    said: io.StringIO = field(default_factory=io.StringIO)
    kept: Kept = field(default_factory=Kept)
    _held: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    @property
    def site(self) -> Path:
        """The folder that the server shows; apart from everything that is published."""
        return self.project.build / "preview" / "html"

    def build(self) -> tuple[Notice, ...]:
        """Make everything that is stale; what went wrong, if anything."""
        return self._guarded(lambda: self._awake().build())

    def show(self, changed: Iterable[Path], in_view: Collection[str] = ()) -> tuple[Notice, ...]:
        """Make the pages in view as they are after a change; what went wrong with them.

        ``in_view`` holds addresses on the site. A changed setting, or a build that broke off,
        wakes a new Sphinx: the contents and the settings are read only when it starts.
        """
        paths = set(changed)
        if any(self.project.root / name in paths for name in SETTINGS):
            self.close()
        if self.app is None:
            return self.build()
        documents = {self.app.env.path2doc(path) for path in paths}
        pages = self._pages(in_view)
        return self._guarded(
            lambda: self._builder().refresh([name for name in documents if name], pages)
        )

    def catch_up(self, in_view: Collection[str] = ()) -> tuple[bool, tuple[Notice, ...]]:
        """Make a few pages more; whether there was anything to do, and what went wrong."""
        if self.app is None:
            return False, ()
        more = []
        pages = self._pages(in_view)
        said = self._guarded(lambda: more.append(self._builder().make_some_more(pages)))
        return any(more), said

    def check(self, said: Iterable[Notice] = ()) -> tuple[Notice, ...]:
        """Everything that ``check`` finds, errors first, and of what was ``said`` meanwhile what
        has a cause of its own."""
        problems = check_book(self.project.root, self.kept)
        told = sorted(gathered(problems), key=lambda problem: problem.severity != "error")
        left = unexplained((notice.message for notice in said), problems)
        return (
            *(Notice("", format_problem(problem), problem.severity) for problem in told),
            *(notice for notice in said if notice.message in left),
        )

    def close(self) -> None:
        """Let Sphinx go."""
        self._held.close()
        self._held, self.app = contextlib.ExitStack(), None

    def _guarded(self, work: Callable[[], None]) -> tuple[Notice, ...]:
        """Do some work for the site; what Sphinx said meanwhile, or why it could not be done."""
        self.said.seek(0)
        self.said.truncate()
        try:
            work()
        except yaml.YAMLError as error:
            self.close()
            return (Notice("", " ".join(str(error).split())),)
        except Exception as error:
            self.close()
            note = self.project.build / "preview" / "crash.txt"
            note.parent.mkdir(parents=True, exist_ok=True)
            note.write_text(traceback.format_exc(), encoding="utf-8")
            kind = getattr(error, "category", type(error).__name__)
            return (Notice("", f"{kind}: {error}"),)
        return tuple(
            Notice("", line) for line in sentences(self.said.getvalue(), self.project.root)
        )

    def _awake(self) -> Sphinx:
        if self.app is None:
            doctrees = self.project.build / "preview" / "doctrees"
            held = self._held.enter_context(
                sphinx_app(
                    self.project,
                    "html",
                    self.site,
                    # Nothing is computed that takes seconds: code shows what it found in a build.
                    {"seminarbook_notebooks": "kept"},
                    doctrees,
                    ("seminarbook.preview.builder",),
                )
            )
            self.app, self.said = held
        return self.app

    def _builder(self) -> PreviewBuilder:
        assert self.app is not None
        return cast("PreviewBuilder", self.app.builder)

    def _pages(self, addresses: Collection[str]) -> list[str]:
        """The pages that are shown at some addresses of the site."""
        if self.app is None:
            return []
        named = (address.strip("/").removesuffix(".html") for address in addresses)
        return sorted(self.app.env.found_docs.intersection(named))
