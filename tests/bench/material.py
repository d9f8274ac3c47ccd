"""The book for mkdocs-material: tables and charts are put in by a hook with pandas and Plotly."""

from __future__ import annotations

import re
from pathlib import Path

from tests.bench.content import SOURCES, TERMS, Chapter, Content, sectioned, source, term
from tests.bench.program import Program
from tests.bench.tables import write_tables

_CONFIG = """site_name: The bench book
site_url: https://example.org/bench/
theme:
  name: material
markdown_extensions: [footnotes, attr_list, def_list]
plugins: [search]
hooks: [hooks.py]
validation:
  links:
    anchors: warn
nav:
  - index.md
"""
_HOOKS = """import re

import pandas as pd
import plotly.express as px

_VIEW = re.compile(r"<!-- (programme|attendance|chart) (\\w+) -->")


def on_page_markdown(markdown, **_):
    return _VIEW.sub(_view, markdown)


def _view(found):
    kind, day = found[1], found[2]
    data = pd.read_csv("data/talks.csv" if kind == "programme" else "data/attendance.csv")
    rows = data[data.seminar == day].drop(columns="seminar")
    if kind == "chart":
        figure = px.bar(rows, x="value", y="group", title="Who came")
        return figure.to_html(full_html=False, include_plotlyjs="cdn", div_id=f"chart-{day}")
    return rows.to_html(index=False)
"""
_VIEWS = """
## The day

<!-- programme {id} -->

<!-- chart {id} -->

<!-- attendance {id} -->
"""


def _write(content: Content, place: Path) -> None:
    (place / "docs" / "chapters").mkdir(parents=True)
    write_tables(content, place / "data")
    pages = [f"  - chapters/{chapter.page}.md" for chapter in content.chapters]
    terms = [f"<span id='t{n}'>{term(n)}</span>\n:   What it means.\n" for n in range(TERMS)]
    files = {
        "mkdocs.yml": _CONFIG + "\n".join([*pages, "  - chapters/glossary.md"]) + "\n",
        "hooks.py": _HOOKS,
        "docs/index.md": "# The bench book\n\nA book of any size.\n",
        "docs/chapters/glossary.md": "# Glossary\n\n" + "\n".join(terms),
    }
    files |= {_source(one): _chapter(one, content.text) for one in content.chapters}
    for file, text in files.items():
        (place / file).write_text(text, encoding="utf-8")


def _chapter(chapter: Chapter, text: bool) -> str:
    body = sectioned(chapter, "" if text else _VIEWS.format(id=chapter.id), _mark)
    cited = {int(n) for n in re.findall(r"\[\^c(\d+)\]", body)}
    notes = [f"[^c{n}]: {', '.join(source(n))}, 2031.\n" for n in range(SOURCES) if n in cited]
    return body + "\n" + "".join(notes)


def _mark(kind: str, number: int) -> str:
    return f"[^c{number}]" if kind == "c" else f"[{term(number)}](glossary.md#t{number})"


def _source(chapter: Chapter) -> str:
    return f"docs/chapters/{chapter.page}.md"


MATERIAL = Program(
    name="mkdocs-material",
    packages=("mkdocs-material==9.8.1", "pandas==3.1.1", "plotly==7.1.0"),
    write=_write,
    commands={"html": ("-m", "mkdocs", "build", "--quiet")},
    source=_source,
    page=lambda chapter: f"site/chapters/{chapter.page}/index.html",
)
