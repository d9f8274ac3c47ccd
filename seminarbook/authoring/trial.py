"""Trial: what would be wrong with the book if some edits were made? Tried on a copy."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from seminarbook.authoring.edits import Edit

# All that the checks look at.
_FILES = ("_config.yml", "_toc.yml")
_FOLDERS = ("book", "data")


@contextmanager
def copy_with(root: Path, edits: Iterable[Edit]) -> Iterator[Path]:
    """A copy of the book's sources with the edits made, for as long as it is looked at."""
    with tempfile.TemporaryDirectory(prefix="seminarbook-") as name:
        copy = Path(name).resolve()
        for file in _FILES:
            if (root / file).is_file():
                shutil.copy(root / file, copy / file)
        for folder in _FOLDERS:
            if (root / folder).is_dir():
                shutil.copytree(root / folder, copy / folder, symlinks=True)
        for one in edits:
            place = copy / one.path
            # A link may lead back into the book itself, which must stay as it is.
            place.unlink(missing_ok=True)
            if one.after is not None:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(one.after)
        yield copy
