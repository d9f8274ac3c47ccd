"""The list of sources, which can be written more than once in one process."""

from __future__ import annotations

from typing import Any, cast

from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinxcontrib.bibtex.domain import BibtexDomain


class EmptyEntries(SphinxPostTransform):
    """Empty the entries of a bibliography before they are filled.

    sphinxcontrib-bibtex keeps the node of each entry and adds the text to it whenever a page
    is resolved: written for the screen and then for paper, every source would stand twice.
    """

    default_priority = 4  # just before BibliographyTransform

    def run(self, **kwargs: Any) -> None:
        """Empty the entries of this document's bibliographies."""
        if "cite" not in self.env.domains:
            return
        domain = cast(BibtexDomain, self.env.get_domain("cite"))
        for key, bibliography in domain.bibliographies.items():
            if key.docname == self.env.docname:
                for entry in bibliography.citation_nodes.values():
                    entry.clear()
