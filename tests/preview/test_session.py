"""The preview shows what was saved, says what is wrong, and never dies of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from copies import TOY, copy_of

from seminarbook.build.project import Project
from seminarbook.preview.session import Session


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    session = Session(Project(copy_of(TOY, tmp_path_factory.mktemp("preview"))))
    assert session.build() == ()
    yield session
    session.close()


def _change(session: Session, name: str, old: str, new: str) -> tuple[str, ...]:
    path = session.project.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return tuple(notice.message for notice in session.build([path]))


def _page(session: Session, name: str) -> str:
    return (session.site / name).read_text(encoding="utf-8")


CHAPTER = "book/seminars/01-sharing-soil"


def test_a_changed_chapter_is_shown(session: Session) -> None:
    path = session.project.root / f"{CHAPTER}.md"
    before = path.read_text(encoding="utf-8")
    path.write_text(before + "\nA sentence that was just written.\n", encoding="utf-8")
    assert session.build([path]) == ()
    assert "A sentence that was just written." in _page(session, f"{CHAPTER}.html")
    path.write_text(before, encoding="utf-8")
    assert session.build([path]) == ()
    assert "A sentence that was just written." not in _page(session, f"{CHAPTER}.html")


def test_a_changed_cell_is_shown(session: Session) -> None:
    assert _change(session, "data/seminars.csv", "what is planted", "what is never planted") == ()
    assert "what is never planted" in _page(session, f"{CHAPTER}.html")
    assert _change(session, "data/seminars.csv", "what is never planted", "what is planted") == ()


def test_a_fault_is_told_and_forgotten_when_mended(session: Session) -> None:
    said = _change(session, f"{CHAPTER}.md", "{data-table} programme", "{data-table} programe")
    assert any(f"{CHAPTER}.md" in line and "programme" in line for line in said)
    assert (
        _change(session, f"{CHAPTER}.md", "{data-table} programe", "{data-table} programme") == ()
    )


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("_toc.yml", "root:", "root: [\n"),
        ("_toc.yml", CHAPTER, f"{CHAPTER}-gone"),
        ("_config.yml", "title:", "title: [\n"),
        ("data/seminars.csv", "id,", "idd,"),
    ],
)
def test_it_recovers_from_a_broken_file(session: Session, name: str, old: str, new: str) -> None:
    assert _change(session, name, old, new) != ()
    assert _change(session, name, new, old) == ()
    assert "<h1" in _page(session, f"{CHAPTER}.html")
