"""Drawings are kept and found again, and a damaged one is drawn anew."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from worlds import ROOT, world

from seminarbook.draw import paper
from seminarbook.draw.cache import Drawings
from seminarbook.views.registry import CHARTS
from seminarbook.views.values import Chart


@pytest.fixture
def chart() -> Chart:
    return CHARTS["attendance"].make(world("toy"), None)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was really drawn, in order."""
    titles: list[str] = []

    def draw(chart: Chart, id_prefix: str) -> str:
        titles.append(chart.title)
        return f"<svg>{chart.title}\n{id_prefix}</svg>"

    monkeypatch.setattr(paper, "screen_svg", draw)
    return titles


def files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def test_the_second_time_nothing_is_drawn(tmp_path: Path, chart: Chart, drawn: list[str]) -> None:
    first = Drawings(tmp_path).screen_svg(chart, "a")
    assert Drawings(tmp_path).screen_svg(chart, "a") == first
    assert drawn == [chart.title]


def test_whatever_changes_the_drawing_is_drawn(
    tmp_path: Path, chart: Chart, drawn: list[str]
) -> None:
    drawings = Drawings(tmp_path)
    drawings.screen_svg(chart, "a")
    drawings.screen_svg(chart, "b")
    drawings.screen_svg(replace(chart, finding="Another finding."), "a")
    assert len(drawn) == len(files(tmp_path)) == 3


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"drawing 0\n<svg>half"])
def test_a_damaged_drawing_is_drawn_anew(
    tmp_path: Path, chart: Chart, drawn: list[str], damage: bytes
) -> None:
    good = Drawings(tmp_path).screen_svg(chart, "a")
    (kept,) = files(tmp_path)
    kept.write_bytes(damage)
    assert Drawings(tmp_path).screen_svg(chart, "a") == good
    kept.write_bytes(kept.read_bytes()[:-4])
    assert Drawings(tmp_path).screen_svg(chart, "a") == good
    assert len(drawn) == 3
    assert files(tmp_path) == [kept], "nothing half-written is left behind"


def test_without_a_folder_nothing_is_kept(chart: Chart, drawn: list[str]) -> None:
    for _ in range(2):
        Drawings(None).screen_svg(chart, "a")
    assert len(drawn) == 2


def test_a_kept_drawing_needs_no_drawing_library(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from worlds import world\n"
        "from seminarbook.draw.cache import Drawings\n"
        "from seminarbook.views.registry import CHARTS\n"
        "chart = CHARTS['attendance'].make(world('toy'), None)\n"
        f"drawings = Drawings(Path({str(tmp_path)!r}))\n"
        "drawings.screen_svg(chart, 'a'), drawings.paper_svg(chart), drawings.plotly_json(chart)\n"
        "print(sorted({'matplotlib', 'plotly', 'pandas'} & set(sys.modules)))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": "tests:."},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["['matplotlib', 'plotly']", "[]"]
