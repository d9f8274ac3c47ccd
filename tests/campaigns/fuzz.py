"""Invented faults by the thousand: a book of nonsense is refused in words, and quickly.

Each case is made from the seed and its number alone, so that one case can be run again:
``python -m tests.campaigns.fuzz --seed 1 --only 1234``.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from copies import TOY, copy_of
from invented import HOSTILE

from seminarbook.checks.run import checked
from seminarbook.model.reader import read_series
from seminarbook.model.records import RECORD_CLASSES
from seminarbook.model.writer import canonical_text
from seminarbook.problems import format_problem
from seminarbook.spreadsheet.plan import plan_import
from seminarbook.spreadsheet.words import told

SLOWEST = 20.0
NASTY = (
    *HOSTILE,
    "", " ", "\n", "\r", "\t", '"', '""', ",", ";", "\0", "\ufeff", "\u202e\u2066x", "e\u0301" * 30,
    "👩‍👩‍👧‍👦", "Z̸̧͓a̵l̶g̷o̵", "../../../../etc/passwd", "..\\..\\x", "/etc/passwd", "CON", "a" * 300, "𝒳",
    "{david-pilgrim}", "{{", "}}", "{unknown-person}", "{", "}", "\\input{/etc/passwd}", "$$", "\\end{document}",
    "=HYPERLINK(\"http://x\")", "+1", "-1", "@x", "'=1", "0", "-0", "1e9", "999999", "1000000", "0.1", "nan",
    "2016-02-30", "0000-00-00", "9999-12-31", "2016-13", "24:00", "http://", "https://x.y/\u202e", "javascript:alert(1)",
    "between", "not recorded", "exactly", "s1", "s1;s2", ";;", "s1; ", "all", "academic",
    "[x](javascript:alert(1))", "![x](../../../../etc/passwd)", "<!--", "-->", "]]>", "<![CDATA[", "&#0;",
    "{person}`x`", "{figure}`s1-beds`", "{ref}`x`", "```{include} /etc/passwd\n```", ":::{data-chart} roles\n:::",
    "---\na: &a [x,x]\nb: *a\n---\n", "# " * 50, "> " * 200, "* " * 200, "[" * 500, "`" * 333, "|" * 300,
    "!!python/object/apply:os.system [x]", "&a [*a]", "*nothing", "!!binary x", "? ?", "a: b: c", "2016-99-99",
)  # fmt: skip
FILES = [
    *(f"data/{record.file}.csv" for record in RECORD_CLASSES),
    "book/references.bib", "_toc.yml", "_config.yml", "book/index.md",
    "book/seminars/01-sharing-soil.md", "book/seminars/03-harvest.md", "book/reference/glossary.md",
]  # fmt: skip


def mutated(chance: random.Random, data: bytes) -> bytes:
    """The file with one to four places changed."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(data))
        match chance.randrange(8):
            case 0:
                data = data[:at] + chance.choice(NASTY).encode("utf-8", "surrogatepass") + data[at:]
            case 1:
                data = data[:at] + data[at + chance.randint(1, 40) :]
            case 2:
                data = data[:at] + chance.randbytes(chance.randint(1, 4)) + data[at:]
            case 3:
                data = data[:at]
            case 4:
                lines = data.split(b"\n")
                chance.shuffle(lines)
                data = b"\n".join(lines)
            case 5:
                lines = data.split(b"\n")
                data = b"\n".join(lines + chance.choices(lines, k=chance.randint(1, 5)))
            case _:
                cells = data.split(b",")
                cells[chance.randrange(len(cells))] = chance.choice(NASTY).encode()
                data = b",".join(cells)
    return data


class Fuzz:
    """A copy of the invented book in which one case after the other goes wrong."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.root, self.seed = copy_of(TOY, folder / "toy"), seed
        self.whole = {
            name: (self.root / name).read_bytes() for name in FILES if (self.root / name).is_file()
        }

    def case(self, number: int) -> str:
        """Run a case and return its kind; AssertionError or any other exception is a failure."""
        chance = random.Random(self.seed * 10_000_019 + number)
        kind = chance.choices(("read", "check", "import", "round"), (70, 10, 15, 5))[0]
        wanted = [
            name
            for name in self.whole
            if kind == "check" or name.startswith("data/") or name.endswith(".bib")
        ]
        names = chance.sample(wanted, k=chance.randint(1, 3))
        try:
            if kind == "import":
                self._imported(chance)
            elif kind == "round":
                self._round(chance)
            else:
                for name in names:
                    (self.root / name).write_bytes(mutated(chance, self.whole[name]))
                self._read(kind)
        finally:
            for name in names:
                (self.root / name).write_bytes(self.whole[name])
        return kind

    def _read(self, kind: str) -> None:
        if kind == "check":
            problems = checked(self.root).problems
        else:
            reading = read_series(
                self.root / "data", self.root / "book/references.bib", root=self.root
            )
            problems = reading.problems
            errors = [problem for problem in problems if problem.severity == "error"]
            assert (reading.series is None) == bool(errors)
        for problem in problems:
            line = format_problem(problem)
            assert problem.path, line
            assert problem.message, line
            assert "\n" not in line, line
            assert len(line) < 2_000, line
            assert line.isprintable() or not set(line) & set("\0\r\x1b\u202e"), repr(line)

    def _imported(self, chance: random.Random) -> None:
        name = chance.choice([name for name in self.whole if name.startswith("data/")])
        path = self.root / Path(name).name
        path.write_bytes(mutated(chance, self.whole[name]))
        try:
            plan = plan_import(self.root, path, None, remove_missing=chance.random() < 0.2)
            assert not plan.edits or not plan.troubles
            assert told(plan) is not None
        finally:
            path.unlink()

    def _round(self, chance: random.Random) -> None:
        """Nasty texts in cells that hold any text are refused, or come back as they were."""
        reading = read_series(self.root / "data", self.root / "book/references.bib", root=self.root)
        assert reading.series is not None
        record = chance.choice([one for one in RECORD_CLASSES if reading.series.rows(one.file)])
        rows = list(reading.series.rows(record.file))
        at = chance.randrange(len(rows))
        text = "".join(chance.choices(NASTY, k=2)).strip()
        rows[at] = rows[at].model_copy(update={"note": text or None})
        path = self.root / "data" / f"{record.file}.csv"
        path.write_bytes(canonical_text(record, rows).encode("utf-8", "surrogatepass"))
        try:
            again = read_series(
                self.root / "data", self.root / "book/references.bib", root=self.root
            )
            if again.series is not None:
                import unicodedata

                found = {row.id: row.note for row in again.series.rows(record.file)}[rows[at].id]
                assert (found or "") == unicodedata.normalize("NFC", text), (found, text)
        finally:
            path.write_bytes(self.whole[f"data/{record.file}.csv"])


def main() -> int:
    """Run the campaign and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, action="append", help="run this case alone")
    arguments = parser.parse_args()
    start, slowest, failures = time.monotonic(), (0.0, 0), 0
    kinds: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        fuzz = Fuzz(Path(folder), arguments.seed)
        for number in arguments.only or range(arguments.times):
            began = time.monotonic()
            try:
                kinds[fuzz.case(number)] += 1
            except Exception:
                failures += 1
                print(f"case {number}:\n{traceback.format_exc(limit=-4)}", flush=True)
            took = time.monotonic() - began
            slowest = max(slowest, (took, number))
        shutil.rmtree(fuzz.root)
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    took = time.monotonic() - start
    print(f"seed {arguments.seed}: {counts}; {failures} failures; {took:.0f} s; "
          f"slowest case {slowest[1]} with {slowest[0]:.1f} s")  # fmt: skip
    return int(failures > 0 or slowest[0] > SLOWEST)


if __name__ == "__main__":
    sys.exit(main())
