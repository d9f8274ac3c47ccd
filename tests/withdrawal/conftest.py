"""The toy book, to be changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from seminarbook.withdrawal import scan
from tests.builds import build
from tests.copies import TOY, copy_of


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the toy book."""
    return copy_of(TOY, tmp_path / "book")


@dataclass(frozen=True)
class BuiltBook:
    """The toy book as it was built before anybody was taken out, at one place for many tests.

    What is built again is what a change touches. So a page that should have been made anew and
    was not still bears the name, and is found.
    """

    root: Path
    before: Path

    def rebuilt(self) -> tuple[Path, tuple[str, ...]]:
        """The site, with every warning, made from the one of before."""
        # Whoever withdraws somebody removes all that was built.
        shutil.copytree(self.before / "_build", self.root / "_build")
        return build(self.root)


@pytest.fixture(scope="module")
def _built_once(tmp_path_factory: pytest.TempPathFactory) -> BuiltBook:
    folder = tmp_path_factory.mktemp("withdrawal")
    root = copy_of(TOY, folder / "book")
    build(root)
    shutil.copytree(root, folder / "before")
    return BuiltBook(root, folder / "before")


@pytest.fixture(scope="module")
def _texts_once() -> Iterator[None]:
    """A file that is the same after several withdrawals is turned into text once, and searched
    each time."""
    texts = scan._texts

    @cache
    def kept(data: bytes) -> tuple[str, ...]:
        return tuple(texts(data))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "_texts", kept)
        yield


@pytest.fixture
def built(_built_once: BuiltBook, _texts_once: None) -> BuiltBook:
    """The built book, at the same place and as it was, dates of files and all."""
    shutil.rmtree(_built_once.root)
    shutil.copytree(_built_once.before, _built_once.root)
    return _built_once
