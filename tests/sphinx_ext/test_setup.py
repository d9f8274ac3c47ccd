"""How the extension is loaded: alone, by Jupyter Book, and by plain Sphinx."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sphinx.application import Sphinx

from seminarbook.markup import DIRECTIVES, ROLES
from seminarbook.sphinx_ext.directives import DIRECTIVES as MADE
from seminarbook.sphinx_ext.roles import ROLES as MADE_ROLES
from tests.copies import REAL, TOY, copy_of
from tests.sphinx_ext.conftest import Book


def run(*words: str, at: Path) -> subprocess.CompletedProcess[str]:
    """A command in a folder, which finds the book's own code wherever that is."""
    found = os.environ | {"PYTHONPATH": str(REAL)}
    return subprocess.run(
        [sys.executable, *words], cwd=at, capture_output=True, text=True, check=False, env=found
    )


def test_what_authors_may_write_is_what_there_is() -> None:
    assert set(MADE) == set(DIRECTIVES)
    assert set(MADE_ROLES) == set(ROLES)


def test_importing_the_package_is_cheap() -> None:
    code = "import sys, seminarbook; print(sorted({'sphinx', 'pandas', 'docutils'} & set(sys.modules)))"
    assert run("-c", code, at=REAL).stdout == "[]\n"


def test_code_that_changed_reads_all_pages_again(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.write(page="# A page\n")
    book.build()
    assert book.build().read == set()
    monkeypatch.setattr("seminarbook.sphinx_ext.version.code_version", lambda: 1)
    assert book.build().read == {"page", "index"}


def test_it_says_that_it_may_run_in_parallel(book: Book) -> None:
    book.write()
    with book.app() as app:
        assert isinstance(app, Sphinx)
        extension = app.extensions["seminarbook"]
        assert extension.parallel_read_safe
        assert extension.parallel_write_safe


@pytest.mark.book
def test_jupyter_book_builds_a_book_by_itself(tmp_path: Path) -> None:
    root = copy_of(TOY, tmp_path / "toy")
    command = "from jupyter_book.cli.main import main; main()"
    built = run("-c", command, "build", ".", "-n", "-W", "--keep-going", at=root)
    assert built.returncode == 0, built.stderr
    for page in ("index", "seminars/01-sharing-soil", "reference/people"):
        assert (root / "_build" / "html" / "book" / f"{page}.html").is_file()
    latex = run("-c", command, "build", ".", "-W", "--builder", "latex", at=root)
    assert latex.returncode == 0, latex.stderr


@pytest.mark.book
def test_plain_sphinx_builds_what_jupyter_book_configured(tmp_path: Path) -> None:
    root = copy_of(TOY, tmp_path / "toy")
    command = "from jupyter_book.cli.main import main; main()"
    assert run("-c", command, "config", "sphinx", ".", at=root).returncode == 0
    built = run("-m", "sphinx", "-n", "-W", "-q", ".", "_build/plain", at=root)
    assert built.returncode == 0, built.stderr
    assert (root / "_build" / "plain" / "book" / "index.html").is_file()
