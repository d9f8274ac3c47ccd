"""Numbers, and how sure they are, as people and spreadsheets write them → as the data files do."""

from __future__ import annotations

import re
from decimal import Decimal

from seminarbook.faults import spreadsheets
from seminarbook.spreadsheet.grid import Wrong

_SPACES = "\u0020\u00a0\u202f\u2009"
_SPACED = re.compile(rf"-?\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:[.,]\d+)?")
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_ONE_COMMA = re.compile(r"(-?\d+),(\d+)")
_COMMAS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POINTS = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
# Digits that Excel itself is sure of.
_SURE_DIGITS = 15


def number_text(text: str, *, continental: bool = False) -> str | Wrong:
    """A number with a point before decimals, if the text has one meaning; otherwise the text.

    ``continental``: the file comes from a program for which the comma marks decimals.
    """
    if _SPACED.fullmatch(text):
        text = re.sub(f"[{_SPACES}]", "", text)
    point = re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", text)
    if point and continental:
        return _two_ways(text, text.replace(".", ""), text)
    if _PLAIN.fullmatch(text):
        return text
    if found := _ONE_COMMA.fullmatch(text):
        whole, rest = found.groups()
        if len(rest) == 3 and len(whole.lstrip("-")) <= 3 and whole.lstrip("-") != "0":
            return _two_ways(text, whole + rest, f"{whole}.{rest}")
        return f"{whole}.{rest}"
    if _COMMAS.fullmatch(text):
        return text.replace(",", "")
    if _POINTS.fullmatch(text):
        return text.replace(".", "").replace(",", ".")
    return text


def _two_ways(text: str, one: str, other: str) -> Wrong:
    message = f"“{text}” can be read in two ways."
    return Wrong(
        spreadsheets.CELL_AMBIGUOUS, message, f"Write {one} or {other} (digits and point)."
    )


def number_of_cell(value: int | float, form: str) -> str | Wrong:
    """A number cell in digits, without what computing has added to it."""
    if "%" in form:
        message = f"The cell shows {value * 100:g} %, and holds {value:g}."
        advice = f"Write {value * 100:g} as a plain number, and “per cent” into the unit."
        return Wrong(spreadsheets.CELL_AMBIGUOUS, message, advice)
    if isinstance(value, int):
        return str(value)
    if value != value or value in (float("inf"), float("-inf")):
        return Wrong(spreadsheets.CELL_ERROR, "The cell holds no number.", "Type it again.")
    return f"{Decimal(f'{value:.{_SURE_DIGITS}g}').normalize():f}"


_SIGNS = {"<": "fewer than", "≤": "at most", "<=": "at most", "≥": "at least", ">=": "at least",
          "~": "about", "≈": "about", "c.": "about", "ca.": "about", "circa": "about",
          "around": "about", "approx.": "about", "approximately": "about",
          "less than": "fewer than", "under": "fewer than", "up to": "at most",
          "about": "about", "at least": "at least", "at most": "at most",
          "fewer than": "fewer than"}  # fmt: skip
_NUMBER = r"\d[\d.,\u00a0\u202f]*"
_QUALIFIED = re.compile(
    rf"({'|'.join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))})"
    rf"\s*({_NUMBER})",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"(?:between\s+)?({_NUMBER})\s*(?:–|—|-|to|and)\s*({_NUMBER})", re.IGNORECASE)
_MORE = re.compile(rf"({_NUMBER})\s*\+")
_NOT_RECORDED = frozenset(
    ("not recorded", "unknown", "not known", "n/a", "na", "?", "-", "–", "nk", "nr")
)


def quantity_text(text: str) -> dict[str, str]:
    """What “about 35”, “<5”, “20–25” or “not known” says, by column; nothing if it is plain."""
    folded = " ".join(text.split())
    if folded.casefold() in _NOT_RECORDED:
        return {"value": "", "upper": "", "qualifier": "not recorded"}
    if found := _QUALIFIED.fullmatch(folded):
        return {"value": found[2], "qualifier": _SIGNS[found[1].casefold()]}
    if found := _RANGE.fullmatch(folded):
        return {"value": found[1], "upper": found[2], "qualifier": "between"}
    if found := _MORE.fullmatch(folded):
        return {"value": found[1], "qualifier": "at least"}
    return {}
