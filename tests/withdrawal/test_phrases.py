"""Neutral words fit the sentence they are put into."""

from __future__ import annotations

import pytest

from seminarbook.model.records import Person
from seminarbook.withdrawal.identity import identity_of
from seminarbook.withdrawal.phrases import Neutral


def person(id_: str, family: str, given: str | None, kind: str = "person") -> Person:
    return Person.model_validate(
        {
            "id": id_, "kind": kind, "family_name": family, "given_name": given, "orcid": None,
            "url": None, "consent": "given", "source": "x", "locator": "y", "note": None,
        }
    )  # fmt: skip


ZOE = person("zoe-marsh", "Märsh", "Zoë Ann")
BELL = person("marsh-bell", "Bell", "Märsh")
CHOIR = person("the-wheel-choir", "The Wheel Choir", None, "group")
PEOPLE = (ZOE, BELL, CHOIR)
NEUTRAL = Neutral(identity_of(ZOE, PEOPLE, ["Marsh bridge"]), ("University of Toytown",))
GROUP = Neutral(identity_of(CHOIR, PEOPLE))

ROLES = {
    "{person}`zoe-marsh` spoke.": "A person who asked not to be named spoke.",
    "Then {person}`Dr Märsh <zoe-marsh>` spoke.": "Then a person who asked not to be named spoke.",
    "The end.\n{person}`zoe-marsh` spoke.": "The end.\nA person who asked not to be named spoke.",
    "As was said by\n{person}`zoe-marsh`.": "As was said by\na person who asked not to be named.",
    "Done {cite:p}`x`.\nDr {person}`zoe-marsh` spoke.": (
        "Done {cite:p}`x`.\nA person who asked not to be named spoke."
    ),
    "- {person}`zoe-marsh`: yes": "- A person who asked not to be named: yes",
    "* - {person}`zoe-marsh`\n  - {person}`zoe-marsh` again": (
        "* - A person who asked not to be named\n  - A person who asked not to be named again"
    ),
    "### {person}`zoe-marsh`": "### A person who asked not to be named",
    ":caption: {person}`zoe-marsh` alone": ":caption: A person who asked not to be named alone",
    "We heard {person}`Märsh's <zoe-marsh>` talk.": "We heard an unnamed person’s talk.",
    "We heard {person}`zoe-marsh`’s talk.": "We heard an unnamed person’s talk.",
    "{person}`zoe-marsh` came, and {person}`zoe-marsh` left.": (
        "A person who asked not to be named came, and this person left."
    ),
    "With {person}`zoe-marsh` (University of Toytown) we spoke.": (
        "With a person who asked not to be named we spoke."
    ),
    "So was {person}`zoe-marsh`, Reader at the University of Toytown, who left.": (
        "So was a person who asked not to be named who left."
    ),
    "So was {person}`zoe-marsh`, of the University of Toytown.": (
        "So was a person who asked not to be named."
    ),
    "{person}`marsh-bell`, and people of the University of Toytown, left.": (
        "{person}`marsh-bell`, and people of the University of Toytown, left."
    ),
    "See {ref}`Zoë <person-zoe-marsh>`.": "See Zoë.",
}


@pytest.mark.parametrize("text", ROLES)
def test_roles_become_words(text: str) -> None:
    assert NEUTRAL.roles(text) == ROLES[text]


TYPED = {
    "by Zoë Märsh": "by a person who asked not to be named",
    "by Zoe Ann Marsh": "by a person who asked not to be named",
    "by Z. A. Märsh": "by a person who asked not to be named",
    "by ZOË MÄRSH": "by a person who asked not to be named",
    "by Märsh, Zoë": "by a person who asked not to be named",
    "by Dr Marsh": "by a person who asked not to be named",
    "Marsh’s view": "An unnamed person’s view",
    "the Marsh bridge": "the Marsh bridge",
    "Marsh v Toytown": "Marsh v Toytown",
    "by Märsh Bell": "by Märsh Bell",
    "Bell,Märsh": "Bell,Märsh",
    "a marsh by the sea": "a marsh by the sea",
    "Marshall and Marshes": "Marshall and Marshes",
}


@pytest.mark.parametrize("text", TYPED)
def test_typed_names_become_words(text: str) -> None:
    assert NEUTRAL.typed(text) == TYPED[text]


def test_a_group_is_not_a_person() -> None:
    assert GROUP.roles("Sung by the {person}`the-wheel-choir` at four.") == (
        "Sung by a group that asked not to be named at four."
    )
    assert GROUP.typed("The Wheel Choir sang.") == "A group that asked not to be named sang."


def test_data_texts_in_the_middle_of_a_sentence_keep_their_small_letter() -> None:
    assert NEUTRAL.braces("{zoe-marsh}, as told", lower=True) == (
        "a person who asked not to be named, as told"
    )
    assert NEUTRAL.braces("{zoe-marsh} and {marsh-bell}") == (
        "A person who asked not to be named and {marsh-bell}"
    )
