"""What settings, contents and front matter may hold, said at its line and without an echo."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from copies import TOY, copy_of

from seminarbook.build.project import BadSettings, Project
from seminarbook.checks.run import check_book
from seminarbook.problems import Problem


def _errors(root: Path) -> list[Problem]:
    return [problem for problem in check_book(root) if problem.severity == "error"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of(TOY, tmp_path / "toy")


SETTINGS = {
    "me: &m [*m]\n": "“*m” stands within what it names",
    "x: 2016-13-45\n": "month must be in 1..12",
    "x: " + "[" * 3000 + "]" * 3000 + "\n": "levels deep",
    "x: a\0b\n": "U+0000",
}


@pytest.mark.parametrize("name", ["_config.yml", "_toc.yml"])
@pytest.mark.parametrize("text", SETTINGS, ids=lambda text: text[:6])
def test_a_settings_file_that_nobody_can_take_in(root: Path, name: str, text: str) -> None:
    path = root / name
    lines = path.read_text(encoding="utf-8").count("\n")
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    found = [problem for problem in _errors(root) if problem.path == name]
    if name == "_toc.yml" and text.startswith("x: 2016"):
        # The contents have no dates, and are read as texts.
        assert [problem.message for problem in found] == ["There is no “x:” in contents."]
    else:
        (problem,) = found
        assert problem.line == lines + 1
        assert SETTINGS[text] in problem.message
        assert _errors(root) == [problem], "one fault, one line"
    with pytest.raises(BadSettings, match=rf"^{name}:{lines + 1}:"):
        Project(root).measure()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sphinx:\n", "sphinx: [1]\nother:\n"),
        ("bibtex_bibfiles: [book/references.bib]", "bibtex_bibfiles: {a: b}"),
        ("bibtex_bibfiles: [book/references.bib]", "bibtex_bibfiles: 3"),
        ("  config:\n", "  config: 3\n  other:\n"),
    ],
)
def test_settings_of_another_kind_are_no_crash(root: Path, old: str, new: str) -> None:
    path = root / "_config.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    check_book(root)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("_config.yml", "- a\n", "_config.yml: it must hold keys and values."),
        ("_config.yml", "title: x\nsphinx: [1]\n", "_config.yml: “sphinx” must hold keys and values."),
        ("_toc.yml", "- a\n", "_toc.yml: it must hold keys and values."),
    ],
)  # fmt: skip
def test_a_build_says_what_a_settings_file_must_hold(
    root: Path, name: str, text: str, message: str
) -> None:
    (root / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings) as refused:
        Project(root).measure()
    assert str(refused.value) == message


def test_a_settings_file_in_another_encoding(root: Path) -> None:
    (root / "_config.yml").write_bytes("title: é\n".encode("latin-1"))
    with pytest.raises(BadSettings, match="not saved as UTF-8"):
        Project(root).measure()


def test_front_matter_at_its_place(root: Path) -> None:
    page = root / "book" / "index.md"
    page.write_text("---\nme: &m [*m]\n---\n" + page.read_text(encoding="utf-8"), encoding="utf-8")
    (problem,) = _errors(root)
    assert (problem.path, problem.line, problem.column) == ("book/index.md", 2, 9)


def test_a_chapter_that_is_a_link_out_of_the_book(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("# Secret 2016 words of 4,711 people\n", encoding="utf-8")
    page = root / "book" / "seminars" / "03-harvest.md"
    page.unlink()
    page.symlink_to(secret)
    found = _errors(root)
    assert "file-outside" in {problem.code for problem in found}
    assert not any("Secret" in problem.message or "4,711" in problem.message for problem in found)


@pytest.mark.parametrize("name", ["_config.yml", "_toc.yml"])
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_a_settings_file_from_elsewhere_or_without_end(root: Path, name: str, kind: str) -> None:
    path = root / name
    path.rename(root.parent / name)
    if kind == "link":
        path.symlink_to(root.parent / name)
    else:
        os.mkfifo(path)
    message = "link out of the project" if kind == "link" else "not a plain file"
    assert [problem.path for problem in _errors(root) if message in problem.message] == [name]
    with pytest.raises(BadSettings, match=rf"^{name}: .*{message}"):
        Project(root).measure()


@pytest.mark.parametrize("value", ["{x: 1}", "[a, b]"])
def test_a_title_or_an_author_is_a_text(root: Path, value: str) -> None:
    path = root / "_config.yml"
    path.write_text(path.read_text("utf-8").replace("author: ", f"author: {value} # "), "utf-8")
    (problem,) = _errors(root)
    assert problem.message == "“author” must be a text."
    assert path.read_text("utf-8").splitlines()[problem.line - 1].startswith("author:")
    with pytest.raises(BadSettings, match="“author” must be a text"):
        Project(root).measure()
