"""The code is as its tools want it: linted, formatted, typed; the locks hold what is asked for."""

from __future__ import annotations

import fnmatch
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    "command",
    [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)],
    ids=" ".join,
)
def test_the_code_is_clean(command: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_the_lock_holds_every_requirement(name: str) -> None:
    asked = set(re.findall(r"^[\w.-]+==\S+", (ROOT / f"{name}.txt").read_text(), re.MULTILINE))
    locked = {
        line.split()[0].casefold()
        for line in (ROOT / f"{name}.lock").read_text().splitlines()
        if "==" in line
    }
    assert {pin.casefold() for pin in asked} - locked == set()


def test_every_requirement_has_its_reason_in_the_readme() -> None:
    asked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    readme = (ROOT / "README.md").read_text(encoding="utf-8").casefold()
    assert [name for name in asked if name.casefold() not in readme] == []


def test_pytest_looks_into_every_folder_with_tests(pytestconfig: pytest.Config) -> None:
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {
        folder.name
        for path in (ROOT / "tests").rglob("test_*.py")
        for folder in path.relative_to(ROOT).parents
    }
    assert {"tests", "build", "checks"} <= folders
    assert [name for name in folders if any(fnmatch.fnmatch(name, p) for p in passed_over)] == []
