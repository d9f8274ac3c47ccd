"""Faults of a page that are found only when it is drawn.

Faults of wording that need no build are declared by the rules in :mod:`seminarbook.checks`;
a build reports the same faults with the same codes.
"""

from __future__ import annotations

from seminarbook.faults.catalogue import fault

FAULTY_DATA = fault(
    "faulty-data",
    "A page asks for something drawn from a data file that has faults",
    "A table with rows missing would mislead.",
    "Put right the faults that are reported for the data file.",
)
DIRECTIVE_ARGUMENT = fault(
    "directive-argument",
    "A directive lacks what it is about, or is given something it cannot use",
    "It would show nothing, or not what its author meant.",
    "Write what the message asks for behind the closing brace.",
)
DIRECTIVE_BODY = fault(
    "directive-body",
    "There is text inside a directive that shows none",
    "The text would be lost.",
    "Move the text below the directive.",
)
OPTION_EMPTY = fault(
    "option-empty",
    "An option has no value",
    "It would have no effect.",
    "Write a value behind the option, or remove it.",
)
FIGURE_WORDS = fault(
    "figure-words",
    "A figure is given other words than its own",
    "The words of a figure come from its row, so that a page never says more than is known.",
    "Write the id alone.",
)
PEOPLE_INDEX_TWICE = fault(
    "people-index-twice",
    "The index of people stands in two places",
    "Every mention of a person links to one place.",
    "Remove one of the two.",
)
CITED_WORK = fault(
    "cited-work",
    "A reference is asked for to something that is not part of the book",
    "Only the chapter it stands in and the whole book have a record.",
    "Write “:of: book”, or leave the option out.",
)
