"""The book as shipped: in order, built whole, and with everything that it promises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from copies import REAL
from lxml import html

from seminarbook.checks.run import check_book
from seminarbook.model.reader import read_series
from seminarbook.model.series import Series
from seminarbook.problems import format_problem

CHAPTERS = sorted(path.stem for path in (REAL / "book" / "seminars").glob("*.md"))


@pytest.fixture(scope="module")
def series() -> Series:
    reading = read_series(REAL / "data", REAL / "book" / "references.bib", root=REAL)
    assert reading.series is not None, reading.problems
    return reading.series


def test_check_finds_no_error() -> None:
    errors = [problem for problem in check_book(REAL) if problem.severity == "error"]
    assert [format_problem(problem) for problem in errors] == []


def test_only_one_seminar_left_a_count_of_who_came(series: Series) -> None:
    counts = {seminar.id: series.attendance_of(seminar.id).words() for seminar in series.seminars}
    unknown = dict.fromkeys(("s1", "s2", "s3", "s4", "s5", "s7"), "not recorded")
    assert counts == {**unknown, "s6": "about 35"}


def test_nobody_who_was_only_announced_is_said_to_have_spoken(series: Series) -> None:
    status = {row.person: row.status for row in series.participation if row.seminar == "s2"}
    assert (status["keeble"], status["peter-ryan"]) == ("announced", "announced")
    assert status["ruth-allen"] == "probable"


@pytest.mark.book
class TestPublished:
    """What ``make book`` publishes."""

    def test_everything_is_there(self, published: Path) -> None:
        files = {path.name for path in (published / "dist").iterdir()}
        name = "reimagining-professionalism"
        assert {f"{name}.pdf", f"{name}.epub"} <= files
        assert {f"{name}-{chapter}.pdf" for chapter in CHAPTERS} <= files

    @pytest.mark.parametrize("chapter", CHAPTERS)
    def test_a_chapter_has_table_chart_finding_and_offers(
        self, published: Path, chapter: str
    ) -> None:
        page = html.parse(published / "html" / "book" / "seminars" / f"{chapter}.html").getroot()
        assert page.cssselect("table caption")
        charts = page.cssselect("svg.chart-drawing")
        assert charts
        for chart in charts:
            assert chart.get("role") == "img"
            assert chart.get("aria-labelledby")
            assert chart.get("aria-describedby")
        offers = [link.get("href") for link in page.cssselect("a[href*='files/']")]
        assert any(offer.endswith(f"{chapter}.pdf") for offer in offers)

    def test_no_page_asks_another_site_for_anything(self, published: Path) -> None:
        for path in (published / "html").rglob("*.html"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r'(?:src|srcset)="(?:https?:)?//', text), path.name
