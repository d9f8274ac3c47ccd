"""The book for Jupyter Book as it comes: tables and charts are cells that run pandas and Plotly."""

from __future__ import annotations

from pathlib import Path

from tests.bench.content import Chapter, Content, bibliography, glossary, in_myst
from tests.bench.program import Program
from tests.bench.tables import write_tables

_CONFIG = """title: The bench book
author: The bench
execute:
  execute_notebooks: cache
bibtex_bibfiles: [references.bib]
sphinx:
  config:
    bibtex_reference_style: author_year
"""
_START = "from jupyter_book.cli.main import main; main()"
_KERNEL = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---
"""
_CELLS = """
## The day

```{{code-cell}} ipython3
:tags: [remove-input]
import pandas as pd
import plotly.express as px
import plotly.io

plotly.io.renderers.default = "notebook_connected"
talks = pd.read_csv("../data/talks.csv")
talks[talks.seminar == "{id}"][["start", "title"]]
```

```{{code-cell}} ipython3
:tags: [remove-input]
came = pd.read_csv("../data/attendance.csv")
came = came[came.seminar == "{id}"][["group", "value"]]
px.bar(came, x="value", y="group", title="Who came").show()
```

```{{code-cell}} ipython3
:tags: [remove-input]
came
```
"""


def _write(content: Content, place: Path) -> None:
    (place / "chapters").mkdir(parents=True)
    write_tables(content, place / "data")
    files = {
        "_config.yml": _CONFIG,
        "_toc.yml": _toc(content),
        "index.md": "# The bench book\n\nA book of any size.\n",
        "references.bib": bibliography(),
        "chapters/glossary.md": glossary(),
        "chapters/references.md": "# References\n\n```{bibliography}\n```\n",
    }
    files |= {_source(one): _chapter(one, content.text) for one in content.chapters}
    for file, text in files.items():
        (place / file).write_text(text, encoding="utf-8")


def _toc(content: Content) -> str:
    lines = ["format: jb-book", "root: index", "parts:", "  - caption: Days", "    chapters:"]
    lines += [f"      - file: chapters/{chapter.page}" for chapter in content.chapters]
    lines += ["  - caption: Reference", "    chapters:"]
    lines += [f"      - file: chapters/{page}" for page in ("glossary", "references")]
    return "\n".join(lines) + "\n"


def _chapter(chapter: Chapter, text: bool) -> str:
    cells = "" if text else _CELLS.format(id=chapter.id)
    return ("" if text else _KERNEL) + in_myst(chapter, cells)


def _source(chapter: Chapter) -> str:
    return f"chapters/{chapter.page}.md"


VANILLA = Program(
    name="Jupyter Book",
    packages=("jupyter-book==1.0.4.post1", "pandas==3.1.1", "plotly==7.1.0"),
    write=_write,
    commands={"html": ("-c", _START, "build", ".")},
    source=_source,
    page=lambda chapter: f"_build/html/chapters/{chapter.page}.html",
)
