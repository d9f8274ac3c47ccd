"""Faults of the files that say what the book is made of: settings and contents."""

from __future__ import annotations

from seminarbook.faults.catalogue import fault

BROKEN_SETTINGS = fault(
    "broken-settings",
    "A settings file with a slip in its form",
    "Jupyter Book cannot read the book's settings or contents.",
    "Compare the line with the ones around it: spaces at the start matter, and so do colons.",
)

LOOK_AT_FORM = "Look at this line and the one before it: colons, quotes, and spaces at the start."
