"""What a build need not load: what it never calls, and what made things that stand already."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from builds import build_command
from copies import TOY, copy_of

from seminarbook.sphinx_ext.quick.absent import spared

DRAWING = {"matplotlib", "plotly"}
# What runs notebooks and keeps their outputs, asks other sites, takes apart pages and style
# sheets, and makes calendars, feeds and PDF files.
IDLE = {
    "IPython", "bs4", "feedgen", "icalendar", "jupyter_cache", "jupyter_client",
    "nbclient", "pikepdf", "requests", "sqlalchemy", "tinycss2", "urllib3",
}  # fmt: skip
SAY = f"""
import atexit
atexit.register(lambda: print("loaded:", *sorted({DRAWING | IDLE} & set(sys.modules))))
"""
HARMLESS = {"extensions": ["myst_nb", "seminarbook"], "nb_execution_mode": "off"}


@pytest.mark.book
def test_an_unchanged_book_needs_no_drawing_library_in_any_format(tmp_path: Path) -> None:
    root = copy_of(TOY, tmp_path / "toy")
    first, second = (
        set(build_command(root, before=SAY).stdout.splitlines()[-1].split()) for _ in range(2)
    )
    assert first >= DRAWING
    assert second & DRAWING == set()
    idle = set(build_command(root, "html", before=SAY).stdout.splitlines()[-1].split())
    assert idle == {"loaded:"}


def test_a_stand_in_is_gone_when_sphinx_has_started(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "bs4"]:
        monkeypatch.delitem(sys.modules, name)
    with spared(HARMLESS):
        from bs4 import BeautifulSoup

        assert not hasattr(sys.modules["bs4"], "__file__")
    assert "bs4" not in sys.modules
    # Whoever got hold of one of its names gets what it stands for.
    assert BeautifulSoup("<p>text</p>", "html.parser").p.text == "text"
    assert sys.modules["bs4"].__file__


@pytest.mark.parametrize(
    "settings",
    [
        {**HARMLESS, "extensions": ["myst_nb", "sphinx.ext.intersphinx"]},
        {**HARMLESS, "nb_execution_mode": "cache"},
    ],
    ids=["an extension nobody knows", "notebooks run by myst-nb"],
)
def test_what_may_be_called_is_left_alone(
    settings: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "bs4"]:
        monkeypatch.delitem(sys.modules, name)
    with spared(settings):
        import bs4

        assert bs4.__file__
