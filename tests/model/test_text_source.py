"""Files that are not to be read, or not as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from seminarbook.model.admission import LARGEST
from seminarbook.model.text_source import read_text


def test_line_ends_become_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a\r\nb\rc\n")
    text = read_text(path, root=tmp_path)
    assert text.content == "a\nb\nc\n"
    assert "line ends" in text.oddity


def test_a_mark_at_the_start_is_let_pass(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbfid\n")
    text = read_text(path, root=tmp_path)
    assert (text.content, text.problem) == ("id\n", None)
    assert "BOM" in text.oddity


def test_plain_text_has_no_oddity(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id\n")
    assert read_text(path, root=tmp_path).oddity == ""


def test_a_file_that_is_not_permitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id\n")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    # The tests may run as a user whom no permission stops.
    monkeypatch.setattr(Path, "read_bytes", refuse)
    problem = read_text(path, root=tmp_path).problem
    assert problem is not None
    assert (problem.code, problem.path) == ("file-unreadable", "a.csv")
    assert "Permission denied" in problem.message


def test_a_link_that_leads_round_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to("b.csv")
    (tmp_path / "b.csv").symlink_to("a.csv")
    problem = read_text(tmp_path / "a.csv", root=tmp_path).problem
    assert problem is not None
    assert problem.code in ("file-missing", "file-unreadable")


def test_a_link_within_the_project_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("id\n")
    (tmp_path / "a.csv").symlink_to("real.csv")
    assert read_text(tmp_path / "a.csv", root=tmp_path).content == "id\n"


def test_a_file_larger_than_any_table_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST)
        assert read_text(path, root=tmp_path).problem.code == "file-encoding"  # type: ignore[union-attr]
        file.truncate(LARGEST + 1)
    problem = read_text(path, root=tmp_path).problem
    assert problem is not None
    assert (problem.code, problem.line) == ("file-too-large", 0)
    assert "20 MB" in problem.message


def test_the_place_of_the_first_byte_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbfid\r\n\xc3\xa9 caf\xe9\n")
    problem = read_text(path, root=tmp_path).problem
    assert problem is not None
    assert (problem.line, problem.column) == (2, 6)
    assert "“é”" in problem.message
