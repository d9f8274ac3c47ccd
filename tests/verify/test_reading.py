"""What was found in a file holds for as long as the file is the same, and no longer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from seminarbook.verify.reading import Findings, Reading
from seminarbook.verify.tree import File, files_of

PAGE = "<!doctype html><html><body><h1 id='{}'>t</h1></body></html>\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "site" / "a.html"
    path.parent.mkdir()
    path.write_text(PAGE.format("one"), encoding="utf-8")
    return path


def file(page: Path) -> File:
    return files_of(page.parent)["a.html"]


def test_a_file_that_is_the_same_is_not_read_again(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Reading()
    before = first.digest(file(page)), first.page(file(page)), first.fault(file(page))
    monkeypatch.setattr(Path, "read_bytes", _not_to_be_read)
    again = Reading("", first.found)
    assert (again.digest(file(page)), again.page(file(page)), again.fault(file(page))) == before


def test_a_change_of_as_many_bytes_with_its_time_set_back_is_seen(page: Path) -> None:
    first = Reading()
    assert first.page(file(page)).ids == {"one"}
    times = page.stat()
    page.write_text(PAGE.format("two"), encoding="utf-8")
    os.utime(page, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert page.stat().st_mtime_ns == times.st_mtime_ns
    assert Reading("", first.found).page(file(page)).ids == {"two"}


def test_what_is_not_asked_for_again_is_forgotten(page: Path) -> None:
    first = Reading()
    first.page(file(page))
    assert Reading("", first.found).found == Findings()


def test_the_same_page_elsewhere_leads_elsewhere(page: Path) -> None:
    page.write_text('<!doctype html><html><body><a href="b.html">b</a></body></html>', "utf-8")
    first = Reading()
    assert first.page(file(page)).places["b.html"] == ("b.html", "")
    (page.parent / "part").mkdir()
    (page.parent / "part" / "a.html").write_bytes(page.read_bytes())
    other = files_of(page.parent)["part/a.html"]
    assert Reading("", first.found).page(other).places["b.html"] == ("part/b.html", "")


def _not_to_be_read(path: Path) -> bytes:
    raise AssertionError(f"{path} is read again")
