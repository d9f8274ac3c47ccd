"""Sheet: a page to draw on, in pixels from the top left, over a matplotlib figure.

Colours are named by palette keys. They are drawn as stand-ins, each a colour of its own, and
:mod:`seminarbook.draw.svg` puts fixed colours or CSS variables in their place; so one drawing
serves paper and screen.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Sequence
from typing import Any

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.text import Text

from seminarbook.draw.lettering import LINE, SIZE, Weight, measure, wrap, writable
from seminarbook.draw.outlines import is_joined, outline
from seminarbook.draw.palette import colour, name_of

# The room that drawings are given. Letters shrink with their drawing: on the narrowest phones,
# where 296 pixels are left for it, those of the screen are still 11 pixels high.
SCREEN_WIDTH = 384
PAPER_WIDTH = 480

# From a swatch to its words, and from a line of them to the next.
_SWATCH = SIZE * 1.3
_FLOW = SIZE * 1.45

# Sparse, because close stripes flicker before the eyes of some readers.
_HATCHES = {
    "rising": "//",
    "falling": "\\\\",
    "lines": "--",
    "upright": "||",
    "crossed": "xx",
    "grid": "++",
}
_FILLS = {"half": "left", "ring": "none"}
_MARKERS = {"filled": "o", "half": "o", "ring": "o", "cross": "X", "dash": "_"}


class Sheet:
    """A figure being drawn, ``width`` pixels wide; all that is drawn fits that width.

    ``stand_ins`` maps each colour drawn to its palette key; with ``outlines``, words that print
    cannot hold as letters become shapes.
    """

    def __init__(self, width: float, *, outlines: bool = False) -> None:
        self.width = width
        self._outlines = outlines
        self._figure = Figure(frameon=False)
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._drawn = 0
        self.stand_ins: dict[str, str] = {}

    def ink(self, key: str) -> str:
        """The stand-in for a colour."""
        name = name_of(key)
        for stand_in, known in self.stand_ins.items():
            if known == name:
                return stand_in
        stand_in = f"#{len(self.stand_ins) + 1:06x}"
        self.stand_ins[stand_in] = name
        return stand_in

    def _put(self, artist: Artist) -> None:
        """Later over earlier, whatever the kind."""
        self._drawn += 1
        artist.set(zorder=self._drawn, clip_on=False)
        self._axes.add_artist(artist)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        key: str = "ink",
        size: float = SIZE,
        weight: Weight = "normal",
        anchor: str = "left",
    ) -> None:
        """Words on the base line ``y``; never read as markup or mathematics."""
        words = writable(words)
        if self._outlines and is_joined(words):
            shape = outline(x, y, words, size, weight, anchor)
            self._put(PathPatch(shape, facecolor=self.ink(key), linewidth=0))
            return
        self._put(
            Text(
                x,
                y,
                words,
                color=self.ink(key),
                fontsize=size,
                fontweight=weight,
                ha=anchor,
                va="baseline",
                parse_math=False,
            )
        )

    def rect(self, x: float, y: float, width: float, height: float, key: str) -> None:
        """A bar or swatch in the colour and texture of ``key``."""
        texture = colour(key).texture
        ink = self.ink(key)
        style: dict[str, Any] = {"facecolor": ink, "linewidth": 0}
        if texture in ("open", "dashed"):
            # The line is drawn inside, so that the bar keeps its length.
            x, y, width, height = x + 0.75, y + 0.75, max(width - 1.5, 0.5), height - 1.5
            style = {"fill": False, "edgecolor": ink, "linewidth": 1.5}
            if texture == "dashed":
                style["linestyle"] = (0, (3, 2))
        elif texture in _HATCHES:
            style |= {
                "hatch": _HATCHES[texture],
                "hatchcolor": self.ink("paper"),
                "hatch_linewidth": 1.2,
            }
        self._put(Rectangle((x, y), width, height, **style))

    def box(self, x: float, y: float, width: float, height: float, key: str) -> None:
        """An outline without filling."""
        self._put(
            Rectangle(
                (x + 0.75, y + 0.75),
                max(width - 1.5, 0.5),
                height - 1.5,
                fill=False,
                edgecolor=self.ink(key),
                linewidth=1.5,
            )
        )

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        key: str,
        *,
        width: float = 1,
        dashed: bool = False,
    ) -> None:
        """A line through points."""
        self._put(
            Line2D(
                xs,
                ys,
                color=self.ink(key),
                linewidth=width,
                linestyle=(0, (4, 4)) if dashed else "-",
            )
        )

    def marks(
        self, xs: Sequence[float], ys: Sequence[float], shape: str, key: str, size: float = 13
    ) -> None:
        """The same mark at several points; one definition serves them all."""
        ink = self.ink(key)
        fill: dict[str, Any] = {"fillstyle": _FILLS.get(shape, "full")}
        self._put(
            Line2D(
                xs,
                ys,
                linestyle="none",
                marker=_MARKERS[shape],
                markersize=size,
                color=ink,
                markeredgewidth=2 if shape == "dash" else 1.5,
                markeredgecolor=self.ink("paper") if shape == "cross" else ink,
                markerfacecoloralt="none",
                **fill,
            )
        )

    def flow(
        self,
        y: float,
        items: Sequence[tuple[str, str]],
        swatch: Callable[[float, float, str], None],
    ) -> float:
        """Lay out (key, words) items in lines, each with its swatch; returns the next ``y``."""
        x = 0.0
        for key, words in items:
            lines = wrap(words, self.width - _SWATCH)
            width = _SWATCH + max(measure(line) for line in lines)
            if x and x + width > self.width:
                x, y = 0.0, y + _FLOW
            swatch(x, y, key)
            for place, line in enumerate(lines):
                self.text(x + _SWATCH, y + place * LINE, line)
            x += width + SIZE
            if len(lines) > 1:
                # A long item ends its line; the next one begins below it.
                x, y = self.width, y + (len(lines) - 1) * LINE
        return y + _FLOW

    def svg(self, height: float, salt: str) -> bytes:
        """The finished drawing as matplotlib writes it; equal for equal drawings and salts."""
        self._figure.set_size_inches(self.width / 72, height / 72)
        self._figure.set_dpi(72)
        self._axes.set_xlim(0, self.width)
        self._axes.set_ylim(height, 0)
        out = io.BytesIO()
        with matplotlib.rc_context(), warnings.catch_warnings():
            # Letters that our measuring font lacks are still written as text.
            warnings.filterwarnings("ignore", "(?s)Glyph .* missing from")
            matplotlib.rcdefaults()
            matplotlib.rcParams.update({"svg.hashsalt": salt, "svg.fonttype": "none"})
            canvas: Any = FigureCanvasSVG(self._figure)
            canvas.print_svg(out, metadata={"Date": None})
        return out.getvalue()
