"""What authors can ask the book about itself."""

from __future__ import annotations

import pytest

from seminarbook.__main__ import COMMANDS, main
from seminarbook.markup import DIRECTIVES
from seminarbook.model.columns import columns_of
from seminarbook.model.records import RECORD_CLASSES, Attendance
from tests.copies import TOY

Output = pytest.CaptureFixture[str]


def run(*words: str) -> int:
    return main(["--root", str(TOY), *words])


def test_the_dictionary_names_every_column(capsys: Output) -> None:
    assert run("describe-data") == 0
    said = capsys.readouterr().out
    for record in RECORD_CLASSES:
        assert f"## {record.file}.csv: each row is {record.meaning}\n" in said
    for column in columns_of(Attendance):
        assert column.meaning in said


def test_one_file_can_be_asked_for(capsys: Output) -> None:
    assert run("describe-data", "data/attendance.csv") == 0
    said = capsys.readouterr().out
    assert said.count("## ") == 1
    assert "| exactly" not in said
    assert "one of: exactly; about; at least" in said


def test_a_file_that_is_none_is_told_apart(capsys: Output) -> None:
    assert run("describe-data", "attendence") == 2
    assert "Did you mean “attendance”?" in capsys.readouterr().out


def test_every_directive_is_described_with_its_example(capsys: Output) -> None:
    assert run("describe-markup") == 0
    said = capsys.readouterr().out
    for form in DIRECTIVES.values():
        assert f"### `{form.name}`: {form.meaning}" in said
        assert form.example in said


def test_the_help_names_every_command(capsys: Output) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert all(name in said for name in COMMANDS)
    assert "add_arguments" not in said
