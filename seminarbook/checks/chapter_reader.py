"""A Markdown file taken apart into the parts of a chapter. No build needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from seminarbook.checks.chapter import (
    Chapter,
    Code,
    Heading,
    Link,
    Place,
    PlainTable,
    Slip,
    Unclosed,
    UsedDirective,
    UsedRole,
    Words,
    cells_of,
)
from seminarbook.checks.fences import first_ending, options_of
from seminarbook.checks.markdown import parse
from seminarbook.checks.standard_markup import ADMONITIONS
from seminarbook.model.suggestions import kebab
from seminarbook.model.unseen import UNSEEN

# Directives whose body is Markdown, so that it is checked like the rest of a chapter.
_PROSE_BODIES = ADMONITIONS | frozenset(
    [
        "topic",
        "sidebar",
        "glossary",
        "care-note",
        "plain-words",
        "figure",
        "list-table",
    ]
)
_DIRECTIVE = re.compile(r"\{(?P<name>[^}\s]+)\}\s*(?P<argument>.*)\Z")
_TARGET = re.compile(r"(?P<text>.*?)\s*<(?P<target>[^<>]*)>\Z", re.DOTALL)
# What was to be the label of the heading below it.
_BARE_LABEL = re.compile(r"\((?P<label>\w+(?:[-.]\w+)+)\)\s*[:=]{0,2}\Z")
# How another program writes a directive.
_OTHER_TOOLS = re.compile(r"\.\.\s+[\w-]+::")
_GOOD_LABEL = re.compile(r"[\w.:-]+\Z")
_NOTE = re.compile(r"[ ]{0,3}\[\^(?P<name>[^\]\s]+)\]:")
_MARK = re.compile(r"\[\^(?P<name>[^\]\s]+)\]")
_HARMLESS_UNSEEN = "\t\xad"  # the second is a place to break a word


def read_chapter(path: str, text: str) -> Chapter:
    """Take the text of a file apart; the path is from the book's root."""
    chapter = Chapter(path, path.removesuffix(".md"))
    reader = _Reader(chapter, text)
    reader.read_signs()
    if chapter.unseen:
        # They are told; a name that one of them parts is not told to be unknown too.
        reader = _Reader(chapter, UNSEEN.sub(_seen, text))
    reader.read()
    return chapter


def _seen(found: re.Match[str]) -> str:
    return found[0] if found[0] in _HARMLESS_UNSEEN else ""


@dataclass(slots=True)
class _Reader:
    """Walks the tokens of a text whose first line is line ``offset + 1`` of the file."""

    chapter: Chapter
    text: str
    offset: int = 0
    lines: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def read(self) -> None:
        tokens = parse(self.text)
        for index, token in enumerate(tokens):
            if token.type in ("fence", "colon_fence"):
                self._fence(token)
            elif token.type == "myst_target":
                self._target(token.content, self._at(token))
            elif token.type == "html_block":
                self.chapter.html.append(Slip(token.content.strip(), self._at(token)))
            elif token.type == "code_block":
                self.chapter.indented.append(Slip(token.content.strip(), self._at(token)))
            elif token.type == "table_open":
                lines = self._lines_of(token)
                columns = len(cells_of(lines[0]))
                self.chapter.tables.append(PlainTable(lines, self._at(token), columns))
            elif token.type == "inline" and not self._is_slip(token, tokens[index - 1]):
                self._inline(token, tokens[index - 1])

    def read_signs(self) -> None:
        """What is found without taking the text apart: notes, and what nobody sees."""
        for number, line in enumerate(self.lines, start=1):
            if found := _NOTE.match(line):
                place = Place(number, found.start("name") - 1)
                self.chapter.notes.append(Slip(found["name"], place))
            for found in UNSEEN.finditer(line):
                if found[0] not in _HARMLESS_UNSEEN:
                    place = Place(number, found.start() + 1)
                    self.chapter.unseen.append(Slip(found[0], place))

    def _lines_of(self, token: Token) -> tuple[str, ...]:
        return tuple(self.lines[slice(*token.map)]) if token.map else ()

    def _is_slip(self, token: Token, before: Token) -> bool:
        """Whether a paragraph was to be something else: a table, a directive, or the label of
        a heading."""
        if before.type != "paragraph_open" or not token.map:
            return False
        lines = self._lines_of(token)
        if len(lines) > 1 and (
            all(line.lstrip(" >").startswith("|") for line in lines)
            or all("\t" in line.strip() for line in lines)
        ):
            self.chapter.tables.append(PlainTable(lines, self._at(token)))
            return True
        if _OTHER_TOOLS.match(token.content):
            self.chapter.nameless.append(Slip(lines[0].strip(), self._at(token)))
            return True
        if found := _BARE_LABEL.match(token.content):
            self.chapter.label_slips.append(Slip(token.content, self._at(token)))
            self._label(found["label"], self._at(token))
            return True
        return False

    def _at(self, token: Token, column: int = 1) -> Place:
        return Place(self.offset + (token.map[0] if token.map else 0) + 1, column)

    def _target(self, label: str, at: Place) -> None:
        """A label before what it names; one that cannot be used counts as it was meant."""
        if not _GOOD_LABEL.match(label):
            self.chapter.label_slips.append(Slip(f"({label})=", at))
            label = kebab(label)
        self._label(label, at)

    def _label(self, label: str, at: Place) -> None:
        if label in self.chapter.labels:
            self.chapter.labels_again.append(Slip(label, at))
        self.chapter.labels.setdefault(label, at)

    def _fence(self, token: Token) -> None:
        place = self._at(token)
        first = place.line - self.offset
        inside = self.lines[first : token.map[1] if token.map else first]
        ending = first_ending(inside, token.markup)
        content = token.content.split("\n")[: ending.content]
        source = self.lines[first - 1]
        found = _DIRECTIVE.match(token.info.strip())
        is_prose = False
        skipped = 0
        if found:
            used, skipped = self._directive(found, place, source, content, ending.closed)
            is_prose = used.name in _PROSE_BODIES
        elif token.markup.startswith(":"):
            self.chapter.nameless.append(Slip(source.strip(), place))
        if not ending.closed and source.strip() != token.markup:
            at = Place(place.line + (ending.content or 0) + 1)
            wrong = Slip(ending.wrong, at) if ending.wrong else None
            self.chapter.unclosed.append(Unclosed(source.strip(), place, token.markup, wrong))
        # What an open fence has swallowed is read as if it had been closed.
        if is_prose or not ending.closed or (not found and token.markup.startswith(":")):
            _Reader(self.chapter, "\n".join(content[skipped:]), place.line + skipped).read()
        if ending.rest is not None:
            rest = "\n".join(inside[ending.rest :])
            _Reader(self.chapter, rest, place.line + ending.rest).read()

    def _directive(
        self, found: re.Match[str], place: Place, source: str, content: list[str], closed: bool
    ) -> tuple[UsedDirective, int]:
        argument = found["argument"].strip()
        column = source.find(argument, source.find("}")) + 1 if argument else 1
        options, skipped = options_of(content, place.line)
        body = content[skipped:]
        blank = next((number for number, line in enumerate(body) if line.strip()), 0)
        used = UsedDirective(
            found["name"],
            argument,
            tuple(options),
            "\n".join(body).strip(),
            Place(place.line, source.find("{" + found["name"]) + 1 or 1),
            Place(place.line, column),
            Place(place.line + skipped + blank + 1),
            closed,
        )
        self.chapter.directives.append(used)
        for option in options:
            if option.name in ("name", "label"):
                self._label(option.value, option.at)
        return used, skipped

    def _inline(self, token: Token, before: Token) -> None:
        plain = "".join(self._children(token.children or [], _Cursor(self, token)))
        if before.type == "heading_open":
            at = self._at(token)
            self.chapter.headings.append(Heading(int(before.tag[1]), plain.strip(), at))
        else:
            self.chapter.paragraphs.append(plain)

    def _children(self, children: list[Token], cursor: _Cursor) -> Iterator[str]:
        """The visible words, noting links, images, roles and runs of words on the way."""
        links: list[tuple[str, Place, list[str]]] = []
        before = ""
        for child in children:
            piece = ""
            if child.type == "text":
                words = Words(child.content, cursor.find(child.content))
                self.chapter.words.append(words)
                self._marks(words)
                piece = child.content
            elif child.type == "footnote_ref":
                at = cursor.find("[^" + str(child.meta["label"]))
                self.chapter.note_marks.append(Slip(str(child.meta["label"]), at))
            elif child.type in ("softbreak", "hardbreak"):
                piece = "\n"
            elif child.type == "myst_role":
                if "{" in child.content:
                    # Its backtick is that of the next role: from here on nothing is certain.
                    at = cursor.find("{" + str(child.meta["name"]) + "}")
                    self.chapter.unclosed_roles.append(Slip(str(child.meta["name"]), at))
                    return
                piece = self._role(child, cursor)
            elif child.type == "link_open":
                links.append((str(child.attrGet("href") or ""), cursor.find("["), []))
            elif child.type == "link_close" and links:
                target, at, text = links.pop()
                self.chapter.links.append(Link(target, "".join(text), False, at))
            elif child.type == "image":
                at = cursor.find("![")
                source = str(child.attrGet("src") or "")
                self.chapter.links.append(Link(source, child.content, True, at))
            elif child.type == "code_inline":
                at = cursor.find(child.content)
                self.chapter.codes.append(Code(child.content, before, at))
            elif child.type == "html_inline":
                self.chapter.html.append(Slip(child.content, cursor.find(child.content)))
            before = child.content if child.type == "text" else ""
            if links:
                links[-1][2].append(piece)
            yield piece

    def _marks(self, words: Words) -> None:
        """Marks of notes that are not known where they stand."""
        for found in _MARK.finditer(words.text) if "[^" in words.text else ():
            at = Place(words.at.line, words.at.column + found.start())
            self.chapter.note_marks.append(Slip(found["name"], at))

    def _role(self, child: Token, cursor: _Cursor) -> str:
        name = str(child.meta["name"])
        at = cursor.find("{" + name + "}")
        found = _TARGET.match(child.content)
        text, target = (found["text"], found["target"]) if found else ("", child.content)
        self.chapter.roles.append(UsedRole(name, target.strip(), text, at))
        cursor.find(child.content)
        return text or target


@dataclass(slots=True)
class _Cursor:
    """Finds the pieces of a block in the file's own lines, one after the other."""

    reader: _Reader
    token: Token
    line: int = field(init=False)
    column: int = 0

    def __post_init__(self) -> None:
        self.line = self.token.map[0] if self.token.map else 0

    def find(self, piece: str) -> Place:
        """The place of the next ``piece``; the cursor's own place if it is not found."""
        last = self.token.map[1] if self.token.map else self.line + 1
        line, column = self.line, self.column
        while piece and line < last and line < len(self.reader.lines):
            found = self.reader.lines[line].find(piece, column)
            if found >= 0:
                self.line, self.column = line, found + len(piece)
                return Place(self.reader.offset + line + 1, found + 1)
            line, column = line + 1, 0
        return Place(self.reader.offset + self.line + 1, self.column + 1)
