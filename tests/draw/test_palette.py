"""Colours can be seen on every page, and told apart by everybody."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from seminarbook.draw.palette import DARK_BACKGROUND, LIGHT_BACKGROUND, PALETTE, colour, name_of

# The book's own pages: white, paper, panels and the calm colours; black and the dark surfaces.
LIGHT_PAGES = (LIGHT_BACKGROUND, "#fcfaf6", "#f4f0e8", "#efe9dc", "#e7dfcf")
DARK_PAGES = (DARK_BACKGROUND, "#15191c", "#1c2226", "#21282d")
TEXT = {"ink", "muted"}
NOT_MARKS = {"rule", "paper"}

Triple = tuple[float, float, float]
# How the colours look without one kind of cone (Machado, Oliveira and Fernandes, 2009).
SIGHTS: dict[str, tuple[Triple, Triple, Triple]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(value: str) -> Triple:
    parts = [int(value[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return r, g, b


def contrast(one: str, other: str) -> float:
    """The contrast of WCAG 2."""
    bright = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(value), strict=True))
        for value in (one, other)
    )
    return (bright[1] + 0.05) / (bright[0] + 0.05)


def through(matrix: tuple[Triple, Triple, Triple], values: Triple) -> Triple:
    a, b, c = (sum(x * y for x, y in zip(row, values, strict=True)) for row in matrix)
    return a, b, c


def oklab(values: Triple) -> Triple:
    """A space in which distance is about as people see it (Ottosson, 2020)."""
    cones = through(
        (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        ),
        values,
    )
    l, m, s = (max(cone, 0) ** (1 / 3) for cone in cones)  # noqa: E741
    return through(
        (
            (0.2104542553, 0.7936177850, -0.0040720468),
            (1.9779984951, -2.4285922050, 0.4505937099),
            (0.0259040371, 0.7827717662, -0.8086757660),
        ),
        (l, m, s),
    )


def distance(one: str, other: str, sight: str) -> float:
    a, b = (oklab(through(SIGHTS[sight], linear(value))) for value in (one, other))
    return sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5


@pytest.mark.parametrize("key", sorted(set(PALETTE) - NOT_MARKS))
def test_contrast(key: str) -> None:
    needed = 4.5 if key in TEXT else 3
    assert min(contrast(PALETTE[key].light, page) for page in LIGHT_PAGES) >= needed
    assert min(contrast(PALETTE[key].dark, page) for page in DARK_PAGES) >= needed


@pytest.mark.parametrize("sight", sorted(SIGHTS))
@pytest.mark.parametrize("side", ["light", "dark"])
def test_two_of_a_kind_differ_in_texture_or_clearly_in_colour(side: str, sight: str) -> None:
    for family in ("role-", "affiliation-", "spare-"):
        for one, other in combinations([key for key in PALETTE if key.startswith(family)], 2):
            if PALETTE[one].texture == PALETTE[other].texture:
                apart = distance(getattr(PALETTE[one], side), getattr(PALETTE[other], side), sight)
                assert apart >= 0.1, (one, other)


def test_a_new_key_always_gets_the_same_colour() -> None:
    assert name_of("role-beekeeper") == name_of("role-beekeeper")
    assert name_of("role-beekeeper").startswith("spare-")
    assert name_of("role-carer") == "role-carer"
    assert colour("role-beekeeper") == PALETTE[name_of("role-beekeeper")]


def test_neighbouring_seminars_differ() -> None:
    names = [name_of(f"seminar-{number}") for number in range(1, 20)]
    assert all(one != other for one, other in pairwise(names))
