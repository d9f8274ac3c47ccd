"""Project: where a book's files are, and what its settings say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Project:
    """A book's root folder. Everything a build makes lies under ``_build``."""

    root: Path

    @property
    def build(self) -> Path:
        """The folder that a build may write to."""
        return self.root / "_build"

    @property
    def work(self) -> Path:
        """What a build keeps for the next one; never published."""
        return self.build / "work"

    @property
    def files(self) -> Path:
        """The files made by a build under way: PDF, EPUB, data."""
        return self.work / "files"

    @property
    def html(self) -> Path:
        """The published web site."""
        return self.build / "html"

    @property
    def dist(self) -> Path:
        """The published files: PDF, EPUB, data."""
        return self.build / "dist"

    @cached_property
    def settings(self) -> dict[str, Any]:
        """``_config.yml`` as it stands; OSError or yaml.YAMLError if it cannot be read."""
        text = (self.root / "_config.yml").read_text(encoding="utf-8")
        loaded = yaml.safe_load(text)
        return loaded if isinstance(loaded, dict) else {}

    @property
    def address(self) -> str:
        """Where the web site is published, ending in a slash; blank if nowhere. It fails as
        ``settings`` does."""
        sphinx = self.settings.get("sphinx")
        config = sphinx.get("config") if isinstance(sphinx, dict) else None
        given = config.get("html_baseurl") if isinstance(config, dict) else None
        return f"{str(given).rstrip('/')}/" if given else ""
