"""Edits: new contents for several files of the book, put in place all together or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

_PLAN = "plan.json"


class EditsRefused(Exception):
    """The edits were not made, and no file has changed; the text says why."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A file of the book before and after; None where there is no such file."""

    path: str
    before: bytes | None
    after: bytes | None


def edit(root: Path, path: str, after: bytes | str | None) -> Edit:
    """An edit of a file as it stands now."""
    place = root / path
    new = after.encode() if isinstance(after, str) else after
    return Edit(path, place.read_bytes() if place.exists() else None, new)


def made(root: Path, edits: Iterable[Edit]) -> None:
    """Make the edits; :class:`EditsRefused` if they cannot be made or a file is not as it was.

    The new contents are written aside in full, and one rename decides: a computer that is turned
    off before it has changed nothing, and after it :func:`recover` brings them to their end.
    """
    from filelock import FileLock, Timeout

    wanted = [one for one in edits if one.before != one.after]
    lock = FileLock(_folder(root).with_name(".changing.lock"))
    try:
        with lock.acquire(timeout=0):
            recover(root)
            _make(root, wanted)
    except Timeout:
        raise EditsRefused("another command is changing the book; try again") from None
    finally:
        Path(lock.lock_file).unlink(missing_ok=True)


def recover(root: Path) -> None:
    """Bring edits to their end that were decided upon and then broken off."""
    shutil.rmtree(_aside(root), ignore_errors=True)
    if _folder(root).exists():
        _carry_out(root)


def _make(root: Path, edits: Sequence[Edit]) -> None:
    for one in edits:
        place = root / one.path
        if (place.read_bytes() if place.exists() else None) != one.before:
            raise EditsRefused(f"{one.path} was changed in the meantime; begin again")
    try:
        _write_aside(root, edits)
        os.rename(_aside(root), _folder(root))
    except OSError as error:
        shutil.rmtree(_aside(root), ignore_errors=True)
        raise EditsRefused(_reason(error)) from error
    try:
        _carry_out(root)
    except OSError as error:
        shutil.rmtree(_folder(root), ignore_errors=True)
        _undo(root, edits)
        raise EditsRefused(_reason(error)) from error


def _write_aside(root: Path, edits: Sequence[Edit]) -> None:
    aside = _aside(root)
    aside.mkdir()
    plan = []
    for number, one in enumerate(edits):
        name = None
        if one.after is not None:
            name = str(number)
            (aside / name).write_bytes(one.after)
        plan.append({"path": one.path, "contents": name})
    (aside / _PLAN).write_text(json.dumps(plan), encoding="utf-8")


def _carry_out(root: Path) -> None:
    folder = _folder(root)
    for step in json.loads((folder / _PLAN).read_text(encoding="utf-8")):
        name = step["contents"]
        _put(root / step["path"], None if name is None else (folder / name).read_bytes())
    shutil.rmtree(folder)


def _undo(root: Path, edits: Sequence[Edit]) -> None:
    for one in edits:
        place = root / one.path
        if (place.read_bytes() if place.exists() else None) != one.before:
            _put(place, one.before)


def _put(place: Path, contents: bytes | None) -> None:
    """Give a file its contents in one step; remove it if there are none."""
    target = place.resolve()
    if contents is None:
        target.unlink(missing_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.write_bytes(contents)
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def _reason(error: OSError) -> str:
    name = (
        Path(error.filename).name.removeprefix(".").removesuffix(".new") if error.filename else ""
    )
    return f"{name}: {error.strerror}" if name else str(error.strerror or error)


def _folder(root: Path) -> Path:
    return root / ".changing"


def _aside(root: Path) -> Path:
    return root / ".changing.new"
