"""Each folder here is one broken book; its whole report must be as its ``report.txt`` says.

``pytest tests/faulty --force-regen`` writes the reports anew, to be read before they are kept.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from seminarbook.checks.data import DATA_RULES, check_data
from seminarbook.faults import cells, files
from seminarbook.problems import FAULTS, format_problem

HERE = Path(__file__).parent
CASES = sorted(path.name for path in HERE.iterdir() if path.is_dir() and path.name[0] not in "._")
# Three would need a file of very many letters (tests/model/: test_sheet.py, test_text_source.py and
# test_chapter_bounds.py), the fourth a kind of column that no data file has (test_cell_faults.py).
TESTED_ELSEWHERE = {
    cells.CELL_TOO_LONG,
    files.FILE_TOO_LARGE,
    files.CHAPTER_TOO_MUCH,
    cells.VALUE_FORM,
}


def lay(case: str, root: Path) -> Path:
    """A copy of the base with the files of a case laid over it."""
    shutil.copytree(HERE / "base", root)
    removed = HERE / case / "remove.txt"
    for name in removed.read_text().split() if removed.exists() else ():
        path = root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in sorted((HERE / case).rglob("*")):
        target = root / path.relative_to(HERE / case)
        if path.is_dir() and not path.is_symlink():
            if target.is_file():
                target.unlink()
            target.mkdir(exist_ok=True)
        else:
            target.unlink(missing_ok=True)
            shutil.copyfile(path, target, follow_symlinks=False)
    return root


@pytest.mark.parametrize("case", CASES)
def test_report_is_complete(
    case: str, tmp_path: Path, file_regression: FileRegressionFixture
) -> None:
    root = lay(case, tmp_path / "book")
    reading = check_data(
        root / "data",
        root / "book" / "references.bib",
        root=root,
        start=date(2031, 1, 1),
        end=date(2031, 12, 31),
    )
    report = "".join(f"{format_problem(problem)}\n" for problem in reading.problems)
    file_regression.check(report, fullpath=HERE / case / "report.txt")
    has_error = any(problem.severity == "error" for problem in reading.problems)
    assert (reading.series is None) == has_error
    for problem in reading.problems:
        assert re.match(r"[A-Z0-9“-]", problem.message), problem.message
        assert problem.message[-1] in ".?", problem.message
        assert problem.advice == "" or problem.advice[-1] in ".?", problem.advice


def test_base_has_no_fault() -> None:
    assert (HERE / "base" / "report.txt").read_text() == ""


def test_every_code_has_a_case() -> None:
    reports = "".join((HERE / case / "report.txt").read_text() for case in CASES)
    declared = {
        value for module in (cells, files) for name, value in vars(module).items() if name.isupper()
    }
    expected = (declared | set(DATA_RULES)) - TESTED_ELSEWHERE
    assert {code for code in expected if f"[{code}]" not in reports} == set()
    assert declared <= set(FAULTS)
