"""The colours of charts as names that the style sheet gives a value, in light and in dark."""

from __future__ import annotations

from seminarbook.draw.palette import PALETTE

# What is read rather than compared takes the page's own colours.
_OF_THE_PAGE = {
    "ink": "var(--ink)", "muted": "var(--ink-soft)", "rule": "var(--line)",
    "paper": "var(--chart-sheet)",
}  # fmt: skip


def chart_colours() -> str:
    """Every colour of the palette, for a light and for a dark page."""
    page = "".join(f"--chart-{key}:{value};" for key, value in _OF_THE_PAGE.items())
    keys = [key for key in PALETTE if key not in _OF_THE_PAGE]
    light = "".join(f"--chart-{key}:{PALETTE[key].light};" for key in keys)
    dark = "".join(f"--chart-{key}:{PALETTE[key].dark};" for key in keys)
    light_chosen = ':root:not([data-colours="light"],[data-colours="calm"])'
    return (
        f":root{{{page}{light}}}"
        f"@media (prefers-color-scheme:dark){{{light_chosen}{{{dark}}}}}"
        f':root[data-colours="dark"]{{{dark}}}'
    )
