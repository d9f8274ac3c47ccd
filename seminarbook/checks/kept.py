"""Kept: what the last check found, taken again for what has not changed since.

A chapter is taken apart when it has changed, and its rules are run when it, or anything they look
at besides, has changed: the data, the contents, and what other chapters give.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from seminarbook.problems import Problem

if TYPE_CHECKING:
    from seminarbook.checks.chapter import Chapter
    from seminarbook.checks.given import Given

Problems = tuple[Problem, ...]
T = TypeVar("T")

_PACKAGE = Path(__file__).resolve().parents[1]
_LIBRARIES = ("markdown_it", "mdit_py_plugins", "readability", "pydantic")


@dataclass
class Kept:
    """``files``, ``given`` and ``told`` are by path, each with what tells that it is the same.

    A program that goes on keeps the ``chapters`` too; a file holds the rest for the next one.
    """

    files: dict[str, tuple[str, tuple[str, Problems]]] = field(default_factory=dict)
    given: dict[str, tuple[str, Given]] = field(default_factory=dict)
    told: dict[str, tuple[str, Problems]] = field(default_factory=dict)
    chapters: dict[str, tuple[str, Chapter]] = field(default_factory=dict)

    def file(
        self, path: str, stamp: str, look: Callable[[], tuple[str, Problems]]
    ) -> tuple[str, Problems]:
        """The digest of a file's text and what is wrong with it, read if it was saved since."""
        return _again(self.files, path, stamp, look)

    def given_by(self, path: str, digest: str, read: Callable[[], Given]) -> Given:
        """What a chapter gives, read if it is another now."""
        return _again(self.given, path, digest, read)

    def chapter(self, path: str, digest: str, read: Callable[[], Chapter]) -> Chapter:
        """A chapter taken apart, read if it is another now."""
        return _again(self.chapters, path, digest, read)

    def problems(self, path: str, digest: str, look: Callable[[], Iterable[Problem]]) -> Problems:
        """What is wrong with a chapter, looked for if anything is another now."""
        return _again(self.told, path, digest, lambda: tuple(look()))


def _again(known: dict[str, tuple[str, T]], path: str, digest: str, make: Callable[[], T]) -> T:
    found = known.get(path)
    if found is None or found[0] != digest:
        found = known[path] = digest, make()
    return found[1]


def kept_in(file: Path) -> Kept:
    """What the last check left in a file; nothing if it cannot be read or is of other code."""
    with contextlib.suppress(Exception):
        # Whatever a damaged file holds, the check begins anew.
        code, files, given, told = pickle.loads(file.read_bytes())
        if code == _code():
            return Kept(files, given, told)
    return Kept()


def keep_in(file: Path, kept: Kept) -> None:
    """Leave it for the next check, if the folder can be written to."""
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        held = _code(), kept.files, kept.given, kept.told
        aside.write_bytes(pickle.dumps(held, pickle.HIGHEST_PROTOCOL))
        aside.replace(file)


@cache
def _code() -> str:
    """What tells whether the rules are others now: our code and what they are made with."""
    files = [path for path in _PACKAGE.rglob("*.py") if "sphinx_ext" not in path.parts]
    origins = (find_spec(name) for name in _LIBRARIES)
    files += [Path(spec.origin) for spec in origins if spec and spec.origin]
    states = [(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(files)]
    return hashlib.sha256(repr((sys.version, states)).encode()).hexdigest()
