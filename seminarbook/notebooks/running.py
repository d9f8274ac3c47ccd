"""Running: a notebook's outputs, from an earlier run of the same code on the same data if any.

What was kept is found by a digest of code, data and libraries, so that it is never out of
date, however the data were changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import tempfile
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat

# Long enough for a slow machine; a cell that takes longer is stuck.
_SECONDS = 180
_LIBRARIES = ("ipykernel", "nbclient", "pandas", "plotly")
# Tables and charts as data, which is what the book draws them from.
_SET_UP = """\
import pandas, plotly.io
pandas.set_option("display.html.table_schema", True)
plotly.io.renderers.default = "plotly_mimetype"
"""


class CellFailed(Exception):
    """A cell ended in an error: which one (counted from one), and the error's last line."""

    def __init__(self, cell: int, error: str) -> None:
        super().__init__(f"Code cell {cell} fails: {error}")
        self.cell = cell
        self.error = error


class Runs:
    """Runs kept in a folder, one for each chapter."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def kept(self, name: str, notebook: Any, files: Mapping[str, bytes]) -> Any:
        """The notebook with outputs, if it was run with just these files before; else None."""
        path = self._path(name, notebook, files)
        try:
            return nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        except (OSError, ValueError, nbformat.reader.NotJSONError):
            return None

    def run(self, name: str, notebook: Any, files: Mapping[str, bytes]) -> Any:
        """The notebook with outputs, run if need be; CellFailed if a cell does not work."""
        found = self.kept(name, notebook, files)
        if found is None:
            found = execute(notebook, files)
            path = self._path(name, notebook, files)
            self._folder.mkdir(parents=True, exist_ok=True)
            for old in self._folder.glob(f"{_plain(name)}.*.ipynb"):
                old.unlink(missing_ok=True)
            beside = path.with_suffix(".new")
            beside.write_text(nbformat.writes(found), encoding="utf-8")
            os.replace(beside, path)
        return found

    def _path(self, name: str, notebook: Any, files: Mapping[str, bytes]) -> Path:
        return self._folder / f"{_plain(name)}.{_digest(notebook, files)}.ipynb"


def execute(notebook: Any, files: Mapping[str, bytes]) -> Any:
    """Run a copy of the notebook in an empty folder that holds only the files."""
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError

    copy = nbformat.from_dict(notebook)
    copy.cells.insert(0, nbformat.v4.new_code_cell(_SET_UP, id="set-up"))
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as sockets:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        kernel = AsyncKernelManager(kernel_name="python3")
        if os.name == "posix":
            # Files as sockets: what is said between the two can be heard by nobody else.
            kernel.transport, kernel.ip = "ipc", str(Path(sockets) / "kernel")
        client = NotebookClient(
            copy,
            km=kernel,
            timeout=_SECONDS,
            record_timing=False,
            resources={"metadata": {"path": folder}},
        )
        client.owns_km = True  # so that it ends the kernel, too
        try:
            client.execute(env={**os.environ, "PYTHONHASHSEED": "0"})
        except (CellExecutionError, CellTimeoutError, RuntimeError) as error:
            raise CellFailed(_failed(copy), _last_line(error)) from None
    del copy.cells[0]
    for count, cell in enumerate(_code(copy), start=1):
        cell.execution_count = count
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = count
    copy.metadata.pop("language_info", None)
    return copy


def _code(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _failed(notebook: Any) -> int:
    """The last code cell that was begun; the first one is not the author's."""
    begun = [place for place, cell in enumerate(_code(notebook)) if cell.execution_count]
    return max(begun, default=0)


def _last_line(error: Exception) -> str:
    lines = [line for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__


def _digest(notebook: Any, files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    libraries = [platform.python_version(), *(version(name) for name in _LIBRARIES)]
    cells = [(cell.cell_type, cell.source, cell.metadata) for cell in notebook.cells]
    words = json.dumps([_SET_UP, libraries, cells], sort_keys=True)
    digest.update(words.encode())
    for name, data in sorted(files.items()):
        digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()[:20]


def _plain(name: str) -> str:
    return name.replace("/", "-")
