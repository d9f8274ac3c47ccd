"""A YAML text is measured before anybody reads it, and each fault has its place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seminarbook.model.yaml_text import (
    DEEPEST,
    compose_yaml,
    load_yaml,
    place_of,
    reason_of,
)

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
FAULTS = {
    BOMB: ((6, 15), "with all that its aliases stand for"),
    "a: 1\nme: &m [*m]\n": ((2, 9), "stands within what it names"),
    "me: &m {x: {y: *m}}\n": ((1, 16), "stands within what it names"),
    "a: 1\nx: " + "[" * 5000 + "]" * 5000: ((2, 4 + DEEPEST - 1), "levels deep"),
    "x: 2016-13-45\n": ((1, 4), "month must be in 1..12"),
    "a: b\nx: a\0b\n": ((2, 5), "U+0000"),
    "x: !!python/object/apply:os.system [ls]\n": ((1, 4), "could not determine a constructor"),
    "x: *nothing\n": ((1, 4), "undefined alias"),
    "x: [1, 2\n": ((2, 1), "expected ',' or ']'"),
}


@pytest.mark.parametrize("text", FAULTS, ids=lambda text: text[:12])
def test_what_is_refused_has_its_place(text: str) -> None:
    with pytest.raises(yaml.YAMLError) as refused:
        load_yaml(text)
    place, reason = FAULTS[text]
    assert reason in reason_of(refused.value)
    assert place_of(refused.value) == place


def test_aliases_that_stand_for_little_are_welcome() -> None:
    text = "a: &a {x: 1}\nb: *a\nc: [*a, *a]\nwhen: 2016-04-19\n"
    assert load_yaml(text) == yaml.safe_load(text)
    assert compose_yaml("") is None


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["C"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text("abc", max_size=3), inner),
    max_leaves=20,
)


@given(_VALUES)
def test_what_a_person_writes_comes_back(value: object) -> None:
    assert load_yaml(yaml.safe_dump(value, allow_unicode=True)) == value


@given(st.text(st.sampled_from("ab:-[]{}&*!'\"\n #,|>?\0é")))
def test_any_text_is_read_or_refused(text: str) -> None:
    reason = "read"
    try:
        load_yaml(text)
    except yaml.YAMLError as error:
        reason = reason_of(error)
    assert reason
    assert "\n" not in reason
