"""Chapter: a Markdown file taken apart, each part with its line and column. No build needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

# The boxes that docutils and Sphinx have.
ADMONITIONS = frozenset(
    ["admonition", "note", "tip", "hint", "important", "warning", "caution", "seealso"]
)
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
_OPTION = re.compile(r"\s*:(?P<name>[^:\s]+):\s*(?P<value>.*?)\s*\Z")
# Anything but the signs at which Markdown may begin something.
_PLAIN = re.compile(r"[^\n!#$%&*+\-:<=>@\[\\\]^_`{}~]*")
_TARGET = re.compile(r"(?P<text>.*?)\s*<(?P<target>[^<>]*)>\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column of the file, both from 1."""

    line: int
    column: int = 1


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its level."""

    level: int
    text: str
    at: Place


@dataclass(frozen=True, slots=True)
class UsedOption:
    """An option as written."""

    name: str
    value: str
    at: Place


@dataclass(frozen=True, slots=True)
class UsedDirective:
    """A directive as written; ``body`` is its text without options."""

    name: str
    argument: str
    options: tuple[UsedOption, ...]
    body: str
    at: Place
    argument_at: Place
    body_at: Place
    closed: bool = True


@dataclass(frozen=True, slots=True)
class UsedRole:
    """A role as written: ``{name}`text <target>```, or the target alone."""

    name: str
    target: str
    text: str
    at: Place


@dataclass(frozen=True, slots=True)
class Link:
    """A Markdown link or image."""

    target: str
    text: str
    image: bool
    at: Place


@dataclass(frozen=True, slots=True)
class Words:
    """A run of plain words of a paragraph, list or quotation."""

    text: str
    at: Place


@dataclass(frozen=True, slots=True)
class Code:
    """A piece of code in a sentence, and what stands just before it."""

    text: str
    before: str
    at: Place


@dataclass(frozen=True, slots=True)
class Slip:
    """A line, or a part of one, that is not what its signs make it look like."""

    text: str
    at: Place


@dataclass(slots=True)
class Chapter:
    """The parts of one file, in order. ``name`` is its path without suffix, as in the contents."""

    path: str
    name: str
    headings: list[Heading] = field(default_factory=list)
    directives: list[UsedDirective] = field(default_factory=list)
    roles: list[UsedRole] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    labels: dict[str, Place] = field(default_factory=dict)
    labels_again: list[Slip] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    unclosed: list[Slip] = field(default_factory=list)  # fences
    unclosed_roles: list[Slip] = field(default_factory=list)
    nameless: list[Slip] = field(default_factory=list)  # fences without a name in braces
    html: list[Slip] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


def read_chapter(root: Path, path: Path, text: str | None = None) -> Chapter:
    """Take a file apart, or its text as somebody else has read it."""
    relative = path.relative_to(root)
    chapter = Chapter(relative.as_posix(), relative.with_suffix("").as_posix())
    _Reader(chapter, text_of(path) if text is None else text).read()
    return chapter


def text_of(path: Path, errors: str = "strict") -> str:
    """The text of a chapter; a mark that some programs put before it is no part of it."""
    return path.read_text(encoding="utf-8-sig", errors=errors)


def _text(state: StateInline, silent: bool) -> bool:
    """Markdown-it's own rule for text without signs, which looks at one letter at a time."""
    end = _PLAIN.match(state.src, state.pos, state.posMax).end()  # type: ignore[union-attr]
    if end == state.pos:
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _parser() -> MarkdownIt:
    parser = (
        MarkdownIt("commonmark")
        .enable("table")
        .use(front_matter_plugin)
        .use(myst_block_plugin)
        .use(myst_role_plugin)
        .use(colon_fence_plugin)
        .use(deflist_plugin)
        .use(fieldlist_plugin)
        .use(footnote_plugin)
    )
    parser.inline.ruler.at("text", _text)
    return parser


_MARKDOWN = _parser()


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
        tokens = _MARKDOWN.parse(self.text)
        for index, token in enumerate(tokens):
            if token.type in ("fence", "colon_fence"):
                self._fence(token)
            elif token.type == "myst_target":
                self._label(token.content, self._at(token))
            elif token.type == "html_block":
                self.chapter.html.append(Slip(token.content.strip(), self._at(token)))
            elif token.type == "inline":
                self._inline(token, tokens[index - 1])

    def _at(self, token: Token, column: int = 1) -> Place:
        return Place(self.offset + (token.map[0] if token.map else 0) + 1, column)

    def _label(self, label: str, at: Place) -> None:
        if label in self.chapter.labels:
            self.chapter.labels_again.append(Slip(label, at))
        self.chapter.labels.setdefault(label, at)

    def _fence(self, token: Token) -> None:
        place = self._at(token)
        first = place.line - self.offset
        inside = self.lines[first : token.map[1] if token.map else first]
        next_one = _next_opening(inside, token.markup)
        closed = next_one is None and bool(inside) and _closes(inside[-1], token.markup)
        content = token.content.split("\n")[:next_one]
        source = self.lines[first - 1]
        found = _DIRECTIVE.match(token.info.strip())
        is_prose = False
        skipped = 0
        if found:
            used, skipped = self._directive(found, place, source, content, closed)
            is_prose = used.name in _PROSE_BODIES
        elif token.markup.startswith(":"):
            self.chapter.nameless.append(Slip(source.strip(), place))
        if not closed and source.strip() != token.markup:
            self.chapter.unclosed.append(Slip(source.strip(), place))
        # What an open fence has swallowed is read as if it had been closed.
        if is_prose or not closed or (not found and token.markup.startswith(":")):
            _Reader(self.chapter, "\n".join(content[skipped:]), place.line + skipped).read()
        if next_one is not None:
            rest = "\n".join(inside[next_one:])
            _Reader(self.chapter, rest, place.line + next_one).read()

    def _directive(
        self, found: re.Match[str], place: Place, source: str, content: list[str], closed: bool
    ) -> tuple[UsedDirective, int]:
        argument = found["argument"].strip()
        column = source.find(argument, source.find("}")) + 1 if argument else 1
        options, skipped = self._options(content, place.line)
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

    @staticmethod
    def _options(lines: list[str], first: int) -> tuple[list[UsedOption], int]:
        """The options at the head of a directive's lines, and how many lines they take."""
        options: list[UsedOption] = []
        for number, line in enumerate(lines):
            found = _OPTION.match(line)
            if not found:
                return options, number + (bool(options) and not line.strip())
            at = Place(first + 1 + number, line.find(":") + 1)
            options.append(UsedOption(found["name"], found["value"], at))
        return options, len(lines)

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
                self.chapter.words.append(Words(child.content, cursor.find(child.content)))
                piece = child.content
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

    def _role(self, child: Token, cursor: _Cursor) -> str:
        name = str(child.meta["name"])
        at = cursor.find("{" + name + "}")
        found = _TARGET.match(child.content)
        text, target = (found["text"], found["target"]) if found else ("", child.content)
        self.chapter.roles.append(UsedRole(name, target.strip(), text, at))
        cursor.find(child.content)
        return text or target


def _next_opening(lines: list[str], sign: str) -> int | None:
    """The first of the lines within a fence that opens another which cannot stand in it."""
    opening = re.compile(rf"\s*{re.escape(sign)}{re.escape(sign[0])}*\s*\{{")
    return next((number for number, line in enumerate(lines) if opening.match(line)), None)


def _closes(line: str, sign: str) -> bool:
    plain = line.strip(" >")
    return plain.startswith(sign) and not plain.strip(sign[0])


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
