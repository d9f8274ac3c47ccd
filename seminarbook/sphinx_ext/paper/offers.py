"""What only a web site can offer is left out of a file, and so is a section of nothing else."""

from __future__ import annotations

from docutils import nodes

from seminarbook.sphinx_ext.nodes import offers


def leave_out_offers(doctree: nodes.document) -> None:
    """Take out lists of files; what leads to an emptied section leads to the one around it."""
    for offer in list(doctree.findall(offers)):
        section = offer.parent
        section.remove(offer)
        if isinstance(section, nodes.section) and len(section) == 1 and section.parent:
            section.parent["ids"] += section["ids"]
            section.parent.remove(section)
