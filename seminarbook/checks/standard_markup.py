"""The markup that chapters may use, standard or our own, and what a slip in a name was to be."""

from __future__ import annotations

from seminarbook.checks.chapter import UsedDirective, UsedOption
from seminarbook.markup import DIRECTIVES, ROLES
from seminarbook.problems import nearest_name

# The boxes that docutils and Sphinx have.
ADMONITIONS = frozenset(
    ["admonition", "note", "tip", "hint", "important", "warning", "caution", "seealso"]
)
# What MyST and Sphinx give every book, of which this book's chapters may make use.
_STANDARD_DIRECTIVES = ADMONITIONS | frozenset(
    [
        "glossary",
        "figure",
        "image",
        "list-table",
        "code-block",
        "code-cell",
        "toctree",
        "math",
        "only",
        "index",
        "epigraph",
        "topic",
    ]
)
_STANDARD_ROLES = frozenset(
    [
        "term",
        "ref",
        "doc",
        "numref",
        "cite:p",
        "cite:t",
        "cite",
        "cite:ps",
        "cite:ts",
        "abbr",
        "emphasis",
        "strong",
        "sub",
        "sup",
        "index",
        "download",
        "math",
        "code",
    ]
)

KNOWN_DIRECTIVES = _STANDARD_DIRECTIVES | set(DIRECTIVES)
KNOWN_ROLES = _STANDARD_ROLES | set(ROLES)


def is_meant(used: UsedDirective, name: str) -> bool:
    """Whether a directive has this name, or one that does not exist and is a slip for it.

    A slip is told as one. What its directive would have given is not told to be missing too.
    """
    if used.name == name:
        return True
    return used.name not in KNOWN_DIRECTIVES and nearest_name(used.name, KNOWN_DIRECTIVES) == name


def is_label(used: UsedDirective, option: UsedOption) -> bool:
    """Whether an option names its directive, or is a slip for the one that does."""
    form = DIRECTIVES.get(used.name)
    if option.name == "name" or form is None:
        return option.name == "name"
    known = [one.name for one in form.options]
    return option.name not in known and nearest_name(option.name, known) == "name"
