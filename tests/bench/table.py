"""The table of one size of the book, in Markdown: a row a task, a column a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.bench.measure import Result


def table(results: Sequence[Result], weights: Sequence[Mapping[str, object]]) -> str:
    """Medians on the clock, seconds of processor in brackets, and how many times ours they are."""
    size = results[0].chapters
    programs = list(dict.fromkeys(one.program for one in results))
    rows = [[f"{size} chapters", *programs]]
    for task in dict.fromkeys(one.task for one in results):
        found = {one.program: one for one in results if one.task == task}
        rows.append([task, *(_cell(found.get(name), found.get(programs[0])) for name in programs)])
    peaks = {name: max(one.memory for one in results if one.program == name) for name in programs}
    rows.append(["peak memory", *(f"{peaks[name]:.0f} MB" for name in programs)])
    pages = {one["program"]: one for one in weights if one["chapters"] == size}
    rows.append(["a chapter's page", *(_weight(pages[name]) for name in programs)])
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(["", *lines, ""])


def _cell(result: Result | None, first: Result | None) -> str:
    if result is None:
        return "–"
    text = f"{result.seconds:.1f} s ({result.work:.1f} s)"
    if first is not None and first is not result:
        text += f", × {result.seconds / first.seconds:.1f} (× {result.work / first.work:.1f})"
    return text if result.right is not False else f"{text}, **page stays wrong**"


def _weight(page: Mapping[str, object]) -> str:
    return f"{int(str(page['bytes'])) / 1000:.0f} kB, {page['requests']} requests" + (
        f" ({page['elsewhere']} to other sites)" if page["elsewhere"] else ""
    )
