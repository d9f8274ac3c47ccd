"""Project: where a book's files are, and what its settings say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from seminarbook.model.admission import refusal
from seminarbook.model.yaml_text import load_yaml, place_of, reason_of

# Settings that are printed as they stand.
TEXTS = ("title", "author", "copyright")


class BadSettings(yaml.YAMLError):
    """A settings file cannot be read; the text says which, where and why."""


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
        """``_config.yml`` as it stands; :class:`BadSettings` or OSError if it cannot be read."""
        loaded = self._yaml("_config.yml")
        return loaded if isinstance(loaded, dict) else {}

    def measure(self) -> None:
        """Refuse settings and contents that Jupyter Book and Sphinx could not take in."""
        for name in ("_config.yml", "_toc.yml"):
            if not isinstance(self._yaml(name), dict):
                raise BadSettings(f"{name}: it must hold keys and values.")
        for key in ("parse", "html", "latex", "execute", "sphinx"):
            if not isinstance(self.settings.get(key, {}), dict):
                raise BadSettings(f"_config.yml: “{key}” must hold keys and values.")
        for key in TEXTS:
            if isinstance(self.settings.get(key), dict | list):
                raise BadSettings(f"_config.yml: “{key}” must be a text.")

    def _yaml(self, name: str) -> Any:
        if refused := refusal(self.root / name, root=self.root):
            raise BadSettings(f"{name}: {refused.message} {refused.advice}".rstrip())
        try:
            return load_yaml((self.root / name).read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            raise BadSettings(f"{name}: it is not saved as UTF-8.") from None
        except yaml.YAMLError as error:
            line, column = place_of(error)
            raise BadSettings(f"{name}:{line}:{column}: {reason_of(error)}.") from None

    @property
    def address(self) -> str:
        """Where the web site is published, ending in a slash; blank if nowhere. It fails as
        ``settings`` does."""
        sphinx = self.settings.get("sphinx")
        config = sphinx.get("config") if isinstance(sphinx, dict) else None
        given = config.get("html_baseurl") if isinstance(config, dict) else None
        return f"{str(given).rstrip('/')}/" if given else ""
