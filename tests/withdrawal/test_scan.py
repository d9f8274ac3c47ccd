"""The scan sees a name however a file holds it, and takes no other word for it."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from pathlib import Path

import pytest
import typst

from seminarbook.withdrawal.identity import identity_of
from seminarbook.withdrawal.scan import Wanted, scan
from tests.withdrawal.test_phrases import PEOPLE, ZOE
from tests.workbooks import workbook

WANTED = Wanted(
    identity_of(ZOE, PEOPLE), frozenset({"s6-marsh"}), frozenset({"https://example.org/wet"})
)


def pdf(body: str) -> bytes:
    return bytes(typst.compile(f'#set document(title: "x")\n{body}'.encode(), format="pdf"))


def archive(inner: str, contents: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr(inner, contents)
    return made.getvalue()


HOLD_IT = {
    "plain.txt": b"Zoe Marsh",
    "entity.html": b"<p>Zo&euml;&nbsp;<b>M&auml;rsh</b></p>",
    "attribute.html": b'<a href="people.html#person-zoe-marsh">x</a>',
    "family.html": b"<p>MARSH</p>",
    "escaped.json": json.dumps({"name": "Zoë Märsh"}).encode(),
    "index.js": b'Search.setIndex({"terms":{"marsh":[1]}})',
    "percent.xml": b"<loc>https://example.org/Zo%C3%AB%20M%C3%A4rsh</loc>",
    "soft.html": "<p>Zoë Mär\u00adsh</p>".encode(),
    "id.csv": b"id,title\ns6-marsh,x\n",
    "link.xml": b"<link>https://example.org/wet</link>",
    "wide.txt": "by Zoë Märsh".encode("utf-16"),
    "map.xml.gz": gzip.compress(b"Zoe Marsh"),
    "objects.inv": b"# Sphinx inventory version 2\n# zlib.\n" + zlib.compress(b"person-zoe-marsh"),
    "book.epub": archive("page.xhtml", b"<p>Zoe Marsh</p>"),
    "names.zip": archive("zoe-marsh.csv", b"nothing"),
    "nested.zip": archive("book.epub", archive("page.xhtml", b"<p>Zoe Marsh</p>")),
    "page.pdf": pdf("We heard Zoë *Märsh* speak."),
    "title.pdf": pdf('#set document(author: "Zoë Märsh")\nNothing.'),
    "bookmark.pdf": pdf("#show heading: [Nothing]\n= Zoë Märsh"),
    "link.pdf": pdf('#link("https://example.org/wet")[Nothing]'),
    "zoe-marsh.svg": b"<svg/>",
}
DO_NOT = {
    "other.html": "<p>Märsh Bell, and Marshall</p>".encode(),
    "code.html": b"<p>s6-marshes</p>",
    "_static/scripts/x.js": b"var marsh = 1;",
    "page.pdf": pdf("We heard Märsh Bell."),
}


@pytest.mark.parametrize("name", HOLD_IT)
def test_the_name_is_found(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(HOLD_IT[name])
    assert scan(tmp_path, WANTED), name


@pytest.mark.parametrize("name", DO_NOT)
def test_other_words_are_not(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(DO_NOT[name])
    found = scan(tmp_path, Wanted(WANTED.identity, WANTED.words, WANTED.addresses, False))
    assert found == ()


def test_a_workbook_is_looked_into(tmp_path: Path) -> None:
    workbook(tmp_path / "data.xlsx", people=[["id"], ["zoe-marsh"]])
    found = {trace.path for trace in scan(tmp_path, WANTED)}
    assert found
    assert all(path.startswith("data.xlsx/xl/") for path in found)


def test_a_word_broken_over_two_lines_of_a_pdf(tmp_path: Path) -> None:
    narrow = "#block(width: 2.4em)[Zoë Mär\N{SOFT HYPHEN}sh]"
    (tmp_path / "narrow.pdf").write_bytes(pdf(narrow))
    assert scan(tmp_path, WANTED)
