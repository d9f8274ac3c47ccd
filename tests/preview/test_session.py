"""The preview shows what was saved, says what is wrong, and never dies of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from copies import TOY, copy_of

from seminarbook.build.project import Project
from seminarbook.preview.server import Notice
from seminarbook.preview.session import Session

CHAPTER = "book/seminars/01-sharing-soil"
OTHER = "book/seminars/02-hedges-and-paths"
SOURCES = "book/reference/references"
CELL = ("data/seminars.csv", "what is planted", "what is never planted")


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    session = Session(Project(copy_of(TOY, tmp_path_factory.mktemp("preview"))))
    assert session.build() == ()
    yield session
    session.close()


def _save(session: Session, name: str, old: str, new: str) -> Path:
    path = session.project.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def _change(session: Session, name: str, old: str, new: str) -> tuple[str, ...]:
    """Save a change and wait until all is made."""
    notices = session.show([_save(session, name, old, new)])
    return tuple(notice.message for notice in (*notices, *_caught_up(session)))


def _caught_up(session: Session) -> tuple[Notice, ...]:
    said: list[Notice] = []
    for _ in range(100):
        more, notices = session.catch_up()
        said += notices
        if not more:
            return tuple(said)
    raise AssertionError("there is no end to it")


def _page(session: Session, name: str) -> str:
    return (session.site / name).read_text(encoding="utf-8")


def test_a_changed_chapter_is_shown(session: Session) -> None:
    path = session.project.root / f"{CHAPTER}.md"
    before = path.read_text(encoding="utf-8")
    path.write_text(before + "\nA sentence that was just written.\n", encoding="utf-8")
    assert session.show([path], [f"/{CHAPTER}.html"]) == ()
    assert "A sentence that was just written." in _page(session, f"{CHAPTER}.html")
    path.write_text(before, encoding="utf-8")
    assert session.show([path], [f"/{CHAPTER}.html"]) == ()
    assert "A sentence that was just written." not in _page(session, f"{CHAPTER}.html")


def test_a_changed_cell_is_shown(session: Session) -> None:
    name, old, new = CELL
    assert _change(session, name, old, new) == ()
    assert new in _page(session, f"{CHAPTER}.html")
    assert _change(session, name, new, old) == ()
    assert new not in _page(session, f"{CHAPTER}.html")


def test_what_is_undone_at_once_is_not_shown_for_good(session: Session) -> None:
    name, old, new = CELL
    session.show([_save(session, name, old, new)], [f"/{CHAPTER}.html"])
    assert new in _page(session, f"{CHAPTER}.html")
    session.show([_save(session, name, new, old)], [f"/{OTHER}.html"])
    _caught_up(session)
    assert new not in _page(session, f"{CHAPTER}.html")


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


@dataclass
class Work:
    """What Sphinx does for a session, document by document."""

    read: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    def watch(self, session: Session) -> Work:
        """Note it from now on."""
        assert session.app is not None
        session.app.connect("source-read", lambda app, docname, source: self.read.append(docname))
        session.app.connect("html-page-context", self._note)
        return self

    def _note(
        self, app: object, pagename: str, template: str, context: object, tree: object
    ) -> None:
        if tree is not None:
            self.written.append(pagename)

    def done(self) -> tuple[list[str], list[str]]:
        """What was read and written since it was last asked."""
        found = sorted(self.read), sorted(self.written)
        self.read, self.written = [], []
        return found


@pytest.fixture
def work(session: Session) -> Work:
    _caught_up(session)
    return Work().watch(session)


def test_a_changed_chapter_is_all_that_is_read_and_written(session: Session, work: Work) -> None:
    path = session.project.root / f"{CHAPTER}.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nOne line more.\n", encoding="utf-8")
    session.show([path], [f"/{CHAPTER}.html"])
    assert work.done() == ([CHAPTER], [CHAPTER])
    _caught_up(session)
    assert work.done() == ([], [])


def test_a_chapter_that_nobody_looks_at_is_written_later(session: Session, work: Work) -> None:
    path = session.project.root / f"{CHAPTER}.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nAnother line.\n", encoding="utf-8")
    session.show([path], [f"/{OTHER}.html"])
    assert work.done() == ([CHAPTER], [])
    _caught_up(session)
    assert work.done() == ([], [CHAPTER])


def test_of_what_a_cell_changes_the_page_in_view_is_made_first(
    session: Session, work: Work
) -> None:
    name, old, new = CELL
    session.show([_save(session, name, old, new)], [f"/{CHAPTER}.html"])
    assert work.done() == ([CHAPTER], [CHAPTER])
    _caught_up(session)
    read, written = work.done()
    assert read
    assert CHAPTER not in read
    assert set(read) <= set(written)
    session.show([_save(session, name, new, old)], [f"/{OTHER}.html"])
    _caught_up(session)
    assert {CHAPTER, *read} <= {*work.done()[0]}


def test_a_fault_that_stays_does_not_keep_it_busy(session: Session, work: Work) -> None:
    path = session.project.root / f"{CHAPTER}.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n![A hall](../_static/no-such.png)\n\n{{persn}}`x`\n", "utf-8")
    session.show([path])
    _caught_up(session)
    assert work.done()[0].count(CHAPTER) <= 2
    path.write_text(text, encoding="utf-8")
    session.show([path])
    _caught_up(session)


EDITS = [
    CELL,
    ("data/seminars.csv", "Sharing soil", "Sharing the soil"),
    ("data/people.csv", "Quillfeather", "Quilfeather"),
    ("data/people.csv", "id,", "idd,"),
    ("book/references.bib", "Toytown", "Toy Town"),
    (f"{CHAPTER}.md", "# ", "# The new "),
    (f"{OTHER}.md", "{data-table} programme", "{data-table} programe"),
    (f"{OTHER}.md", ":::{plain-words}\n", ":::{plain-words}\nA line. "),
]


@pytest.mark.book
def test_whatever_was_saved_when_the_pages_are_those_of_a_new_build(tmp_path: Path) -> None:
    """Saves come before the last one is worked off, undo it, and somebody looks elsewhere."""
    session = Session(Project(copy_of(TOY, tmp_path / "kept")))
    session.build()
    chance = random.Random(7)
    undone: list[tuple[str, str, str]] = []
    for _ in range(24):
        if undone and chance.random() < 0.4:
            name, new, old = undone.pop(chance.randrange(len(undone)))
        else:
            name, old, new = chance.choice(EDITS)
        text = (session.project.root / name).read_text(encoding="utf-8")
        if old not in text or (new in text and old in new):
            continue
        undone.append((name, old, new))
        view = [f"/{page}.html" for page in chance.sample([CHAPTER, OTHER, SOURCES], 1)]
        session.show([_save(session, name, old, new)], view)
        for _ in range(chance.randrange(3)):
            session.catch_up(view)
    _caught_up(session)
    session.close()
    fresh = Session(Project(copy_of(session.project.root, tmp_path / "fresh")))
    fresh.build()
    fresh.close()
    pages = sorted(path.relative_to(fresh.site) for path in fresh.site.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        assert _page(session, str(page)) == _page(fresh, str(page)), page


def test_after_it_was_killed_in_between_it_begins_anew(tmp_path: Path) -> None:
    session = Session(Project(copy_of(TOY, tmp_path)))
    session.build()
    name, old, new = CELL
    session.show([_save(session, name, old, new)], [f"/{CHAPTER}.html"])
    _save(session, name, new, old)
    session.close()
    again = Session(session.project)
    again.build()
    again.close()
    assert new not in _page(again, f"{CHAPTER}.html")
