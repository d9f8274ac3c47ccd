"""The colours and textures of the book's charts, one for each thing that is counted.

A colour never says anything alone: every bar has its words beside it, and colours that some
people cannot tell apart differ in texture. A test computes contrast and colour vision.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Literal

Texture = Literal[
    "plain", "rising", "falling", "lines", "upright", "crossed", "grid", "open", "dashed"
]

LIGHT_BACKGROUND = "#ffffff"
DARK_BACKGROUND = "#131416"


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour on a light and on a dark page, and the texture that goes with it."""

    light: str
    dark: str
    texture: Texture = "plain"


# What is read rather than compared: text, lines, the page itself.
_PAGE = {
    "ink": Colour("#1f2328", "#e6e6e6"),
    "muted": Colour("#57606a", "#a8b0b8"),
    "rule": Colour("#d0d7de", "#3a4048"),
    "paper": Colour(LIGHT_BACKGROUND, DARK_BACKGROUND),
}

_ROLES = {
    "role-researcher": Colour("#332288", "#a99bf0", "rising"),
    "role-academic": Colour("#0072b2", "#5cb3f0"),
    "role-professional": Colour("#117733", "#5cc98a", "rising"),
    "role-policymaker": Colour("#4a5a68", "#9fb4c8", "crossed"),
    "role-student": Colour("#0b7f7f", "#4fc4c4", "upright"),
    "role-carer": Colour("#c2410c", "#ff9a66"),
    "role-service-user": Colour("#882255", "#f08bb0", "falling"),
    "role-lived-experience": Colour("#9b3d8f", "#e19be0", "lines"),
    "role-artist": Colour("#8a6a00", "#d9b84a", "crossed"),
    "role-group": Colour("#6b4f2a", "#c8a77e", "grid"),
    "role-not-stated": Colour("#6e7781", "#9aa3ab", "open"),
}

_AFFILIATIONS = {
    "affiliation-university": Colour("#0072b2", "#5cb3f0"),
    "affiliation-nhs": Colour("#117733", "#5cc98a", "rising"),
    "affiliation-voluntary": Colour("#c2410c", "#ff9a66", "falling"),
    "affiliation-public-body": Colour("#332288", "#a99bf0", "lines"),
    "affiliation-partnership": Colour("#8a6a00", "#d9b84a", "crossed"),
    "affiliation-not-stated": Colour("#6e7781", "#9aa3ab", "open"),
}

_OTHER = {
    "unconfirmed": Colour("#6e7781", "#9aa3ab", "dashed"),
    "people": Colour("#0072b2", "#5cb3f0"),
    "proposals": Colour("#0072b2", "#5cb3f0"),
    "event-seminar": Colour("#882255", "#f08bb0"),
    "event-post": Colour("#57606a", "#a8b0b8", "open"),
    "state-named": Colour("#0072b2", "#5cb3f0"),
    "state-published": Colour("#117733", "#5cc98a"),
    "state-awaiting-consent": Colour("#8a6a00", "#d9b84a"),
    "state-promised": Colour("#8a6a00", "#d9b84a"),
    "state-not-found": Colour("#c2410c", "#ff9a66"),
    "state-not-stated": Colour("#6e7781", "#9aa3ab"),
    "state-none-known": Colour("#6e7781", "#9aa3ab"),
}

# For keys made of data (a role or theme added later, seminars of a long series), in turn.
_SPARE = {
    f"spare-{place}": look
    for place, look in enumerate(
        (
            Colour("#0072b2", "#5cb3f0"),
            Colour("#c2410c", "#ff9a66", "rising"),
            Colour("#117733", "#5cc98a", "lines"),
            Colour("#882255", "#f08bb0", "falling"),
            Colour("#8a6a00", "#d9b84a", "crossed"),
            Colour("#332288", "#a99bf0", "upright"),
            Colour("#0b7f7f", "#4fc4c4", "rising"),
            Colour("#9b3d8f", "#e19be0", "lines"),
        )
    )
}

PALETTE: dict[str, Colour] = {**_PAGE, **_ROLES, **_AFFILIATIONS, **_OTHER, **_SPARE}


def name_of(key: str) -> str:
    """The key's name in the palette; a key nobody chose a colour for always gets the same one."""
    if key in PALETTE:
        return key
    ending = key.rpartition("-")[2]
    place = int(ending) if ending.isascii() and ending.isdigit() else zlib.crc32(key.encode())
    return f"spare-{place % len(_SPARE)}"


def colour(key: str) -> Colour:
    """The colour of a key."""
    return PALETTE[name_of(key)]
