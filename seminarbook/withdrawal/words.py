"""A withdrawal in words: what changes, what stands in its way, what is out of its reach."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from seminarbook.authoring.edits import Edit
from seminarbook.checks.run import Checked
from seminarbook.problems import format_problem
from seminarbook.withdrawal.chapters import to_read_again
from seminarbook.withdrawal.elsewhere import OUT_OF_REACH, code_that_names, made_files, sites
from seminarbook.withdrawal.plan import Withdrawal
from seminarbook.withdrawal.rows import RowChange

_LONGEST = 160


def changes_told(plan: Withdrawal) -> str:
    """File by file and line by line, what would be written."""
    by_path: dict[str, list[RowChange]] = {}
    for path, change in plan.row_changes:
        by_path.setdefault(path, []).append(change)
    parts: list[str] = []
    for one in plan.edits:
        if one.path in by_path:
            lines = [line for change in by_path[one.path] for line in _row(change)]
        else:
            lines = list(_lines(one))
        parts.append(f"{one.path}\n{''.join(lines)}")
    return "\n".join(parts) or "Nothing in the book names this person.\n"


def obstacles_told(plan: Withdrawal) -> str:
    """What must be put right by hand before anything is written."""
    lines = [
        f"{path}: the file’s own name names the person. Rename or remove it, with what shows it.\n"
        for path in plan.named_files
    ]
    lines += [
        f"{one.path}:{one.line}: this would still name the person: {_cut(one.text)}\n"
        for one in plan.remnants
    ]
    lines += [f"{format_problem(one)}\n" for one in plan.problems]
    if plan.remnants:
        lines.append(
            "Change these lines by hand; or, if they mean something else, say --keep with the "
            "words that may stay.\n"
        )
    return "".join(lines)


def afterwards_told(plan: Withdrawal, root: Path, before: Checked) -> str:
    """What the author should read again, and what no command can reach."""
    lines = list(_to_read(plan))
    if lines:
        lines.insert(0, "\nRead these again, near what has changed: do they tell who it was?\n")
    lines += _list("\nFiles of the code name the person; change them by hand:", [
        *code_that_names(plan.identity, root), *made_files(root),
    ])  # fmt: skip
    lines += _list("\nOut of reach of this command:", OUT_OF_REACH)
    lines += _list(
        "\nPages of others on which, by the data, the person is named:",
        sites(before, plan.identity.person.id),
    )
    return "".join(lines)


def _list(head: str, items: Iterable[str]) -> list[str]:
    lines = [f"  - {item}\n" for item in items]
    return [f"{head}\n", *lines] if lines else []


def _row(change: RowChange) -> Iterator[str]:
    name = change.before.get("id", "")
    if change.after is None:
        yield f"  line {change.line}: {name} is taken out ({change.reason})\n"
        return
    yield f"  line {change.line}: {name}\n"
    for column, old in change.before.items():
        new = change.after[column]
        if old != new:
            yield f"      {column}: {_cut(old) or '(blank)'} → {_cut(new) or '(blank)'}\n"


def _lines(one: Edit) -> Iterator[str]:
    old = (one.before or b"").decode("utf-8").split("\n")
    new = (one.after or b"").decode("utf-8").split("\n")
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            for number, line in enumerate(old[i:j], start=i + 1):
                yield f"  {number:>4} - {_cut(line)}\n"
            for line in new[k:m]:
                yield f"       + {_cut(line)}\n"


def _to_read(plan: Withdrawal) -> Iterator[str]:
    given = plan.identity.person.given_name or ""
    for one in plan.edits:
        if one.path.endswith(".md") and one.before and one.after:
            before, after = one.before.decode("utf-8"), one.after.decode("utf-8")
            lines = after.split("\n")
            for number in to_read_again(before, after, plan.bodies, given):
                yield f"  {one.path}:{number}: {_cut(lines[number - 1])}\n"


def _cut(text: str) -> str:
    line = text.replace("\n", " ⏎ ").strip()
    return f"{line[:_LONGEST]}…" if len(line) > _LONGEST else line
