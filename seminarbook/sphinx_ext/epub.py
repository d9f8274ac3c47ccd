"""The builder ``epub``: the whole book as one EPUB 3 file, in place of Sphinx's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from seminarbook.sphinx_ext.paper.container import Container
from seminarbook.sphinx_ext.paper.cover import shapes
from seminarbook.sphinx_ext.paper.facts import facts_of, file_name
from seminarbook.sphinx_ext.paper.raster import paint
from seminarbook.sphinx_ext.paper.reader_pages import fill
from seminarbook.sphinx_ext.paper.rendering import PlainBuilder, borrowed


class EpubBuilder(PlainBuilder):
    """Packs the documents as an EPUB without script, theme or font."""

    name = "epub"
    epilog = "The EPUB is in %(outdir)s."

    def init(self) -> None:
        """Sphinx checks settings of its own EPUB builder, of which this one needs none."""
        super().init()
        self.config.version = self.config.version or "1"

    def write(self, *ignored: Any) -> None:
        """Write the book."""
        self.write_book()

    def write_book(self) -> Path:
        """Pack the whole book and return its file."""
        facts = facts_of(self.app)
        container = Container(facts)
        cover = paint(facts, shapes(facts.moments))
        fill(container, list(self.chapters()), self.web_address, cover)
        path = Path(self.outdir) / f"{file_name(self.config)}.epub"
        container.write(path)
        return path


def write_epub(app: Sphinx, outdir: Path) -> Path:
    """Write the EPUB from an application that has already read its documents."""
    with borrowed(app, EpubBuilder, outdir) as builder:
        return builder.write_book()


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the builder."""
    app.setup_extension("seminarbook.sphinx_ext.paper")
    app.add_builder(EpubBuilder, override=True)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
