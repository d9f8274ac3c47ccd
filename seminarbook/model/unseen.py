"""Characters that nobody sees, and that change what a text means or how it is shown."""

from __future__ import annotations

import re
import unicodedata

# Control characters other than the line end; marks that change the direction of a text; spaces
# without width; the sign that stands for a character lost in an earlier change of encoding.
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffd]"
)


def is_control(sign: str) -> bool:
    """Whether it is a control character, which no program shows."""
    return unicodedata.category(sign) == "Cc"


def described(sign: str) -> tuple[str, str]:
    """What is wrong with a text that holds the character, and what to do."""
    if sign == "\ufffd":
        message = "The text holds “\ufffd”, in place of a letter lost when it was saved."
        return message, "Type the letter again."
    name = unicodedata.name(sign, "").lower()
    title = f"the character “{name}”" if name else "a control character"
    title = "a tab" if sign == "\t" else title
    message = f"The text holds {title} (U+{ord(sign):04X}), which cannot be seen."
    return message, "Write a space in its place." if sign == "\t" else "Delete it."
