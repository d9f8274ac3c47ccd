"""What is published is what was made, however much of it was published before."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from seminarbook.build.expected import Expected
from seminarbook.build.project import Project
from seminarbook.build.publication import publish_book
from seminarbook.build.report import Report
from seminarbook.build.workspace import discard
from seminarbook.verify import reading
from seminarbook.verify.page import Page
from seminarbook.verify.published import check_published

PAGE = '<!doctype html><html><body><h1 id="top">{}</h1></body></html>\n'
OFFER = '<li hidden="" data-file="book.txt"><a href="files/book.txt">PDF</a></li>'
PAGES = ("index.html", "part/one.html", "part/two.html")
ALWAYS = ("404.html", "search.html", "humans.txt", "objects.inv", ".nojekyll")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.files.mkdir(parents=True)
    for name in PAGES + ALWAYS:
        path = project.work / "html" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(name), encoding="utf-8")
    return project


def publish(project: Project) -> Report:
    report = Report()
    expected = Expected(dict.fromkeys(PAGES, 0), {}, "", "", frozenset())
    publish_book(project, expected, report)
    assert report.faults == []
    return report


def contents(folder: Path) -> dict[str, bytes]:
    assert check_published(folder, "") == ()
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def write(project: Project, name: str, words: str) -> None:
    (project.work / "html" / name).write_text(PAGE.format(words), encoding="utf-8")


def test_what_stays_is_neither_copied_nor_read_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(project)
    files = {name: (project.html / name).stat().st_ino for name in PAGES + ALWAYS}
    write(project, "part/one.html", "edited")
    read, read_page = [], reading.read_page

    def noted(data: bytes, name: str, address: str) -> Page:
        read.append(data)
        return read_page(data, name, address)

    monkeypatch.setattr(reading, "read_page", noted)
    publish(project)
    assert read == [PAGE.format("edited").encode()]
    now = {name: (project.html / name).stat().st_ino for name in PAGES + ALWAYS}
    assert {name for name in files if files[name] != now[name]} == {"part/one.html"}
    # A file with two names would change in both places.
    assert all((project.html / name).stat().st_nlink == 1 for name in files)


def test_what_is_gone_is_gone(project: Project) -> None:
    publish(project)
    (project.work / "html" / "humans.txt").rename(project.work / "html" / "new.txt")
    write(project, "humans.txt", "others")
    (project.work / "html" / "objects.inv").write_bytes(b"x")
    publish(project)
    assert contents(project.html)["new.txt"] == PAGE.format("humans.txt").encode()
    (project.work / "html" / "new.txt").unlink()
    publish(project)
    assert "new.txt" not in contents(project.html)


def test_an_offer_is_shown_when_its_file_is_there_and_hidden_when_it_is_not(
    project: Project,
) -> None:
    write(project, "index.html", OFFER)
    publish(project)
    bare = contents(project.html)
    (project.files / "book.txt").write_bytes(b"a book\n")
    publish(project)
    assert b"hidden" not in contents(project.html)["index.html"]
    assert contents(project.html)["files/book.txt"] == contents(project.dist)["book.txt"]
    (project.files / "book.txt").write_bytes(b"another book\n")
    publish(project)
    assert contents(project.html)["files/book.txt"] == b"another book\n"
    (project.files / "book.txt").unlink()
    publish(project)
    assert contents(project.html) == bare


def test_the_theme_is_left_out_until_a_page_asks_for_it(project: Project) -> None:
    script = project.work / "html" / "_static" / "scripts" / "theme.js"
    script.parent.mkdir(parents=True)
    script.write_text("theme();\n", encoding="utf-8")
    publish(project)
    assert not (project.html / "_static").exists()
    write(project, "index.html", '<script src="_static/scripts/theme.js"></script>')
    publish(project)
    assert (project.html / "_static" / "scripts" / "theme.js").is_file()
    publish(project)
    assert (project.html / "_static" / "scripts" / "theme.js").is_file()


def _set_back(path: Path) -> None:
    """Change a letter; the size and the time of the file are as before."""
    times = path.stat()
    path.write_bytes(path.read_bytes().replace(b"top", b"tap"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "is not as it was published": (_set_back, "html/part/one.html"),
    "is missing": (Path.unlink, "html/part/one.html"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_others_changed_is_told_and_mended(project: Project, what: str) -> None:
    publish(project)
    right = contents(project.html)
    change, name = CHANGES[what]
    change(project.build / name)
    (project.html / "mine.txt").write_text("mine\n", encoding="utf-8")
    report = publish(project)
    assert report.changed == [
        "html/mine.txt: was not published with the others",
        f"{name}: {what}",
    ]
    assert f"  _build/{name}: {what}" in report.done().splitlines()
    assert contents(project.html) == right
    assert publish(project).changed == []


def test_where_no_second_names_can_be_had_files_are_copied(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(one: Path, other: Path) -> None:
        raise OSError("not here")

    publish(project)
    right = contents(project.html)
    monkeypatch.setattr(os, "link", refused)
    publish(project)
    assert contents(project.html) == right


def test_a_fault_is_told_again_until_it_is_mended(project: Project) -> None:
    publish(project)
    right = contents(project.html)
    write(project, "part/two.html", '<a href="none.html">x</a>')
    for _ in range(2):
        report = Report()
        expected = Expected(dict.fromkeys(PAGES, 0), {}, "", "", frozenset())
        publish_book(project, expected, report)
        assert report.faults == ["part/two.html: the link to none.html leads nowhere"]
        assert contents(project.html) == right
        discard(project)
    write(project, "part/two.html", "part/two.html")
    publish(project)
    assert contents(project.html) == right
