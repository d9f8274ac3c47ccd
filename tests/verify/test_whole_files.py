"""A file that was cut off or overwritten while it was made is seen before it is published."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from seminarbook.verify.data import check_data_folder, check_data_zip
from seminarbook.verify.epub import check_epub
from seminarbook.verify.listings import check_listings
from seminarbook.verify.reading import Reading
from seminarbook.verify.tree import files_of
from seminarbook.verify.whole_files import check_whole_files as rules


def check_whole_files(folder: Path) -> tuple[str, ...]:
    return rules(files_of(folder), Reading())


def _zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "text " * 400)
    return made.getvalue()


def _png() -> bytes:
    made = io.BytesIO()
    Image.effect_noise((40, 40), 80).save(made, "png")
    return made.getvalue()


WHOLE = {
    "a.json": json.dumps({"a": [1, 2]}).encode(),
    "a.xml": b"<a><b>text</b></a>",
    "a.csv": b'a,b\n1,"2\n3"\n',
    "a.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "a.txt": "é\n".encode(),
    "a.png": _png(),
    "a.zip": _zip(),
    "a.epub": _zip(),
}


def test_whole_files_have_no_fault(tmp_path: Path) -> None:
    for name, data in WHOLE.items():
        (tmp_path / name).write_bytes(data)
    assert check_whole_files(tmp_path) == ()


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("how", ["half", "last", "middle"])
def test_a_damaged_file_is_named(tmp_path: Path, name: str, how: str) -> None:
    data, middle = WHOLE[name], len(WHOLE[name]) // 2
    damaged = {
        "half": data[: len(data) * 2 // 3],
        "last": data[:-12] if name.endswith(".png") else data[:-1],
        "middle": data[:middle] + b"\xff\x00" + data[middle + 2 :],
    }
    (tmp_path / name).write_bytes(damaged[how])
    (found,) = check_whole_files(tmp_path)
    assert found.startswith(f"{name}: is damaged ")


def test_a_link_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/etc/hostname")
    assert check_whole_files(tmp_path) == ("a.txt: is a link, not a file",)


def test_archives_with_damaged_contents_are_refused_in_words(tmp_path: Path) -> None:
    data = _zip()
    for place in range(30, len(data) - 1):
        damaged = data[:place] + bytes([data[place] ^ 255]) + data[place + 1 :]
        for check in (check_data_zip, lambda path: check_epub(path, pages=0)):
            path = tmp_path / "a.zip"
            path.write_bytes(damaged)
            assert all(fault.startswith("a.zip: ") for fault in check(path))


def test_the_data_of_site_and_package_agree(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    archive = tmp_path / "a-data.zip"
    archive.write_bytes(_zip())
    assert check_data_folder(archive, folder) == ("data/a.txt: is not as in a-data.zip",)
    (folder / "a.txt").write_text("text " * 400, encoding="utf-8")
    assert check_data_folder(archive, folder) == ()
    (folder / "a.txt").write_text("text", encoding="utf-8")
    assert check_data_folder(archive, folder) == ("data/a.txt: is not as in a-data.zip",)


FEED = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
ENTRY = '<entry><link href="https://example.org/{}"/></entry>'
MAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
PLACE = "<url><loc>https://example.org/{}</loc></url>"
FRONT, CHAPTERS = (
    "https://example.org/",
    frozenset({"https://example.org/a", "https://example.org/b"}),
)


def _listings(folder: Path, feed: list[str], places: list[str]) -> tuple[str, ...]:
    (folder / "feed.xml").write_text(FEED.format("".join(map(ENTRY.format, feed))), "utf-8")
    (folder / "sitemap.xml").write_text(MAP.format("".join(map(PLACE.format, places))), "utf-8")
    return check_listings(folder, FRONT, CHAPTERS)


def test_feed_and_map_name_every_page(tmp_path: Path) -> None:
    assert _listings(tmp_path, ["a", "b"], ["", "a", "b"]) == ()
    assert _listings(tmp_path, ["", "a", "b"], ["", "a", "b"]) == ()
    assert _listings(tmp_path, ["a"], ["a", "b", "c"]) == (
        "feed.xml: does not name https://example.org/b",
        "sitemap.xml: does not name https://example.org/",
        "sitemap.xml: names https://example.org/c, which is no page",
    )


def test_listings_that_are_missing_or_damaged(tmp_path: Path) -> None:
    assert check_listings(tmp_path, FRONT, CHAPTERS) == (
        "feed.xml: is missing",
        "sitemap.xml: is missing",
    )
    (tmp_path / "feed.xml").write_text("<feed>", encoding="utf-8")
    assert any(
        one.startswith("feed.xml: is damaged") for one in check_listings(tmp_path, FRONT, CHAPTERS)
    )
