"""Memory: what a build has found out of the files it made, for the next build to go on from.

It lies in the work folder, which is thrown away when settings, code or packages change: what was
verified is taken on trust only from the same verifier.
"""

from __future__ import annotations

import contextlib
import os
import pickle
from dataclasses import dataclass, field
from pathlib import Path

from seminarbook.build.assembly import Filling
from seminarbook.verify.reading import Findings


@dataclass(slots=True)
class Memory:
    """What was read of files, and how pages were filled in."""

    findings: Findings = field(default_factory=Findings)
    filling: Filling = field(default_factory=Filling)


def recalled(place: Path) -> Memory:
    """The memory that an earlier build left; an empty one if it left none."""
    try:
        memory = pickle.loads(place.read_bytes())
    except (OSError, EOFError, pickle.PickleError):
        return Memory()
    return memory if isinstance(memory, Memory) else Memory()


def keep(memory: Memory, place: Path) -> None:
    """Keep it, as far as there is room: what is not remembered is found out again."""
    aside = place.with_suffix(".new")
    with contextlib.suppress(OSError):
        aside.write_bytes(pickle.dumps(memory, pickle.HIGHEST_PROTOCOL))
        os.replace(aside, place)
