"""The link at the end of each page that leads to where its source can be changed."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from lxml import html
from sphinx.errors import ConfigError

from tests.builds import build
from tests.copies import REAL, TOY, copy_of
from tests.sphinx_ext.conftest import Book

KEY = "seminarbook_edit_url"
ADDRESS = "https://example.org/team/garden/edit/main/"


def toy(place: Path, pattern: str) -> Path:
    """The invented book with the key set."""
    root = copy_of(TOY, place)
    settings = root / "_config.yml"
    config = yaml.safe_load(settings.read_text(encoding="utf-8"))
    config["sphinx"]["config"][KEY] = pattern
    settings.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return root


@pytest.mark.book
def test_each_page_leads_to_its_own_source(tmp_path: Path) -> None:
    root = toy(tmp_path / "book", ADDRESS + "{path}")
    out, said = build(root)
    assert said == ()
    seen = set()
    for path in sorted(out.glob("book/**/*.html")):
        page = html.parse(path).getroot()
        (link,) = page.cssselect("main .edit-link a")
        assert link.text_content() == "Suggest a change to this page"
        source = link.get("href").removeprefix(ADDRESS)
        assert (root / source).is_file(), source
        assert source == path.relative_to(out).with_suffix(".md").as_posix()
        seen.add(source)
    assert seen == {path.relative_to(root).as_posix() for path in root.glob("book/**/*.md")}
    for name in ("search.html", "404.html"):
        assert not html.parse(out / name).getroot().cssselect(".edit-link"), "it has no source"


@pytest.mark.parametrize("pattern", ["https://example.org/edit", "example.org/{path}", "{path}"])
def test_an_address_that_leads_nowhere_is_refused(book: Book, pattern: str) -> None:
    book.write()
    with pytest.raises(ConfigError, match=KEY), book.app(**{KEY: pattern}):
        pass


def test_the_settings_say_what_to_write() -> None:
    text = (REAL / "_config.yml").read_text(encoding="utf-8")
    comment = text[: text.index(f"    {KEY}:")].rpartition("\n    #")[0]
    assert "https://github.com/OWNER/PROJECT/edit/main/{path}" in comment
