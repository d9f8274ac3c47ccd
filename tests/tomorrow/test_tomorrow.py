"""The book outlives Jupyter Book 1: current Sphinx builds the same pages, without a warning.

``make tomorrow`` sets up an environment with the newest Sphinx, myst-nb, sphinx-external-toc and
furo, and names its Python in ``SEMINARBOOK_TOMORROW``; without that nothing here runs. Today's
environment makes ``conf.py`` with ``jupyter-book config sphinx`` and builds the book to compare
with. The one thing taken out of that ``conf.py`` is the extension ``jupyter_book`` itself.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from copies import REAL, copy_of
from lxml import html

TOMORROW = os.environ.get("SEMINARBOOK_TOMORROW", "")
pytestmark = pytest.mark.skipif(not TOMORROW, reason="make tomorrow runs this")
# What shows that a page is whole, and how many of it a page may have.
COUNTED = ("table", "svg", "figure", "section", "h1", "h2", "h3", "li", "a", "cite", "details")


def _run(words: list[str], at: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(REAL), "SOURCE_DATE_EPOCH": "1767225600"}
    done = subprocess.run(
        words, cwd=at, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    assert "WARNING" not in done.stderr, done.stderr


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site as it is built today, and as it will be."""
    root = copy_of(REAL, tmp_path_factory.mktemp("tomorrow") / "book")
    config = "from jupyter_book.cli.main import main; main()"
    _run([sys.executable, "-c", config, "config", "sphinx", "."], root)
    conf = root / "conf.py"
    text = conf.read_text(encoding="utf-8")
    assert "'jupyter_book', " in text
    conf.write_text(text.replace("'jupyter_book', ", ""), encoding="utf-8")
    made = []
    for name, python in (("today", sys.executable), ("tomorrow", TOMORROW)):
        out = root / "_build" / name
        words = [python, "-m", "sphinx", "-n", "-W", "--keep-going", "-q", "-b", "html"]
        _run([*words, "-d", str(out / "doctrees"), ".", str(out / "html")], root)
        made.append(out / "html")
    return made[0], made[1]


def _pages(site: Path) -> dict[str, html.HtmlElement]:
    return {
        path.relative_to(site).as_posix(): html.parse(str(path)).getroot()
        for path in sorted(site.rglob("*.html"))
    }


def _words(page: html.HtmlElement) -> str:
    articles = page.xpath("//article") or page.xpath("//body")
    for skipped in articles[0].xpath(".//script | .//style | .//*[@data-size]"):
        skipped.text = ""
    return re.sub(r"\s+", " ", articles[0].text_content()).strip()


def test_it_is_the_newest_sphinx() -> None:
    command = [TOMORROW, "-c", "import sphinx; print(sphinx.version_info[0])"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(done.stdout) >= 9


def test_the_same_pages_say_the_same(sites: tuple[Path, Path]) -> None:
    today, tomorrow = map(_pages, sites)
    assert sorted(today) == sorted(tomorrow)
    differ = [name for name in today if _words(today[name]) != _words(tomorrow[name])]
    assert differ == []


def test_the_same_pages_hold_the_same(sites: tuple[Path, Path]) -> None:
    today, tomorrow = map(_pages, sites)

    def count(page: html.HtmlElement) -> Counter[str]:
        return Counter(str(one.tag) for one in page.iter(*COUNTED))

    assert {name: count(page) for name, page in today.items()} == {
        name: count(page) for name, page in tomorrow.items()
    }


def test_the_same_files_are_offered(sites: tuple[Path, Path]) -> None:
    today, tomorrow = (
        {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        for site in sites
    )
    # What Sphinx and its extensions bring along for their own pages changes with them.
    theirs = re.compile(r"_static/(?!cards/|charts/|book|chart|search)|\.buildinfo|_sources/")
    assert {name for name in today ^ tomorrow if not theirs.match(name)} == set()


def test_data_and_feed_are_the_same_bytes(sites: tuple[Path, Path]) -> None:
    today, tomorrow = sites
    kept = [path for name in ("data", "_downloads") for path in (today / name).rglob("*")]
    for path in [*kept, today / "feed.xml", today / "sitemap.xml"]:
        if path.is_file():
            assert path.read_bytes() == (tomorrow / path.relative_to(today)).read_bytes(), path.name
