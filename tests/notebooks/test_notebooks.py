"""Chapters that compute: read, run, kept, and shown as tables and charts of the book."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
import yaml
from copies import REAL
from worlds import world

from seminarbook.notebooks import running
from seminarbook.notebooks.outputs import NotDrawable, shown
from seminarbook.notebooks.reading import DATA_TYPE, file_of, is_notebook, notebook_of
from seminarbook.notebooks.running import CellFailed, Runs, execute
from seminarbook.publish.tables import published_classes, published_csv
from seminarbook.views.values import Chart, StackChart, Table

EXPLORE = REAL / "book" / "reference" / "explore.md"
TEXT = """---
kernelspec:
  name: python3
---

# Sums

```{code-cell}
:caption: A table.
1 + 1
```
"""


def real_files() -> dict[str, bytes]:
    series = world("real")
    return {
        f"{one.file}.csv": published_csv(one, series).encode() for one in published_classes(series)
    }


def cell(*data: dict[str, Any], caption: str = "A caption.") -> Any:
    outputs = [nbformat.v4.new_output("display_data", one) for one in data]
    return nbformat.v4.new_code_cell("x", outputs=outputs, metadata={"caption": caption})


def bars(*traces: dict[str, Any], **layout: Any) -> dict[str, Any]:
    title = {"text": "Turnips", "subtitle": {"text": "Most were eaten."}}
    made = {"data": list(traces), "layout": {"title": title, **layout}}
    return {"application/vnd.plotly.v1+json": made}


def test_a_chapter_that_names_a_kernel_is_a_notebook() -> None:
    assert is_notebook(TEXT)
    assert not is_notebook("# Sums\n\nkernelspec: none\n")
    notebook = notebook_of(TEXT)
    assert [one.cell_type for one in notebook.cells] == ["markdown", "code"]
    assert notebook == notebook_of(TEXT)
    nbformat.validate(nbformat.reads(file_of(notebook), as_version=4))


def test_a_frame_becomes_a_table_with_row_heads() -> None:
    fields = [{"name": "Seminar", "type": "string"}, {"name": "n", "type": "integer"}]
    data = {"schema": {"fields": fields, "primaryKey": ["Seminar"]},
            "data": [{"Seminar": "One", "n": 1200}, {"Seminar": "Two", "n": None}]}  # fmt: skip
    (table,) = shown(cell({DATA_TYPE: data}), "page-1")
    assert isinstance(table, Table)
    assert table.caption == "A caption."
    assert table.rows == ((("One",), ("1,200",)), (("Two",), ("",)))
    assert (table.columns[0].header, table.columns[1].numeric) == (True, True)
    with pytest.raises(NotDrawable, match="caption"):
        list(shown(cell({DATA_TYPE: data}, caption=""), "page-1"))


def test_bars_become_a_chart_of_the_same_numbers() -> None:
    packed = {"dtype": "i2", "bdata": "AQAsAQ=="}  # 1 and 300
    traces = (
        {"type": "bar", "orientation": "h", "name": "eaten", "x": packed, "y": ["b", "a"]},
        {"type": "bar", "orientation": "h", "name": "kept", "x": [4], "y": ["a"]},
    )
    figure = bars(*traces, yaxis={"categoryarray": ["b", "a"], "title": {"text": "Bed"}})
    (chart,) = shown(cell(figure), "page-1")
    assert isinstance(chart, Chart)
    assert isinstance(chart.drawing, StackChart)
    assert chart.drawing.rows == ("a", "b")
    assert chart.drawing.counts == ((300, 4), (1, 0))
    assert (chart.title, chart.finding) == ("Turnips", "Most were eaten.")
    assert chart.table.rows[0] == (("a",), ("300",), ("4",), ("304",))


@pytest.mark.parametrize(
    ("figure", "fault"),
    [
        (bars({"type": "scatter", "x": [1], "y": [1]}), "only bar charts"),
        (bars(), "only bar charts"),
        (bars({"type": "bar", "x": ["a"], "y": [1.5]}), "whole numbers"),
        (bars({"type": "bar", "x": ["a"], "y": [1]}, title={"text": "T"}), "subtitle"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(figure: dict[str, Any], fault: str) -> None:
    with pytest.raises(NotDrawable, match=fault):
        list(shown(cell(figure), "page-1"))


def test_runs_are_kept_until_code_or_data_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[dict[str, bytes]] = []

    def record(notebook: Any, files: dict[str, bytes]) -> Any:
        ran.append(files)
        return notebook

    monkeypatch.setattr(running, "execute", record)
    runs, notebook = Runs(tmp_path), notebook_of(TEXT)
    assert runs.kept("page", notebook, {"a.csv": b"1"}) is None
    for data in (b"1", b"1", b"2", b"2"):
        runs.run("page", notebook, {"a.csv": data})
    assert ran == [{"a.csv": b"1"}, {"a.csv": b"2"}]
    runs.run("page", notebook_of(TEXT.replace("1 + 1", "1 + 2")), {"a.csv": b"2"})
    assert len(ran) == 3
    assert len(list(tmp_path.iterdir())) == 1
    # The same cells in another chapter are another run.
    runs.run("other", notebook, {"a.csv": b"2"})
    assert len(ran) == 4


def test_a_damaged_run_is_run_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "execute", lambda notebook, files: notebook)
    runs, notebook = Runs(tmp_path), notebook_of(TEXT)
    runs.run("page", notebook, {})
    (path,) = tmp_path.iterdir()
    path.write_text("{", "utf-8")
    assert runs.kept("page", notebook, {}) is None
    assert runs.run("page", notebook, {}) == notebook


def test_the_books_notebook_runs_with_the_published_files_alone() -> None:
    """In an empty folder with the data files, as whoever downloads both has them."""
    notebook = notebook_of(EXPLORE.read_text("utf-8"))
    found = execute(notebook, real_files())
    values = [
        value
        for number, one in enumerate(found.cells)
        if one.cell_type == "code"
        for value in shown(one, f"explore-{number}")
    ]
    assert [type(value) for value in values] == [Chart, Table, Chart]
    assert DATA_TYPE not in file_of(found)
    records = [row for row in world("real").records if row.seminar]
    drawing = values[0].drawing if isinstance(values[0], Chart) else None
    assert isinstance(drawing, StackChart)
    assert sum(map(sum, drawing.counts)) == len(records)
    with pytest.raises(CellFailed, match=r"Code cell 1 fails: .*Error"):
        execute(notebook_of(TEXT.replace("1 + 1", "1 / 0")), {})


def test_the_books_notebook_names_the_books_address() -> None:
    config = yaml.safe_load((REAL / "_config.yml").read_text("utf-8"))
    address = config["sphinx"]["config"]["html_baseurl"]
    assert f'ADDRESS = "{address}data/"' in EXPLORE.read_text("utf-8")
