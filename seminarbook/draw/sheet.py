"""Sheet: a page to draw on, in pixels from the top left, over a matplotlib figure.

Colours are named by palette keys. They are drawn as stand-ins, each a colour of its own, and
:mod:`seminarbook.draw.svg` puts fixed colours or CSS variables in their place; so one drawing
serves paper and screen.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Sequence
from typing import Any

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from seminarbook.draw.lettering import SIZE, Weight, measure
from seminarbook.draw.palette import colour

# On a phone a picture is shown about 330 pixels wide. At 480 its letters stay readable there;
# at 640 they would shrink to half.
WIDTH = 480

_HATCHES = {"rising": "////", "falling": "\\\\\\\\", "lines": "----", "crossed": "xxx"}
_FILLS = {"half": "left", "ring": "none"}
_MARKERS = {"filled": "o", "half": "o", "ring": "o", "cross": "X", "dash": "_"}

# Characters that XML cannot hold, in any form of writing.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Sheet:
    """A figure being drawn; ``stand_ins`` maps each colour drawn to its palette key."""

    def __init__(self) -> None:
        self._figure = Figure()
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._drawn = 0
        self.stand_ins: dict[str, str] = {}

    def ink(self, key: str) -> str:
        """The stand-in for a palette key."""
        for stand_in, known in self.stand_ins.items():
            if known == key:
                return stand_in
        stand_in = f"#{len(self.stand_ins) + 1:06x}"
        self.stand_ins[stand_in] = key
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
        self._put(
            Text(
                x, y, _NOT_XML.sub("\ufffd", words), color=self.ink(key), fontsize=size,
                fontweight=weight, ha=anchor, va="baseline", parse_math=False,
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
            style |= {"hatch": _HATCHES[texture], "hatchcolor": self.ink("paper")}
        self._put(Rectangle((x, y), width, height, **style))

    def box(self, x: float, y: float, width: float, height: float, key: str) -> None:
        """An outline without filling."""
        self._put(
            Rectangle(
                (x + 0.75, y + 0.75), max(width - 1.5, 0.5), height - 1.5,
                fill=False, edgecolor=self.ink(key), linewidth=1.5,
            )
        )

    def line(
        self, xs: Sequence[float], ys: Sequence[float], key: str, *,
        width: float = 1, dashed: bool = False,
    ) -> None:
        """A line through points."""
        self._put(
            Line2D(
                xs, ys, color=self.ink(key), linewidth=width,
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
                xs, ys, linestyle="none", marker=_MARKERS[shape], markersize=size, color=ink,
                markeredgewidth=2 if shape == "dash" else 1.5,
                markeredgecolor=self.ink("paper") if shape == "cross" else ink,
                markerfacecoloralt="none",
                **fill,
            )
        )

    def flow(
        self, y: float, items: Sequence[tuple[str, str]], draw_key: Any, *, indent: float = 0
    ) -> float:
        """Lay out (key, words) items in lines, each with its swatch; returns the next ``y``."""
        x = indent
        for key, words in items:
            width = SIZE * 1.6 + measure(words)
            if x > indent and x + width > WIDTH:
                x, y = indent, y + SIZE * 1.45
            draw_key(x, y, key)
            self.text(x + SIZE * 1.3, y, words)
            x += width + SIZE
        return y + SIZE * 1.45

    def svg(self, height: float, salt: str) -> bytes:
        """The finished drawing as matplotlib writes it; equal for equal drawings and salts."""
        self._figure.set_size_inches(WIDTH / 72, height / 72)
        self._figure.set_dpi(72)
        self._axes.set_xlim(0, WIDTH)
        self._axes.set_ylim(height, 0)
        out = io.BytesIO()
        with matplotlib.rc_context(), warnings.catch_warnings():
            # Letters that our measuring font lacks are still written as text.
            warnings.filterwarnings("ignore", "Glyph .* missing from")
            matplotlib.rcdefaults()
            matplotlib.rcParams.update(
                {"svg.hashsalt": salt, "svg.fonttype": "none", "hatch.linewidth": 1.3}
            )
            canvas: Any = FigureCanvasSVG(self._figure)
            canvas.print_svg(out, metadata={"Date": None})
        return out.getvalue()
