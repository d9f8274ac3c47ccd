"""Every builder writes every directive without a warning."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.sphinx_ext.conftest import Book

PAGE = """# A page

:::{plain-words}
In short.
:::

:::{care-note}
Of hedges.
:::

:::{seminar-card} s1
:::

:::{seminar-cards}
:::

:::{data-table} programme
:seminar: s3
:::

:::{data-table} conflicts
:seminar: s1
:::

:::{data-chart} attendance
:::

{person}`ada-quillfeather` at {seminar}`s1`: {figure}`s1-beds` {cite:p}`garden-blog`.

See {ref}`series-attendance`.

:::{cite-this}
:::

:::{downloads}
:::
"""


@pytest.fixture
def written(book: Book) -> Book:
    book.write(
        page=PAGE,
        people="# People\n\n:::{people-index}\n:::\n",
        data="# Data\n\n:::{data-dictionary}\n:::\n",
        references="# References\n\n:::{source-list}\n:::\n",
    )
    return book


def test_every_builder_is_without_a_warning(written: Book) -> None:
    offers = [{"file": "toy.pdf", "label": "PDF"}]
    for builder in ("html", "dirhtml", "singlehtml", "latex", "text", "man", "texinfo", "xml"):
        built = written.build(builder, seminarbook_downloads=offers)
        assert (builder, built.warnings) == (builder, [])


def test_latex_shows_the_drawing_and_the_table(written: Book) -> None:
    out = written.build("latex").out
    (source,) = out.glob("*.tex")
    text = source.read_text(encoding="utf-8")
    (drawing,) = out.glob("chart-*.pdf")
    assert f"\\sphinxincludegraphics[width=\\linewidth]{{{drawing.name}}}" in text
    assert drawing.read_bytes().startswith(b"%PDF")
    assert "between 20 and 25" in text
    before = drawing.read_bytes()
    drawing.unlink()
    assert written.build("latex").out.joinpath(drawing.name).read_bytes() == before


@pytest.mark.parametrize("builder", ["epub", "latex", "text"])
def test_only_a_site_offers_files(written: Book, builder: str) -> None:
    offers = [{"file": "toy.pdf", "label": "PDF"}]
    built = written.build(builder, seminarbook_downloads=offers)
    assert built.warnings == []
    for path in built.out.rglob("*"):
        if path.is_file():
            assert b"toy.pdf" not in contents(path), path


def contents(path: Path) -> bytes:
    """A file's bytes, or those of all files that it packs."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def test_plain_text_says_what_the_drawing_shows(written: Book) -> None:
    out: Path = written.build("text").out
    text = (out / "page.txt").read_text(encoding="utf-8")
    assert "[Chart: A bar for each seminar" in text
    assert "| Seminar 2 | between 20 and 25" in text
    assert "Nothing is recorded." in text or "No conflict" in text
