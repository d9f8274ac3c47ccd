"""Sources: words that are themselves the link to what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pybtex.backends.plaintext import Backend
from sphinx.util.nodes import make_refnode

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import BibtexDomain, Citation


def source_link(
    env: BuildEnvironment, builder: Builder, fromdocname: str, node: pending_xref, shown: Element
) -> Element:
    """The words as a link to the first of their sources; its title names all of them."""
    cite = cast("BibtexDomain", env.get_domain("cite"))
    keys = node["reftarget"].split(",")
    cited = {citation.key: citation for citation in reversed(cite.citations)}
    found = [cited[key] for key in keys if key in cited]
    if not found:
        return shown
    locator = f" ({node['locator']})" if node["locator"] else ""
    title = f"Source: {' '.join(_plain(citation) for citation in found)}{locator}"
    place = found[0].bibliography_key.docname
    return make_refnode(builder, fromdocname, place, found[0].citation_id, shown, title)


def _plain(citation: Citation) -> str:
    return str(citation.formatted_entry.text.render(Backend())).replace("\\url ", "")
