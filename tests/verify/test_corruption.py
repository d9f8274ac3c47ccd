"""Whatever becomes of the published files, the command names every file concerned and no other."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from seminarbook.__main__ import main
from seminarbook.verify.manifest import NAME

pytestmark = pytest.mark.book


@pytest.fixture
def site(toy_published: Path, tmp_path: Path) -> Path:
    """A copy of the toy book's web site, to be spoilt."""
    for name in ("_config.yml", "_toc.yml"):
        shutil.copy(toy_published / name, tmp_path)
    return shutil.copytree(toy_published / "_build" / "html", tmp_path / "html")


def told(site: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the command says is wrong with the site, without what it says of files that are whole."""
    code = main(["--root", str(site.parent), "verify", str(site)])
    lines = [
        line for line in capsys.readouterr().out.splitlines() if "every file is as" not in line
    ]
    assert code == bool(lines)
    return [line.removeprefix("html/") for line in lines]


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_whole_site(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(site, capsys) == []


def test_two_files_that_changed_places(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = sorted((site / "book" / "seminars").glob("*.html"))[:2]
    one.rename(site / "aside")
    other.rename(one)
    (site / "aside").rename(other)
    assert told(site, capsys) == [
        f"book/seminars/{path.name}: is not as it was published" for path in (one, other)
    ]


@pytest.mark.parametrize("name", ["stray.html", "book/stray", "data/.stray", "_static/a b.css"])
def test_a_file_that_came_later(site: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (site / name).write_bytes(b"")
    assert told(site, capsys) == [f"{name}: was not published with the others"]


@pytest.mark.parametrize("empty", [True, False], ids=["emptied", "removed"])
def test_a_folder_without_its_files(
    site: Path, capsys: pytest.CaptureFixture[str], empty: bool
) -> None:
    folder = site / "data"
    names = [path.relative_to(site).as_posix() for path in files(folder)]
    assert len(names) > 5
    shutil.rmtree(folder)
    if empty:
        folder.mkdir()
    assert told(site, capsys) == sorted(f"{name}: is missing" for name in names)


def test_a_file_of_another_name(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "robots.txt").rename(site / "Robots.txt")
    assert told(site, capsys) == [
        "Robots.txt: was not published with the others",
        "robots.txt: is missing",
    ]


def test_a_folder_in_place_of_a_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "robots.txt").unlink()
    (site / "robots.txt").mkdir()
    assert told(site, capsys) == ["robots.txt: is missing"]


@pytest.mark.parametrize("leads", ["to the same bytes", "nowhere", "round"])
def test_a_link_in_place_of_a_file(
    site: Path, capsys: pytest.CaptureFixture[str], leads: str
) -> None:
    path, aside = site / "robots.txt", site.parent / "aside"
    path.rename(aside)
    path.symlink_to({"to the same bytes": aside, "nowhere": site / "no", "round": path}[leads])
    assert told(site, capsys) == ["robots.txt: is a link, not a file"]


def test_a_pipe_in_place_of_a_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "robots.txt").unlink()
    os.mkfifo(site / "robots.txt")
    assert told(site, capsys) == ["robots.txt: is not a plain file"]


def test_a_link_in_place_of_the_list_of_files(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / NAME).rename(site.parent / "aside")
    (site / NAME).symlink_to(site.parent / "aside")
    assert told(site, capsys) == [f"{NAME}: is a link, not a file"]


def test_every_file_of_the_site_is_blank(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [path.relative_to(site).as_posix() for path in files(site) if path.stat().st_size]
    for name in names:
        if name != NAME:
            (site / name).write_bytes(b"")
    lines = told(site, capsys)
    assert [line.partition(":")[0] for line in lines] == sorted({*names} - {NAME})
