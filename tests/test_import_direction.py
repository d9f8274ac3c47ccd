"""Data flows one way: a module imports only what stands before it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "seminarbook"
MODULES = sorted(PACKAGE.rglob("*.py"))

# What the modules of a part may import of the package, by the first word of their name.
ALLOWED = {
    "faults": {"faults"},
    "problems": {"faults"},
    "model": {"faults", "problems", "model"},
    "views": {"faults", "problems", "model", "views"},
    "draw": {"faults", "problems", "model", "views", "draw"},
    "publish": {"faults", "problems", "model", "views", "draw", "publish"},
    "checks": {"faults", "problems", "model", "views", "checks", "markup"},
}
SPHINX = ("sphinx", "docutils", "jupyter_book", "myst_parser", "myst_nb")


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relative to itself"
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if part(path) in ALLOWED],
    ids=lambda path: path.relative_to(PACKAGE).as_posix(),
)
def test_only_earlier_stages_are_imported(path: Path) -> None:
    for name in imported(path):
        first, _, rest = name.partition(".")
        assert not first.startswith(SPHINX), f"{name}: this part has never heard of Sphinx"
        if first == "seminarbook" and rest:
            assert rest.split(".")[0] in ALLOWED[part(path)], name


def test_the_parts_exist() -> None:
    assert {part(path) for path in MODULES} >= set(ALLOWED)
