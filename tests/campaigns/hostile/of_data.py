"""Data files that are huge, or full of what no reader expects."""

from __future__ import annotations

from pathlib import Path

from seminarbook.model.columns import columns_of
from seminarbook.model.reader import read_series
from seminarbook.model.records import RECORD_CLASSES
from seminarbook.model.writer import canonical_text
from tests.campaigns.hostile.case import CHECK, HTML, WHOLE, add_row, case

MEGABYTE = 1_000_000
LONGEST = 99_000


def _every_text(root: Path, text: str) -> None:
    """Write the text behind that of every cell which may hold any text."""
    reading = read_series(root / "data", root / "book" / "references.bib", root=root)
    assert reading.series is not None
    for record in RECORD_CLASSES:
        free = [
            column.name
            for column in columns_of(record)
            if column.kind == "text" and not column.many and column.reference is None
            if not column.bibliography
        ]
        rows = [
            row.model_copy(update={n: f"{v} {text}" for n in free if (v := getattr(row, n))})
            for row in reading.series.rows(record.file)
        ]
        if rows:
            path = root / "data" / f"{record.file}.csv"
            path.write_bytes(canonical_text(record, rows).encode("utf-8", "surrogatepass"))


def _put(root: Path, file: str, text: str) -> None:
    (root / "data" / f"{file}.csv").write_text(text, encoding="utf-8")


def _header(root: Path, file: str) -> str:
    return (root / "data" / f"{file}.csv").read_text("utf-8").split("\n", 1)[0]


@case(CHECK, HTML, tells="at most 100,000 go")
def cells_of_a_megabyte(root: Path) -> None:
    _every_text(root, "word " * (MEGABYTE // 5))


@case(CHECK, HTML, long=True)
def cells_as_long_as_may_be(root: Path) -> None:
    add_row(root, "gaps", id="gap-long", order="99", kind="gap", subject="x " * (LONGEST // 2),
            treatment="y" * LONGEST)  # fmt: skip
    add_row(root, "takeaways", id="s1-takeaway-99", seminar="s1", order="99",
            text="word " * (LONGEST // 5), theme="asking")  # fmt: skip


@case(WHOLE, long=True)
def a_long_title(root: Path) -> None:
    add_row(root, "talks", id="s1-long", seminar="s1", order="99", title="long " * 10_000,
            kind="talk", status="reported")  # fmt: skip
    add_row(root, "talks", id="s1-one-word", seminar="s1", order="98", title="w" * 50_000,
            kind="talk", status="reported")  # fmt: skip


@case(CHECK)
def braces_in_a_long_cell(root: Path) -> None:
    add_row(root, "gaps", id="gap-braces", order="99", kind="gap", subject="{" * LONGEST,
            treatment="{a" * (LONGEST // 2))  # fmt: skip


@case(CHECK, long=True)
def rows_a_hundred_thousand(root: Path) -> None:
    rows = [
        f"gap-{n},{n},gap,Subject {n},,,,Treatment {n},garden-notes,page {n},\n"
        for n in range(1, 100_001)
    ]
    _put(root, "gaps", _header(root, "gaps") + "\n" + "".join(rows))


@case(CHECK, long=True)
def rows_a_hundred_thousand_all_wrong(root: Path) -> None:
    rows = [
        f"gap {n},x,gap,Subject {n},,,,Treatment {n},nowhere,page {n},\n" for n in range(100_000)
    ]
    _put(root, "gaps", _header(root, "gaps") + "\n" + "".join(rows))


@case(CHECK, long=True)
def people_ten_thousand(root: Path) -> None:
    rows = [
        f"p{n:05},person,Family{n:05},Given,,,given,garden-notes,page 1,\n" for n in range(10_000)
    ]
    path = root / "data" / "people.csv"
    path.write_text(path.read_text("utf-8") + "".join(rows), encoding="utf-8")


@case(CHECK, long=True)
def rows_with_wrong_names_of_people(root: Path) -> None:
    rows = [
        f"gap-{n},{n},gap,{{person-{n}-x}} {n},,,,-,garden-notes,page {n},\n"
        for n in range(1, 20_001)
    ]
    _put(root, "gaps", _header(root, "gaps") + "\n" + "".join(rows))


@case(tells="There is no column")
def columns_ten_thousand(root: Path) -> None:
    names = ",".join(f"column-{n}" for n in range(10_000))
    _put(root, "gaps", f"{_header(root, 'gaps')},{names}\n")


@case()
def columns_ten_thousand_without_names(root: Path) -> None:
    _put(root, "gaps", "," * 10_000 + "\n" + "," * 9_000 + "\n")


@case(long=True)
def one_line_of_fifty_megabytes(root: Path) -> None:
    _put(root, "gaps", "x," * (25 * MEGABYTE))


@case(long=True)
def one_cell_of_fifty_megabytes(root: Path) -> None:
    _put(root, "gaps", f'{_header(root, "gaps")}\n"' + "x" * (50 * MEGABYTE) + '"\n')


@case(long=True)
def one_row_of_fifty_megabytes(root: Path) -> None:
    _put(root, "gaps", f"{_header(root, 'gaps')}\n" + "x," * (25 * MEGABYTE))


@case(long=True)
def lines_that_are_blank(root: Path) -> None:
    _put(root, "gaps", _header(root, "gaps") + "\n" * MEGABYTE)


@case(long=True)
def quotes_a_megabyte(root: Path) -> None:
    _put(root, "gaps", _header(root, "gaps") + "\n" + '"' * MEGABYTE + "\n" + '"a\n' * 100_000)


@case()
def quotes_that_are_never_closed(root: Path) -> None:
    _put(root, "gaps", _header(root, "gaps") + "\n" + 'a,"b\n' * 20_001)


@case(CHECK, HTML)
def markdown_deep_in_a_cell(root: Path) -> None:
    deep = "> " * 2_000 + "* " * 2_000 + "[" * 2_000 + "](x)" * 2_000 + "`" * 2_000 + "**" * 2_000
    add_row(
        root, "takeaways", id="s1-takeaway-99", seminar="s1", order="99", text=deep, theme="asking"
    )


@case(WHOLE, long=True)
def letters_that_turn_text_round(root: Path) -> None:
    _every_text(root, "\u202edrawkcab\u2066x\u2069")


@case(WHOLE, long=True)
def letters_of_every_kind(root: Path) -> None:
    # Marks on marks, families of one glyph, joiners, plane 1 to 16, letters not yet assigned,
    # right-to-left words and a soft hyphen's neighbours; nothing the reader refuses.
    _every_text(
        root,
        "Z"
        + "\u0301\u0317\u0338" * 40
        + " \U0001f469\u200d\U0001f469\u200d\U0001f467\u200d"
        "\U0001f466 \U0001f3f4\U000e0067\U000e0062\U000e007f \u0378\U0001fbff\U000e0fff "
        "\U0010fffd \ue000 שלום עולם مرحبا नमस्ते ไทย \u1100\u1161 \u00a0\u3000 ﷽ \ufdfa "
        "<b>&amp;</b> \\textbf{x} #set $x$ %5 @a *b* _c_ ` ' \" {{x}} ]]> -->".replace(
            "{{x}}", ""
        ).replace("{x}", ""),
    )


@case(CHECK, HTML, tells="which cannot be seen|control character")
def letters_that_nobody_sees(root: Path) -> None:
    _every_text(root, "a\u200bb\u2028c\u2029d\x00e\x1bf\x85g\ufeffh")


@case(CHECK, HTML, tells="not UTF-8")
def letters_that_are_halves(root: Path) -> None:
    _every_text(root, "half \ud83d of a pair")


@case(CHECK, HTML, WHOLE, long=True)
def cells_that_spreadsheets_run(root: Path) -> None:
    for number, text in enumerate(
        (
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "=cmd|' /C calc'!A0",
            '=HYPERLINK("http://x")',
            "'=1",
            "＝1",
        ),
        start=90,
    ):
        add_row(root, "takeaways", id=f"s1-takeaway-{number}", seminar="s1", order=str(number),
                text=text, theme="asking")  # fmt: skip


@case(CHECK, HTML)
def ids_that_are_paths(root: Path) -> None:
    add_row(root, "gaps", id="../../etc/passwd", order="98", kind="gap", subject="x", treatment="x")
    add_row(root, "people", id="..\\x", kind="person", family_name="/etc", consent="given")
    add_row(root, "seminars", id="../s4", number="4", slug="../../../../tmp/evil", title="x",
            subject="x", date="2031-03-04")  # fmt: skip


@case(CHECK, HTML)
def addresses_that_are_none(root: Path) -> None:
    for number, url in enumerate(("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x",
                                  "//x.y", "https://x.y/" + "a" * 90_000, "http://[::1", "https://\u202e")):  # fmt: skip
        add_row(root, "records", id=f"s1-bad-{number}", seminar="s1", kind="slides", title="x",
                state="published", url=url)  # fmt: skip


@case(tells="gaps.csv")
def no_data_at_all(root: Path) -> None:
    for path in (root / "data").glob("*.csv"):
        path.write_bytes(b"")


@case(HTML)
def headers_only(root: Path) -> None:
    for path in (root / "data").glob("*.csv"):
        _put(root, path.stem, _header(root, path.stem) + "\n")


@case(CHECK, HTML)
def numbers_without_end(root: Path) -> None:
    for number, value in enumerate(
        (
            "9" * 5_000,
            "1e999999999",
            "0." + "1" * 5_000,
            "-0",
            "١٢",
            "NaN",
            "Infinity",
            "0x10",
            "1_000",
        )
    ):
        add_row(root, "figures", id=f"s1-n{number}", value=value, qualifier="exactly", unit="x",
                counts="x", seminar="s1", reported_by="x")  # fmt: skip
