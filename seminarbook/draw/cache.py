"""Drawings kept on disk, so that a build without changes imports no drawing library.

A drawing is found again by the hash of its chart, of the code that draws, and of the versions
of the libraries. So nothing is ever out of date, and old entries do no harm.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from seminarbook.views.values import Chart

_MARK = "drawing "


class Drawings:
    """Drawings of charts, from ``folder`` where they are there already; None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def paper_svg(self, chart: Chart) -> str:
        """See :func:`seminarbook.draw.paper.paper_svg`."""

        def draw() -> str:
            from seminarbook.draw.paper import paper_svg

            return paper_svg(chart)

        return self._kept("paper", chart, "", draw)

    def screen_svg(self, chart: Chart, id_prefix: str) -> str:
        """See :func:`seminarbook.draw.paper.screen_svg`."""

        def draw() -> str:
            from seminarbook.draw.paper import screen_svg

            return screen_svg(chart, id_prefix)

        return self._kept("screen", chart, id_prefix, draw)

    def plotly_json(self, chart: Chart) -> str:
        """See :func:`seminarbook.draw.screen.plotly_json`."""

        def draw() -> str:
            from seminarbook.draw.screen import plotly_json

            return plotly_json(chart)

        return self._kept("plotly", chart, "", draw)

    def _kept(self, kind: str, chart: Chart, more: str, draw: Callable[[], str]) -> str:
        if self._folder is None:
            return draw()
        key = _hash(_code(), kind, more, repr(chart))
        path = self._folder / key[:2] / key
        drawing = _read(path)
        if drawing is None:
            drawing = draw()
            _write(path, drawing)
        return drawing


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _code() -> str:
    """What the drawings depend on besides the chart."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    texts = [path.read_text(encoding="utf-8") for path in sources]
    return _hash(*texts, version("matplotlib"), version("plotly"))


def _read(path: Path) -> str | None:
    """The drawing in a file; None if there is none, or if it is not whole."""
    try:
        text = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None
    head, _, drawing = text.partition("\n")
    return drawing if head == _MARK + _hash(drawing) else None


def _write(path: Path, drawing: str) -> None:
    """Write all or nothing: another process may be reading or writing the same drawing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(f"{_MARK}{_hash(drawing)}\n{drawing}".encode())
    Path(name).replace(path)
