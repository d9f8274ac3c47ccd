"""The small book of study days about bees, built once in each format for all tests."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

BOOK = Path(__file__).parent / "book"
EPOCH = "1767225600"


def build(out: Path, builder: str, **settings: Any) -> Path:
    """Build a copy of the book under ``out``, strictly and on a fixed day; the folder it is in."""
    source = out / "source"
    if not source.exists():
        shutil.copytree(BOOK, source)
    warnings = io.StringIO()
    target, doctrees = out / builder, out / "doctrees"
    with pytest.MonkeyPatch.context() as patch, docutils_namespace():
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        app = Sphinx(source, source, target, doctrees, builder, settings, None, warnings)
        app.build()
    assert warnings.getvalue() == ""
    return target


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for building in."""
    return tmp_path_factory.mktemp("paper")


@pytest.fixture(scope="session")
def paper(workplace: Path) -> Path:
    """The folder with the book's PDF and one PDF for each chapter."""
    return build(workplace, "pdf", seminarbook_chapter_pdfs=True)


@pytest.fixture(scope="session")
def book_pdf(paper: Path) -> Iterator[pikepdf.Pdf]:
    """The book's PDF, open for reading."""
    with pikepdf.open(paper / "bees.pdf") as pdf:
        yield pdf


@pytest.fixture(scope="session")
def epub(workplace: Path) -> Path:
    """The book's EPUB."""
    return build(workplace, "epub") / "bees.epub"


@pytest.fixture(scope="session")
def epub_files(epub: Path) -> dict[str, str]:
    """The texts in the EPUB by name."""
    with ZipFile(epub) as archive:
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if not name.endswith(".png")
        }
