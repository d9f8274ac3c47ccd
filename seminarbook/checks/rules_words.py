"""Rules on the words of a chapter: names, numbers, headings, plainness, kindness."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter, Place
from seminarbook.checks.readability import reading_ease
from seminarbook.checks.rule import Finding, chapter_rule
from seminarbook.checks.standard_markup import is_meant
from seminarbook.model.records import Person

PLAIN_WORDS_LIMIT = 150
_EASE_OF_CHAPTERS = 50
_EASE_OF_PLAIN_WORDS = 60
_TEMPLATE_SENTENCES = ("This chapter is still to be written.", "No account has been written yet.")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
# Numbers that are not reports of anything: dates, years, times, names of things, numbering.
_NOT_REPORTED = re.compile(
    rf"""
    \b\d{{1,2}}\s{_MONTH}\s(?:19|20)\d\d\b | \b\d{{1,2}}\s{_MONTH}\b
    | \b{_MONTH}\s(?:19|20)\d\d\b
    | \b(?:19|20)\d\d(?:[–-](?:(?:19|20)?\d\d))?\b
    | \b\d{{1,2}}[.:]\d\d\b
    | (?i:\b(?:seminars?|part|chapter|page|table|figure|slide|version|CC\ BY|Attribution|
        section|step)\s\d+(?:\.\d+)?
        (?:\s?(?:,|and|to|–|-)\s?\d+)*)
    | ^::?\s*\{{[\w-]+\}}.*
    | [A-Z]+/[A-Z0-9/]*\d[A-Z0-9/]* | \b116\s123\b | \b[A-Z]+\d+\b | \b\d+(?:st|nd|rd|th)\b
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(
    r"\d[\d,.]*\d|\d|\b(?:thir|four|fif|six|seven|eigh|nine)teen\b"
    r"|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?\b|\bhundreds?\b",
    re.IGNORECASE,
)


@chapter_rule("A person's name that is typed, not called by its id", harmless=True)
def bare_name(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A name that stands in one place can be corrected, or taken out, in one place.

    Bad:  Ada Quillfeather disagreed.
    Good: {person}`ada-quillfeather` disagreed.
    """
    names = book.names
    for words in chapter.words:
        if not names.may_stand_in(words.text):
            continue
        # A term such as the name of a court case may hold a name that is nobody's in the book.
        for found in names.pattern.finditer(book.any_term.sub(_blank, words.text)):
            person = names.meaning[found[0]]
            yield (
                words.place(found.start()),
                f"The name “{found[0]}” is typed.",
                f"Write {_person_role(person, found[0])}.",
            )


@chapter_rule("A number that is typed, not called by its id", harmless=True)
def bare_number(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A number needs its source and how sure it is, and those stand in the data files.

    Bad:  About 35 people came.
    Good: {figure}`s1-attendance` people came.
    """
    for words in chapter.words:
        # Most sentences have no number, and a look for one is quick.
        if not _NUMBER.search(words.text):
            continue
        if not _NUMBER.search(_NOT_REPORTED.sub(_blank, words.text)):
            continue
        text = book.any_title.sub(_blank, words.text)
        for found in _NUMBER.finditer(_NOT_REPORTED.sub(_blank, text)):
            yield (
                words.place(found.start()),
                f"The number “{found[0]}” is typed.",
                "Put it into data/figures.csv with its source, and write {figure}`its-id`.",
            )


@chapter_rule("A heading that skips a level")
def heading_jump(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Screen readers tell the shape of a page by its headings.

    Bad:  `# Title`, then `### A detail`
    Good: `# Title`, then `## A section`
    """
    level = 0
    for heading in chapter.headings:
        if level and heading.level > level + 1:
            message = f"The heading “{heading.text}” has level {heading.level} after level {level}."
            yield heading.at, message, f"Write it with {'#' * (level + 1)}."
        elif heading.level == 1 and level:
            message = f"“{heading.text}” is a second title of the page."
            yield heading.at, message, "A page has one title. Write it with ##."
        level = heading.level


@chapter_rule("A chapter without its plain words, or with too many", harmless=True)
def no_plain_words(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Every chapter says in under 150 words what it is about, for those who are tired.

    Bad:  a chapter of a seminar that begins with the programme
    Good: the same with `:::{plain-words}` below its title
    """
    boxes = [used for used in chapter.directives if is_meant(used, "plain-words")]
    if not boxes and _needs_plain_words(chapter) and (chapter.headings or chapter.words):
        yield Place(1), "The chapter has no {plain-words}.", "Add it below the title."
    for used in boxes:
        if not used.closed:
            continue
        count = len(_visible(used.body).split())
        if count >= PLAIN_WORDS_LIMIT:
            message = f"The plain words are {count} words long."
            yield used.at, message, f"Keep them under {PLAIN_WORDS_LIMIT}."


@chapter_rule("Text that is hard to read", severity="advice")
def hard_to_read(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Short sentences and everyday words reach more people. Advice, never a gate.

    Bad:  The operationalisation of participatory governance necessitates facilitation.
    Good: Sharing power takes help.
    """
    for used in chapter.directives:
        if used.name == "plain-words" and used.closed:
            ease = reading_ease(_visible(used.body))
            if ease is not None and ease < _EASE_OF_PLAIN_WORDS:
                message = f"The plain words have a Flesch reading ease of {ease:.0f}."
                yield used.at, message, f"Aim for {_EASE_OF_PLAIN_WORDS} or more."
    ease = reading_ease("\n".join(chapter.paragraphs))
    if ease is not None and ease < _EASE_OF_CHAPTERS:
        message = f"The chapter has a Flesch reading ease of {ease:.0f}."
        yield Place(1), message, f"Aim for {_EASE_OF_CHAPTERS} or more."


@chapter_rule("A word that can hurt", severity="advice")
def hurtful_word(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Some words reduce people to a diagnosis or a role. data/language.csv gives kinder ones.

    Bad:  the mentally ill
    Good: people with mental health problems
    """
    hurtful = book.hurtful_words
    for words in chapter.words:
        if not hurtful.may_stand_in(words.text):
            continue
        for found in hurtful.pattern.finditer(words.text):
            entry = hurtful.meaning[found[0].casefold()]
            advice = f"Perhaps: {entry.kinder}. {entry.reason}"
            yield words.place(found.start()), f"“{found[0]}” can hurt.", advice


@chapter_rule("Words of the template that wait for yours", severity="advice")
def still_to_be_written(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A new chapter begins with sentences that say only that nothing has been written.

    Bad:  This chapter is still to be written.
    Good: People came together to talk about frost.
    """
    for words in chapter.words:
        for sentence in _TEMPLATE_SENTENCES:
            start = words.text.find(sentence)
            if start >= 0:
                message = f"“{sentence}” is left from the template."
                yield words.place(start), message, "Write what is known, or take it out."


def _blank(found: re.Match[str]) -> str:
    """As many spaces, so that places stay what they are."""
    return " " * len(found[0])


def _person_role(person: Person, written: str) -> str:
    if written == person.name:
        return f"{{person}}`{person.id}`"
    return f"{{person}}`{written} <{person.id}>`"


def _needs_plain_words(chapter: Chapter) -> bool:
    return "/seminars/" in chapter.name or "/across/" in chapter.name


def _visible(body: str) -> str:
    """The words a reader sees of a Markdown text: citations gone, roles as their text."""
    body = re.sub(r"\{cite:\w+\}`[^`]*`", "", body)
    body = re.sub(r"\{[\w:-]+\}`([^`<]*?)\s*<[^`]*>`", r"\1", body)
    return re.sub(r"\{[\w:-]+\}`([^`]*)`", lambda found: found[1].replace("-", " "), body)
