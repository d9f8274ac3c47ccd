"""What an open page is told after each save: first that it has changed, then what is wrong."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from typing import cast

import pytest
from copies import TOY, copy_of

from seminarbook.build.project import Project
from seminarbook.preview.keeping_up import Changes, catch_up
from seminarbook.preview.server import Notice, PreviewServer
from seminarbook.preview.session import Session

CHAPTER = "book/seminars/01-sharing-soil"


@dataclass
class Told:
    """Takes the place of a server, and remembers what pages were told."""

    all: list[tuple[str, ...]] = field(default_factory=list)

    def in_view(self) -> frozenset[str]:
        return frozenset({f"/{CHAPTER}.html"})

    def tell(self, problems: tuple[Notice, ...]) -> None:
        self.all.append(tuple(notice.message for notice in problems))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    session = Session(Project(copy_of(TOY, tmp_path_factory.mktemp("keeping-up"))))
    assert session.build() == ()
    yield session
    session.close()
    gc.enable()


@pytest.mark.parametrize(
    ("name", "right", "wrong", "told"),
    [
        (f"{CHAPTER}.md", ":::{seminar-card} s1\n:::", "::::{seminar-card} s1\n:::", "[not-closed]"),
        (f"{CHAPTER}.md", ":seminar: s1", ":seminar:s1", "[option-form]"),
        (f"{CHAPTER}.md", "{person}`ada", "{persn}`ada", "[unknown-role]"),
        ("data/talks.csv", "10:00", "ten", "[clock-form]"),
        ("_toc.yml", "root:", "root: [", "[broken-settings]"),
        ("_toc.yml", "- file: book/seminars/01", "- fil: book/seminars/01", "[broken-settings]"),
    ],
)  # fmt: skip
def test_one_slip_is_told_once_in_the_words_of_check(
    session: Session, name: str, right: str, wrong: str, told: str
) -> None:
    path = session.project.root / name
    text = path.read_text(encoding="utf-8")
    assert right in text
    for written, expected in ((text.replace(right, wrong, 1), told), (text, "")):
        path.write_text(written, encoding="utf-8")
        server, none = Told(), cast("Changes", SimpleQueue())
        notices = session.show([path], server.in_view())
        assert catch_up(session, cast("PreviewServer", server), none, notices) == frozenset()
        # At once, and again when the rest of the book is made.
        assert len(server.all) == 2
        for lines in server.all:
            assert [line.rpartition(" ")[2] for line in lines] == ([expected] if expected else [])
            assert all(line.startswith(name) for line in lines)


def test_what_is_saved_meanwhile_comes_first(session: Session) -> None:
    server, changes = Told(), cast("Changes", SimpleQueue())
    saved = frozenset({Path("book/index.md")})
    changes.put(saved)
    assert catch_up(session, cast("PreviewServer", server), changes, ()) == saved
    assert server.all == []
