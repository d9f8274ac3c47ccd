"""Several files are changed together, or none is."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from seminarbook.authoring import edits
from seminarbook.authoring.edits import Edit, EditsRefused, edit, made, recover


def _files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a").write_bytes(b"old a")
    (tmp_path / "b").write_bytes(b"old b")
    return tmp_path


def _wanted(root: Path) -> list[Edit]:
    return [edit(root, "a", "new a"), edit(root, "b", None), edit(root, "new/c", b"new c")]


DONE = {"a": b"new a", "new/c": b"new c"}


def test_files_are_changed_removed_and_made(root: Path) -> None:
    made(root, _wanted(root))
    assert _files(root) == DONE


def test_a_file_changed_meanwhile_stops_everything(root: Path) -> None:
    wanted = _wanted(root)
    (root / "b").write_bytes(b"somebody else's b")
    with pytest.raises(EditsRefused, match="b was changed in the meantime"):
        made(root, wanted)
    assert _files(root) == {"a": b"old a", "b": b"somebody else's b"}


def test_a_failure_half_way_is_undone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _files(root)
    wanted = _wanted(root)
    real = os.replace

    def failing(source: Path, target: Path) -> None:
        if Path(target).name == "c":
            raise OSError(28, "No space left on device", str(target))
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(EditsRefused, match="c: No space left on device"):
        made(root, wanted)
    assert _files(root) == before


def test_a_kill_before_the_decision_changes_nothing(root: Path) -> None:
    before = _files(root)
    aside = root / ".changing.new"
    aside.mkdir()
    (aside / "0").write_bytes(b"half")
    recover(root)
    assert _files(root) == before


def test_a_kill_after_the_decision_is_made_good(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = _wanted(root)

    def killed(_root: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(edits, "_carry_out", killed)
        with pytest.raises(KeyboardInterrupt):
            made(root, wanted)
    plan = json.loads((root / ".changing" / "plan.json").read_text(encoding="utf-8"))
    assert [step["path"] for step in plan] == ["a", "b", "new/c"]
    recover(root)
    assert _files(root) == DONE
