"""What the PDF says: improvements to the structure tree that WeasyPrint makes."""

from __future__ import annotations

from typing import Any


def improve_tags(document: Any, pdf: Any) -> None:
    """Improve the tags of a PDF that is about to be written."""
