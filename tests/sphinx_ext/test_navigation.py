"""The list of chapters is the one that furo and Sphinx would have made, page by page."""

from __future__ import annotations

import posixpath
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html
from sphinx.application import Sphinx

from seminarbook.build.project import Project
from seminarbook.build.sphinx_run import sphinx_app
from tests.copies import TOY, copy_of


@dataclass(frozen=True)
class Seen:
    """What a list of chapters shows: captions, links with their depth, and where one is."""

    captions: list[str]
    links: list[tuple[int, str, str]]
    branch: list[str]


def seen(text: str, page: str, current: str) -> Seen:
    """The list as a reader sees it; ``current`` finds the links of the current branch."""
    tree = html.fragment_fromstring(text, create_parent=True)
    for sections in tree.xpath("//div[@class='here']"):
        sections.drop_tree()
    folder = posixpath.dirname(page)

    def target(link: Any) -> str:
        href = link.get("href")
        return page if href == "#" else posixpath.normpath(posixpath.join(folder, href))

    return Seen(
        [one.text_content() for one in tree.xpath("//h3 | //p[@class='caption']")],
        [
            (len(link.xpath("ancestor::ul")), target(link), link.text_content())
            for link in tree.xpath("//li/a")
        ],
        [target(link) for link in tree.xpath(current)],
    )


def test_every_page_has_the_links_and_the_branch_that_furo_would_show(tmp_path: Path) -> None:
    root = copy_of(TOY, tmp_path / "book")
    toc = root / "_toc.yml"
    inner = "02-hedges-and-paths\n        sections:\n          - file: book/seminars/03-harvest"
    text = toc.read_text(encoding="utf-8")
    text = text.replace("      - file: book/seminars/03-harvest\n", "")
    toc.write_text(text.replace("02-hedges-and-paths", inner), encoding="utf-8")
    theirs: dict[str, str] = {}

    def keep(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: object) -> None:
        made: Callable[..., str] = context["toctree"]
        # The options are furo's own.
        theirs[page] = made(collapse=False, titles_only=True, maxdepth=-1, includehidden=True)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        project = Project(root)
        with sphinx_app(project, "html", project.build / "html") as (app, _):
            app.connect("html-page-context", keep, priority=1)
            app.build()
            pages = sorted(app.env.found_docs)
            ours = {page: (Path(app.outdir) / f"{page}.html").read_text("utf-8") for page in pages}
    assert len(pages) > 5
    for page in pages:
        address = f"{page}.html"
        nav = html.document_fromstring(ours[page]).xpath("//nav[@id='contents']")[0]
        shown = seen(
            html.tostring(nav, encoding="unicode"),
            address,
            "//a[@aria-current]/ancestor::li/a",
        )
        wanted = seen(theirs[page], address, "//li[contains(@class, 'current')]/a")
        assert shown.captions == wanted.captions
        assert [one for one in shown.links if one[1] != "book/index.html"] == wanted.links
        if page != "book/index":
            assert shown.branch == wanted.branch
            assert shown.branch[-1] == address
