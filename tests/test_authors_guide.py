"""The guide for authors keeps its word: every example in it is checked, built or run."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from seminarbook.__main__ import COMMANDS, main
from seminarbook.authoring import markup_guide, snippets
from seminarbook.checks.run import checked
from seminarbook.markup import DIRECTIVES, ROLES
from seminarbook.model.records import RECORD_CLASSES
from seminarbook.problems import format_problem
from tests.builds import build
from tests.copies import REAL, TOY, copy_of

GUIDE = (REAL / "docs" / "authors.md").read_text(encoding="utf-8")
ROAD = (REAL / "CONTRIBUTING.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^(`{3,})(\w+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
# Pages of the toy book that hold what may stand on one page of a book only.
_ONCE = {"source-list": "references", "people-index": "people", "data-dictionary": "data"}


def _blocks(kind: str, text: str = GUIDE) -> list[str]:
    return [found[3] for found in _BLOCK.finditer(text) if found[2] == kind]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return copy_of(TOY, tmp_path / "book")


def test_every_directive_and_role_is_in_the_guide() -> None:
    examples = "\n".join(_blocks("markdown"))
    for name in DIRECTIVES:
        assert f":::{{{name}}}" in examples
    for name in ROLES:
        assert f"{{{name}}}`" in examples


def test_the_guide_and_the_snippets_are_up_to_date() -> None:
    advice = "Run: python -m seminarbook describe-markup --write"
    assert markup_guide.with_guide(GUIDE) == GUIDE, advice
    written = (REAL / snippets.PATH).read_text(encoding="utf-8")
    assert written == snippets.snippets_text(), advice


def test_every_example_is_a_page_without_errors_that_builds(book: Path) -> None:
    pages = []
    for number, example in enumerate(_blocks("markdown"), start=1):
        title = "" if example.startswith("# ") else "# An example\n\n"
        page = f"book/examples/{number:02d}"
        once = next((name for name in _ONCE if f"{{{name}}}" in example), None)
        if once:
            page = f"book/reference/{_ONCE[once]}"
        else:
            pages.append(f"      - file: {page}\n")
        path = book / f"{page}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(title + example, encoding="utf-8")
    with (book / "_toc.yml").open("a", encoding="utf-8") as toc:
        toc.writelines(["  - caption: Examples\n    chapters:\n", *pages])
    assert [format_problem(one) for one in checked(book).errors] == []
    _, warnings = build(book)
    assert warnings == ()


def test_every_row_of_data_is_accepted(book: Path) -> None:
    files = {",".join(record.columns()): record.file for record in RECORD_CLASSES}
    examples = _blocks("csv")
    assert examples
    for example in examples:
        head, rows = example.split("\n", 1)
        with (book / "data" / f"{files[head]}.csv").open("a", encoding="utf-8") as data:
            data.write(rows)
    assert [format_problem(one) for one in checked(book).errors] == []


def _commands() -> list[str]:
    blocks = [*_blocks("console"), *_blocks("console", ROAD)]
    lines = [line for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("python -m seminarbook ")]


def test_every_command_works(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the order of the guide, on the toy book, with every question answered yes."""
    people = book / "data" / "people.csv"
    people.write_text(
        people.read_text(encoding="utf-8")
        + "fay-thistle,person,Thistle,Fay,,,given,harvest-programme,page 3,\n",
        encoding="utf-8",
    )
    # Somebody's own sheet, of the kind that the guide says is understood.
    (book / "who-came.csv").write_text(
        "Seminar;Role;How many;Source;Locator\nSeminar 3;Carers;<5;harvest-programme;list\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(book)
    commands = _commands()
    assert len(commands) > 5
    for line in commands:
        words = shlex.split(line)[3:]
        assert words[0] in COMMANDS
        words = ["who-came.csv" if word == "who-came.xlsx" else word for word in words]
        if words == ["new-seminar"]:
            continue  # it asks, and is tried with its options on the next line
        if words[0] in ("import", "withdraw"):
            words.append("--yes")
        assert main(["--root", str(book), *words]) == 0, line
    assert [format_problem(one) for one in checked(book).errors] == []


def test_files_for_editors_are_well_formed() -> None:
    for name in (".vscode/extensions.json", ".devcontainer/devcontainer.json", snippets.PATH):
        assert json.loads((REAL / name).read_text(encoding="utf-8"))


def test_links_between_the_guides_lead_somewhere() -> None:
    for name, text in (("docs/authors.md", GUIDE), ("CONTRIBUTING.md", ROAD)):
        prose = _BLOCK.sub("", text)
        for target in re.findall(r"(?<!`)\]\(([^)#:`]+)(?:#[^)]*)?\)(?!`)", prose):
            assert ((REAL / name).parent / target).exists(), f"{name}: {target}"
