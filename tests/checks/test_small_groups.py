"""What can be worked out about a group, compared with trying every number of people."""

from __future__ import annotations

import itertools
import math
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from seminarbook.checks.small_groups import Bounds, bounds, worked_out
from seminarbook.model.quantity import NOT_RECORDED, Quantity

MOST = 9


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    qualifier = draw(
        st.sampled_from(("exactly", "about", "at least", "at most", "fewer than", "between"))
    )
    value = draw(st.integers(1, 6))
    upper = draw(st.integers(value + 1, 8)) if qualifier == "between" else None
    return Quantity(qualifier, Decimal(value), None if upper is None else Decimal(upper))


ANY = quantities() | st.just(NOT_RECORDED)


def tried(total: Quantity, groups: list[Quantity], fewest: int) -> list[Bounds] | None:
    """The bounds of each group over every way in which the groups make up the whole."""
    whole = bounds(total, fewest=fewest)
    parts = [bounds(group, fewest=fewest) for group in groups]
    # With three groups of which none is above MOST, no total above this changes anything.
    ways = [
        way
        for way in itertools.product(
            *(range(part.low, int(min(part.high, MOST)) + 1) for part in parts)
        )
        if whole.low <= sum(way) <= whole.high
    ]
    if not ways:
        return None
    return [Bounds(min(column), max(column)) for column in zip(*ways, strict=True)]


@examples(60)
@given(ANY, st.lists(quantities(), min_size=1, max_size=3))
def test_nothing_more_and_nothing_less_can_be_worked_out(
    total: Quantity, groups: list[Quantity]
) -> None:
    expected = tried(total, groups, 1) or tried(total, groups, 0)
    found = worked_out(total, groups)
    if expected is None or found is None:
        return
    for one, other in zip(found, expected, strict=True):
        assert one.low <= other.low
        if one.high < MOST:
            assert one.high >= other.high
        if one.gives_away and tried(total, groups, 1):
            assert one == other


def test_one_hidden_group() -> None:
    found = worked_out(exactly(23), [exactly(20), fewer(5)])
    assert found == (Bounds(20, 20), Bounds(3, 3))


def test_two_hidden_groups_that_are_as_large_as_they_can_be() -> None:
    found = worked_out(exactly(28), [exactly(20), fewer(5), fewer(5)])
    assert found == (Bounds(20, 20), Bounds(4, 4), Bounds(4, 4))


def test_two_hidden_groups_that_stay_hidden() -> None:
    found = worked_out(exactly(26), [exactly(20), fewer(5), fewer(5)])
    assert found is not None
    assert not any(group.gives_away for group in found)


def test_groups_that_are_only_a_part_of_the_whole_give_nothing_away() -> None:
    found = worked_out(exactly(100), [exactly(20), fewer(5)])
    assert found == (Bounds(20, 20), Bounds(1, 4))


def test_a_total_that_is_not_sure_gives_nothing_away() -> None:
    found = worked_out(Quantity("about", Decimal(23)), [exactly(20), fewer(5)])
    assert found == (Bounds(20, 20), Bounds(1, 4))


def test_a_group_nobody_counted_is_the_rest() -> None:
    found = worked_out(exactly(22), [exactly(20), NOT_RECORDED])
    assert found == (Bounds(20, 20), Bounds(2, 2))


def test_groups_that_cannot_fit() -> None:
    assert worked_out(exactly(15), [exactly(20)]) is None
    assert worked_out(exactly(20), [exactly(20), fewer(5)]) == (Bounds(20, 20), Bounds(0, 0))


def test_a_hidden_group_is_somebody_unless_that_cannot_be() -> None:
    assert bounds(fewer(5), fewest=1) == Bounds(1, 4)
    assert bounds(NOT_RECORDED) == Bounds(0, math.inf)


def exactly(value: int) -> Quantity:
    return Quantity("exactly", Decimal(value))


def fewer(value: int) -> Quantity:
    return Quantity("fewer than", Decimal(value))
