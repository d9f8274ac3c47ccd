"""The files beside a chart: its numbers as CSV, and what the interactive drawing needs.

Data reaches the browser as a script, not by ``fetch``: so a book that was downloaded as a
folder works when it is opened from the disk.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from seminarbook.sphinx_ext.drawings import kept_drawings
from seminarbook.sphinx_ext.nodes import chart
from seminarbook.views.csv_text import table_csv

# The smallest bundle that an installed package brings is plotly's own, whole. It is loaded
# when a reader asks for it, never before, and makes no code out of text for our kinds of chart.
_PLOTLY = distribution("plotly")
_BUNDLE = Path(str(_PLOTLY.locate_file("plotly/package_data/plotly.min.js")))
BUNDLE = f"_static/plotly-{_PLOTLY.version}.min.js"


@dataclass(frozen=True, slots=True)
class ChartFiles:
    """Where a chart's files are, from the top of the site."""

    csv: str
    script: str


def chart_id(node: nodes.Element) -> str:
    """The name of a chart in its page: the anchor of its figure."""
    figure = node.parent
    return str(figure["ids"][0]) if figure["ids"] else f"chart-{node['chart'].name}"


def files_of(docname: str, name: str) -> ChartFiles:
    """The addresses of a chart's files."""
    return ChartFiles(f"_downloads/{docname}/{name}.csv", f"_static/charts/{docname}/{name}.js")


def write_chart_files(app: Sphinx, docname: str, doctree: nodes.document) -> bool:
    """Write the files of every chart of a page; returns whether it has any."""
    found = list(doctree.findall(chart))
    if not found:
        return False
    drawings = kept_drawings(app.builder)
    for node in found:
        name = chart_id(node)
        files = files_of(docname, name)
        drawn = drawings.plotly_json(node["chart"])
        _write(app, files.csv, table_csv(node["chart"].table))
        _write(app, files.script, f"bookCharts[{json.dumps(name)}]={drawn};\n")
    return True


def _write(app: Sphinx, address: str, text: str) -> None:
    file = Path(app.outdir) / address
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def copy_bundle(app: Sphinx) -> None:
    """Put plotly's bundle into the site, once."""
    target = Path(app.outdir) / BUNDLE
    if (Path(app.outdir) / "_static" / "charts").is_dir() and not target.exists():
        shutil.copyfile(_BUNDLE, target)


def bundle_megabytes() -> float:
    """What a reader's browser will fetch, compressed as web servers do (about a third)."""
    return round(_BUNDLE.stat().st_size * 0.305 / 1e6, 1)
