"""Faults of a spreadsheet that is imported: what it holds that no data file can."""

from __future__ import annotations

from seminarbook.faults.catalogue import fault

SPREADSHEET_UNREADABLE = fault(
    "spreadsheet-unreadable",
    "A spreadsheet cannot be read",
    "Only Excel workbooks (.xlsx) and tables in plain text (.csv, .tsv) can be imported.",
    "Open it in a spreadsheet program and save it as “Excel workbook (.xlsx)”.",
)
SPREADSHEET_TOO_LARGE = fault(
    "spreadsheet-too-large",
    "A spreadsheet is far larger than the data of a book",
    "Such a file would keep the computer busy for minutes, or was made to do so.",
    "Remove what does not belong to the book’s data, blank formatted rows too.",
)
SHEET_UNKNOWN = fault(
    "sheet-unknown",
    "It is not clear which data file a sheet belongs to",
    "Rows that were put into the wrong file, or left out without a word, would be lost.",
    "Name the sheet as the data file, like “participation”, or say --as participation.",
)
SHEET_HIDDEN = fault(
    "sheet-hidden",
    "A sheet that bears the name of a data file is hidden",
    "Nobody sees what would be imported from it.",
    "Show the sheet, or delete it.",
)
HEADER_MISSING = fault(
    "header-missing",
    "A sheet has no line that names its columns",
    "Without names nobody can say what a cell means.",
    "Put the names of the columns in the first row; “export” shows how they are called.",
)
CELL_FORMULA = fault(
    "cell-formula",
    "A cell holds a formula",
    "Its result is not a fact with a source, and may be another one on another computer.",
    "Copy the cell, paste it as values, and see that the result is right.",
)
CELL_MERGED = fault(
    "cell-merged",
    "Cells are merged",
    "A merged cell belongs to several rows, and only the first would get its value.",
    "Undo the merging, and write the value into every row that it is meant for.",
)
CELL_ERROR = fault(
    "cell-error",
    "A cell holds an error of the spreadsheet program",
    "It stands where a value was lost.",
    "Type the value again.",
)
CELL_AMBIGUOUS = fault(
    "cell-ambiguous",
    "A cell can be read in two ways",
    "A wrong guess would put a wrong fact into the book, and nobody would notice.",
    "Write it in the form that the message names.",
)
CELL_TYPE = fault(
    "cell-type",
    "A cell holds another kind of value than its column",
    "Spreadsheet programs turn what is typed into dates, numbers and switches; the words that "
    "were meant are gone.",
    "Format the cell as text, and type the value again.",
)
EXPORT_TOO_LONG = fault(
    "export-too-long",
    "A text is too long for a cell of a spreadsheet",
    "Excel cuts a text off after 32,767 characters, without a word.",
    "Shorten the text, or edit this row in its CSV file.",
)
