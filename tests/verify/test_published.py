"""Whatever happens to one published file, verifying the folder names that file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from copies import REAL

from seminarbook.__main__ import main
from seminarbook.verify.manifest import NAME
from seminarbook.verify.published import check_published

ADDRESS = "https://example.org/toy/"
DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut by one byte": lambda data: data[:-1],
    "cut in half": lambda data: data[: len(data) // 2],
    "one bit turned": lambda data: (
        data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :]
    ),
    "longer by a line": lambda data: data + b"\n",
}

pytestmark = pytest.mark.book


@pytest.fixture(scope="module")
def published(toy_published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the toy book and all that it publishes; whoever spoils it mends it."""
    return shutil.copytree(toy_published, tmp_path_factory.mktemp("spoilt") / "toy")


@pytest.mark.parametrize("folder", ["html", "dist"])
def test_each_file_is_missed(published: Path, folder: str) -> None:
    place = published / "_build" / folder
    files = [path for path in sorted(place.rglob("*")) if path.is_file()]
    assert len(files) > 10
    for path in files:
        name = path.relative_to(place).as_posix()
        aside = published / "aside"
        path.rename(aside)
        found = check_published(place, ADDRESS)
        aside.rename(path)
        assert found[0].startswith(f"{name}: is missing"), found


@pytest.mark.parametrize("how", DAMAGE)
@pytest.mark.parametrize("folder", ["html", "dist"])
def test_damage_to_each_file_is_seen(published: Path, folder: str, how: str) -> None:
    place = published / "_build" / folder
    for path in sorted(place.rglob("*")):
        if not path.is_file() or not (data := path.read_bytes()):
            continue
        path.write_bytes(DAMAGE[how](data))
        found = check_published(place, ADDRESS)
        path.write_bytes(data)
        name = path.relative_to(place).as_posix()
        assert [fault.partition(":")[0] for fault in found] == [name]


def test_the_command(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--root", str(published), "verify"]
    assert main(words) == 0
    assert capsys.readouterr().out.count("every file is as it was published") == 2
    page = published / "_build" / "html" / "robots.txt"
    data = page.read_bytes()
    page.write_bytes(data + b"#\n")
    try:
        assert main([*words, str(page.parent)]) == 1
    finally:
        page.write_bytes(data)
    assert capsys.readouterr().out == "html/robots.txt: is not as it was published\n"


def test_a_folder_that_nothing_was_published_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(REAL), "verify", str(tmp_path / "none")]) == 2
    assert "There is no folder" in capsys.readouterr().out


def test_without_a_manifest_the_rules_still_hold(published: Path) -> None:
    place = published / "_build" / "html"
    (place / NAME).rename(published / "aside")
    try:
        (missing,) = check_published(place, ADDRESS)
        (place / "extra.json").write_text("{", encoding="utf-8")
        found = check_published(place, ADDRESS)
    finally:
        (place / "extra.json").unlink(missing_ok=True)
        (published / "aside").rename(place / NAME)
    assert missing.startswith(f"{NAME}: is missing")
    assert found[1].startswith("extra.json: is damaged")
