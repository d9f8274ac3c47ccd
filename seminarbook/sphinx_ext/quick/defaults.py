"""docutils: find the default settings of a kind of parser once.

For every text that it renders, myst-parser makes a document that it then does not use; and for its
settings docutils declares the hundred options of a command line: a fortieth of a build.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from docutils import frontend

Find = Callable[..., Any]


def _remembering(find: Find) -> Find:
    known: dict[tuple[Any, ...], Any] = {}

    def get_default_settings(*components: Any) -> Any:
        """Default settings for these components, which whoever asks may change."""
        if components not in known:
            known[components] = find(*components)
        return deepcopy(known[components])

    get_default_settings.remembers = True  # type: ignore[attr-defined]
    return get_default_settings


def install() -> None:
    """Put this in the place of docutils' own, once."""
    docutils: Any = frontend
    if not hasattr(docutils.get_default_settings, "remembers"):
        docutils.get_default_settings = _remembering(docutils.get_default_settings)
