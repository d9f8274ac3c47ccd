"""The small book of study days about bees, built once as PDF for every test that reads it."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from sphinx.application import Sphinx

BOOK = Path(__file__).parent / "book"
EPOCH = "1767225600"

Build = Callable[..., Path]


def build(source: Path, out: Path, builder: str = "pdf", **settings: Any) -> Path:
    """Build a copy of the book of bees under ``out`` and return the folder of the output."""
    copy = out / "source"
    if not copy.exists():
        shutil.copytree(source, copy)
    warnings = io.StringIO()
    app = Sphinx(
        str(copy), str(copy), str(out / builder), str(out / "doctrees"), builder,
        settings, status=None, warning=warnings,
    )  # fmt: skip
    app.build()
    assert warnings.getvalue() == ""
    return out / builder


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder with the book's PDF and one PDF for each chapter."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        yield build(BOOK, tmp_path_factory.mktemp("paper"), seminarbook_chapter_pdfs=True)


@pytest.fixture(scope="session")
def book_pdf(paper: Path) -> Iterator[pikepdf.Pdf]:
    """The book's PDF, open for reading."""
    with pikepdf.open(paper / "bees.pdf") as pdf:
        yield pdf
