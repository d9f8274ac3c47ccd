"""Builds that are killed, or meet a full disk, at any moment; what was published stays whole.

A moment is counted, not timed: the n-th time that the build opens a file to write, renames,
removes or makes something below ``_build``. So a case is the same on every machine, and the short
moments in which folders change places are met as often as the long ones between.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

sys.path.insert(0, str(Path(__file__).parents[1]))

from builds import published_digests
from copies import TOY, copy_of

from seminarbook.__main__ import main as command
from tests.campaigns.forks import FORKS

Fate = Literal["none", "count", "kill", "full", "limit"]
FORMATS = ("html", "data", "epub")
ENDED = {"kill": -9, "full": 1, "limit": 1}

_CHAPTERS = ("01-sharing-soil", "02-hedges-and-paths", "03-harvest")
_PAGES = ("page", "references", *(f"seminars/{name}" for name in _CHAPTERS))
SMALL = {
    "_toc.yml": "format: jb-book\nroot: book/index\nchapters:\n"
    + "".join(f"- file: book/{name}\n" for name in _PAGES),
    **{
        f"book/seminars/{name}.md": f"# {name[3:]}\n\n:::{{plain-words}}\nWe met.\n:::\n"
        for name in _CHAPTERS
    },
    "book/page.md": "# A page\n\n:::{data-table} takeaways\n:seminar: s1\n:::\n",
    "book/references.md": "# Sources\n\n:::{source-list}\n:::\n",
    "book/index.md": "# A small book\n\nIt has one more page.\n",
}


@dataclass
class Build:
    """A build that is running; once it has ended, ``said`` is what it printed, ``count`` its moments."""

    root: Path
    formats: tuple[str, ...]
    fate: Fate = "none"
    moment: int = 0

    def __post_init__(self) -> None:
        handle, name = tempfile.mkstemp()
        os.close(handle)
        self._said, self._told = Path(name), FORKS.Value("i", 0)
        self._process = FORKS.Process(
            target=_build, args=(self.root, self.formats, self.fate, self.moment, name, self._told)
        )
        self._process.start()

    def wait(self) -> int | None:
        """The exit code, once it has ended."""
        self._process.join()
        self.said = self._said.read_text("utf-8")
        self._said.unlink()
        self.count = self._told.value
        return self._process.exitcode


def _build(
    root: Path, formats: tuple[str, ...], fate: Fate, moment: int, said: str, told: Any
) -> None:
    with (
        open(said, "w", encoding="utf-8") as file,
        contextlib.redirect_stdout(file),
        contextlib.redirect_stderr(file),
    ):
        _meet(fate, moment, root / "_build", told)
        code = command(["--root", str(root), "build", *(f"--only={name}" for name in formats)])
    sys.exit(code)


def _meet(fate: Fate, moment: int, below: Path, told: Any) -> None:
    """Prepare this process for its fate."""
    if fate == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (moment, resource.RLIM_INFINITY))
    count = 0

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if not _changes(event, arguments, str(below)):
            return
        count += 1
        if fate == "count":
            told.value = count
        elif count >= moment and fate == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif count >= moment and fate == "full" and event in ("open", "os.mkdir"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), arguments[0])

    if fate != "none":
        sys.addaudithook(watch)


def _changes(event: str, arguments: tuple[Any, ...], below: str) -> bool:
    """Whether this changes something below the folder; removing by descriptor names no folder."""
    if not arguments or not isinstance(arguments[0], str | bytes):
        return False
    if event == "open":
        flags = arguments[2]
        if not isinstance(flags, int) or not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            return False
    elif event not in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link"):
        return False
    return event == "os.remove" or os.fsdecode(arguments[0]).startswith(below)


@dataclass
class Book:
    """A copy of the invented book that flips between two states, each built cleanly once."""

    root: Path
    formats: tuple[str, ...]
    small: bool = False
    state: int = 0
    moments: int = 0
    clean: tuple[dict[str, str], ...] = ()

    def __post_init__(self) -> None:
        copy_of(TOY, self.root)
        if self.small:
            for path in sorted((self.root / "book").rglob("*.md")):
                path.unlink()
            for name, text in SMALL.items():
                (self.root / name).write_text(text, encoding="utf-8")
        self.page = self.root / "book" / "index.md"
        self.data = self.root / "data" / "takeaways.csv"
        self.texts = self.page.read_text("utf-8"), self.data.read_text("utf-8")
        later, earlier = self._built(), self._built()
        self.clean = (earlier, later)
        assert earlier != later

    def _built(self) -> dict[str, str]:
        """What a clean build of the other state publishes; its moments are counted."""
        self.flip()
        below = self.root / "_build"
        shutil.rmtree(below, ignore_errors=True)
        done = Build(self.root, self.formats, "count")
        assert done.wait() == 0, done.said
        self.moments = int(done.count)
        return published_digests(self.root)

    def flip(self) -> None:
        """Put the sources into the other state."""
        self.state = 1 - self.state
        page, data = self.texts
        more = "\n\nOne more paragraph, of later.\n" if self.state else ""
        self.page.write_text(page + more, encoding="utf-8")
        later = data.replace("before you dig", "before anybody digs")
        self.data.write_text(later if self.state else data, encoding="utf-8")

    def suffer(self, fate: Fate, moment: int) -> str:
        """Let a build meet its fate; what is wrong afterwards, or an empty text.

        Each of the two folders must be as before or as after, and the next build must be the
        same as a clean one.
        """
        before = published_digests(self.root)
        self.flip()
        after = self.clean[self.state]
        done = Build(self.root, self.formats, fate, moment)
        code = done.wait()
        if code not in (0, ENDED[fate]) or "Traceback" in done.said:
            return f"ended with {code}: {done.said}"
        if wrong := self._broken(before, after, ended_well=code == 0):
            return wrong
        again = Build(self.root, self.formats)
        if again.wait() != 0:
            return f"the next build failed: {again.said}"
        found = published_digests(self.root)
        names = sorted(
            name for name in after.keys() | found.keys() if after.get(name) != found.get(name)
        )
        left = [
            path.name
            for path in (self.root / "_build").iterdir()
            if path.name.endswith((".old", ".new"))
        ]
        return f"the next build differs in {names or left}" if names or left else ""

    def _broken(self, before: dict[str, str], after: dict[str, str], *, ended_well: bool) -> str:
        try:
            found = published_digests(self.root)
        except (AssertionError, OSError) as error:
            # A kill between two renames leaves the last good folder beside its place; only
            # systems without an exchange of folders have such a moment.
            return f"what was published is not whole: {error}"
        for folder in ("html/", "dist/"):
            now, was, will = (
                {k: v for k, v in one.items() if k.startswith(folder)}
                for one in (found, before, after)
            )
            if now not in ((will,) if ended_well else (was, will)):
                return f"{folder} is neither as before nor as after"
        return ""


def two_at_once(book: Book) -> str:
    """Two builds started together: one builds, the other says so and does nothing."""
    book.flip()
    started = [Build(book.root, book.formats) for _ in (0, 1)]
    codes = sorted(one.wait() for one in started)
    said = [one.said for one in started]
    if codes == [0, 1] and not any("Another build is running" in words for words in said):
        return f"the second build failed otherwise: {said}"
    if codes[0] != 0:
        return f"neither build ended well: {said}"
    return "" if published_digests(book.root) == book.clean[book.state] else "the outcome differs"


def cases(times: int, moments: int, seed: int) -> Iterator[tuple[Fate, int]]:
    """Fates and moments; a quarter of the kills fall where the new folders are put in place."""
    chance = random.Random(seed)
    for number in range(times):
        if number % 5 == 3:
            yield "full", chance.randint(1, moments)
        elif number % 5 == 4:
            yield "limit", chance.choice((0, 500, 5_000, 20_000, 60_000, 300_000, 3_000_000))
        elif chance.random() < 0.25:
            yield "kill", chance.randint(int(moments * 0.9), moments)
        else:
            yield "kill", chance.randint(1, moments)


def main() -> int:
    """Run the campaign and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--small", action="store_true", help="a book of a few pages: much faster")
    arguments = parser.parse_args()
    start, failures = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        book = Book(Path(folder) / "toy", FORMATS, small=arguments.small)
        print(f"seed {arguments.seed}: {book.moments} moments in a clean build")
        for fate, moment in cases(arguments.times, book.moments, arguments.seed):
            wrong = book.suffer(fate, moment)
            failures += bool(wrong)
            print(f"  {fate:<5} {moment:>8}  {wrong or 'whole'}", flush=True)
        wrong = two_at_once(book)
        failures += bool(wrong)
        print(f"  two at once     {wrong or 'whole'}")
    took = time.monotonic() - start
    print(f"{arguments.times + 1} cases, {failures} failures, {took:.0f} s")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())
