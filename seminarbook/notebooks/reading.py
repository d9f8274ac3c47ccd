"""Reading: a chapter in Markdown as a notebook, and a notebook as a file to take away."""

from __future__ import annotations

import re
from typing import Any

import nbformat
from myst_nb.core.read import read_myst_markdown_notebook

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_KERNEL = re.compile(r"^kernelspec:", re.MULTILINE)
# What only this book's build can read, and would double the size of the file.
DATA_TYPE = "application/vnd.dataresource+json"


def is_notebook(text: str) -> bool:
    """Whether a chapter computes: its front matter then names a kernel."""
    found = _FRONT_MATTER.match(text)
    return bool(found and _KERNEL.search(found[1]))


def notebook_of(text: str) -> Any:
    """The chapter as a notebook, without outputs; its cells bear the same names every time."""
    notebook = read_myst_markdown_notebook(text)
    kernel = notebook.metadata.get("kernelspec", {})
    notebook.metadata = nbformat.from_dict({"kernelspec": kernel})
    for number, cell in enumerate(notebook.cells, start=1):
        cell["id"] = f"cell-{number}"
    return notebook


def file_of(notebook: Any) -> str:
    """The notebook as the text of an .ipynb file."""
    copy = nbformat.from_dict(notebook)
    for cell in copy.cells:
        for output in cell.get("outputs", ()):
            output.get("data", {}).pop(DATA_TYPE, None)
    nbformat.validate(copy)
    return str(nbformat.writes(copy)) + "\n"
