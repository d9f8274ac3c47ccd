"""The manifest of a published folder: the digest of each of its files, in ``SHA256SUMS``.

It is written in the form of ``sha256sum``, so that anybody can check a copy of the book without
us: ``sha256sum --check SHA256SUMS``. Its last line, which that program passes over as a comment,
is the digest of the lines before it: a manifest that was itself changed or cut off says so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

NAME = "SHA256SUMS"

_LINE = re.compile(r"([0-9a-f]{64})  ([^\\\n]+)")
_LAST = "# "


def manifest_text(folder: Path) -> str:
    """The manifest of what is in the folder now, sorted by path."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(_digests(folder).items()))
    return f"{lines}{_LAST}{_digest(lines.encode())}\n"


def write_manifest(folder: Path) -> None:
    """Put the manifest into the folder."""
    (folder / NAME).write_text(manifest_text(folder), encoding="utf-8", newline="\n")


def differences(folder: Path) -> tuple[str, ...]:
    """What in the folder is not as its manifest says: every file that was changed, is missing,
    or came later, sorted."""
    if not (folder / NAME).is_file():
        return (f"{NAME}: is missing, so that nothing shows whether the files are as they were",)
    try:
        said = _read((folder / NAME).read_text(encoding="utf-8"))
    except ValueError as error:
        return (f"{NAME}: {error}",)
    return tuple(sorted(_differences(said, _digests(folder))))


def _differences(said: dict[str, str], found: dict[str, str]) -> Iterator[str]:
    for name in said.keys() | found.keys():
        if name not in found:
            yield f"{name}: is missing"
        elif name not in said:
            yield f"{name}: was not published with the others"
        elif said[name] != found[name]:
            yield f"{name}: is not as it was published"


def _read(text: str) -> dict[str, str]:
    """Digests by path; ValueError if the manifest is not as it was written."""
    *lines, last = text.splitlines(keepends=True) or [""]
    if last != f"{_LAST}{_digest(''.join(lines).encode())}\n":
        raise ValueError("is damaged: its last line does not fit those before it")
    digests = {}
    for line in lines:
        parts = _LINE.fullmatch(line.removesuffix("\n"))
        if parts is None:
            raise ValueError("is damaged: it has a line that is no digest of a file")
        digests[parts[2]] = parts[1]
    return digests


def _digests(folder: Path) -> dict[str, str]:
    """The digest of each file by its path; the manifest has none of itself."""
    return {
        path.relative_to(folder).as_posix(): _digest(path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file() and path != folder / NAME
    }


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
