"""Galleys: documents as they were rendered, rendered again only when they would be others.

Those that are new are rendered by several processes at once, where the system can split one.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.parallel import ParallelTasks, SerialTasks, parallel_available

from seminarbook.sphinx_ext.freshness import stamps
from seminarbook.sphinx_ext.inlines import DOMAIN
from seminarbook.sphinx_ext.paper.outline import Place
from seminarbook.sphinx_ext.paper.shelf import Shelf, digest
from seminarbook.sphinx_ext.version import code_version

if TYPE_CHECKING:
    from seminarbook.sphinx_ext.paper.rendering import PlainBuilder

_LIBRARIES = ("sphinx", "docutils", "myst-parser", "sphinxcontrib-bibtex", "matplotlib")
# The most processes at once, each of which holds some of what Sphinx does a second time.
HANDS = 4
# The most documents that one process renders before its memory is given back.
TOGETHER = 16


class Galleys:
    """What a builder renders, from a shelf beside its doctrees."""

    def __init__(self, builder: PlainBuilder) -> None:
        self._builder = builder
        folder = Path(builder.doctreedir).with_name("typesetting")
        self._shelf = Shelf(folder / f"rendered-{builder.name}")

    def bodies(self, places: Sequence[Place]) -> dict[str, bytes]:
        """The body of each document as XML, by the documents' names."""
        names = self._names(places)
        found = {
            docname: body
            for docname, name in names.items()
            if (body := self._shelf.find(name)) is not None
        }
        missing = [place for place in places if place.docname not in found]
        for docname, body in self._render(missing).items():
            found[docname] = body
            if docname in names:
                self._shelf.keep(names[docname], body)
        return found

    def _names(self, places: Sequence[Place]) -> dict[str, str]:
        """A name for each document, another when anything that it shows is; none without data."""
        builder = self._builder
        if DOMAIN not in builder.env.domains:
            return {}
        settings = builder.create_build_info()
        about = (builder.name, str(builder.srcdir), settings.config_hash, settings.tags_hash)
        marks = stamps(builder.env)
        return {
            place.docname: f"{digest(code(), *about, repr(place), marks[place.docname])}.xml"
            for place in places
        }

    def _render(self, places: Sequence[Place]) -> dict[str, bytes]:
        if not places:
            return {}
        builder = self._builder
        builder.prepare_writing({place.docname for place in places})
        made: dict[str, bytes] = {}

        def render(group: Sequence[Place]) -> dict[str, bytes]:
            if together:
                gc.disable()
            return {place.docname: builder.render(place) for place in group}

        hands = min(os.cpu_count() or 1, HANDS)
        size = min(-(-len(places) // hands), TOGETHER)
        together = parallel_available and len(places) > size
        tasks = ParallelTasks(hands) if together else SerialTasks()
        # Python's search for waste would go through all that Sphinx holds, and a process that is
        # split off would copy all of that for it.
        gc.freeze()
        try:
            for first in range(0, len(places), size):
                group = places[first : first + size]
                tasks.add_task(render, group, lambda *found: made.update(found[-1]))
            tasks.join()
        finally:
            gc.unfreeze()
        return made


@cache
def code() -> str:
    """What renders: this package, and what it stands on."""
    return digest(str(code_version()), *(version(name) for name in _LIBRARIES))
