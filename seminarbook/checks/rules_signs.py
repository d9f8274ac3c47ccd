"""Rules on signs that do nothing where they stand: tables, notes, labels, links, bold words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seminarbook.checks.book import Book
from seminarbook.checks.chapter import Chapter, Place, cells_of
from seminarbook.checks.rule import Finding, chapter_rule
from seminarbook.model.suggestions import kebab
from seminarbook.model.unseen import described
from seminarbook.problems import nearest, quoted

_ADDRESS = (
    r"(?:https?://|www\.|\.{0,2}/|#|[\w.-]+/)[^\s()\[\]]*|[\w-]+\.(?:md|html|csv|png|jpe?g|svg)"
)
_LINK_SLIPS = (
    # (what it looks like, what is wrong, what to do)
    (
        re.compile(r"!?\[(?P<text>[^\[\]]+)\]\((?P<to>[^()\s]+)(?![^()]*\))"),
        "has no closing bracket “)” behind the address",
    ),
    (
        re.compile(rf"!?\[(?P<text>[^\[\]()]+)\((?P<to>{_ADDRESS})\)"),
        "has no closing bracket “]” behind the words",
    ),
    (
        re.compile(rf"!?\[(?P<text>[^\[\]]+)\]\s+\((?P<to>{_ADDRESS})\)"),
        "has a space between “]” and “(”",
    ),
    (
        re.compile(rf"\((?P<text>[^()]+)\)\[(?P<to>{_ADDRESS})\]"),
        "has its two kinds of brackets the wrong way round",
    ),
    (
        re.compile(r"!?\[(?P<text>[^\[\]]+)\]\((?P<to>[^()]*\s[^()]*)\)"),
        "has a space in its address",
    ),
    (re.compile(r"<(?P<text>)(?P<to>https?://[^\s<>]+)(?![^\s<>]*>)"), "has no closing “>”"),
)
_PANDOC = re.compile(r"\[-?@(?P<key>[\w:.-]+)[^\]]*\]")


@chapter_rule("A link with a bracket missing")
def link_form(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Without its brackets a link is only text, address and all.

    Bad:  [the report](report.md, [the report (report.md)
    Good: [the report](report.md)
    """
    for words in chapter.words:
        if not any(sign in words.text for sign in ("[", "](", "<http")):
            continue
        told: set[int] = set()
        for pattern, wrong in _LINK_SLIPS:
            for found in pattern.finditer(words.text):
                if found.start() in told:
                    continue
                told.add(found.start())
                yield (
                    words.place(found.start()),
                    f"The link {quoted(found[0])} {wrong}.",
                    _right(found),
                )
        for found in _PANDOC.finditer(words.text):
            message = f"{quoted(found[0])} is how another program cites a source."
            yield words.place(found.start()), message, f"Write {{cite:p}}`{found['key']}`."


def _right(found: re.Match[str]) -> str:
    text, to = found["text"].strip(), found["to"].strip().rstrip(".,;")
    if not text:
        return f"Write <{to}>."
    picture = "!" if found[0].startswith("!") else ""
    address = "%20".join(to.split())
    return f"Write {picture}[{text}]({address})."


@chapter_rule("A table whose lines do not fit together")
def table_form(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A table has a line of dashes below its head, and in every line as many cells as there.

    Bad:  `| Who | What |`, and below it `| --- |`
    Good: `| Who | What |`, and below it `| --- | --- |`
    """
    for table in chapter.tables:
        wanted = table.columns or len(cells_of(table.lines[0]))
        dashes = "|" + " --- |" * wanted
        if "\t" in table.lines[0].strip():
            message = "These lines have tabs between their cells, and are shown as one paragraph."
            advice = "Put them in a CSV file in data/, or write a table with “|” between cells."
            yield table.at, message, advice
        elif not table.columns and re.fullmatch(r"[|\s:–—-]+", table.lines[1]):
            below, head = len(cells_of(table.lines[1])), _cells(wanted)
            message = f"The line of dashes has {_cells(below)}, the head of the table {head}."
            if below == wanted:
                message = f"{quoted(table.lines[1])} is not a line of dashes as a table needs it."
            yield Place(table.at.line + 1), message, f"Write {dashes}"
        elif not table.columns:
            message = "A line of dashes is missing below the head of the table."
            yield table.at, message, f"Write {dashes} below {quoted(table.lines[0])}."
        else:
            for number, line in enumerate(table.lines[2:], start=2):
                if len(cells_of(line)) != wanted and "`" not in line:
                    message = f"The line has {_cells(len(cells_of(line)))}, the head {wanted}."
                    advice = "Write as many “|” as in the head; a cell may be blank."
                    yield Place(table.at.line + number), message, advice


@chapter_rule("A list-table whose rows have different numbers of cells")
def list_table_form(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Every row begins with `* -` and has as many cells, each with `-`, as the first.

    Bad:  `* - Who` and `  - What`, then `* - Carers` alone
    Good: the same with `  - Tea` below
    """
    for used in chapter.directives:
        if used.name != "list-table" or not used.closed:
            continue
        rows: list[tuple[int, int]] = []  # the line of each row, and its cells
        for number, line in enumerate(used.body.splitlines(), start=used.body_at.line):
            if line.startswith("* -"):
                rows.append((number, 1))
            elif rows and line.startswith("  -"):
                rows[-1] = rows[-1][0], rows[-1][1] + 1
        for number, count in rows[1:]:
            if count != rows[0][1]:
                message = f"The row has {_cells(count)}, the first one {rows[0][1]}."
                yield Place(number), message, "Write “  -” for each cell; a cell may be blank."


def _cells(count: int) -> str:
    return "one cell" if count == 1 else f"{count} cells"


@chapter_rule("Text that became code by its spaces")
def indented_text(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Text that begins with four spaces or a tab is shown as code, as it stands.

    Bad:  `    :::{seminar-card} s1`
    Good: `:::{seminar-card} s1`
    """
    for slip in chapter.indented:
        message = f"{quoted(slip.text.splitlines()[0])} begins with four spaces or more."
        yield slip.at, message, "Remove them; to show code, write ``` above and below it."


@chapter_rule("A character that nobody sees")
def unseen_character(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """It can change the order of letters, part a word or an id in two, or break the PDF.

    Bad:  a name pasted with a “zero width space” in it
    Good: the same, typed
    """
    lines: set[int] = set()
    for slip in chapter.unseen:
        if slip.at.line not in lines:
            lines.add(slip.at.line)
            yield slip.at, *described(slip.text)


@chapter_rule("A label that nothing can refer to")
def label_form(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A label stands alone above its heading, in round brackets and with an equals sign.

    Bad:  `(s1-talk)`, `(s1 talk)=`
    Good: `(s1-talk)=`
    """
    for slip in chapter.label_slips:
        label = kebab(slip.text.rstrip("=:"))
        yield slip.at, f"{quoted(slip.text)} is not a label.", f"Write ({label})=."


@chapter_rule("A note that is missing")
def note_missing(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """The mark of a note without its note is shown as it stands.

    Bad:  A claim.[^hedge], and no line that begins with `[^hedge]:`
    Good: the same with `[^hedge]: It was asked at the door.` below
    """
    notes = {slip.text for slip in chapter.notes}
    # A line that begins with one is the note, it seems, and lacks its colon.
    slips = {slip.text: slip for slip in chapter.note_marks if slip.at.column == 1}
    for slip in chapter.note_marks:
        if slip.text not in notes and slips.get(slip.text, slip) is slip:
            advice = nearest(slip.text, notes) or f"Write its text below: [^{slip.text}]: …"
            if slip.text in slips:
                advice = f"Write [^{slip.text}]: with a colon if this is the note."
            yield slip.at, f"There is no note “{slip.text}”.", advice


@chapter_rule("A note that nobody is sent to")
def note_unused(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """A note without a mark in the text is not shown; one that is given twice is shown once.

    Bad:  `[^hedge]: It was asked at the door.`, and no `[^hedge]` in a sentence
    Good: the same with `[^hedge]` behind what it is a note on
    """
    marks = {slip.text for slip in chapter.note_marks}
    seen: set[str] = set()
    for slip in chapter.notes:
        if slip.text in seen:
            message = f"The note “{slip.text}” is given twice."
            yield slip.at, message, "Give one another name."
        elif slip.text not in marks:
            message = f"No sentence refers to the note “{slip.text}”."
            yield slip.at, message, f"Write [^{slip.text}] where it belongs, or remove it."
        seen.add(slip.text)


@chapter_rule("Bold signs without a partner")
def bold_form(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Without their partner the stars are shown as they stand.

    Bad:  **very important
    Good: **very important**
    """
    for words in chapter.words:
        if (start := words.text.find("**")) >= 0:
            message = "“**” has no partner, and is shown as it stands."
            yield words.place(start), message, "Write ** at both ends of the bold words."


@chapter_rule("A chapter without any text")
def empty_chapter(chapter: Chapter, book: Book) -> Iterator[Finding]:
    """Other chapters may refer to what stood in it; it would be published as a blank page.

    Bad:  a file that was saved empty
    Good: the file as it was before
    """
    if chapter.is_blank:
        yield Place(1), "The chapter has no text.", "Restore it, or write it."
