"""Built pages, read by the programs that read heads: extruct, and Zotero's rules."""

from __future__ import annotations

import json
import re
import struct
from functools import cache
from pathlib import Path
from typing import Any

import extruct
import feedparser
import pytest
import rispy
from lxml import html
from publish.conftest import ADDRESS, CHAPTER, TITLE
from publish.test_jsonld import checked

PAGES = (
    "book/index", CHAPTER, "book/seminars/01-sharing-soil", "book/across/who-came",
    "book/reference/people", "book/reference/data", "book/reference/references",
)  # fmt: skip


@cache
def _extracted(path: Path) -> dict[str, Any]:
    syntaxes = ["json-ld", "opengraph", "dublincore"]
    text = path.read_text("utf-8")
    found = extruct.extract(text, base_url=ADDRESS, syntaxes=syntaxes, uniform=False)
    return dict(found)


def extracted(site: Path, page: str) -> dict[str, Any]:
    return _extracted(site / f"{page}.html")


def graph(site: Path, page: str) -> list[dict[str, Any]]:
    (data,) = extracted(site, page)["json-ld"]
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


def metas(site: Path, page: str) -> list[tuple[str, str]]:
    tree = html.parse(site / f"{page}.html")
    return [
        (one.get("name") or one.get("property"), one.get("content"))
        for one in tree.iter("meta")
        if one.get("name") or one.get("property")
    ]


def zotero(site: Path, page: str) -> dict[str, Any]:
    """What Zotero's “Embedded Metadata” makes of a page, by its published order of preference.

    A Highwire tag names the type first of all, then Open Graph; the first tag of a name counts.
    """
    pairs = metas(site, page)
    first = dict(reversed(pairs))
    names = {name for name, _ in pairs}
    kind = "journalArticle"
    if names & {"citation_inbook_title", "citation_book_title"}:
        kind = "bookSection"
    elif "citation_journal_title" not in names and first.get("og:type") == "book":
        kind = "book"
    return {
        "itemType": kind,
        "title": first.get("citation_title"),
        "publicationTitle": first.get("citation_inbook_title"),
        "date": first.get("citation_publication_date"),
        "creators": [value for name, value in pairs if name == "citation_author"],
        "url": first.get("citation_public_url"),
        "language": first.get("citation_language"),
        "tags": [value for name, value in pairs if name == "citation_keywords"],
        "abstractNote": first.get("description"),
    }


@pytest.mark.parametrize("name", PAGES)
def test_every_page_tells_what_it_is(site: Path, name: str) -> None:
    pairs = metas(site, name)
    first = dict(reversed(pairs))
    tree = html.parse(site / f"{name}.html")
    assert 20 <= len(first["description"]) <= 160
    assert tree.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESS}{name}.html"]
    assert first["og:description"] == first["DC.description"] == first["description"]
    assert first["og:url"] == first["DC.identifier"] == f"{ADDRESS}{name}.html"
    assert first["DC.date"] == "2031-04-05"
    counts = {key: [one for one, _ in pairs].count(key) for key, _ in pairs}
    several = {key for key, count in counts.items() if count > 1 and key != "viewport"}
    assert several <= {"citation_keywords", "DC.subject"}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_a_card_of_the_right_size_with_words(site: Path, name: str) -> None:
    graph_ = dict(extracted(site, name)["opengraph"][0]["properties"])
    path = site / graph_["og:image"].removeprefix(ADDRESS)
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (1200, 630)
    assert graph_["og:title"] in graph_["og:image:alt"]
    assert len(data) < 60_000


def test_no_two_pages_share_a_card(site: Path) -> None:
    cards = [
        dict(extracted(site, name)["opengraph"][0]["properties"])["og:image"] for name in PAGES
    ]
    assert len(set(cards)) == len(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_dublin_core_is_read(site: Path, name: str) -> None:
    (record,) = extracted(site, name)["dublincore"]
    names = {element["name"].lower() for element in record["elements"]}
    wanted = {"dc.title", "dc.creator", "dc.date", "dc.language", "dc.identifier", "dc.rights"}
    assert wanted <= names


@pytest.mark.parametrize("name", PAGES)
def test_json_ld_is_valid_and_its_ids_are_found(site: Path, name: str) -> None:
    nodes = graph(site, name)
    for node in nodes:
        checked(node)
    ids = {node["@id"] for one in PAGES for node in graph(site, one)}
    text = json.dumps(nodes)
    referred = set(re.findall(r'\{"@id": "([^"]+)"\}', text))
    assert referred <= ids


def test_the_title_page_tells_of_the_book_and_of_the_series(site: Path) -> None:
    book, series = graph(site, "book/index")
    assert (book["@type"], series["@type"]) == ("Book", "EventSeries")
    assert len(book["hasPart"]) == len(PAGES) + 1
    assert book["datePublished"] == "2031-04-05"
    assert len(series["subEvent"]) == 3


def test_a_seminars_chapter_tells_of_the_seminar(site: Path) -> None:
    chapter, event = graph(site, CHAPTER)
    assert (chapter["@type"], event["@type"]) == ("Chapter", "Event")
    assert chapter["name"] == TITLE
    assert chapter["about"] == {"@id": event["@id"]}
    assert event["superEvent"] == {"@id": f"{ADDRESS}book/index.html#series"}


def test_the_page_about_the_data_tells_of_files_that_are_there(site: Path) -> None:
    _, dataset = graph(site, "book/reference/data")
    assert dataset["@type"] == "Dataset"
    addresses = [one["contentUrl"] for one in dataset["distribution"]]
    assert f"{ADDRESS}data/people.csv" in addresses
    assert all((site / address.removeprefix(ADDRESS)).is_file() for address in addresses)


def test_zotero_makes_a_chapter_of_a_chapter(site: Path) -> None:
    assert zotero(site, CHAPTER) == {
        "itemType": "bookSection",
        "title": TITLE,
        "publicationTitle": "Gardens for everyone: three toy seminars",
        "date": "2031/04/05",
        "creators": ["The garden team"],
        "url": f"{ADDRESS}{CHAPTER}.html",
        "language": "en",
        "tags": ["gardens", "</script>"],
        "abstractNote": "People took turnips home, and a song.",
    }


def test_zotero_makes_a_book_of_the_title_page(site: Path) -> None:
    found = zotero(site, "book/index")
    assert (found["itemType"], found["publicationTitle"]) == ("book", None)


def test_a_hostile_title_ends_nothing(site: Path) -> None:
    text = (site / f"{CHAPTER}.html").read_text("utf-8")
    tree = html.fromstring(text)
    scripts = [one for one in tree.iter("script") if one.get("type") == "application/ld+json"]
    assert len(scripts) == 1
    assert TITLE in json.dumps(graph(site, CHAPTER), ensure_ascii=False).replace('\\"', '"')
    assert "</script><!--" not in text


@pytest.mark.parametrize("name", PAGES)
def test_files_that_the_head_names_stand_beside_the_page(site: Path, name: str) -> None:
    tree = html.parse(site / f"{name}.html")
    files = tree.xpath("//link[@rel='describedby']/@href")
    assert len(files) == 3
    assert all((site / file.removeprefix(ADDRESS)).is_file() for file in files)


def test_a_chapter_says_how_to_cite_it_in_words_and_files(site: Path) -> None:
    tree = html.parse(site / f"{CHAPTER}.html")
    (block,) = tree.xpath("//div[contains(@class, 'cite-this')]")
    assert "The garden team (2031). “Seminar 3: Harvest" in block.text_content()
    labels = [summary.text for summary in block.iter("summary")]
    assert labels == ["BibTeX", "RIS", "CSL-JSON"]
    shown = [pre.text for pre in block.iter("pre")]
    links = [site / Path(CHAPTER).parent / link for link in block.xpath(".//li/a/@href")]
    assert [path.read_text("utf-8") for path in links] == shown
    assert rispy.loads(shown[1])[0]["title"] == TITLE


def test_the_edition_stands_on_every_page(site: Path) -> None:
    for page in (*PAGES, "search", "404"):
        assert "Edition of 5 April 2031" in (site / f"{page}.html").read_text("utf-8")


def test_a_pdf_is_named_only_where_the_build_has_made_it(site: Path) -> None:
    from seminarbook.build.assembly import fill_in

    text = (site / f"{CHAPTER}.html").read_text("utf-8")
    name = "gardens-03-harvest.pdf"
    claim = f'<meta name="citation_pdf_url" content="{ADDRESS}files/{name}">'
    assert f"<!--file {name} {claim}-->" in text
    assert "citation_pdf_url" not in fill_in(text, {})
    assert claim in fill_in(text, {name: 1})
    assert "<!--file" not in fill_in(text, {name: 1})


def test_an_old_address_leads_to_the_page(site: Path) -> None:
    page = (site / "book/seminars/03-turnips.html").read_text("utf-8")
    assert 'content="0; url=03-harvest.html"' in page
    assert html.fromstring(page).findtext(".//title") == TITLE


def test_the_site_has_its_feed_and_maps(site: Path) -> None:
    read = feedparser.parse((site / "feed.xml").read_bytes())
    assert not read.bozo
    assert len(read.entries) == 1 + len(PAGES) + 1
    assert all((site / one.link.removeprefix(ADDRESS)).is_file() for one in read.entries)
    assert (site / "sitemap.xml").read_text("utf-8").count("<loc>") == len(PAGES) + 2
    assert (site / "robots.txt").is_file()
    assert (site / "humans.txt").is_file()
    assert (site / ".nojekyll").is_file()
