"""Workspace: builds are made aside and moved into place whole, or not at all."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from seminarbook.build.project import Project

_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_HERE = -100  # AT_FDCWD: paths relative to the current folder


class BuildRunning(Exception):
    """Another build is at work in the same folder."""


@contextlib.contextmanager
def exclusive(project: Project) -> Iterator[None]:
    """Hold the folder's only build; :class:`BuildRunning` if somebody else does."""
    project.build.mkdir(exist_ok=True)
    lock = FileLock(project.build / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BuildRunning from None
    try:
        yield
    finally:
        lock.release()


def prepare(project: Project, key: str) -> None:
    """Make the work folder ready.

    What an earlier build left is used again only if that build ended well and had the same
    ``key``: a killed build may have left half a page that looks newer than its source.
    """
    recover(project)
    state = project.work / "state.json"
    try:
        usable = json.loads(state.read_text(encoding="utf-8")) == {"key": key}
    except (OSError, ValueError):
        usable = False
    if not usable:
        shutil.rmtree(project.work, ignore_errors=True)
    project.work.mkdir(parents=True, exist_ok=True)
    state.unlink(missing_ok=True)


def finish(project: Project, key: str) -> None:
    """Say that the work folder is whole, so that the next build may go on from it."""
    state = project.work / "state.json.new"
    state.write_text(json.dumps({"key": key}), encoding="utf-8")
    os.replace(state, project.work / "state.json")


def key_of(files: Iterable[Path], *words: str) -> str:
    """A digest of files (by content) and words: another key, another clean build."""
    digest = hashlib.sha256()
    for word in words:
        digest.update(word.encode() + b"\0")
    for path in sorted(files):
        digest.update(path.as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def aside(place: Path) -> Path:
    """Where the folder for ``place`` is made."""
    return place.with_name(f".{place.name}.new")


def discard(project: Project) -> None:
    """Remove what was made aside and is not to be published."""
    for place in (project.html, project.dist):
        shutil.rmtree(aside(place), ignore_errors=True)


def publish(places: Collection[Path]) -> None:
    """Put what was made aside for each place there, each in one step and one right after the
    other; what was there is removed."""
    for place in places:
        made, old = aside(place), _old(place)
        if not place.exists():
            os.rename(made, place)
        elif _exchange(made, place):
            os.rename(made, old)
        else:
            os.rename(place, old)
            os.rename(made, place)
    for place in places:
        shutil.rmtree(_old(place), ignore_errors=True)


def recover(project: Project) -> None:
    """Where a kill fell between two renames, put the last good output back, and tidy up."""
    for place in (project.html, project.dist):
        if _old(place).exists() and not place.exists():
            os.rename(_old(place), place)
        shutil.rmtree(_old(place), ignore_errors=True)
    discard(project)


def _old(place: Path) -> Path:
    return place.with_name(f".{place.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step of the file system; False where that cannot be had."""
    if os.name != "posix":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(libc, "renameat2"):
        return bool(libc.renameat2(_HERE, first, _HERE, second, _EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(first, second, _EXCHANGE) == 0)
    return False
