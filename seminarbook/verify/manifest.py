"""The manifest of a published folder: the digest of each of its files, in ``SHA256SUMS``.

It is written in the form of ``sha256sum``, so that anybody can check a copy of the book without
us: ``sha256sum --check SHA256SUMS``. Its last line, which that program passes over as a comment,
is the digest of the lines before it: a manifest that was itself changed or cut off says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from seminarbook.verify.reading import Reading, digest_of
from seminarbook.verify.tree import File

NAME = "SHA256SUMS"

_LINE = re.compile(r"([0-9a-f]{64})  ([^\\\n]+)")
_LAST = "# "


def manifest_text(digests: Mapping[str, str]) -> str:
    """The manifest of files by their names, sorted."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items()))
    return f"{lines}{_LAST}{digest_of(lines.encode())}\n"


def write_manifest(folder: Path, digests: Mapping[str, str]) -> None:
    """Put the manifest into the folder whose files these are; it has none of itself."""
    (folder / NAME).write_text(manifest_text(digests), encoding="utf-8", newline="\n")


def digests_of(files: Mapping[str, File], reading: Reading) -> dict[str, str]:
    """The digest of each file but the manifest, by its name."""
    return {
        name: reading.digest(file)
        for name, file in files.items()
        if name != NAME and not file.oddity
    }


def differences(files: Mapping[str, File], reading: Reading) -> tuple[str, ...]:
    """What in a folder is not as its manifest says: every file that was changed, is missing,
    or came later, sorted."""
    if NAME not in files:
        return (f"{NAME}: is missing, so that nothing shows whether the files are as they were",)
    if files[NAME].oddity:
        return (f"{NAME}: {files[NAME].oddity}",)
    odd = {name: file.oddity for name, file in files.items() if file.oddity}
    try:
        said = _read(files[NAME].path.read_text(encoding="utf-8"))
    except ValueError as error:
        return (f"{NAME}: {error}",)
    found = {**digests_of(files, reading), **dict.fromkeys(odd, "")}
    return tuple(sorted(_differences(said, found, odd)))


def _differences(said: dict[str, str], found: dict[str, str], odd: dict[str, str]) -> Iterator[str]:
    for name in said.keys() | found.keys():
        if name in odd:
            yield f"{name}: {odd[name]}"
        elif name not in found:
            yield f"{name}: is missing"
        elif name not in said:
            yield f"{name}: was not published with the others"
        elif said[name] != found[name]:
            yield f"{name}: is not as it was published"


def _read(text: str) -> dict[str, str]:
    """Digests by path; ValueError if the manifest is not as it was written."""
    *lines, last = text.splitlines(keepends=True) or [""]
    if last != f"{_LAST}{digest_of(''.join(lines).encode())}\n":
        raise ValueError("is damaged: its last line does not fit those before it")
    digests = {}
    for line in lines:
        parts = _LINE.fullmatch(line.removesuffix("\n"))
        if parts is None:
            raise ValueError("is damaged: it has a line that is no digest of a file")
        digests[parts[2]] = parts[1]
    return digests
