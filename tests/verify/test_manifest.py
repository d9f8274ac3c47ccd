"""A published folder knows each of its files by its digest, and so does ``sha256sum``."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from seminarbook.verify import manifest
from seminarbook.verify.manifest import NAME, digests_of, manifest_text, write_manifest
from seminarbook.verify.reading import Reading
from seminarbook.verify.tree import files_of


def differences(folder: Path) -> tuple[str, ...]:
    return manifest.differences(files_of(folder), Reading())


def digests(folder: Path) -> dict[str, str]:
    return digests_of(files_of(folder), Reading())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "part").mkdir()
    (tmp_path / "b.txt").write_text("b\n", encoding="utf-8")
    (tmp_path / "part" / "a b.txt").write_text("a\n", encoding="utf-8")
    (tmp_path / ".hidden").touch()
    write_manifest(tmp_path, digests(tmp_path))
    return tmp_path


def test_what_it_holds(folder: Path) -> None:
    *lines, last = (folder / NAME).read_text(encoding="utf-8").splitlines()
    assert [line.split("  ", 1)[1] for line in lines] == [".hidden", "b.txt", "part/a b.txt"]
    assert lines[1].startswith(hashlib.sha256(b"b\n").hexdigest())
    assert last.startswith("# ")
    assert manifest_text(digests(folder)) == (folder / NAME).read_text(encoding="utf-8")
    assert differences(folder) == ()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="needs sha256sum")
def test_others_can_check_it(folder: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", NAME]
    assert subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode == 0
    (folder / "b.txt").write_text("c\n", encoding="utf-8")
    assert subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode == 1


def test_each_difference_names_its_file(folder: Path) -> None:
    (folder / "b.txt").write_text("c\n", encoding="utf-8")
    (folder / ".hidden").unlink()
    (folder / "new.txt").touch()
    assert differences(folder) == (
        ".hidden: is missing",
        "b.txt: is not as it was published",
        "new.txt: was not published with the others",
    )


def test_a_folder_without_a_manifest(folder: Path) -> None:
    (folder / NAME).unlink()
    (found,) = differences(folder)
    assert found.startswith(f"{NAME}: is missing")


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[:-1],
        lambda text: text[: len(text) // 2],
        lambda text: text.splitlines(keepends=True)[-1],
        lambda text: text.replace("b.txt", "c.txt"),
        lambda text: text.replace("# ", "# 0", 1),
        lambda text: text + "\n",
    ],
    ids=["empty", "one letter less", "half", "last line only", "a name", "its digest", "a line more"],
)  # fmt: skip
def test_a_manifest_that_was_changed_names_itself(folder: Path, damage: object) -> None:
    path = folder / NAME
    path.write_text(damage(path.read_text(encoding="utf-8")), encoding="utf-8")  # type: ignore[operator]
    found = differences(folder)
    assert found
    assert all(fault.startswith(f"{NAME}: is damaged") for fault in found)


def test_a_manifest_in_another_encoding_names_itself(folder: Path) -> None:
    (folder / NAME).write_bytes(b"\xff\xfe")
    (found,) = differences(folder)
    assert found.startswith(f"{NAME}: ")
