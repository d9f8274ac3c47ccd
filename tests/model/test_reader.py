"""Reading never fails, and takes time in proportion to what there is to read."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

import pytest
from conftest import BASE, Read
from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from seminarbook.model.reader import Reading, read_series
from seminarbook.problems import FAULTS, format_problem

FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*.[cb][si][vb]"))
ODD = [b"\x00", b'"', b",", b"\n", b"\r", b";", b"{", b"}", b"\xff", b"\xe2\x80\xae", b"\xc2"]
BITE = st.tuples(st.integers(0, 2_000), st.integers(0, 12), st.sampled_from(ODD) | st.binary())


@pytest.fixture(scope="module")
def shared_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(BASE, tmp_path_factory.mktemp("spoilt") / "book")


def read_spoilt(root: Path, name: str, data: bytes) -> Reading:
    path = root / name
    before = path.read_bytes()
    path.write_bytes(data)
    try:
        return read_series(root / "data", root / "book" / "references.bib", root=root)
    finally:
        path.write_bytes(before)


def assert_makes_sense(reading: Reading) -> None:
    has_error = any(problem.severity == "error" for problem in reading.problems)
    assert (reading.series is None) == has_error
    assert list(reading.problems) == sorted(set(reading.problems))
    for problem in reading.problems:
        assert problem.code in FAULTS
        assert "\n" not in format_problem(problem)
        assert problem.line >= (1 if problem.column else 0)


@examples(40)
@given(name=st.sampled_from(FILES), data=st.binary(max_size=300))
def test_any_bytes_are_read_or_reported(shared_book: Path, name: str, data: bytes) -> None:
    assert_makes_sense(read_spoilt(shared_book, name, data))


@examples(50)
@given(name=st.sampled_from(FILES), bites=st.lists(BITE, min_size=1, max_size=3))
def test_any_damage_to_a_file_is_read_or_reported(
    shared_book: Path, name: str, bites: list[tuple[int, int, bytes]]
) -> None:
    data = (shared_book / name).read_bytes()
    for at, length, put in bites:
        data = data[: at % len(data)] + put + data[at % len(data) + length :] or b"x"
    assert_makes_sense(read_spoilt(shared_book, name, data))


def test_all_files_are_in_the_base() -> None:
    assert len(FILES) == 14


def test_rows_know_their_line(book: Path, read: Read) -> None:
    path = book / "data" / "gaps.csv"
    row = path.read_text().splitlines()[1]
    long = row.replace("Only the month is shown.", '"Only\nthe ""month"" is shown."')
    another = row.replace("second-day,1", "third-day,2")
    path.write_text(path.read_text().replace(row, f"{long}\n{another}"))
    reading = read(book)
    assert reading.problems == ()
    assert [(gap.id, gap.line) for gap in reading.sound.gaps] == [
        ("second-day", 2),
        ("third-day", 4),
    ]


def test_sound_rows_remain_where_others_are_faulty(book: Path, read: Read) -> None:
    path = book / "data" / "talks.csv"
    path.write_text(path.read_text().replace("talk,reported", "tlak,reported"))
    reading = read(book)
    assert reading.series is None
    assert reading.sound.ids("talks") == ("s1-tea", "s2-finch")
    assert reading.sound.ids("people") == ("bo-finch", "gull-circle", "ada-quill")


def test_paths_are_shown_from_the_root(book: Path, read: Read) -> None:
    (book / "data" / "talks.csv").unlink()
    reading = read(book)
    assert [problem.path for problem in reading.problems] == ["data/talks.csv"]
    assert reading.sound.folder == "data"


@pytest.mark.parametrize(
    ("cell", "problems"), [("s1", 0), ("nowhere", 501), ("No Id", 501), ('"', 501)]
)
def test_time_grows_with_the_number_of_rows(
    book: Path, read: Read, cell: str, problems: int
) -> None:
    path = book / "data" / "presence.csv"
    rows = (f"p{number},{cell},carer,diary,entry {number},\n" for number in range(5_000))
    path.write_text("id,seminar,group,source,locator,note\n" + "".join(rows))
    began = time.process_time()
    reading = read(book)
    assert time.process_time() - began < 5
    # Of each kind in a file the first five hundred are listed, and the others counted.
    assert len(reading.problems) == problems
    if problems:
        assert re.search("[0-9],[0-9]{3} more of this kind", reading.problems[-1].message)


def test_a_folder_that_may_not_be_listed(
    book: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    # The tests may run as a user whom no permission stops.
    monkeypatch.setattr(Path, "iterdir", refuse)
    monkeypatch.setattr(Path, "exists", refuse)
    reading = read(book)
    assert reading.series is None
    assert {problem.code for problem in reading.problems} == {"file-unreadable"}
    assert len(reading.problems) == 14
