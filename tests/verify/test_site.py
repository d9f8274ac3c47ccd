"""The verifier finds whatever is missing, empty, dead or foreign in a built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from seminarbook.verify import site as rules
from seminarbook.verify.expectation import Expectation
from seminarbook.verify.reading import Findings, Reading
from seminarbook.verify.tree import files_of

PAGE = """<!doctype html><html lang="en"><head><title>t</title>{head}</head>
<body><h1 id="top">t</h1>{body}</body></html>
"""
CHART = '<svg class="chart-drawing" role="img"></svg>'
EXPECTED = Expectation(pages={"index.html": 1, "part/two.html": 0}, tables={"index.html": 0})
ADDRESS = "https://example.org/book/"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "part").mkdir()
    links = '<a href="part/two.html#top">two</a> <a href="https://example.org/">out</a>'
    _write(tmp_path, "index.html", CHART + links)
    _write(tmp_path, "part/two.html", '<a href="../index.html">back</a> <a href="#top">up</a>')
    return tmp_path


def check_site(site: Path, expected: Expectation, address: str = "") -> tuple[str, ...]:
    return rules.check_site(files_of(site), expected, Reading(address))


def _write(site: Path, name: str, body: str, head: str = "") -> None:
    (site / name).write_text(PAGE.format(body=body, head=head), encoding="utf-8")


def test_a_whole_site_has_no_fault(site: Path) -> None:
    assert check_site(site, EXPECTED) == ()


def test_what_was_read_before_hides_no_fault(site: Path) -> None:
    before = Findings()

    def check() -> tuple[str, ...]:
        nonlocal before
        reading = Reading("", before)
        before = reading.found
        return rules.check_site(files_of(site), EXPECTED, reading)

    whole = (site / "part/two.html").read_text(encoding="utf-8")
    assert check() == ()
    (site / "part/two.html").write_text("<p>", encoding="utf-8")
    faults = (
        "index.html: the link to part/two.html#top leads to a place that is not on that page",
        "part/two.html: ends before its end: it was cut off",
    )
    assert check() == faults
    assert check() == faults
    (site / "part/two.html").write_text(whole, encoding="utf-8")
    assert check() == ()
    (site / "index.html").unlink()
    assert "index.html: is missing" in check()


def test_a_menu_that_all_pages_have_is_followed_from_each_folder(site: Path) -> None:
    menu = '<nav><a href="two.html">two</a> <a href="../index.html">up</a></nav>'
    _write(site, "part/two.html", '<a href="../index.html">back</a>' + menu)
    _write(site, "index.html", CHART + menu)
    assert check_site(site, EXPECTED) == (
        "index.html: the link to ../index.html leads nowhere",
        "index.html: the link to two.html leads nowhere",
    )


def test_a_missing_page(site: Path) -> None:
    (site / "part/two.html").unlink()
    assert check_site(site, EXPECTED) == (
        "index.html: the link to part/two.html#top leads nowhere",
        "part/two.html: is missing",
    )


def test_an_empty_file(site: Path) -> None:
    (site / "style.css").touch()
    assert check_site(site, EXPECTED) == ("style.css: is empty",)


def test_a_page_that_was_cut_off(site: Path) -> None:
    whole = (site / "part/two.html").read_text(encoding="utf-8")
    (site / "part/two.html").write_text(whole[:-20], encoding="utf-8")
    assert "part/two.html: ends before its end: it was cut off" in check_site(site, EXPECTED)


def test_a_missing_chart(site: Path) -> None:
    _write(site, "index.html", '<a href="part/two.html">two</a>')
    assert check_site(site, EXPECTED) == ("index.html: 0 charts are drawn, 1 are expected",)


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="../none.html">x</a>', "the link to ../none.html leads nowhere"),
        ('<a href="../../out.html">x</a>', "the link to ../../out.html leads nowhere"),
        (
            '<a href="../index.html#none">x</a>',
            "the link to ../index.html#none leads to a place that is not on that page",
        ),
        ('<p id="top">x</p>', "the id “top” stands twice"),
        ('<img src="gone.svg" alt="">', "the link to gone.svg leads nowhere"),
        (
            '<img src="https://example.org/x.png" alt="">',
            "loads https://example.org/x.png from another site",
        ),
        (
            '<script src="//example.org/x.js"></script>',
            "loads //example.org/x.js from another site",
        ),
        ('<span class="problematic">x</span>', "shows a mark of a problem: x"),
    ],
)
def test_a_fault_on_a_page(site: Path, body: str, fault: str) -> None:
    _write(site, "part/two.html", body)
    assert check_site(site, EXPECTED) == (f"part/two.html: {fault}",)


def test_an_offer_that_is_hidden_need_not_lead_anywhere(site: Path) -> None:
    offer = '<li{} data-file="book.pdf"><a href="../files/book.pdf">PDF</a></li>'
    _write(site, "part/two.html", offer.format(' hidden=""'))
    assert check_site(site, EXPECTED) == ()
    _write(site, "part/two.html", offer.format(""))
    assert check_site(site, EXPECTED) == (
        "part/two.html: the link to ../files/book.pdf leads nowhere",
    )


def test_a_style_sheet_from_elsewhere(site: Path) -> None:
    _write(site, "part/two.html", "", '<link rel="stylesheet" href="https://example.org/x.css">')
    assert check_site(site, EXPECTED) == (
        "part/two.html: loads https://example.org/x.css from another site",
    )


def test_a_missing_table(site: Path) -> None:
    expected = Expectation(pages={}, tables={"index.html": 2})
    assert check_site(site, expected) == ("index.html: 0 tables are shown, 2 are expected",)


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="describedby" href="https://example.org/book/{}">',
        '<meta property="og:image" content="https://example.org/book/{}">',
        '<script type="application/ld+json">{{"url": "https://example.org/book/{}"}}</script>',
    ],
)
def test_what_a_head_tells_machines_is_there(site: Path, head: str) -> None:
    _write(site, "part/two.html", "", head.format("index.html#a-name"))
    assert check_site(site, EXPECTED, ADDRESS) == ()
    _write(site, "part/two.html", "", head.format("gone.png"))
    assert check_site(site, EXPECTED, ADDRESS) == (
        "part/two.html: the link to https://example.org/book/gone.png leads nowhere",
    )


@pytest.mark.parametrize("name", ["data-script", "data-bundle"])
def test_what_a_script_would_fetch_is_there(site: Path, name: str) -> None:
    _write(site, "part/two.html", f'<button {name}="chart.js">x</button>')
    assert check_site(site, EXPECTED) == ("part/two.html: the link to chart.js leads nowhere",)
