"""An invented book of N chapters, the same for every program and every run.

No word of it means anything: only amounts matter (sections, words, tables, charts, citations).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

SECTIONS, PARAGRAPHS, SENTENCES = 5, 2, 4
GROUPS = ("academic", "professional", "gardener", "carer")
PARTS = ("opened the day", "keynote speaker", "speaker", "took part in discussion")
TERMS = 24
SOURCES = 40
PEOPLE = 60
_SYLLABLES = (
    "ba", "co", "den", "fir", "gol", "hem", "in", "jar", "kel", "lo", "mar", "nes", "or", "pil",
    "qua", "ri", "sol", "tam", "ul", "ver", "wen", "yar", "zo",
)  # fmt: skip


_MARK = re.compile(r"\[([ct])(\d+)\]")
PLAIN_WORDS = "*In plain words:* We met on one day. We told each other what we knew."


@dataclass(frozen=True)
class Chapter:
    """A chapter about one day: its words, and its rows of data."""

    number: int

    @property
    def id(self) -> str:
        """The day's id in the data."""
        return f"s{self.number}"

    @property
    def slug(self) -> str:
        """The name of the chapter's file after its number."""
        return f"day-{self.number}"

    @property
    def page(self) -> str:
        """The name of the chapter's file."""
        return f"{self.number:02d}-{self.slug}"

    @cached_property
    def title(self) -> str:
        """Three words."""
        return _words(random.Random(self.number), 3).capitalize()

    @cached_property
    def sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Headings with their paragraphs; ``[c5]`` is a citation of a source, ``[t5]`` a term."""
        rng = random.Random(f"text {self.number}")
        found = []
        for _ in range(SECTIONS):
            paragraphs = []
            for _ in range(PARAGRAPHS):
                sentences = [f"{_words(rng, rng.randint(8, 18)).capitalize()}"
                             for _ in range(SENTENCES)]  # fmt: skip
                sentences[1] += f" [t{rng.randrange(TERMS)}]"
                sentences[-1] += f" [c{rng.randrange(SOURCES)}]"
                paragraphs.append(" ".join(f"{sentence}." for sentence in sentences))
            found.append((_words(rng, 2).capitalize(), tuple(paragraphs)))
        return tuple(found)

    @cached_property
    def programme(self) -> tuple[tuple[str, str, int], ...]:
        """Start, title and person of each item."""
        rng = random.Random(f"programme {self.number}")
        return tuple(
            (f"{9 + hour:02d}:30", _words(rng, 4).capitalize(), rng.randrange(PEOPLE))
            for hour in range(len(PARTS))
        )

    @cached_property
    def attendance(self) -> dict[str, int]:
        """How many of each group came."""
        rng = random.Random(f"attendance {self.number}")
        return {group: rng.randint(6, 40) for group in GROUPS}

    @property
    def date(self) -> str:
        """The day, as an ISO date."""
        month = (self.number - 1) % 12 + 1
        return f"{2031 + (self.number - 1) // 12}-{month:02d}-{self.number % 28 + 1:02d}"


@dataclass(frozen=True)
class Content:
    """The whole book; ``text`` alone is without data, tables and charts."""

    size: int
    text: bool = False

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters in order."""
        return tuple(Chapter(number) for number in range(1, self.size + 1))


def sectioned(chapter: Chapter, views: str, mark: Callable[[str, int], str]) -> str:
    """The chapter in Markdown: ``views`` after its first section, marks as ``mark`` writes them."""
    parts = [f"# {chapter.title}\n\n{PLAIN_WORDS}\n"]
    for number, (heading, paragraphs) in enumerate(chapter.sections):
        parts += [f"\n## {heading}\n", *(f"\n{paragraph}\n" for paragraph in paragraphs)]
        if number == 0:
            parts.append(views)
    return _MARK.sub(lambda found: mark(found[1], int(found[2])), "".join(parts))


def in_myst(chapter: Chapter, views: str) -> str:
    """The chapter in Jupyter Book's Markdown."""
    return sectioned(
        chapter,
        views,
        lambda kind, number: (
            f"{{cite:p}}`c{number}`" if kind == "c" else f"{{term}}`{term(number)}`"
        ),
    )


def glossary() -> str:
    """The page of terms in Jupyter Book's Markdown."""
    entries = [f"{term(number)}\n  What it means.\n" for number in range(TERMS)]
    return "# Glossary\n\n```{glossary}\n" + "\n".join(entries) + "```\n"


def bibliography() -> str:
    """The sources in BibTeX."""
    lines = [
        f"@misc{{c{number},\n author = {{{author}}},\n title = {{{title}}},\n year = {{2031}}\n}}\n"
        for number, (author, title) in enumerate(map(source, range(SOURCES)))
    ]
    return "".join(lines)


def term(number: int) -> str:
    """A term of the glossary; the letter keeps terms apart."""
    return f"{_words(random.Random(f'term {number}'), 1)} {chr(ord('a') + number)}"


def source(number: int) -> tuple[str, str]:
    """Author and title of a source."""
    author = _words(random.Random(f"author {number}"), 1).capitalize()
    return f"{author}, A.", _words(random.Random(f"title {number}"), 1).capitalize()


def name(number: int) -> tuple[str, str]:
    """Given and family name of an invented person; the number keeps family names apart."""
    given, family = (
        _words(random.Random(f"{part} {number}"), 1).capitalize() for part in ("given", "family")
    )
    return given, f"{family}{number}"


def _words(rng: random.Random, count: int) -> str:
    return " ".join(
        "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(1, 4))) for _ in range(count)
    )
