"""A command of the book with a bound on its time, its memory and its words."""

from __future__ import annotations

import contextlib
import os
import re
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.campaigns.forks import FORKS

from seminarbook.__main__ import main as command

SECONDS, MEGABYTES = 60, 1_500
_MOST_WORDS, _LONGEST_LINE = 1_000_000, 2_000
# What turns a text round, or steers a terminal.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Outcome:
    """How a command ended; ``code`` is None if it did not end in time."""

    code: int | None
    said: str
    seconds: float
    megabytes: int

    def fault(self, codes: Sequence[int] = (0, 1)) -> str:
        """What is wrong with it, or an empty text: it must end, in words, whatever it has met."""
        if self.code is None:
            return f"did not end within {SECONDS} s"
        if self.code not in codes:
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
    used = FORKS.Value("i", 0)
    process = FORKS.Process(target=_run, args=(root, tuple(words), name, megabytes, used))
    start = time.monotonic()
    process.start()
    process.join(SECONDS)
    took = time.monotonic() - start
    if process.exitcode is None:
        process.kill()
        process.join()
        code = None
    else:
        code = process.exitcode
    path = Path(name)
    said = path.read_text("utf-8", errors="replace")
    path.unlink()
    return Outcome(code, said, took, int(used.value))


def _run(root: Path, words: tuple[str, ...], name: str, megabytes: int, used: object) -> None:
    with (
        open(name, "w", encoding="utf-8") as file,
        contextlib.redirect_stdout(file),
        contextlib.redirect_stderr(file),
    ):
        # Files that only stand in the process's address space do not count for the test.
        limit = megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        try:
            code = command(["--root", str(root), *words])
        except SystemExit as error:
            code = int(error.code or 0)
        except BaseException:
            import traceback

            traceback.print_exc()
            code = 70
    used.value = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024  # type: ignore[attr-defined]
    sys.exit(code)
