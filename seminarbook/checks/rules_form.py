"""Rules on the signs of Markdown: what is left open, and what only looks like what it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter, Place
from seminarbook.checks.rule import Finding, chapter_rule
from seminarbook.checks.standard_markup import KNOWN_DIRECTIVES, KNOWN_ROLES
from seminarbook.markup import DIRECTIVES
from seminarbook.problems import nearest_name, quoted

_BRACES = re.compile(r"\{(?P<name>[\w:-]+)\}")
# A name before a piece of code, in braces of another kind, between colons, or with none.
_WORD_BEFORE_CODE = re.compile(
    r"(?P<written>(?<![\w:-])(?P<name>[\w:]+)|[({\[:](?P<inside>[\w:;., -]+)[)}\]:])\s?\Z"
)
_TWO_COLONS = re.compile(r"::?\s*\{(?P<name>[\w-]+)\}")
_OTHER_TOOLS = re.compile(r"\.\.\s+(?P<name>[\w-]+)::\s*(?P<rest>.*)")
_HEADING = re.compile(r"(?P<signs>#{1,6})(?P<text>[^\W\d_].*|[\xa0\u2007\u202f]+\S.*)")
_FENCE = re.compile(
    r"(?P<sign>:+)\s*[{(\[<]?\s*(?P<name>[\w -]*?)\s*[})\]>](?P<rest>.*)|"
    r"(?P<signs>:+)\s*\{?\s*(?P<bare>[\w-]*)\s*\}?\s*(?P<more>.*)"
)


@chapter_rule("A directive that is not closed")
def not_closed(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """What is not closed swallows all that stands below it.

    Bad:  `:::{seminar-card} s1`, and no `:::` below it
    Good: the same with `:::` on the next line
    """
    for fence in chapter.unclosed:
        if fence.closed_by is not None:
            wrong = quoted(fence.closed_by.text)
            message = f"{quoted(fence.text)} is not closed: {wrong} in line "
            message += f"{fence.closed_by.at.line} has other signs, or fewer."
            yield fence.at, message, f"Write {fence.sign} there."
        else:
            message = f"{quoted(fence.text)} is not closed."
            yield fence.at, message, f"Write {fence.sign} on a line below it."
    for slip in chapter.unclosed_roles:
        message = f"The backtick of {{{slip.text}}} is not closed."
        yield slip.at, message, f"Write {{{slip.text}}}`…`, with a backtick on both sides."


@chapter_rule("A directive without its braces")
def directive_form(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Without its signs a directive is only text.

    Bad:  `:::seminar-card s1`, or `::{seminar-card} s1`
    Good: `:::{seminar-card} s1`
    """
    too_few = [words for words in chapter.words if _TWO_COLONS.match(words.text)]
    for slip in chapter.nameless:
        if found := _OTHER_TOOLS.match(slip.text):
            meant = nearest_name(found["name"], KNOWN_DIRECTIVES) or found["name"]
            advice = f"Write :::{{{meant}}} {found['rest']}".rstrip() + ", and ::: below it."
            yield slip.at, f"{quoted(slip.text)} is how another program writes it.", advice
            continue
        found = _FENCE.match(slip.text)
        name = (found["name"] or found["bare"] or "").strip() if found else ""
        if found is None or not name:
            if any(words.at.line == slip.at.line - 1 for words in too_few):
                continue  # it would close what begins with too few
            yield slip.at, "“:::” closes nothing: no directive is open here.", "Remove it."
            continue
        meant = nearest_name(name.replace(" ", "-"), KNOWN_DIRECTIVES) or name
        rest = (found["rest"] or found["more"] or "").strip()
        advice = f"Write {found['sign'] or found['signs']}{{{meant}}} {rest}".rstrip() + "."
        yield slip.at, f"{quoted(slip.text)} has no name in braces.", advice
    for words in too_few:
        message = f"{quoted(words.text)} begins with too few colons."
        yield words.at, message, "Write three, and ::: on a line below it."


@chapter_rule("A role without its text")
def role_form(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A role is its name in braces and, right behind it, its text between backticks.

    Bad:  person`ada-quillfeather`, {person} `ada-quillfeather`
    Good: {person}`ada-quillfeather`
    """
    for words in chapter.words:
        for found in _BRACES.finditer(words.text):
            if found["name"] in KNOWN_ROLES:
                at = Place(words.at.line, words.at.column + found.start())
                message = f"{found[0]} is not followed by its text between backticks."
                yield at, message, f"Write {found[0]}`…`, without a space and with both backticks."
    for code in chapter.codes:
        before = _WORD_BEFORE_CODE.search(code.before)
        if before is None:
            continue
        name = before["name"] or before["inside"]
        at = Place(code.at.line, max(code.at.column - len(before[0]) - 1, 1))
        if name in KNOWN_ROLES and before["written"] == "{" + name + "}":
            continue  # that its text is apart from it is told above
        if before["written"].startswith("{") or name.strip(":") in KNOWN_ROLES:
            meant = name.strip(":")
            if meant not in KNOWN_ROLES:
                meant = nearest_name(meant, KNOWN_ROLES) or meant
            message = f"{quoted(before['written'])} before a text in backticks is no role."
            if name == before["name"]:
                message = f"{name}`{code.text}` has no braces."
            yield at, message, f"Write {{{meant}}}`{code.text}`."


@chapter_rule("A heading without the space behind its signs")
def heading_form(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Without the space it is a sentence that begins with number signs.

    Bad:  `##What was said`
    Good: `## What was said`
    """
    for words in chapter.words:
        if words.at.column == 1 and (found := _HEADING.match(words.text)):
            message = f"{quoted(words.text)} is not a heading yet."
            yield words.at, message, f"Write {found['signs']} {found['text'].strip()}"


@chapter_rule("A page without its title")
def no_title(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """The title names the page in the contents, in the browser and in citations.

    Bad:  a page that begins with `## At a glance`
    Good: `# Seminar 1: Open doors`, and then `## At a glance`
    """
    if chapter.is_blank:
        return  # which is told as such
    if chapter.words and _HEADING.match(chapter.words[0].text):
        return  # the title is told to be none yet
    if not chapter.headings or chapter.headings[0].level != 1:
        at = chapter.headings[0].at if chapter.headings else Place(1)
        yield at, "The page has no title.", "Begin it with a line like “# Its title”."


@chapter_rule("HTML in a chapter")
def raw_html(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """HTML works in one output only, and is left out of this book.

    Bad:  `<b>together</b>`
    Good: `**together**`
    """
    lines: set[int] = set()
    for slip in chapter.html:
        if slip.at.line in lines:
            continue
        lines.add(slip.at.line)
        if slip.text.startswith("<!--"):
            advice = "Begin the line with % to write a note that is not published."
        else:
            advice = "Write it in Markdown."
        yield slip.at, f"{quoted(slip.text.splitlines()[0])} is HTML.", advice


@chapter_rule("Text in a directive that takes none")
def unread_text(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """It would be passed over without a word.

    Bad:  `:::{data-table} programme`, and below it `The day began at ten.`
    Good: the same, and the sentence below its `:::`
    """
    for used in chapter.directives:
        form = DIRECTIVES.get(used.name)
        if form is None or form.body or not used.body or not used.closed:
            continue
        line = used.body.splitlines()[0]
        advice = "Remove it."
        if line.startswith((":", "---")):
            advice = "An option is written “:name: value”, right below the first line."
        yield used.body_at, f"{{{used.name}}} does not read {quoted(line)}.", advice


@chapter_rule("A label that is given twice")
def label_twice(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A link can lead to one place only.

    Bad:  `(s1-talk)=` before two headings
    Good: `(s1-talk)=` and `(s1-reply)=`
    """
    for slip in chapter.labels_again:
        yield slip.at, f"The label {quoted(slip.text)} is given twice.", "Give one another name."
    for label, at in chapter.labels.items():
        first = book.labelled[label]
        if first != chapter.path:
            message = f"The label {quoted(label)} is given in {first} as well."
            yield at, message, "Give one of them another name."
