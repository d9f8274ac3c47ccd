"""Why a cell was refused, in words that say what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seminarbook.faults import cells
from seminarbook.model.column_types import split_list
from seminarbook.model.columns import Column
from seminarbook.model.date_advice import date_advice
from seminarbook.model.suggestions import kebab
from seminarbook.problems import nearest, quoted

_LONGEST_ID = 80
_LEADING_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
# A value that a spreadsheet program could not work out.
_SHEET_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|#+)")
_CLOCK = re.compile(r"([0-9]{1,2})[.:h ]?([0-9]{2})?\s*([ap])?\.?m?\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The code, message and advice of a problem that does not know its place yet."""

    code: str
    message: str
    advice: str = ""


def missing(column: Column) -> Verdict:
    """The verdict on a blank cell of a column that needs a value."""
    match column.name:
        case "id":
            return Verdict(
                cells.ID_MISSING,
                "The id is missing.",
                "Give the row a short name of small letters, digits and hyphens.",
            )
        case "source":
            return Verdict(
                cells.SOURCE_MISSING,
                "The source is missing: no source, no row.",
                "Name its key in references.bib.",
            )
        case "locator":
            return Verdict(
                cells.LOCATOR_MISSING,
                "It is not said where in the source this is found.",
                "Name the paragraph, slide or heading.",
            )
    if column.allowed:
        return Verdict(cells.VALUE_MISSING, "A value is missing.", _allowed(column))
    return Verdict(cells.VALUE_MISSING, "A value is missing.", f"Fill in: {column.meaning}")


def refused(column: Column, text: str, reason: str) -> Verdict:
    """The verdict on a value that the record class refused; ``reason`` is what it said."""
    if not text or (column.many and column.required and not split_list(text)):
        return missing(column)
    match column.kind:
        case "word":
            advice = " ".join(filter(None, (nearest(text, column.allowed), _allowed(column))))
            message = f"{quoted(text)} is not one of the allowed words."
            return Verdict(cells.VALUE_NOT_ALLOWED, message, advice)
        case "id":
            return _bad_id(column, text)
        case "date":
            return _bad_date(text)
        case "number" | "whole number":
            return _bad_number(text, whole=column.kind == "whole number")
        case "clock time":
            return _bad_clock(text)
        case "web address":
            return _bad_address(text)
        case "ORCID":
            return _bad_orcid(text)
        case _:
            message = f"{quoted(text)} is not accepted: {reason}."
            return Verdict(cells.VALUE_FORM, message, f"This column holds: {column.meaning}")


def _allowed(column: Column) -> str:
    return f"Allowed: {', '.join(column.allowed)}."


def _bad_id(column: Column, text: str) -> Verdict:
    items = split_list(text) if column.many else (text,)
    if not items:
        return Verdict(cells.ID_FORM, f"{quoted(text)} names nothing.", "Leave the cell blank.")
    bad = next((item for item in items if kebab(item) != item), items[0])
    if column.many and "," in bad:
        return Verdict(
            cells.ID_FORM,
            f"{quoted(bad)} is not an id.",
            "The items of a list are separated by “;”.",
        )
    if len(bad) > _LONGEST_ID and re.fullmatch(r"[a-z0-9-]+", bad):
        message = f"{quoted(bad)} is longer than {_LONGEST_ID} characters."
        return Verdict(cells.ID_FORM, message, "Choose a shorter id.")
    advice = "Use small letters, digits and hyphens."
    if better := kebab(bad):
        advice = f"Write it as {quoted(better)}: small letters, digits and hyphens."
    return Verdict(cells.ID_FORM, f"{quoted(bad)} is not an id.", advice)


def _bad_date(text: str) -> Verdict:
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
        message = f"There is no day {quoted(text)} in the calendar."
        return Verdict(cells.DATE_IMPOSSIBLE, message, "Look the date up in the source.")
    message = f"{quoted(text)} is not a date like 2016-04-19, 2016-04 or 2016."
    return Verdict(cells.DATE_FORM, message, date_advice(text))


def _bad_number(text: str, *, whole: bool) -> Verdict:
    kind = "a whole number" if whole else "a number"
    message = f"{quoted(text)} is not {kind} in digits."
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", text):
        plain = text.replace(",", "")
        return Verdict(cells.NUMBER_FORM, message, f"Write it without commas: {plain}.")
    if _SHEET_ERROR.fullmatch(text):
        message = f"{quoted(text)} is an error of the spreadsheet program, not a number."
        return Verdict(cells.NUMBER_FORM, message, "Type the number again.")
    if text.startswith("="):
        message = f"{quoted(text)} is a formula, not a number."
        return Verdict(cells.NUMBER_FORM, message, "Write its result.")
    if re.fullmatch(r"-?[0-9]{1,3}(?:[\s’'.][0-9]{3})+", text):
        plain = re.sub(r"[\s’'.]", "", text)
        return Verdict(cells.NUMBER_FORM, message, f"Write all digits together: {plain}.")
    if re.fullmatch(r"-?[0-9]+,[0-9]+", text) and not whole:
        point = text.replace(",", ".")
        return Verdict(cells.NUMBER_FORM, message, f"Write a point before decimals: {point}.")
    if advice := _how_sure(text):
        return Verdict(cells.NUMBER_FORM, message, advice)
    if re.fullmatch(r"-[0-9.]+", text):
        return Verdict(cells.NUMBER_RANGE, f"{quoted(text)} is below zero.", "Correct the number.")
    if re.fullmatch(r"[0-9]+", text):
        if not int(text[:20]):
            message = f"{quoted(text)} is too small: counting starts at 1."
            return Verdict(cells.NUMBER_RANGE, message, "Correct the number.")
        message = f"{quoted(text)} has too many digits."
        return Verdict(cells.NUMBER_RANGE, message, "Correct the number.")
    if re.fullmatch(r"[+-]?[0-9.]+e[+-]?[0-9]+", text, re.IGNORECASE):
        return Verdict(cells.NUMBER_FORM, message, "Write all its digits, without an exponent.")
    found = _LEADING_NUMBER.match(text)
    # A sign among the digits, as in 3x5 or 3O, stands for one of them: nobody can know which.
    if found and re.fullmatch(r"(?:\s\D*[A-Za-z]|[%+])\D*", text[found.end() :]):
        rest = quoted(text[found.end() :].strip())
        advice = f"Write {found[0]} only; {rest} belongs in another column."
        return Verdict(cells.NUMBER_FORM, message, advice)
    return Verdict(cells.NUMBER_FORM, message, "Write digits only; leave it blank if not known.")


def _how_sure(text: str) -> str:
    """Advice on a number that says within its cell how sure it is."""
    if found := re.fullmatch(r"([0-9.]+) *(?:-|–|to) *([0-9.]+)", text):
        return f"Write {found[1]}, {found[2]} as the upper end, and the qualifier “between”."
    if found := re.fullmatch(r"([0-9.]+) *\+", text):
        return f"Write {found[1]}, and the qualifier “at least”."
    if found := re.fullmatch(r"(?:~|≈|[<>≤≥]=?|[A-Za-z .]*[A-Za-z.]) *([0-9.]*[0-9])", text):
        return f"Write {found[1]}; the qualifier says how sure it is."
    return ""


def _bad_clock(text: str) -> Verdict:
    message = f"{quoted(text)} is not a time like 09:30."
    if found := _CLOCK.fullmatch(text):
        hour, minute = int(found[1]), int(found[2] or 0)
        half = (found[3] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24 and minute < 60:
            return Verdict(cells.CLOCK_FORM, message, f"Write “{hour:02d}:{minute:02d}”.")
    return Verdict(cells.CLOCK_FORM, message, "Write hours and minutes with two digits each.")


def _bad_address(text: str) -> Verdict:
    message = f"{quoted(text)} is not a complete web address."
    if re.fullmatch(r"(www\.)?[\w-]+(\.[\w-]+)+(/\S*)?", text):
        return Verdict(cells.ADDRESS_FORM, message, f"Write {quoted('https://' + text)}.")
    if re.search(r"\s", text):
        return Verdict(cells.ADDRESS_FORM, message, "An address has no spaces; give only one.")
    return Verdict(cells.ADDRESS_FORM, message, "It begins with “https://”.")


def _bad_orcid(text: str) -> Verdict:
    message = f"{quoted(text)} is not an ORCID."
    form = r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]"
    if re.fullmatch(form, text):
        message = f"{quoted(text)} is not an ORCID: its last character does not fit the others."
        return Verdict(cells.ORCID_FORM, message, "Look for a mistyped digit.")
    if found := re.search(form, text.upper()):
        return Verdict(cells.ORCID_FORM, message, f"Write only {quoted(found[0])}.")
    return Verdict(
        cells.ORCID_FORM, message, "It is four groups of four, like 0000-0002-1825-0097."
    )
