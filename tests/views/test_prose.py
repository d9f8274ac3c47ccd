"""Prose becomes pieces: people are links, everything else is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import world

from seminarbook.views.prose import people_cell, plain, prose
from seminarbook.views.values import PersonLink

ADA = PersonLink("ada-quillfeather", "Ada Quillfeather")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (None, ()),
        ("", ()),
        ("Nobody.", ("Nobody.",)),
        ("{ada-quillfeather}", (ADA,)),
        ("As {ada-quillfeather} said.", ("As ", ADA, " said.")),
        ("{ada-quillfeather}{ada-quillfeather}", (ADA, ADA)),
        ("{nobody-here} and {{ seed }}", ("{nobody-here} and {{ seed }}",)),
        ("{nobody-here}, {ada-quillfeather}", ("{nobody-here}, ", ADA)),
        ("<b>{ada-quillfeather}</b>", ("<b>", ADA, "</b>")),
    ],
)
def test_prose(text: str | None, cell: tuple[object, ...]) -> None:
    assert prose(world("toy"), text) == cell


@given(st.text())
def test_no_letter_is_lost(text: str) -> None:
    assert plain(prose(world("toy"), text)) == text


def test_several_people() -> None:
    ids = ("ada-quillfeather", "thornapple")
    assert plain(people_cell(world("toy"), ids)) == "Ada Quillfeather, Thornapple"
    assert people_cell(world("toy"), None) == ()
