"""The form of ``_toc.yml``: what Jupyter Book would refuse, or pass over, at its line."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from seminarbook.problems import nearest_name, quoted

Slip = tuple[int, str, str]

_BOOK = ("format", "root", "title", "options", "parts", "chapters", "defaults", "entries")
_PART = ("caption", "chapters", "numbered", "maxdepth", "reversed", "titlesonly", "options")
_CHAPTER = ("file", "url", "glob", "title", "sections", "options", "entries", "subtrees")
_LISTS = {"parts": _PART, "chapters": _CHAPTER, "sections": _CHAPTER}
_EXAMPLE = "Write lines like “- file: book/series”."


def slips_in_contents(document: yaml.Node | None) -> Iterator[Slip]:
    """Line, what is wrong and what to do, for everything that is not as contents are written."""
    if not isinstance(document, yaml.MappingNode):
        yield 1, "It does not hold the contents of a book.", "Begin it with “root: book/index”."
        return
    keys = {key.value for key, _ in document.value}
    if "root" not in keys and nearest_name("root", keys) != "root":
        advice = "Begin it with a line like “root: book/index”."
        meant = next((key for key in sorted(keys) if nearest_name(key, ["root"])), "")
        if not meant:
            yield 1, "It does not say which page comes first.", advice
    yield from _mapping(document, _BOOK, "")
    yield from _twice(document)


def _mapping(node: yaml.MappingNode, known: tuple[str, ...], needs: str) -> Iterator[Slip]:
    """A group of keys: each is known and given once, and the one it needs is there."""
    seen: dict[str, int] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value in seen:
            message = f"“{key.value}” is given twice, here and in line {seen[key.value]}."
            advice = "Begin the second with “- ” on a line of its own." if needs else "Remove one."
            yield line, message, advice
        elif key.value not in known:
            best = nearest_name(key.value, set(known) - {one.value for one, _ in node.value})
            advice = f"Did you mean “{best}:”?" if best else f"It can be: {', '.join(known)}."
            yield line, f"There is no “{key.value}:” in contents.", advice
            seen.setdefault(best, line)
        seen.setdefault(key.value, line)
        if key.value in _LISTS:
            yield from _sequence(value, key.value, line)
    if needs and not seen.keys() & set(needs.split()):
        word = needs.split()[0]
        yield node.start_mark.line + 1, f"A line “{word}: …” is missing here.", _EXAMPLE


def _sequence(node: yaml.Node, name: str, line: int) -> Iterator[Slip]:
    if not isinstance(node, yaml.SequenceNode):
        message = f"Below “{name}:” there is no list."
        yield line, message, "Each of its items begins with “- ” and some spaces more than it."
        return
    needs = "chapters" if name == "parts" else "file url glob"
    for item in node.value:
        if isinstance(item, yaml.MappingNode):
            yield from _mapping(item, _LISTS[name], needs)
        else:
            message = f"{quoted(item.value or '-')} is no line of the contents."
            yield item.start_mark.line + 1, message, _right(item.value)


def _right(written: str) -> str:
    """A line that was to be one, as it is written."""
    name, colon, rest = written.partition(":")
    if colon and rest.strip():
        return f"Write a space behind the colon: “- {name}: {rest.strip()}”."
    return f"Write “- file: {written}”." if "/" in written else _EXAMPLE


def _twice(document: yaml.MappingNode) -> Iterator[Slip]:
    """Chapters that stand in two places."""
    lines: dict[str, int] = {}
    for name, line in files_of(document):
        first = lines.setdefault(name.removesuffix(".md"), line)
        if first != line:
            message = f"{quoted(name)} is listed in line {first} already."
            yield line, message, "Remove one of the two lines."


def files_of(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    """Every page that is named, with its line."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in ("root", "file") and isinstance(value, yaml.ScalarNode):
                yield value.value, value.start_mark.line + 1
            else:
                yield from files_of(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from files_of(value)
