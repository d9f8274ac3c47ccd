"""Faults of files, headers and rows: what keeps a table from being read at all."""

from __future__ import annotations

from seminarbook.faults.catalogue import fault

FOLDER_MISSING = fault(
    "folder-missing",
    "The data folder is missing",
    "Every table and chart of the book is drawn from the files of this folder.",
    "Restore the folder, or correct its name.",
)
FILE_MISSING = fault(
    "file-missing",
    "A file is missing",
    "Without it the book would silently show less than is known.",
    "Restore the file. A table without rows still needs its header line.",
)
FILE_UNKNOWN = fault(
    "file-unknown",
    "A file in the data folder is not read by anything",
    "Facts put in a file of another name (a second copy, say) never reach the book.",
    "Move its rows to the file they belong to, then remove it.",
    "advice",
)
FILE_UNREADABLE = fault(
    "file-unreadable",
    "A file cannot be read",
    "It is a folder, is not permitted to be read, or the disk refused.",
    "Put a plain file in its place and allow it to be read.",
)
FILE_OUTSIDE = fault(
    "file-outside",
    "A file lies outside the project",
    "The book is built from what is in the project, the same everywhere; a link that leads out "
    "of it could also publish something private.",
    "Put a copy of the file in the project, in place of the link.",
)
FILE_TOO_LARGE = fault(
    "file-too-large",
    "A file is too large",
    "No book needs so much in one file; to read it would take all memory.",
    "Look whether something was pasted into it, or divide it.",
)
CHAPTER_TOO_MUCH = fault(
    "chapter-too-much",
    "A chapter is larger or deeper than any program follows",
    "To read it would take hours, or all memory.",
    "Divide it; look for boxes that are not closed, and for signs that were pasted in.",
)
FILE_ENCODING = fault(
    "file-encoding",
    "A file is not saved as UTF-8",
    "Letters such as é or ’ would turn into others, or the file could not be read.",
    "Save it again as UTF-8; in a spreadsheet: “Save as”, “CSV UTF-8”.",
)
FILE_EMPTY = fault(
    "file-empty",
    "A file is empty",
    "The first line names the columns; without it no row could be understood.",
    "Put the header line back.",
)
FILE_SEPARATOR = fault(
    "file-separator",
    "Cells are not separated by commas",
    "Spreadsheets in some languages write semicolons or tabs; the book reads commas.",
    "Save it again with the comma as separator.",
)
HEADER_NOT_FIRST = fault(
    "header-not-first",
    "A line stands above the one that names the columns",
    "The first line names the columns; without it no row could be understood.",
    "Remove what stands above it.",
)
COLUMNS_UNNAMED = fault(
    "columns-unnamed",
    "The line that names the columns is missing",
    "Without it no row could be understood.",
    "Put the header line back.",
)
COLUMN_MISSING = fault(
    "column-missing",
    "A column is missing",
    "Every column is always present, so that what is unknown is seen to be blank.",
    "Add the column; leave its cells blank where nothing is known.",
)
COLUMN_UNKNOWN = fault(
    "column-unknown",
    "A column is not known",
    "What stands in it would never reach the book.",
    "Correct its name, or remove the column.",
)
COLUMN_DUPLICATE = fault(
    "column-duplicate",
    "A column appears twice",
    "It would be left to chance which of the two is used.",
    "Keep one of them.",
)
COLUMN_BLANK = fault(
    "column-blank",
    "A column has no name",
    "What stands in it would never reach the book.",
    "Name the column, or remove it (often a stray comma at the end of the header).",
)
ROW_SHORT = fault(
    "row-short",
    "A row has too few cells",
    "A missing comma moves every cell after it into the wrong column.",
    "Add the missing commas: a blank cell needs its comma too.",
)
ROW_LONG = fault(
    "row-long",
    "A row has too many cells",
    "A comma within a text splits it and moves every cell after it into the wrong column.",
    "Put double quotes round a text that has a comma in it.",
)
ROW_BLANK = fault(
    "row-blank",
    "A row is blank",
    "It says nothing, and hides where a table ends.",
    "Remove the row.",
    "advice",
)
QUOTE_UNCLOSED = fault(
    "quote-unclosed",
    "A double quote is not closed",
    "All that follows, over line ends, would become part of one cell.",
    "Close the quote at the end of its cell.",
)
QUOTE_STRAY = fault(
    "quote-stray",
    "A double quote stands where none may",
    "Programs disagree on what such a cell contains.",
    "Put double quotes round the whole cell and write each quote within it twice.",
)
BIBLIOGRAPHY_COMMA = fault(
    "bibliography-comma",
    "A comma is missing in an entry of the bibliography",
    "Without it the entry cannot be read, and nobody can cite it.",
    "Write the comma.",
)
BIBLIOGRAPHY_DUPLICATE = fault(
    "bibliography-duplicate",
    "A key of the bibliography is used twice",
    "A citation would lead to one of two sources by chance.",
    "Give each source a key of its own.",
)
BIBLIOGRAPHY_UNCLOSED = fault(
    "bibliography-unclosed",
    "An entry of the bibliography is not closed",
    "All entries after it would be lost.",
    "Close the entry with “}”.",
)
BIBLIOGRAPHY_TOO_MUCH = fault(
    "bibliography-too-much",
    "The bibliography grows beyond measure",
    "A few lines can stand for more text than any memory holds, or lie deeper in each other than "
    "any program follows.",
    "Write the text out where it is used; take away braces that are not needed.",
)
BIBLIOGRAPHY_SIGN = fault(
    "bibliography-sign",
    "An entry of the bibliography without its sign",
    "Without “@” it is passed over, and nobody can cite it.",
    "Begin the entry with “@” and its kind.",
)
DATA_ORDER = fault(
    "data-order",
    "A data file is not in its canonical form",
    "One order of rows and one way to write a cell let a comparison of two versions show facts "
    "only.",
    "Run “python -m seminarbook tidy-data”.",
    "advice",
)
