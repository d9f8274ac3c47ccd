"""A line is added to the contents, and nothing else in the file changes."""

from __future__ import annotations

import pytest
import yaml

from seminarbook.authoring.contents import ContentsUnclear, with_page

BEFORE = """\
# The only list of chapters.
format: jb-book
root: book/index
parts:
  - caption: "The seminars"   # in order
    chapters:
      - file: book/seminars/01-first  # the first
      - title: Second
        file: book/seminars/02-second
        sections:
          - file: book/extra

      # After this come the others.
  - caption: Others
    chapters:
    - file: book/others
"""


def test_the_line_comes_after_the_last_seminar() -> None:
    after = with_page(BEFORE, "book/seminars/03-third")
    assert after == BEFORE.replace(
        "          - file: book/extra\n",
        "          - file: book/extra\n      - file: book/seminars/03-third\n",
    )
    chapters = yaml.safe_load(after)["parts"][0]["chapters"]
    assert chapters[-1] == {"file": "book/seminars/03-third"}


def test_a_page_that_is_there_stays_once() -> None:
    assert with_page(BEFORE, "book/seminars/01-first") == BEFORE


def test_without_a_seminar_it_comes_last() -> None:
    text = "root: book/index\nchapters:\n- file: book/others"
    assert with_page(text, "book/seminars/01-new") == (
        "root: book/index\nchapters:\n- file: book/others\n- file: book/seminars/01-new\n"
    )


def test_line_ends_of_another_system_are_kept() -> None:
    text = BEFORE.replace("\n", "\r\n")
    after = with_page(text, "book/seminars/03-third")
    assert "      - file: book/seminars/03-third\r\n" in after
    assert after.count("\n") == after.count("\r\n")


@pytest.mark.parametrize(
    "text",
    [
        "root: book/index\n",
        "root: book/index\nchapters: [{file: book/seminars/01-first}]\n",
    ],
)
def test_contents_of_another_shape_are_left_alone(text: str) -> None:
    with pytest.raises(ContentsUnclear):
        with_page(text, "book/seminars/03-third")
