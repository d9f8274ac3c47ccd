"""A book with one fault in it: ``check`` finds that fault, at its line, and nothing else.

Faults of some twenty-five kinds are put one at a time into every place of the invented book where
they can stand; of each kind a few places are taken by a chance that is always the same.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from seminarbook.checks.run import check_book
from tests.copies import TOY, copy_of

OF_EACH_KIND = 6


class Fault(NamedTuple):
    """A file as it is with the fault (None: without the file), and what is to be said of it."""

    path: str
    text: str | None
    at: str
    line: int
    code: str


Kind = Callable[[str, list[str]], Iterator[Fault]]
CHAPTER_FAULTS: dict[str, Kind] = {}
DATA_FAULTS: dict[str, Kind] = {}


def _kind(known: dict[str, Kind]) -> Callable[[Kind], Kind]:
    def register(kind: Kind) -> Kind:
        known[kind.__name__.replace("_", "-")] = kind
        return kind

    return register


def _with(path: str, lines: list[str], number: int, line: str, code: str) -> Fault:
    changed = [*lines[:number], line, *lines[number + 1 :]]
    return Fault(path, "\n".join(changed), path, number + 1, code)


def _replaced(pattern: str, new: str, code: str) -> Kind:
    """A fault at each line that holds the pattern."""

    def kind(path: str, lines: list[str]) -> Iterator[Fault]:
        for number, line in enumerate(lines):
            changed = re.sub(pattern, new, line, count=1)
            if changed != line:
                yield _with(path, lines, number, changed, code)

    return kind


def _inserted(new: str, code: str, offset: int = 0) -> Kind:
    """A fault in a paragraph of its own before each heading but the first."""

    def kind(path: str, lines: list[str]) -> Iterator[Fault]:
        for number, line in enumerate(lines):
            if line.startswith("## "):
                changed = [*lines[:number], *new.split("\n"), "", *lines[number:]]
                yield Fault(path, "\n".join(changed), path, number + 1 + offset, code)

    return kind


CHAPTER_FAULTS |= {
    "directive": _replaced(r"\{(data-\w+|seminar-card)\}", r"{\1x}", "unknown-directive"),
    "directive-in-backticks": _inserted("```{data-tabel} roles\n```", "unknown-directive"),
    "role": _replaced(r"\{(person|figure|term|seminar)\}`", r"{\1s}`", "unknown-role"),
    "glossary": _replaced(r"\{glossary\}", "{glosary}", "unknown-directive"),
    "view": _replaced(r"\{(data-\w+)\} (\w+)", r"{\1} \2e", "unknown-view"),
    "option": _replaced(r"^:(seminar|name|caption|finding|alt):", r":\1x:", "unknown-option"),
    "seminar": _replaced(r"^:seminar: s(\d)", r":seminar: s9\1", "unknown-id"),
    "card": _replaced(r"\{seminar-card\} s", r"{seminar-card} x", "unknown-id"),
    "person": _replaced(r"(\{person\}`[^`]*?[a-z])(>?`)", r"\1x\2", "unknown-id"),
    "figure": _replaced(r"(\{figure\}`[^`]*?)(`)", r"\1x\2", "unknown-id"),
    "source": _replaced(r"(\{cite:p\}`[^`]*?)(`)", r"\1x\2", "unknown-source"),
    "term": _replaced(r"(\{term\}`[^`]*?)(>?`)", r"\1x\2", "unknown-term"),
    "ref": _inserted("See {ref}`nowhere-at-all`.", "broken-link"),
    "doc": _inserted("See {doc}`../reference/glosary`.", "broken-link"),
    "numref": _inserted("See {numref}`no-such-table`.", "broken-link"),
    "link": _inserted("See\n[the other page](no-such-page.md).", "broken-link", 1),
    "name": _inserted("A line.\nIn the end Ada Quillfeather agreed.", "bare-name", 1),
    "family-name": _inserted("- One.\n- Or Quillfeather did.", "bare-name", 1),
    "number": _inserted("One.\nTwo.\nIn all 47 people came.", "bare-number", 2),
    "number-in-words": _inserted("Nearly *forty* people came.", "bare-number"),
    "number-in-a-note": _inserted(":::{note}\nSome 31 came.\n:::", "bare-number", 1),
    "number-in-a-table": _inserted(
        "| what | how |\n| --- | --- |\n| beds | 12 |", "bare-number", 2
    ),
    "alt": _inserted("![](../_static/hall.png)", "missing-alt"),
    "alt-of-a-figure": _inserted(":::{figure} ../_static/hall.png\n:::", "missing-alt"),
    "vague": _inserted("Read it [here](../reference/glossary.md).", "vague-link"),
    "jump": _replaced(r"^## ", "##### ", "heading-jump"),
    "second-title": _replaced(r"^## ", "# ", "heading-jump"),
}


@_kind(CHAPTER_FAULTS)
def plain_words(path: str, lines: list[str]) -> Iterator[Fault]:
    if ":::{plain-words}" in lines and path.count("/") == 2 and "/reference/" not in path:
        start = lines.index(":::{plain-words}")
        end = lines.index(":::", start)
        text = "\n".join([*lines[:start], *lines[end + 1 :]])
        yield Fault(path, text, path, 1, "no-plain-words")


@_kind(CHAPTER_FAULTS)
def plain_words_misspelt(path: str, lines: list[str]) -> Iterator[Fault]:
    yield from _replaced(r"\{plain-words\}", "{plain-word}", "unknown-directive")(path, lines)


@_kind(CHAPTER_FAULTS)
def extra_chapter(path: str, lines: list[str]) -> Iterator[Fault]:
    new = path.replace(".md", "-again.md")
    if "/seminars/" not in path and path != "book/index.md":
        text = ":::{plain-words}\nOnce more.\n:::\n"
        yield Fault(new, f"# Again\n\n{text}", new, 0, "chapter-not-in-contents")


def _cell(name: str, old: str, new: str, code: str) -> Kind:
    """A fault in each cell of one value in one column."""

    def kind(path: str, lines: list[str]) -> Iterator[Fault]:
        columns = lines[0].split(",")
        if name not in columns:
            return
        for number, line in enumerate(lines[1:], 1):
            cells = line.split(",")
            if '"' in line or len(cells) != len(columns):
                continue
            place = columns.index(name)
            if re.fullmatch(old, cells[place]):
                cells[place] = re.sub(old, new, cells[place], count=1)
                yield _with(path, lines, number, ",".join(cells), code)

    return kind


DATA_FAULTS |= {
    "source": _cell("source", r"([\w-]+)", r"\1x", "source-unknown"),
    "no-source": _cell("source", r".+", "", "source-missing"),
    "no-locator": _cell("locator", r".+", "", "locator-missing"),
    "date": _cell("date", r"(\d+)-(\d\d)-(\d\d)", r"\3/\2/\1", "date-form"),
    "clock": _cell("start", r"(\d\d):(\d\d)", r"\1.\2 h", "clock-form"),
    "status": _cell("status", r"reported", "reportd", "value-not-allowed"),
    "capital": _cell("status", r"reported", "Reported", "value-not-allowed"),
    "kind": _cell("kind", r"talk", "speech", "value-not-allowed"),
    "of-nobody": _cell("person", r"([\w-]+)", r"\1x", "reference-unknown"),
    "of-no-seminar": _cell("seminar", r"s(\d)", r"s9\1", "reference-unknown"),
    "spaces": _cell("title", r"(\w.*)", r" \1", "cell-spaces"),
    "address": _cell("url", r"https://(.+)", r"\1", "address-form"),
    "name-in-note": _cell("note", r"", "Ada Quillfeather said so.", "name-in-prose"),
}


@_kind(DATA_FAULTS)
def comma_more(path: str, lines: list[str]) -> Iterator[Fault]:
    for number, line in enumerate(lines[1:], 1):
        if line and '"' not in line:
            yield _with(path, lines, number, f"{line},", "row-long")


@_kind(DATA_FAULTS)
def comma_less(path: str, lines: list[str]) -> Iterator[Fault]:
    for number, line in enumerate(lines[1:], 1):
        if line.endswith(","):
            yield _with(path, lines, number, line[:-1], "row-short")


@_kind(DATA_FAULTS)
def open_quote(path: str, lines: list[str]) -> Iterator[Fault]:
    for number, line in enumerate(lines[1:], 1):
        cells = line.split(",")
        if '"' not in line and len(cells) > 3:
            cells[-2] = f'"{cells[-2]}'
            yield _with(path, lines, number, ",".join(cells), "quote-unclosed")


@_kind(DATA_FAULTS)
def same_row_twice(path: str, lines: list[str]) -> Iterator[Fault]:
    for number, line in enumerate(lines[1:], 1):
        if line and '"' not in line:
            changed = [*lines[: number + 1], line, *lines[number + 1 :]]
            yield Fault(path, "\n".join(changed), path, number + 2, "id-duplicate")


@_kind(DATA_FAULTS)
def column(path: str, lines: list[str]) -> Iterator[Fault]:
    yield _with(path, lines, 0, lines[0].replace("locator", "locater"), "column-unknown")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_of(TOY, tmp_path_factory.mktemp("mutations"))
    (root / "book/_static").mkdir()
    (root / "book/_static/hall.png").write_bytes(b"")
    assert check_book(root) == ()
    return root


def _faults(known: dict[str, Kind], pattern: str) -> Iterator[tuple[str, Fault]]:
    chance = random.Random(20310304)
    files = [path.relative_to(TOY).as_posix() for path in sorted(TOY.glob(pattern))]
    for name, kind in known.items():
        found = [
            fault
            for file in files
            for fault in kind(file, (TOY / file).read_text(encoding="utf-8").split("\n"))
        ]
        assert found, name
        for number in sorted(chance.sample(range(len(found)), min(OF_EACH_KIND, len(found)))):
            yield name, found[number]


FAULTS = [*_faults(CHAPTER_FAULTS, "book/**/*.md"), *_faults(DATA_FAULTS, "data/*.csv")]


def test_there_are_enough_of_them() -> None:
    assert len(FAULTS) >= 100
    assert len({fault.code for _, fault in FAULTS}) >= 20


@pytest.mark.parametrize(
    "fault", [fault for _, fault in FAULTS],
    ids=[f"{name}-{Path(fault.path).stem}-{fault.line}" for name, fault in FAULTS],
)  # fmt: skip
def test_a_fault_is_found_and_nothing_else(book: Path, fault: Fault) -> None:
    path = book / fault.path
    before = path.read_bytes() if path.exists() else None
    assert fault.text is not None
    path.write_text(fault.text, encoding="utf-8", newline="\n")
    try:
        found = [(one.path, one.line, one.code) for one in check_book(book)]
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
    assert found == [(fault.at, fault.line, fault.code)]


@pytest.mark.parametrize("name", ["seminars/02-hedges-and-paths", "across/who-came"])
def test_a_chapter_that_is_gone_is_told_once(tmp_path: Path, name: str) -> None:
    root = copy_of(TOY, tmp_path)
    (root / f"book/{name}.md").unlink()
    lines = (root / "_toc.yml").read_text(encoding="utf-8").split("\n")
    line = [text.strip() for text in lines].index(f"- file: book/{name}")
    found = [(one.path, one.line, one.code) for one in check_book(root)]
    assert found == [("_toc.yml", line + 1, "contents-without-chapter")]


@pytest.mark.parametrize("name", ["seminars/02-hedges-and-paths", "reference/glossary"])
def test_a_slip_in_the_contents_is_told_once(tmp_path: Path, name: str) -> None:
    root = copy_of(TOY, tmp_path)
    contents = root / "_toc.yml"
    text = contents.read_text(encoding="utf-8")
    contents.write_text(text.replace(f"book/{name}", f"book/{name}s"), encoding="utf-8")
    (found,) = check_book(root)
    assert (found.path, found.code) == ("_toc.yml", "contents-without-chapter")
    assert found.advice == f"Did you mean “book/{name}”?"
