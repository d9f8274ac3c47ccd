"""Session: a Sphinx that stays awake, so that a saved change shows within a blink."""

from __future__ import annotations

import contextlib
import io
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from seminarbook.build.project import Project
from seminarbook.build.sphinx_run import sentences, sphinx_app
from seminarbook.checks.run import check_book
from seminarbook.preview.server import Notice
from seminarbook.problems import format_problem

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SETTINGS = ("_config.yml", "_toc.yml")


@dataclass
class Session:
    """Builds a project's web site for the preview, again and again, and never dies of a fault."""

    project: Project
    app: Sphinx | None = None
    said: io.StringIO = field(default_factory=io.StringIO)
    _held: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    @property
    def site(self) -> Path:
        """The folder that the server shows; apart from everything that is published."""
        return self.project.build / "preview" / "html"

    def build(self, changed: Iterable[Path] = ()) -> tuple[Notice, ...]:
        """Build what ``changed`` made stale (everything, at first); what went wrong, if anything.

        A changed setting, or a build that broke off, wakes a new Sphinx: the contents and the
        settings are read only when it starts.
        """
        paths = set(changed)
        if any(self.project.root / name in paths for name in SETTINGS):
            self.close()
        try:
            app = self._awake()
            self.said.seek(0)
            self.said.truncate()
            app.build()
        except yaml.YAMLError as error:
            self.close()
            return (Notice("_config.yml or _toc.yml", " ".join(str(error).split())),)
        except Exception as error:
            self.close()
            note = self.project.build / "preview" / "crash.txt"
            note.parent.mkdir(parents=True, exist_ok=True)
            note.write_text(traceback.format_exc(), encoding="utf-8")
            return (Notice(getattr(error, "category", type(error).__name__), str(error)),)
        return tuple(
            Notice("", line) for line in sentences(self.said.getvalue(), self.project.root)
        )

    def check(self) -> tuple[Notice, ...]:
        """Everything that ``check`` finds, errors first; it sees more than a build does."""
        found = check_book(self.project.root)
        problems = sorted(found, key=lambda problem: problem.severity != "error")
        return tuple(Notice("", format_problem(problem), problem.severity) for problem in problems)

    def close(self) -> None:
        """Let Sphinx go."""
        self._held.close()
        self._held, self.app = contextlib.ExitStack(), None

    def _awake(self) -> Sphinx:
        if self.app is None:
            doctrees = self.project.build / "preview" / "doctrees"
            held = self._held.enter_context(
                # Nothing is computed that takes seconds: code shows what it found in a build.
                sphinx_app(
                    self.project, "html", self.site, {"seminarbook_notebooks": "kept"}, doctrees
                )
            )
            self.app, self.said = held
        return self.app
