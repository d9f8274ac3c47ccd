"""pybtex's plugins, looked up once.

pybtex searches the metadata of every installed package each time somebody asks for a plugin, and
sphinxcontrib-bibtex asks at each citation: over a thousand searches for this book, more than half
of a build's time. Plugins that are registered at run time are found without a search.
"""

from __future__ import annotations

from pybtex.plugin import find_plugin, register_plugin

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
