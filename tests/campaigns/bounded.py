"""A command of the book with a bound on its time, its memory and its words."""

from __future__ import annotations

import contextlib
import os
import re
import resource
import signal
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seminarbook.__main__ import main as command
from tests.campaigns.forks import FORKS

# Of work, so that a busy machine is no fault; on the clock four times that.
SECONDS, MEGABYTES = 60, 1_500
_MOST_WORDS, _LONGEST_LINE = 1_000_000, 2_000
# What turns a text round, or steers a terminal.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Outcome:
    """How a command ended; ``code`` is None if it was stopped for want of time."""

    code: int | None
    said: str
    seconds: float
    megabytes: int

    def fault(self, codes: Sequence[int] = (0, 1)) -> str:
        """What is wrong with it, or an empty text: it must end, in words, whatever it has met."""
        if self.code is None:
            return f"did not end within {SECONDS} s of work"
        if self.code not in codes or not self.megabytes:
            return f"ended with {self.code}: {self.said[-600:]}"
        if "Traceback" in self.said or "own code failed" in self.said:
            return f"failed: {self.said[-1500:]}"
        if len(self.said) > _MOST_WORDS:
            return f"said {len(self.said):,} characters"
        longest = max(self.said.split("\n"), key=len)
        if len(longest) > _LONGEST_LINE:
            return f"said a line of {len(longest):,} characters: {longest[:200]}"
        if found := _STEERING.search(self.said):
            return f"printed U+{ord(found[0]):04X}: {self.said[found.start() - 60 :][:80]!r}"
        return ""


def bounded(root: Path, words: Sequence[str], megabytes: int = MEGABYTES) -> Outcome:
    """Run a command on the book in ``root``."""
    handle, name = tempfile.mkstemp()
    os.close(handle)
    used = FORKS.Array("i", 2)
    process = FORKS.Process(target=_run, args=(root, tuple(words), name, megabytes, used))
    process.start()
    process.join(4 * SECONDS)
    if process.exitcode is None:
        process.kill()
        process.join()
    code = process.exitcode
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        code = None
    path = Path(name)
    said = path.read_text("utf-8", errors="replace")
    path.unlink()
    return Outcome(code, said, used[0] / 1000, used[1])


def _run(root: Path, words: tuple[str, ...], name: str, megabytes: int, used: Any) -> None:
    with (
        open(name, "w", encoding="utf-8") as file,
        contextlib.redirect_stdout(file),
        contextlib.redirect_stderr(file),
    ):
        limit = megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        try:
            code = command(["--root", str(root), *words])
        except SystemExit as error:
            code = int(error.code or 0)
        except BaseException:
            import traceback

            traceback.print_exc()
            code = 70
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used[0] = int(1000 * (usage.ru_utime + usage.ru_stime))
    used[1] = usage.ru_maxrss // 1024
    sys.exit(code)
