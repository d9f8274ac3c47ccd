"""``_toc.yml`` with one line more, everything else in it as it was."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from seminarbook.model.yaml_text import compose_yaml

_SEMINARS = "book/seminars/"


class ContentsUnclear(Exception):
    """The contents are written in a way that no line can safely be added to at ``line``."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def with_page(contents: str, page: str) -> str:
    """The contents with a line for ``page`` after the last seminar's.

    The text is not written anew, so that comments, order and quotes stay. ``page`` may be there
    already. :class:`ContentsUnclear` if there is no block list of chapters to add it to.
    """
    document = compose_yaml(contents)
    entries = list(_entries(document))
    if any(_file(entry) == page for entry in entries):
        return contents
    seminars = [entry for entry in entries if _file(entry).startswith(_SEMINARS)]
    if not seminars and not entries:
        raise ContentsUnclear(0, f"No chapter is listed. Add “- file: {page}” by hand.")
    last = (seminars or entries)[-1]
    lines = contents.splitlines(keepends=True)
    first_line = lines[last.start_mark.line]
    before = first_line[: last.start_mark.column]
    if before.strip() != "-" or last.flow_style:
        message = f"The chapters do not stand on a line each. Add “- file: {page}” by hand."
        raise ContentsUnclear(last.start_mark.line + 1, message)
    place = _last_line(last) + 1
    end = "\r\n" if first_line.endswith("\r\n") else "\n"
    if not lines[place - 1].endswith(("\n", "\r")):
        lines[place - 1] += end
    return "".join([*lines[:place], f"{before}file: {page}{end}", *lines[place:]])


def _entries(node: yaml.Node | None) -> Iterator[yaml.MappingNode]:
    """Every item that names a file, in order; the root of the book is none."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if isinstance(item, yaml.MappingNode) and _file(item):
                yield item
            yield from _entries(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _entries(value)


def _file(entry: yaml.MappingNode) -> str:
    for key, value in entry.value:
        if key.value == "file" and isinstance(value, yaml.ScalarNode):
            return str(value.value)
    return ""


def _last_line(node: yaml.Node) -> int:
    """The last line with anything of the node on it; its own mark lies after blank lines."""
    if isinstance(node, yaml.MappingNode):
        return max(_last_line(part) for pair in node.value for part in pair)
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return max(_last_line(item) for item in node.value)
    mark = node.end_mark
    return mark.line - (mark.column == 0 and mark.line > node.start_mark.line)
