"""Whatever stands in a text of the data is a text on the page: never markup, never a script."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from lxml import html

import seminarbook.views.charts
import seminarbook.views.tables  # noqa: F401  (declares the tables)
from seminarbook.model.columns import columns_of
from seminarbook.model.reader import read_series
from seminarbook.model.records import RECORD_CLASSES
from seminarbook.model.writer import canonical_text
from seminarbook.views.registry import CHARTS, TABLES
from tests.copies import TOY
from tests.sphinx_ext.conftest import Book

# No braces: in prose they stand for a person, and the reader refuses any other use.
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> **b** [x](javascript:alert(3)) "
    "`c` $x^2$ \\input/etc/passwd \\end %n_1 #h & &amp; &#60;b&#62; ]]> --> ''' \"q\" =1+1 "
    "👩\u200d👩\u200d👧 नमस्ते مرحبا שלום"
)


def _spoilt(root: Path) -> int:
    """Put the hostile text into every cell that may hold any text; how many there are."""
    reading = read_series(root / "data", root / "references.bib", root=root)
    assert reading.series is not None
    count = 0
    for record in RECORD_CLASSES:
        rows = []
        for row in reading.series.rows(record.file):
            free = {
                column.name: f"{getattr(row, column.name)} {HOSTILE}"
                for column in columns_of(record)
                if column.kind == "text" and not column.many and getattr(row, column.name)
                if column.reference is None and not column.bibliography
            }
            count += len(free)
            rows.append(row.model_copy(update=free))
        if rows:
            path = root / "data" / f"{record.file}.csv"
            path.write_text(canonical_text(record, rows), encoding="utf-8")
    return count


def _everything() -> str:
    blocks = ["# Everything"]
    for directive, views in (("data-table", TABLES), ("data-chart", CHARTS)):
        for name, view in sorted(views.items()):
            scopes = ["", *([":seminar: s1\n"] if "seminar" in view.scopes else [])]
            for scope in scopes:
                if scope or "series" in view.scopes:
                    blocks.append(f":::{{{directive}}} {name}\n{scope}:::")
    blocks += [":::{seminar-card} s1\n:::", ":::{seminar-cards}\n:::", ":::{care-note}\n:::"]
    return "\n\n".join(blocks) + "\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> html.HtmlElement:
    root = tmp_path_factory.mktemp("hostile") / "book"
    shutil.copytree(TOY / "data", root / "data")
    shutil.copy(TOY / "book" / "references.bib", root)
    assert _spoilt(root) > 100
    reading = read_series(root / "data", root / "references.bib", root=root)
    assert [one for one in reading.problems if one.severity == "error"] == []
    book = Book(root)
    book.write(
        page=_everything(),
        people="# People\n\n:::{people-index}\n:::\n",
        sources="# Sources\n\n:::{source-list}\n:::\n",
    )
    built = book.build()
    assert built.warnings == []
    text = built.page("page") + built.page("people")
    return html.document_fromstring(text)


def test_nothing_of_it_is_markup(site: html.HtmlElement) -> None:
    scripts = site.xpath("//script[not(contains(@type, 'json'))]")
    assert [one for one in scripts if "alert(" in (one.text or "")] == []
    assert site.xpath("//img[@src='x'] | //*[@onerror]") == []
    links = [link.get("href") for link in site.xpath("//a[@href]")]
    assert [link for link in links if link.strip().lower().startswith("javascript")] == []
    assert [one for one in site.iter("strong") if one.text == "b"] == []


def test_all_of_it_can_be_read(site: html.HtmlElement) -> None:
    shown = site.text_content()
    for part in ("<script>alert(1)</script>", "[x](javascript:alert(3))", "&amp;", "]]>", "नमस्ते"):
        assert shown.count(part) > 20, part
    assert "👩\u200d👩\u200d👧" in shown


def test_data_for_scripts_cannot_end_their_script(site: html.HtmlElement) -> None:
    for script in site.xpath("//script[contains(@type, 'json')]"):
        json.loads(script.text)


def test_charts_stay_drawings(site: html.HtmlElement) -> None:
    drawings = site.xpath("//*[local-name()='svg']")
    assert drawings
    for drawing in drawings:
        assert not drawing.xpath(".//*[local-name()='script' or local-name()='foreignObject']")
        assert not re.search(r"\son\w+=", html.tostring(drawing, encoding="unicode").split(">")[0])
