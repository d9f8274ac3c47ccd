"""pybtex's plugins, looked up once, and its entries, formatted once.

pybtex searches the metadata of every installed package each time somebody asks for a plugin, and
sphinxcontrib-bibtex asks at each citation: over a thousand searches for this book, more than half
of a build's time. Plugins that are registered at run time are found without a search.

In each build sphinxcontrib-bibtex formats every entry twice, also when nothing has changed: a
third of the time of a rebuild in a preview.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pybtex.plugin import find_plugin, register_plugin

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_ASKED_OFTEN = (
    ("pybtex.backends", "plaintext"),
    ("pybtex.backends", "docutils"),
    ("pybtex.style.names", "last"),
    ("pybtex.style.names", "plain"),
    ("pybtex.style.labels", "alpha"),
    ("pybtex.style.labels", "number"),
    ("pybtex.style.sorting", "author_year_title"),
    ("pybtex.style.sorting", "none"),
)


def register() -> None:
    """Tell pybtex of the plugins that citations ask for."""
    for group, name in _ASKED_OFTEN:
        register_plugin(group, name, find_plugin(group, name), force=True)


def format_once(app: Sphinx, config: Config) -> None:
    """Let the book's style of bibliography remember what it has formatted."""
    name = config.bibtex_default_style
    style = find_plugin("pybtex.style.formatting", name)
    if not hasattr(style, "remembered"):
        register_plugin("pybtex.style.formatting", name, _remembering(style), force=True)


def _remembering(style: type[Any]) -> type[Any]:
    class Remembering(style):  # type: ignore[misc]
        """The same style; an entry that is read anew is another object, and formatted anew."""

        remembered: dict[tuple[str, int], tuple[Any, Any]] = {}  # noqa: RUF012

        def format_entry(self, label: str, entry: Any, bib_data: Any = None) -> Any:
            known = self.remembered.get((label, id(entry)))
            if known is None:
                # The entry is kept too, so that no other can get its id.
                known = entry, super().format_entry(label, entry, bib_data)
                self.remembered[label, id(entry)] = known
            return known[1]

    return Remembering
