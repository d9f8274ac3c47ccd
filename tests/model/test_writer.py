"""Writing data files, and reading back what was written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import BASE, Read
from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from seminarbook.model.column_types import split_list
from seminarbook.model.order import ordered
from seminarbook.model.partial_date import PartialDate
from seminarbook.model.reader import read_series
from seminarbook.model.records import RECORD_CLASSES, Figure, Post
from seminarbook.model.writer import canonical_text, write_series

ROOT = Path(__file__).parents[2]


def is_plain(text: str) -> bool:
    """Whether a text may stand in a cell as it is."""
    return text == text.strip() != ""


PLAIN = st.text(alphabet='ab,;"\n é’€𝒳-0=', min_size=1, max_size=12).filter(is_plain)
DATES = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
NUMBERS = st.decimals(-(10**9), 10**9, places=3, allow_nan=False)


@st.composite
def posts(draw: st.DrawFn) -> Post:
    return Post(
        id=draw(st.text(alphabet="abc129", min_size=1, max_size=5)),
        order=draw(st.integers(1, 999)),
        date=draw(st.none() | DATES),
        date_note=draw(st.none() | PLAIN),
        title=draw(PLAIN),
        authors=draw(st.none() | st.permutations(("ada-quill", "bo-finch")).map(tuple)),
        author_note=None,
        url=draw(st.none() | st.just("https://example.org/a,b")),
        seminar=draw(st.none() | st.just("s2")),
        about=draw(PLAIN),
        source=("log", "diary"),
        locator=draw(PLAIN),
        note=draw(st.none() | PLAIN),
    )


@pytest.fixture(scope="module")
def shared_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(BASE, tmp_path_factory.mktemp("written") / "book")


@examples(30)
@given(rows=st.lists(posts(), max_size=4, unique_by=lambda post: post.id))
def test_what_is_written_is_read_back(shared_book: Path, rows: list[Post]) -> None:
    in_order = ordered({"posts": rows})["posts"]
    path = shared_book / "data" / "posts.csv"
    path.write_text(canonical_text(Post, in_order), encoding="utf-8", newline="")
    bibliography = shared_book / "book" / "references.bib"
    reading = read_series(shared_book / "data", bibliography, root=shared_book)
    assert reading.problems == ()
    assert reading.series is not None
    assert [row.model_dump() for row in reading.series.posts] == [
        row.model_dump() for row in in_order
    ]


@given(NUMBERS)
def test_numbers_are_written_plainly(value: object) -> None:
    fields = dict.fromkeys(Figure.columns())
    fields |= {"id": "a", "value": value, "qualifier": "about", "unit": "kites"}
    fields |= {"counts": "kites", "reported_by": "x", "source": ("log",), "locator": "p"}
    row = Figure.model_validate(fields)
    cell = canonical_text(Figure, [row]).splitlines()[1].split(",")[1]
    assert "E" not in cell
    assert Figure.model_validate({**fields, "value": cell}).value == value


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests" / "toy", BASE], ids=["book", "toy", "base"])
def test_the_files_we_keep_are_written_back_byte_for_byte(root: Path) -> None:
    bibliography = root / "book" / "references.bib"
    reading = read_series(root / "data", bibliography, root=root)
    assert reading.problems == ()
    assert reading.series is not None
    for record in RECORD_CLASSES:
        path = root / "data" / f"{record.file}.csv"
        if path.exists():
            written = canonical_text(record, reading.series.rows(record.file))
            assert path.read_bytes() == written.encode()


def test_only_what_changes_is_written(book: Path, read: Read) -> None:
    talks = book / "data" / "talks.csv"
    canonical = talks.read_bytes()
    talks.write_bytes(b"\xef\xbb\xbf" + canonical.replace(b"\n", b"\r\n"))
    series = read(book).series
    assert series is not None
    assert write_series(series, book / "data") == (talks,)
    assert talks.read_bytes() == canonical
    assert write_series(series, book / "data") == ()
    assert sorted(path.suffix for path in (book / "data").iterdir()) == [".csv"] * 13


def test_a_link_stays_a_link(book: Path, read: Read) -> None:
    talks = book / "data" / "talks.csv"
    talks.rename(book / "talks-elsewhere.csv")
    talks.symlink_to("../talks-elsewhere.csv")
    text = talks.read_text()
    talks.write_text(text + "\n")
    series = read(book).series
    assert series is not None
    write_series(series, book / "data")
    assert talks.is_symlink()
    assert talks.read_text() == text


def test_lists_are_written_with_one_separator() -> None:
    assert split_list(" a ;b;; c ") == ("a", "b", "c")
