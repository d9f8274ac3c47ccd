"""A new entry of the bibliography, as far as it is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SIGNS = re.compile(r"([&%$#_])")


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source that is to be added; what is blank is left out."""

    key: str
    title: str
    author: str = ""
    year: str = ""
    url: str = ""

    def entry(self) -> str:
        """The entry in BibTeX. The braces keep the title and a body's name as they are."""
        fields = {
            "author": f"{{{_text(self.author)}}}" if self.author else "",
            "title": f"{{{_text(self.title)}}}",
            "year": _text(self.year),
            "url": re.sub(r"[{}\\\s]", "", self.url),
        }
        lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
        return f"@misc{{{self.key},\n{''.join(lines)}}}\n"


def _text(text: str) -> str:
    """A text without what BibTeX would take for its own."""
    return _SIGNS.sub(r"\\\1", re.sub(r"[{}\\]", "", " ".join(text.split())))


def with_entry(bibliography: str, source: NewSource) -> str:
    """The bibliography with the entry at its end."""
    return f"{bibliography.rstrip()}\n\n{source.entry()}"
