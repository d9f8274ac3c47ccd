"""Kept: what an earlier build has made, for as long as that which it is made from is the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from seminarbook.sphinx_ext.version import code_version

if TYPE_CHECKING:
    from sphinx.application import Sphinx

Made = TypeVar("Made")  # what JSON can hold


def key_of(*sources: object) -> str:
    """A digest of the code and of all that something is made from, by how it is written."""
    return hashlib.sha256(repr((code_version(), *sources)).encode()).hexdigest()


def kept(app: Sphinx, name: str, key: str, make: Callable[[], Made]) -> Made:
    """What was made under this name for the same ``key``, or is made now.

    It lies with the documents that Sphinx has read, and goes when they go.
    """
    place = Path(app.doctreedir) / f"{name}.json"
    try:
        known = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        known = {}
    if known.get("key") == key:
        return cast("Made", known["made"])
    made = make()
    text = json.dumps({"key": key, "made": made})
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return made
