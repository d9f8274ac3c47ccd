"""Numbers of figures and tables, counted again only when one has come, gone or moved.

Sphinx counts them anew in each build, and for that loads every document of the book: half the
time of a rebuild after a small change, which is what a preview does all day, and the most of what
“nothing changed” took in a book of hundreds of chapters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING, cast

from docutils import nodes
from sphinx.environment.collectors.toctree import TocTreeCollector

from seminarbook.sphinx_ext.book import domain_of
from seminarbook.sphinx_ext.nodes import chart

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment


def note_numbered(app: Sphinx, doctree: nodes.document) -> None:
    """Remember, in order, what the page that was just read has to be numbered."""
    std = cast("StandardDomain", app.env.get_domain("std"))
    numbered = []
    shown: Counter[type[nodes.Element]] = Counter()
    for node in doctree.findall(nodes.Element):
        shown[type(node)] += 1
        kind = std.get_enumerable_node_type(node)
        if kind and node["ids"] and std.get_numfig_title(node):
            numbered.append((kind, node["ids"][0], _section_of(node)))
    data = domain_of(app.env).data
    data["numbered"][app.env.docname] = numbered
    data["shown"][app.env.docname] = (shown[chart], shown[nodes.table])


def count_when_needed(app: Sphinx) -> None:
    """Let whoever counts for this application count only when there is something new."""
    for listener in app.events.listeners["env-get-updated"]:
        collector = getattr(listener.handler, "__self__", None)
        if isinstance(collector, TocTreeCollector):
            counting = _Counting(collector.assign_figure_numbers)
            collector.assign_figure_numbers = counting  # type: ignore[method-assign]


class _Counting:
    """``count``, unless the numbers of its last run still hold, in whatever process that was."""

    def __init__(self, count: Callable[[BuildEnvironment], list[str]]) -> None:
        self._count = count

    def __call__(self, env: BuildEnvironment) -> list[str]:
        """Pages whose numbers have changed."""
        known = deepcopy(
            [
                env.toctree_includes,
                env.toc_secnumbers,
                domain_of(env).data["numbered"],
                [env.config.numfig, env.config.numfig_secnum_depth, env.config.root_doc],
            ]
        )
        data = domain_of(env).data
        if data["counted"] and data["counted"][0] == known:
            env.toc_fignumbers = deepcopy(data["counted"][1])
            return []
        changed = self._count(env)
        data["counted"] = known, deepcopy(env.toc_fignumbers)
        return changed


def _section_of(node: nodes.Node) -> str:
    """The section that lends its number to what stands in it."""
    while node.parent is not None:
        node = node.parent
        if isinstance(node, nodes.section):
            return str(node["ids"][0])
    return ""
