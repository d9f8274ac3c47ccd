"""What is looked up or read at every start, and is not done as quickly as it could be.

Python searches the metadata of every installed package each time somebody asks for a plugin:
some twenty times in a build, an eighth of a second each in a well-filled environment. And
sphinx-external-toc reads ``_toc.yml`` with PyYAML's slower loader: half a second for 800 chapters.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pybtex.plugin
import sphinx.registry
import sphinx.theming
import sphinxcontrib.bibtex.plugin
import yaml
from sphinx_external_toc import events, parsing

_ASKING: tuple[Any, ...] = (
    pybtex.plugin,
    sphinx.registry,
    sphinx.theming,
    sphinxcontrib.bibtex.plugin,
)
_READING: Any = events
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _installed() -> Any:
    return entry_points()


def select(**wanted: str) -> Any:
    """The plugins wanted, of a list that is made once."""
    return _installed().select(**wanted)


def contents(path: Path) -> Any:
    """The contents in a file, as sphinx-external-toc reads them."""
    return parsing.parse_toc_data(yaml.load(path.read_bytes(), Loader=_LOADER))


def install() -> None:
    """Put both in the place of what others have."""
    for module in _ASKING:
        if hasattr(module, "entry_points"):
            module.entry_points = select
    _READING.parse_toc_yaml = contents
