"""Markdown → tokens, by markdown-it with MyST's signs, made to pass over plain lines.

Of nearly every line of a chapter one letter tells that nothing but a paragraph can begin there.
Markdown-it asks all its rules about each of them: a third of the time that a check takes.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

# Anything but the signs at which Markdown may begin something.
_PLAIN = re.compile(r"[^\n!#$%&*+\-:<=>@\[\\\]^_`{}~]*")
# Rules that look far ahead, and what a text has in which they could find anything.
_LOOKING_AHEAD = {
    "lheading": re.compile(r"[=-][ \t]*$", re.MULTILINE),
    "table": re.compile(r"\|"),
    "html_block": re.compile(r"^[ \t>*+\d.-]*<", re.MULTILINE),
    "reference": re.compile(r"\]:"),
    "deflist": re.compile(r"^[ \t>*+\d.-]*[:~][ \t]", re.MULTILINE),
}


def parse(text: str) -> list[Token]:
    """The tokens of a text."""
    idle = [name for name, pattern in _LOOKING_AHEAD.items() if not pattern.search(text)]
    _MARKDOWN.disable(idle)
    try:
        return _MARKDOWN.parse(text)
    finally:
        _MARKDOWN.enable(idle)


def _text(state: StateInline, silent: bool) -> bool:
    """Markdown-it's own rule for text without signs, which looks at one letter at a time."""
    end = _PLAIN.match(state.src, state.pos, state.posMax).end()  # type: ignore[union-attr]
    if end == state.pos:
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Markdown-it's own rule for paragraphs, which asks at each line whether anything ends it."""
    endings = state.md.block.ruler.getRules("paragraph")
    end = state.lineMax
    before, state.parentType = state.parentType, "paragraph"
    may_be_table = "|" in state.src
    line = start + 1
    while line < end and not state.isEmpty(line):
        first = state.src[state.bMarks[line] + state.tShift[line]]
        if (
            (may_be_table or not first.isalpha())
            and 0 <= state.sCount[line] <= state.blkIndent + 3
            and any(ends(state, line, end, True) for ends in endings)
        ):
            break
        line += 1
    content = state.getLines(start, line, state.blkIndent, False).strip()
    state.line = line
    state.push("paragraph_open", "p", 1).map = [start, line]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = content, [start, line], []
    state.push("paragraph_close", "p", -1)
    state.parentType = before
    return True


def _block(state: StateCore) -> None:
    """Markdown-it's own first step, whose state looks at one letter at a time to find the lines."""
    if not state.src:
        return
    block = StateBlock("", state.md, state.env, state.tokens)
    block.src = state.src
    for marks in (block.bMarks, block.eMarks, block.tShift, block.sCount, block.bsCount):
        marks.clear()
    start = 0
    for line in state.src.removesuffix("\n").split("\n"):
        shift = len(line) - len(line.lstrip(" \t"))
        block.bMarks.append(start)
        block.eMarks.append(start + len(line))
        block.tShift.append(shift)
        block.sCount.append(len(line[:shift].expandtabs(4)))
        start += len(line) + 1
    block.lineMax = len(block.bMarks)
    # A line more, at which every rule stops.
    block.bMarks.append(len(state.src))
    block.eMarks.append(len(state.src))
    block.tShift.append(0)
    block.sCount.append(0)
    block.bsCount += [0] * len(block.bMarks)
    state.md.block.tokenize(block, 0, block.lineMax)


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
    parser.core.ruler.at("block", _block)
    parser.inline.ruler.at("text", _text)
    parser.block.ruler.at("paragraph", _paragraph)
    return parser


_MARKDOWN = _parser()
