"""The data package: whole, and just what its own description says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from seminarbook.verify.archive import UNREADABLE, damaged

_DESCRIPTOR = "datapackage.json"


def check_data_zip(path: Path) -> tuple[str, ...]:
    """Every fault of the package, sorted; none means it may be published."""
    try:
        with ZipFile(path) as archive:
            return tuple(sorted(f"{path.name}: {fault}" for fault in _faults(archive)))
    except UNREADABLE as error:
        return (f"{path.name}: cannot be read ({error})",)


def check_data_folder(archive: Path, folder: Path) -> tuple[str, ...]:
    """Every file of the package that the web site does not offer just so, sorted."""
    with ZipFile(archive) as packed:
        return tuple(
            f"{folder.name}/{name}: is not as in {archive.name}"
            for name in sorted(packed.namelist())
            if not (folder / name).is_file() or (folder / name).read_bytes() != packed.read(name)
        )


def _faults(archive: ZipFile) -> Iterator[str]:
    if broken := damaged(archive):
        yield f"{broken} is damaged"
        return
    names = archive.namelist()
    if _DESCRIPTOR not in names:
        yield f"{_DESCRIPTOR} is missing"
        return
    try:
        resources: list[dict[str, Any]] = json.loads(archive.read(_DESCRIPTOR))["resources"]
    except (ValueError, KeyError) as error:
        yield f"{_DESCRIPTOR} cannot be read ({error})"
        return
    for resource in resources:
        name = resource["path"]
        if name not in names:
            yield f"{name} is missing"
            continue
        data = archive.read(name)
        if len(data) != resource["bytes"]:
            yield f"{name} has {len(data)} bytes, and is said to have {resource['bytes']}"
        header = data.partition(b"\n")[0].decode(errors="replace").split(",")
        wanted = [field["name"] for field in resource["schema"]["fields"]]
        if header != wanted:
            yield f"{name} has other columns than are said"
    yield from (f"{name} is empty" for name in names if not archive.getinfo(name).file_size)
