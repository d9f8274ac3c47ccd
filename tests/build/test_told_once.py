"""A build tells each cause once, in the words of ``check``, and publishes nothing."""

from __future__ import annotations

from pathlib import Path

from builds import build_command
from copies import TOY, copy_of

CHAPTER = "book/seminars/01-sharing-soil.md"


def test_causes_are_told_once_and_consequences_not_at_all(tmp_path: Path) -> None:
    root = copy_of(TOY, tmp_path / "book")
    for name, right, wrong in (
        ("data/talks.csv", "10:00", "ten"),
        ("data/people.csv", "ada-quillfeather,", "ada-quilfeather,"),
        (CHAPTER, ":::{seminar-card} s1\n:::", "::::{seminar-card} s1\n:::"),
        (CHAPTER, "## At a glance", "```python\nprint()\n```\n\n## At a glance"),
    ):
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert right in text
        path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    done = build_command(root, "html")
    assert done.returncode == 1
    told = done.stdout.partition("\n\n")[2].partition("\n\n")[0].splitlines()
    assert [line.rpartition(" ")[2] for line in told] == [
        "[unknown-id]",
        "[not-closed]",
        "[clock-form]",
    ]
    assert "3 problems found. Nothing new was published." in done.stdout
    assert not (root / "_build" / "html").exists()
