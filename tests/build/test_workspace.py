"""A build is published whole or not at all, and a killed one is never built upon."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from seminarbook.build.edition import dated
from seminarbook.build.project import Project
from seminarbook.build.workspace import (
    BuildRunning,
    exclusive,
    finish,
    key_of,
    prepare,
    publish,
    recover,
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "_build").mkdir()
    return Project(tmp_path)


def _folder(path: Path, word: str) -> Path:
    path.mkdir(parents=True)
    (path / "page.html").write_text(word, encoding="utf-8")
    return path


def test_publish_replaces_the_whole_folder(project: Project) -> None:
    _folder(project.html, "old")
    (project.html / "gone.html").touch()
    made = _folder(project.build / ".html.new", "new")
    publish([project.html])
    assert [path.name for path in project.html.iterdir()] == ["page.html"]
    assert (project.html / "page.html").read_text(encoding="utf-8") == "new"
    assert not made.exists()


def test_publish_without_an_exchange_of_folders(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seminarbook.build.workspace._exchange", lambda one, other: False)
    _folder(project.html, "old")
    _folder(project.build / ".html.new", "new")
    publish([project.html])
    assert (project.html / "page.html").read_text(encoding="utf-8") == "new"
    assert sorted(path.name for path in project.build.iterdir()) == ["html"]


def test_a_kill_between_two_renames_is_mended(project: Project) -> None:
    _folder(project.build / ".html.old", "last good")
    recover(project)
    assert (project.html / "page.html").read_text(encoding="utf-8") == "last good"


def test_work_that_ended_well_is_used_again(project: Project) -> None:
    prepare(project, "key")
    (project.work / "page").touch()
    finish(project, "key")
    prepare(project, "key")
    assert (project.work / "page").exists()


@pytest.mark.parametrize("ended", [True, False], ids=["another key", "killed"])
def test_work_is_thrown_away(project: Project, ended: bool) -> None:
    prepare(project, "key")
    (project.work / "page").touch()
    if ended:
        finish(project, "key")
    prepare(project, "another key" if ended else "key")
    assert not (project.work / "page").exists()


def test_only_one_build_at_a_time(project: Project) -> None:
    with exclusive(project), pytest.raises(BuildRunning), exclusive(project):
        pass
    with exclusive(project):
        pass


def test_the_key_follows_content_and_words(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("one", encoding="utf-8")
    first = key_of([file], "word")
    assert first == key_of([file], "word")
    assert first != key_of([file], "another")
    file.write_text("two", encoding="utf-8")
    assert first != key_of([file], "word")


def test_a_build_leaves_no_date_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one build was dated by must not date the next one of the same process."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    with dated(1_000_000_000):
        assert os.environ["SOURCE_DATE_EPOCH"] == "1000000000"
    assert "SOURCE_DATE_EPOCH" not in os.environ
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    with dated(1_000_000_000):
        pass
    assert os.environ["SOURCE_DATE_EPOCH"] == "5"
