"""Keys of the bibliography and their lines."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pybtex.database import parse_string

from seminarbook.model.bibliography import Bibliography, read_bibliography

ENTRIES = """% A remark before the first entry
@comment{kept, but no source}
@string{bees = "The Bee"}

@Article{first-key,
  title = {Braces {within} braces, and user@example.org},
  journal = bees,
}
  @book { second:key_2 ,
  title = "A \\{ brace \\}"
}
"""


def read(tmp_path: Path, text: str) -> Bibliography:
    path = tmp_path / "references.bib"
    path.write_text(text)
    return read_bibliography(path, root=tmp_path)


def test_keys_with_their_lines(tmp_path: Path) -> None:
    found = read(tmp_path, ENTRIES)
    assert found.keys == {"first-key": 5, "second:key_2": 9}
    assert found.problems == ()


def test_the_keys_are_those_that_the_bibliography_library_finds(tmp_path: Path) -> None:
    found = read(tmp_path, ENTRIES)
    assert list(found.keys or ()) == list(parse_string(ENTRIES, "bibtex").entries)


def test_an_entry_that_is_not_closed_hides_no_other(tmp_path: Path) -> None:
    found = read(tmp_path, "@misc{a,\n title = {x}\n\n@misc{b,\n title = {y}\n}\n")
    assert found.keys == {"a": 1, "b": 4}
    assert [(problem.code, problem.line) for problem in found.problems] == [
        ("bibliography-unclosed", 1)
    ]


@pytest.mark.parametrize("entry", ["@misc{a,\n", "@misc{a,}\n", "@", "@misc", "{", "@comment\n"])
def test_time_grows_with_the_length(tmp_path: Path, entry: str) -> None:
    began = time.process_time()
    read(tmp_path, entry * 5_000)
    assert time.process_time() - began < 3
