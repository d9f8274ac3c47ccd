"""Works of a person lose author, title and address; other entries lose only the name."""

from __future__ import annotations

from seminarbook.withdrawal.bibliography import without, works_of
from seminarbook.withdrawal.identity import identity_of
from seminarbook.withdrawal.phrases import Neutral
from tests.withdrawal.test_phrases import PEOPLE, ZOE

IDENTITY = identity_of(ZOE, PEOPLE)
NEUTRAL = Neutral(IDENTITY)

BEFORE = """\
% Notes by Zoë Märsh.
@article{marsh-2017,
  author = {M{\\"a}rsh, Zo{\\"e}},
  title = "Wet feet",
  journal = {Journal of Water},
  doi = {10.1/xyz},
  year = 2017,
}

@misc{bell-2018,
  author = {Bell, Märsh and Märsh, Zoë},
  title = {{A reply}},
  year = {2018},
  note = {Written with Z. Märsh},
}

@misc{other,
  author = {{The blog of Zoë Märsh's friends}},
  title = {{On Marsh v Toytown}},
  url = {https://example.org/by-zoe-marsh/},
}
"""


def test_works_are_found_by_their_authors() -> None:
    assert [entry.key for entry in works_of(IDENTITY, BEFORE)] == ["marsh-2017", "bell-2018"]


def test_what_leads_to_the_person_is_taken_out() -> None:
    assert (
        without(IDENTITY, NEUTRAL, BEFORE, {"marsh-2017": "unnamed-2017"})
        == """\
% Notes by a person who asked not to be named.
@misc{unnamed-2017,
  author = {{Name withheld}},
  title = {{Work by a person who asked not to be named}},
  year = {2017},
}

@misc{bell-2018,
  author = {Bell, Märsh and {Name withheld}},
  title = {{Work by several people, of whom one asked not to be named}},
  year = {2018},
  note = {Written with a person who asked not to be named},
}

@misc{other,
  author = {{The blog of an unnamed person’s friends}},
  title = {{On Marsh v Toytown}},
}
"""
    )


def test_an_entry_without_the_person_stays_as_it_is() -> None:
    text = "@misc{x,\n title={{Water}} , year = 2017 }\n"
    assert without(IDENTITY, NEUTRAL, text, {}) == text
