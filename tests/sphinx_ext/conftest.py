"""Small books of a few pages over the invented data, built in this process."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from tests.copies import TOY

SETTINGS: dict[str, Any] = {
    "project": "Toy",
    "author": "The garden team",
    "copyright": "2031",
    "html_title": "Gardens for everyone",
    "html_baseurl": "https://example.org/toy/",
    "html_theme": "basic",
    "extensions": ["myst_parser", "sphinxcontrib.bibtex", "seminarbook"],
    # Sphinx keeps its default in one place for all applications of a process.
    "source_suffix": {".md": "markdown"},
    "myst_enable_extensions": ["colon_fence", "deflist"],
    "bibtex_bibfiles": ["references.bib"],
    "bibtex_reference_style": "author_year",
    "numfig": True,
    "numfig_format": {"figure": "Figure %s", "table": "Table %s"},
    "nitpicky": True,
    "show_warning_types": True,
    "seminarbook_series": {"start": "2031-01-01", "end": "2031-12-31"},
}
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass
class Built:
    """What one build said and did."""

    out: Path
    warnings: list[str]
    read: set[str]
    written: set[str]

    def page(self, name: str) -> str:
        """A page as HTML."""
        return (self.out / f"{name}.html").read_text(encoding="utf-8")


@dataclass
class Book:
    """A book of pages that a test writes, over a copy of the invented data."""

    root: Path

    def write(self, **pages: str) -> None:
        """Write pages by name; a page ``index`` lists all others."""
        for name, text in pages.items():
            self._save(f"{name}.md", text)
        names = sorted(path.stem for path in self.root.glob("*.md") if path.stem != "index")
        index = "# Contents\n\n```{toctree}\n" + "\n".join(names) + "\n```\n"
        self._save("index.md", pages.get("index", index))

    def _save(self, name: str, text: str) -> None:
        """Write a page; one that is as it was keeps its date."""
        path = self.root / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")

    def data(self, name: str) -> Path:
        """A data file."""
        return self.root / "data" / f"{name}.csv"

    def change(self, name: str, old: str, new: str) -> None:
        """Change one place in a data file, or in a page if ``name`` has a suffix."""
        path = self.root / name if "." in name else self.data(name)
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old, text.count(old))
        path.write_text(text.replace(old, new), encoding="utf-8")

    @contextmanager
    def app(self, builder: str = "html", jobs: int = 1, **settings: Any) -> Iterator[Sphinx]:
        """A Sphinx for this book; what it says can be read from ``app.said``."""
        said = io.StringIO()
        # Sphinx would write into its own default, and so into every later book of this process.
        settings["source_suffix"] = {".md": "markdown"}
        with patch_docutils(None), docutils_namespace():
            app = Sphinx(
                srcdir=self.root,
                confdir=None,
                outdir=self.root / "_build" / builder,
                doctreedir=self.root / "_build" / "doctrees",
                buildername=builder,
                confoverrides={**SETTINGS, **settings},
                status=None,
                warning=said,
                parallel=jobs,
            )
            app.said = said  # type: ignore[attr-defined]
            yield app

    def build(self, builder: str = "html", jobs: int = 1, **settings: Any) -> Built:
        """Build what is stale, in a new Sphinx."""
        with self.app(builder, jobs, **settings) as app:
            return build_again(app)


def build_again(app: Sphinx) -> Built:
    """Build what is stale, in a Sphinx that may have built before."""
    said: io.StringIO = app.said  # type: ignore[attr-defined]
    said.seek(0)
    said.truncate()
    read: set[str] = set()
    written: set[str] = set()
    listeners = [
        app.connect("env-before-read-docs", lambda app, env, names: read.update(names)),
        app.connect("doctree-resolved", lambda app, tree, name: written.add(name)),
    ]
    app.build()
    for listener in listeners:
        app.disconnect(listener)
    plain = _COLOUR.sub("", said.getvalue()).replace(f"{app.srcdir}/", "")
    return Built(Path(app.outdir), plain.splitlines(), read, written)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """A book without pages."""
    root = tmp_path / "book"
    shutil.copytree(TOY / "data", root / "data")
    shutil.copy(TOY / "book" / "references.bib", root)
    return Book(root)
