"""Ids, keys and labels lose the name, stay unique, and leave other people's alone."""

from __future__ import annotations

import pytest

from seminarbook.withdrawal.identity import identity_of
from seminarbook.withdrawal.names_of_things import renamed, with_new_names, without_name
from tests.withdrawal.test_phrases import BELL, CHOIR, PEOPLE, ZOE

IDENTITY = identity_of(ZOE, PEOPLE)
IDS = {
    "s6-marsh": "s6-unnamed",
    "s6-zoe-marsh-keynote": "s6-unnamed-keynote",
    "marsh-2017": "unnamed-2017",
    "s6-unnamed-carer-marsh": "s6-unnamed-carer",
    "s1-marsh-bell-slides": "s1-marsh-bell-slides",
    "s1-bell-marsh": "s1-bell-unnamed",
    "marshes-2017": "marshes-2017",
    "s6-opening": "s6-opening",
}


@pytest.mark.parametrize("id_", IDS)
def test_the_name_goes_out_of_an_id(id_: str) -> None:
    assert without_name(IDENTITY, id_) == IDS[id_]


def test_new_names_are_unique() -> None:
    assert renamed(IDENTITY, ["s6-marsh", "s6-zoe-marsh", "s7-marsh"], {"s6-unnamed"}) == {
        "s6-marsh": "s6-unnamed-2",
        "s6-zoe-marsh": "s6-unnamed-3",
        "s7-marsh": "s7-unnamed",
    }


def test_names_are_changed_only_where_they_stand_whole() -> None:
    names = {"s6-marsh": "s6-unnamed"}
    text = "(s6-marsh)= {ref}`x <s6-marsh>` s6-marsh-2 a-s6-marsh {cite:p}`b,s6-marsh`"
    assert with_new_names(text, names) == (
        "(s6-unnamed)= {ref}`x <s6-unnamed>` s6-marsh-2 a-s6-marsh {cite:p}`b,s6-unnamed`"
    )


def test_other_people_keep_their_ids() -> None:
    assert without_name(identity_of(CHOIR, PEOPLE), "s1-the-wheel-choir") == "s1-unnamed"
    assert without_name(identity_of(BELL, PEOPLE), "s1-marsh-bell") == "s1-unnamed"
