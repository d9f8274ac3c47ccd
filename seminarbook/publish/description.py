"""Description: the first words of a page, for those who have only a line to show them in."""

from __future__ import annotations

import re

from seminarbook.publish.works import one_line

LONGEST = 160  # what search engines show of a description

_BREAK = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[“‘\"'(]*[^\W\d_a-z])")
_BEFORE_SIGN = re.compile(r"\s+([.,;:!?)])")


def description_of(text: str, longest: int = LONGEST) -> str:
    """As many whole sentences as there is room for; the first one is cut if it must be."""
    tidy = _BEFORE_SIGN.sub(r"\1", one_line(text))
    if len(tidy) <= longest:
        return tidy
    ends = [found.start() + len(found[0].rstrip()) for found in _BREAK.finditer(tidy)]
    whole = [end for end in ends if end <= longest]
    return tidy[: whole[-1]] if whole else shortened(tidy, longest)


def shortened(text: str, longest: int) -> str:
    """The text cut between two words, with a mark that says so."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    if " " in kept:
        kept = kept[: kept.rindex(" ")]
    return kept.rstrip(" ,;:–—-(“‘") + "…"
