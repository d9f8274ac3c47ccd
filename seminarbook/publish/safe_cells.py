"""Safe cells: texts that no spreadsheet takes for a formula, and the way back, without loss.

A spreadsheet runs a cell that begins with =, +, - or @, some also behind white space or
control characters. Such a cell gets an apostrophe in front, which spreadsheets show as text.
So that this can be undone, a cell that already begins with apostrophes before such a sign gets
one more: ``unguarded`` takes exactly one away again.
"""

from __future__ import annotations

import re

GUARD = "'"
_RISKY = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
_GUARDED = re.compile(r"'+(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")


def guarded(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet might run it."""
    return GUARD + text if _RISKY.match(text) else text


def unguarded(text: str) -> str:
    """What ``guarded`` was given."""
    return text[len(GUARD) :] if _GUARDED.match(text) else text
