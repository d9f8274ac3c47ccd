"""The workflows of the project's host: sound, pinned, and with no more rights than they need."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from copies import REAL, TOY, copy_of

FOLDER = REAL / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
TOOLS = Path(sys.executable).parent
# The only rights that a job may have besides reading, and which job.
GRANTED = {
    "publish.yml": {"pages": {"pages", "id-token"}, "release": {"contents"}},
    "links.yml": {"links": {"issues"}},
}


@pytest.mark.parametrize(
    "command",
    [["actionlint"], ["zizmor", "--offline", "--no-progress", "--quiet", str(FOLDER)]],
    ids=lambda command: command[0],
)
def test_a_linter_finds_nothing(command: list[str]) -> None:
    words = [str(TOOLS / command[0]), *command[1:]]
    if command == ["actionlint"]:
        words += map(str, WORKFLOWS)
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=REAL)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(path: Path) -> None:
    used = re.findall(r"uses:\s*(.*)", path.read_text("utf-8"))
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*", one) for one in used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_may_write_but_what_is_named_here(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        rights = {key for key, right in job.get("permissions", {}).items() if right == "write"}
        assert rights == GRANTED.get(path.name, {}).get(name, set())
        assert "timeout-minutes" in job or name in ("pages", "release")


@pytest.mark.book
def test_the_report_of_links_is_read_where_it_is_written(tmp_path: Path) -> None:
    """And the book's own pages, which may not be published yet, are not in it."""
    root = copy_of(TOY, tmp_path / "book")
    page = root / "book" / "index.md"
    broken = "http://127.0.0.1:9/no-such-page"
    page.write_text(page.read_text("utf-8") + f"\n[away]({broken})\n", "utf-8")
    steps = yaml.safe_load((FOLDER / "links.yml").read_text("utf-8"))["jobs"]["links"]["steps"]
    (follow,) = [step["run"] for step in steps if step.get("id") == "follow"]
    tool, *rest = follow.split()
    command = [str(TOOLS / Path(tool).name), *rest]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    assert done.returncode != 0, "a broken link is found"
    (say,) = [step["run"] for step in steps if "report.md" in step.get("run", "")]
    (written,) = re.findall(r"grep --fixed-strings \S+ (\S+)", say)
    told = (root / written).read_text("utf-8")
    assert f"[broken] {broken}" in told
    assert "example.org/toy/" not in told
