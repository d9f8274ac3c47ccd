"""Notebooks: chapters with code, shown with what the code finds in the published data.

The cells are run here and not by the notebook extension: that one keeps results by code
alone, so that a page would go on showing what the data said before they were corrected.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.osutil import relative_uri

from seminarbook.notebooks.outputs import NotDrawable, shown
from seminarbook.notebooks.reading import file_of, is_notebook, notebook_of
from seminarbook.notebooks.running import CellFailed, Runs
from seminarbook.publish.tables import published_classes, published_csv
from seminarbook.sphinx_ext.book import domain_of
from seminarbook.sphinx_ext.charts import chart_block
from seminarbook.sphinx_ext.html.browser import is_book_html
from seminarbook.sphinx_ext.inlines import InlineWriter
from seminarbook.sphinx_ext.tables import table_block
from seminarbook.views.values import Chart, Table

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.writers.html5 import HTML5Translator

RUN, KEPT = "run", "kept"
_FOLDER = Path("_build", "notebooks")

logger = logging.getLogger(__name__)


class notebook_offer(nodes.General, nodes.Element):
    """The page as a notebook to take away; only a page on the web can offer it."""


class _Started:
    """Runs under way in this process, by chapter."""

    def __init__(self) -> None:
        self.process = os.getpid()
        self.futures: dict[str, Future[Any]] = {}


_started: WeakKeyDictionary[BuildEnvironment, _Started] = WeakKeyDictionary()


def register(app: Sphinx) -> None:
    """Register the setting, the node and the transform."""
    # “kept” runs nothing and shows what earlier runs found: for a preview, which must not wait.
    app.add_config_value("seminarbook_notebooks", RUN, "", types=(str,))
    nothing = (_skip, None)
    app.add_node(
        notebook_offer,
        html=(_visit_offer, None),
        latex=nothing,
        text=nothing,
        man=nothing,
        texinfo=nothing,
    )
    app.add_transform(ShowOutputs)
    app.connect("env-before-read-docs", start)


def start(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Begin to run notebooks while the other pages are read: a kernel takes its time."""
    started = _started[env] = _Started()
    if app.config.seminarbook_notebooks != RUN:
        return
    pool = ThreadPoolExecutor(max_workers=1)
    for docname in docnames:
        text = _text(env, docname)
        if is_notebook(text):
            future = pool.submit(_runs(env).run, docname, notebook_of(text), _files(env))
            started.futures[docname] = future
    pool.shutdown(wait=False)


class ShowOutputs(SphinxTransform):
    """Put below each code cell what it shows, and offer the page as a notebook."""

    default_priority = 5  # before anything looks for names and links

    def apply(self, **kwargs: Any) -> None:
        """Run the page's cells, or find what they showed before."""
        text = _text(self.env, self.env.docname)
        if not is_notebook(text):
            return
        self._depend_on_data()
        try:
            notebook = _notebook(self.env, self.config.seminarbook_notebooks, text)
        except CellFailed as failed:
            self._warn(self._line(failed.cell), str(failed))
            return
        if notebook is None:
            self._say_that_nothing_is_kept()
            return
        for container in self._cells():
            cell = notebook.cells[container["cell_index"]]
            for block in self._blocks(cell, container):
                container.append(block)
        for container in self._cells()[:1]:
            assert container.parent is not None
            offer = notebook_offer("", text=file_of(notebook))
            container.parent.insert(container.parent.index(container), offer)

    def _depend_on_data(self) -> None:
        folder = Path(self.env.srcdir) / self.config.seminarbook_data
        for path in sorted(folder.glob("*.csv")):
            self.env.note_dependency(str(path))

    def _cells(self) -> list[nodes.container]:
        found = self.document.findall(nodes.container)
        return [one for one in found if one.get("nb_element") == "cell_code"]

    def _line(self, cell: int) -> int:
        cells = self._cells()
        return cells[cell - 1].line or 0 if 0 < cell <= len(cells) else 0

    def _blocks(self, cell: Any, container: nodes.container) -> Iterator[nodes.Element]:
        write = InlineWriter(self.env, self.document, container.line or 0)
        name = f"{self.env.docname.rsplit('/', 1)[-1]}-{container['cell_index']}"
        try:
            for value in shown(cell, name):
                match value:
                    case Table():
                        block, table = table_block(value, write)
                        self._name(table, value.name)
                    case Chart():
                        block, figure = chart_block(value, write)
                        self._name(figure, value.name)
                    case str():
                        yield nodes.literal_block(value, value, language="none")
                        continue
                yield block
        except NotDrawable as fault:
            self._warn(container.line or 0, str(fault))

    def _name(self, node: nodes.Element, name: str) -> None:
        node["ids"].append(name)
        self.document.set_id(node)

    def _warn(self, line: int, message: str) -> None:
        place = (self.env.docname, line)
        logger.warning("%s", message, type="seminarbook", subtype="notebook", location=place)
        domain_of(self.env).troubled.add(self.env.docname)

    def _say_that_nothing_is_kept(self) -> None:
        words = "The results below the code are made when the book is built."
        note = nodes.note("", nodes.paragraph("", words))
        title = next(iter(self.document.findall(nodes.title)), None)
        if title is not None and title.parent is not None:
            title.parent.insert(title.parent.index(title) + 1, note)


def _notebook(env: BuildEnvironment, mode: str, text: str) -> Any:
    """The page's notebook with outputs; None if nothing is kept and nothing may be run."""
    started = _started.get(env)
    # A process that was split off has the list of runs, but nobody who works on them.
    if started and started.process == os.getpid() and env.docname in started.futures:
        return started.futures.pop(env.docname).result()
    work = _runs(env).run if mode == RUN else _runs(env).kept
    return work(env.docname, notebook_of(text), _files(env))


def _runs(env: BuildEnvironment) -> Runs:
    return Runs(Path(env.srcdir) / _FOLDER)


def _files(env: BuildEnvironment) -> dict[str, bytes]:
    """The data files as they are published: what a reader who runs the notebook has, too."""
    series = domain_of(env).book.series
    return {
        f"{one.file}.csv": published_csv(one, series).encode() for one in published_classes(series)
    }


def _text(env: BuildEnvironment, docname: str) -> str:
    # What is not UTF-8 is told by others, and is no notebook.
    return Path(env.doc2path(docname)).read_text(encoding="utf-8", errors="replace")


def _visit_offer(self: HTML5Translator, node: notebook_offer) -> None:
    """Write the file beside the page, and link to it."""
    if not is_book_html(self.builder.app):
        raise nodes.SkipNode
    docname = self.builder.current_docname
    file = f"{docname}.ipynb"
    path = Path(self.builder.outdir) / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(node["text"], encoding="utf-8", newline="\n")
    address = self.attval(relative_uri(self.builder.get_target_uri(docname), file))
    name = self.encode(file.rsplit("/", 1)[-1])
    self.body.append(
        f'<ul class="downloads"><li><a href="{address}" download="">This page as a notebook'
        f"</a> <span>{name}</span></li></ul>\n"
    )
    raise nodes.SkipNode


def _skip(self: Any, node: nodes.Element) -> None:
    raise nodes.SkipNode
