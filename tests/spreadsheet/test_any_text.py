"""Any text that a data file may hold goes out in a spreadsheet and comes back the same."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from seminarbook.model.records import Gap
from seminarbook.model.series import Series
from seminarbook.model.unseen import UNSEEN
from seminarbook.spreadsheet.intake import incoming
from seminarbook.spreadsheet.names import Names
from seminarbook.spreadsheet.sources import read_source
from seminarbook.spreadsheet.text_table import neutral
from seminarbook.spreadsheet.workbook_writer import workbook_of

# What people type that programs make something else of.
AWKWARD = st.sampled_from(
    ("=1+1", "+44 1632", "-5", "@home", "'=x", "''", "007", "1e5", "2/3", "TRUE", "#REF!", "_x000D_",
     "_x005F_x0041_", "a;b", 'say "so"', "\n", "a\nb", "sep=;", "1,5", "–", "e\u0301", "👩\u200d👧", "\u00a0")
)  # fmt: skip


def _settled(text: str) -> str:
    """The text as a data file would hold it; blank if it may not."""
    plain = unicodedata.normalize("NFC", re.sub("\r\n?", "\n", text)).strip()
    return "" if UNSEEN.search(plain) else plain


TEXTS = st.lists(
    (st.text(st.characters(exclude_categories=["Cs"])) | st.lists(AWKWARD, max_size=3).map("".join))
    .map(_settled).filter(bool),
    min_size=1, max_size=8,
)  # fmt: skip
# A file whose texts are made of braces is another matter: they name people.
WITHOUT_BRACES = TEXTS.map(lambda texts: [text.translate({123: "(", 125: ")"}) for text in texts])


def _series(texts: list[str]) -> Series:
    blank = dict.fromkeys(Gap.columns())
    return Series(
        gaps=tuple(
            Gap.model_validate(
                blank | {"id": f"gap-{n}", "order": n, "kind": "gap", "subject": text,
                         "treatment": text, "source": "log", "locator": text}
            )
            for n, text in enumerate(texts, start=1)
        )
    )  # fmt: skip


def _read(path: Path, texts: list[str]) -> None:
    source = read_source(path, Gap)
    assert source.troubles == ()
    ((grid, record),) = source.sheets
    found = incoming(grid, record, Names(Series()))
    assert found.troubles == ()
    assert [row.cells["subject"] for row in found.rows] == texts
    assert [row.cells["locator"] for row in found.rows] == texts


@examples(30)
@given(WITHOUT_BRACES)
def test_in_a_workbook(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gaps.xlsx"
        path.write_bytes(workbook_of(_series(texts), ["gaps"]))
        _read(path, texts)


@examples(50)
@given(WITHOUT_BRACES, st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_in_a_text_table_of_any_program(
    texts: list[str], separator: str, line_end: str, marked: bool
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow(("id", "order", "kind", "subject", "treatment", "source", "locator"))
    for number, one in enumerate(texts, start=1):
        safe = neutral(one)
        writer.writerow((f"gap-{number}", number, "gap", safe, safe, "log", safe))
    data = text.getvalue().replace("\n", line_end).encode("utf-8-sig" if marked else "utf-8")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gaps.csv"
        path.write_bytes(data)
        _read(path, texts)
