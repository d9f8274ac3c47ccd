"""Static drawings show what their chart says, in any series, and are safe to put in a page."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise, takewhile
from xml.etree import ElementTree as ET

import pytest
from drawn import SVG, Bar, Drawing, squeezed
from hypothesis import given
from invented import long_series
from invented import series as any_series
from properties import examples
from worlds import ROOT, charts_of, world

from seminarbook.draw.lettering import measure, writable
from seminarbook.draw.palette import name_of
from seminarbook.draw.paper import paper_svg, screen_svg
from seminarbook.draw.sheet import SCREEN_WIDTH
from seminarbook.model.quantity import Quantity
from seminarbook.model.series import Series
from seminarbook.views.prose import plain
from seminarbook.views.registry import CHARTS
from seminarbook.views.values import (
    Chart,
    GridChart,
    RangeBar,
    RangeChart,
    Segment,
    StackChart,
    Table,
    TimelineChart,
)

# Made as small as can be, an example would take minutes of drawing.
THOROUGH = examples(25, shrink=False)


_DRAWN = ("pattern", "rect", "path", "text", "use")
_FRAME = ("svg", "title", "desc", "defs", "g")


def cells(table: Table) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in table.rows]


def assert_shows_its_table(chart: Chart) -> None:
    """The drawing's words and shapes say what the chart's table says."""
    drawing = Drawing(screen_svg(chart, "x"))
    if not chart.table.rows or (isinstance(chart.drawing, GridChart) and not chart.drawing.rows):
        assert drawing.all_words() == squeezed(chart.table.empty)
        return
    match chart.drawing:
        case RangeChart():
            assert_shows_ranges(drawing, chart.drawing, cells(chart.table))
        case StackChart():
            assert_shows_stacks(drawing, chart.drawing, chart.table)
        case GridChart():
            assert_shows_grid(drawing, chart.drawing, cells(chart.table))
        case TimelineChart():
            assert_shows_timeline(drawing, chart.drawing, cells(chart.table))


def assert_shows_ranges(drawing: Drawing, chart: RangeChart, rows: list[list[str]]) -> None:
    assert drawing.all_words() == squeezed("".join(label + words for label, words in rows))
    by_line = [list(bars) for _, bars in groupby(drawing.bars(16), key=lambda bar: bar.y)]
    recorded = [bar.quantity for bar in chart.bars if bar.quantity.recorded]
    assert len(by_line) == len(recorded), "what is not recorded has no bar"
    most = max((float(q.upper or q.value or 0) for q in recorded), default=0)
    scale = (SCREEN_WIDTH - 22) / max(most, 1)
    for quantity, bars in zip(recorded, by_line, strict=True):
        end = max(float(quantity.upper or quantity.value or 0) * scale, 2)
        # "About" ends in three lines around its number.
        end += 7 if quantity.qualifier == "about" else 0
        assert max(bar.x + bar.width for bar in bars) == pytest.approx(end, abs=2.1)
        if quantity.qualifier == "between":
            assert bars[0].width == pytest.approx(max(float(quantity.value or 0) * scale, 2), abs=1)


def assert_shows_stacks(drawing: Drawing, chart: StackChart, table: Table) -> None:
    heads = [column.key for column in table.columns]
    said = ""
    for row in cells(table):
        number = dict(zip(heads, row, strict=True))
        counted = [one for one in chart.segments if number[one.key] != "0"]
        said += row[0] + (number["total"] if counted else chart.none)
        if len(chart.segments) > 1:
            said += "".join(f"{one.label}: {number[one.key]}" for one in counted)
    assert drawing.all_words() == squeezed(said)
    most = max(sum(counts) for counts in chart.counts)
    lines = [list(bars) for _, bars in groupby(by_place(drawing.bars(18)), key=lambda bar: bar.y)]
    drawn = [counts for counts in chart.counts if sum(counts)]
    assert len(lines) == len(drawn)
    for counts, bars in zip(drawn, lines, strict=True):
        expected = [
            (name_of(segment.colour), count)
            for segment, count in zip(chart.segments, counts, strict=True)
            if count
        ]
        lengths = [right.x - left.x for left, right in pairwise(bars)] + [bars[-1].width]
        assert [bar.key for bar in bars] == [key for key, _ in expected]
        for length, (_, count) in zip(lengths, expected, strict=True):
            assert length == pytest.approx(count * SCREEN_WIDTH / most, abs=1.6)


def by_place(bars: list[Bar]) -> list[Bar]:
    return sorted(bars, key=lambda bar: (round(bar.y), bar.x))


def assert_shows_grid(drawing: Drawing, chart: GridChart, rows: list[list[str]]) -> None:
    label = {f"state-{state.key}": state.label for state in chart.states}
    key, marks = drawing.marks()[: len(label)], drawing.marks()[len(label) :]
    assert [label[name] for name, _, _ in key] == [state.label for state in chart.states]
    lines = [sorted(line, key=lambda mark: mark[1]) for line in by_height(marks)]
    # A grid with many columns goes on in a further block below, with the same rows.
    shown: dict[tuple[int, int], str] = {}
    done = 0
    for start in range(0, len(lines), len(chart.rows)):
        block = lines[start : start + len(chart.rows)]
        for row, line in enumerate(block):
            for column, (name, _, _) in enumerate(line, done):
                shown[column, row] = label[name]
        done += len(block[0])
    blocks = len(lines) // len(chart.rows)
    # The table has a line for each column of the drawing.
    table = {(n, m): cell for n, row in enumerate(rows) for m, cell in enumerate(row[1:])}
    assert shown == table
    assert len(drawing.words()) >= blocks * len(chart.rows) + len(chart.columns)
    if blocks == 1:
        states = [state.label for state in chart.states]
        words = [*states, chart.across, *chart.columns, *chart.rows]
        assert drawing.all_words() == squeezed("".join(words))


def by_height(marks: list[tuple[str, float, float]]) -> list[list[tuple[str, float, float]]]:
    ordered = sorted(marks, key=lambda mark: mark[2])
    return [list(line) for _, line in groupby(ordered, key=lambda mark: mark[2])]


def assert_shows_timeline(drawing: Drawing, chart: TimelineChart, rows: list[list[str]]) -> None:
    words = drawing.all_words()
    assert words.endswith(squeezed("".join(date + event for date, event in rows)))
    places = [(y, key) for key, _, y in drawing.marks()]
    places += [(bar.y + 4, bar.key) for bar in drawing.bars(8)]
    assert [key for _, key in sorted(places)] == [f"event-{event.kind}" for event in chart.events]


@pytest.mark.parametrize("name", ["real", "toy", "empty"])
def test_every_chart_shows_its_table(name: str) -> None:
    for chart in charts_of(world(name)):
        assert_shows_its_table(chart)


@THOROUGH
@given(any_series())
def test_any_chart_shows_its_table(series: Series) -> None:
    for chart in charts_of(series):
        assert_shows_its_table(chart)


@examples(4, shrink=False)
@given(any_series())
def test_any_drawing_is_whole_and_described(series: Series) -> None:
    for chart in charts_of(series, every_seminar=False):
        for text in (screen_svg(chart, "x"), paper_svg(chart)):
            root = ET.fromstring(text)
            named = {one.get("id"): one.text for one in root.iter() if one.get("id")}
            assert named[root.get("aria-labelledby")] == writable(chart.title)
            assert named[root.get("aria-describedby")]
            assert {one.tag.removeprefix(SVG) for one in root.iter()} <= {*_DRAWN, *_FRAME}
            links = [value for one in root.iter() for key, value in one.items() if "href" in key]
            assert {link[1:] for link in links} <= {*named}, "a mark shows what is in the drawing"


def test_hostile_text_stays_text() -> None:
    chart = CHARTS["takeaways"].make(world("toy"), None)
    assert isinstance(chart.drawing, StackChart)
    assert any("<script>" in label for label in chart.drawing.rows)
    for text in (screen_svg(chart, "x"), paper_svg(chart)):
        root = ET.fromstring(text)
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert tags <= {*_DRAWN, *_FRAME}
        assert "<script>" in "".join(root.itertext())
        assert not [name for one in root.iter() for name in one.attrib if name.startswith("on")]


def test_nothing_is_read_as_mathematics() -> None:
    chart = _range_chart(RangeBar("$x^2$ and \\frac", Quantity("exactly", Decimal(3))))
    assert "$x^2$ and \\frac" in screen_svg(chart, "x")


def test_the_page_flavour_is_fit_for_a_page() -> None:
    for chart in charts_of(world("toy")):
        text = screen_svg(chart, "c1")
        root = ET.fromstring(text)
        assert text.startswith("<svg ")
        assert root.get("role") == "img"
        title, desc = root.get("aria-labelledby", ""), root.get("aria-describedby", "")
        named = {one.get("id"): one for one in root.iter() if one.get("id")}
        assert named[title].text == chart.title
        assert named[desc].text == f"{chart.finding} {chart.description}"
        heard = [one for one in root if one.get("aria-hidden") != "true"]
        assert {one.tag.removeprefix(SVG) for one in heard} <= {"title", "desc", "defs"}
        assert all(id_.startswith("c1-") for id_ in named)
        assert not [one for one in root.iter() if "font-family" in one.attrib]
        # A strict content security policy forbids style attributes and style elements.
        assert not [one for one in root.iter() if "style" in one.attrib or one.tag == f"{SVG}style"]
        painted = {one.get(name) for one in root.iter() for name in ("fill", "stroke")} - {None}
        themed = ("none", "var(--chart-", "url(#c1-")
        assert not [value for value in painted if not value.startswith(themed)]
        pointed = {one.get("href", "#")[1:] for one in root.iter(f"{SVG}use")}
        pointed |= {value[5:-1] for value in painted if value.startswith("url(")}
        assert pointed <= set(named)


def test_the_paper_flavour_has_fixed_colours_and_its_own_ids() -> None:
    drawings = [paper_svg(chart) for chart in charts_of(world("toy"))]
    assert not [text for text in drawings if "var(" in text]
    ids = [one.get("id") for text in drawings for one in ET.fromstring(text).iter()]
    ids = [id_ for id_ in ids if id_]
    uses = [one for text in drawings for one in ET.fromstring(text).iter(f"{SVG}use")]
    assert {name for use in uses for name in use.attrib if name.endswith("href")} == {
        "{http://www.w3.org/1999/xlink}href"
    }, "EPUB readers keep to SVG 1.1"
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["real", "toy"])
def test_drawings_are_small(name: str) -> None:
    sizes = {
        chart.title: len(gzip.compress(screen_svg(chart, "chart").encode()))
        for chart in charts_of(world(name))
    }
    assert max(sizes.values()) < 6000, sizes


@dataclass(frozen=True)
class Box:
    """The room that a line of words takes, in the widest of common fonts."""

    words: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: Box) -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def boxes(drawing: Drawing) -> Iterator[Box]:
    for group in drawing.root.findall(f"{SVG}g"):
        for text in group.iter(f"{SVG}text"):
            x, y = float(text.get("x", "")), float(text.get("y", ""))
            size = float(group.get("font-size", "0"))
            width = measure(
                text.text or "", size, "bold" if group.get("font-weight") == "700" else "normal"
            )
            anchor = group.get("text-anchor", "")
            left = {"end": x - width, "middle": x - width / 2}.get(anchor, x)
            yield Box(text.text or "", left, left + width, y - size * 0.8, y + size * 0.2)


def assert_nothing_is_cut_off(chart: Chart) -> None:
    drawing = Drawing(screen_svg(chart, "x"))
    height = float(drawing.root.get("viewBox", "").split()[3])
    found = sorted(boxes(drawing), key=lambda box: box.top)
    for place, box in enumerate(found):
        assert box.left >= -0.5, (chart.title, box)
        assert box.right <= SCREEN_WIDTH + 0.5, (chart.title, box)
        assert box.top >= -1, (chart.title, box)
        assert box.bottom <= height + 1, (chart.title, box)
        below = takewhile(lambda other, box=box: other.top < box.bottom, found[place + 1 :])
        assert not [other for other in below if box.meets(other)], (chart.title, box)


@pytest.mark.parametrize("name", ["real", "toy", "long"])
def test_nothing_is_cut_off_and_no_words_collide(name: str) -> None:
    series = long_series() if name == "long" else world(name)
    for chart in charts_of(series, every_seminar=name != "long"):
        assert_nothing_is_cut_off(chart)
        assert_shows_its_table(chart)


def test_long_segment_names_are_broken() -> None:
    long, short = Segment("a", "word " * 40, "role-carer"), Segment("b", "b", "role-artist")
    drawing = StackChart(("row",), (long, short), ((3, 1),), "people")
    chart = Chart("roles", "t", "f", "d", drawing, Table("t", "c", (), ()))
    drawn = Drawing(screen_svg(chart, "x"))
    assert squeezed("word" * 40 + ":3") in drawn.all_words()
    assert len(drawn.words()) > 3


def _range_chart(*bars: RangeBar) -> Chart:
    return Chart("attendance", "t", "f", "d", RangeChart(bars, "people"), Table("t", "c", (), ()))


def test_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import hashlib; from worlds import charts_of, world\n"
        "from seminarbook.draw.paper import screen_svg\n"
        "text = ''.join(screen_svg(c, 'x') for c in charts_of(world('toy')))\n"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "tests:."},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
