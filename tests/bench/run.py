"""One run of a program: how long it took, and how much memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# Our own code is found from wherever a book is; no other program has anything of its name. Every
# program may keep its modules compiled, as Python does unless it is told not to.
_ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
_ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


@dataclass(frozen=True, slots=True)
class Run:
    """``seconds`` on the clock, ``work`` in seconds of processor, ``memory`` in MB at the peak.

    On a machine that others use too, ``work`` says more than the clock.
    """

    seconds: float
    work: float
    memory: float


def run(command: Sequence[str], place: Path) -> Run:
    """Run the command, with all the processes it starts; RuntimeError if it fails."""
    log = place / "bench.log"
    began = time.monotonic()
    with log.open("wb") as opened:
        process = subprocess.Popen(
            command, cwd=place, env=_ENVIRONMENT, stdout=opened, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - began
    if process.returncode:
        raise RuntimeError(
            f"{' '.join(command)} failed:\n{log.read_text(errors='replace')[-3000:]}"
        )
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
