"""Faults of a single cell: what is wrong with a value, whatever else the row says."""

from __future__ import annotations

from seminarbook.faults.catalogue import fault

CHARACTER_CONTROL = fault(
    "character-control",
    "A cell holds a control character",
    "It cannot be seen, and breaks pages and the PDF.",
    "Remove it: delete what stands at the place named and type it again.",
)
CHARACTER_HIDDEN = fault(
    "character-hidden",
    "A cell holds a character that cannot be seen",
    "It can change the order in which a text is shown, or make two equal words differ.",
    "Remove it: delete what stands at the place named and type it again.",
)
CELL_TOO_LONG = fault(
    "cell-too-long",
    "A cell is longer than any text of the book",
    "It is nearly always a whole file or document pasted by mistake.",
    "Shorten the text; a long text belongs in a chapter.",
)
CELL_SPACES = fault(
    "cell-spaces",
    "A cell begins or ends with a space",
    "The space is left out when the cell is read; in the file it makes equal values look "
    "different.",
    "Remove the space, or run “python -m seminarbook tidy-data”.",
    "advice",
)
VALUE_MISSING = fault(
    "value-missing",
    "A value is missing",
    "Without it the row cannot be used.",
    "Fill in the cell, or remove the row.",
)
VALUE_NOT_ALLOWED = fault(
    "value-not-allowed",
    "A value is not one of the allowed words",
    "Tables and charts count by these words; another spelling would be counted apart.",
    "Use one of the allowed words.",
)
VALUE_FORM = fault(
    "value-form",
    "A value is not written as its column needs",
    "The book would not know what to make of it.",
    "Write it in the form that the message names.",
)
NUMBER_FORM = fault(
    "number-form",
    "A number is not written in digits",
    "A number is compared, added and drawn, so it must be only a number.",
    "Write digits, with a point before decimals and nothing else: 35 or 12.5.",
)
NUMBER_RANGE = fault(
    "number-range",
    "A number is too small or too large",
    "No such number makes sense in this column.",
    "Correct the number.",
)
DATE_FORM = fault(
    "date-form",
    "A date is not written as year-month-day",
    "02/03/2017 is a day in March to some and in February to others.",
    "Write 2017-03-02; a month is 2017-03, a year is 2017.",
)
DATE_IMPOSSIBLE = fault(
    "date-impossible",
    "There is no such day",
    "A day that is not in the calendar cannot be right.",
    "Look the date up in the source.",
)
CLOCK_FORM = fault(
    "clock-form",
    "A time is not written as hours and minutes",
    "Times are put in order, so all are written alike.",
    "Write 09:30, with two digits each and 24 hours.",
)
ADDRESS_FORM = fault(
    "address-form",
    "A web address is not complete",
    "A link that is not complete leads nowhere.",
    "Copy the whole address, from “https://” on.",
)
ORCID_FORM = fault(
    "orcid-form",
    "An ORCID is not right",
    "A wrong digit names another person.",
    "Copy it from the person’s page: 0000-0002-1825-0097.",
)
ID_MISSING = fault(
    "id-missing",
    "A row has no id",
    "Other files and chapters refer to a row by its id.",
    "Give the row a short name in small letters, digits and hyphens.",
)
ID_FORM = fault(
    "id-form",
    "An id is not in its form",
    "Ids become addresses of pages and places on them.",
    "Use small letters a–z, digits and single hyphens between them.",
)
ID_DUPLICATE = fault(
    "id-duplicate",
    "Two rows have the same id",
    "What refers to the id would mean one of them by chance.",
    "Give one of the rows another id.",
)
LIST_DUPLICATE = fault(
    "list-duplicate",
    "A list names the same thing twice",
    "It would be shown or counted twice.",
    "Remove one of them.",
)
REFERENCE_UNKNOWN = fault(
    "reference-unknown",
    "A cell refers to a row that does not exist",
    "Tables and links would lead nowhere.",
    "Correct the id, or add the row it names to the file the message names.",
)
SOURCE_MISSING = fault(
    "source-missing",
    "A row has no source",
    "Every fact of the book says where it comes from: no source, no row.",
    "Name the key of the source in references.bib.",
)
SOURCE_UNKNOWN = fault(
    "source-unknown",
    "A source is not in the bibliography",
    "A reader could not find it.",
    "Correct the key, or add the source to references.bib.",
)
LOCATOR_MISSING = fault(
    "locator-missing",
    "A row does not say where in its source it is found",
    "A reader should be able to look it up without reading the whole source.",
    "Name the paragraph, slide or heading.",
)
PROSE_BRACES = fault(
    "prose-braces",
    "A brace does not belong to a person’s id",
    "In a text for readers, braces stand round the id of a person and nothing else.",
    "Write a person as {given-family}; leave out any other brace.",
)
