"""Spreadsheets that are bombs, or not what they say, for ``import``."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

from tests.campaigns.hostile.case import case

IMPORT = ("import", "ROOT/gaps.xlsx", "--as", "gaps", "--yes")
TABLE = ("import", "ROOT/gaps.csv", "--as", "gaps", "--yes")
HEAD = ["id", "order", "kind", "subject", "treatment", "source", "locator"]
ROW = ["gap-new", 90, "gap", "Something", "Kept.", "garden-notes", "page 1"]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
Parts = dict[str, bytes]


def _parts() -> Parts:
    made, data = Workbook(), io.BytesIO()
    made.worksheets[0].title = "gaps"
    for row in (HEAD, ROW):
        made.worksheets[0].append(row)
    made.save(data)
    with zipfile.ZipFile(data) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _write(root: Path, parts: Parts, name: str = "gaps.xlsx") -> None:
    with zipfile.ZipFile(root / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)


def _with(root: Path, change: Callable[[Parts], None]) -> None:
    parts = _parts()
    change(parts)
    _write(root, parts)


def _at_the_end(root: Path, rows: bytes = b"", below: bytes = b"") -> None:
    """A workbook with these rows at the end of its sheet, and this below them."""

    def change(parts: Parts) -> None:
        end = b"</sheetData>"
        assert end in parts[SHEET]
        parts[SHEET] = parts[SHEET].replace(end, rows + end + below)

    _with(root, change)


def _strings(text: bytes, count: int) -> bytes:
    items = (b"<si><t>" + text + b"</t></si>") * count
    return f'<?xml version="1.0"?><sst xmlns="{MAIN}">'.encode() + items + b"</sst>"


@case(IMPORT, tells="Written: data/gaps.csv")
def a_plain_workbook(root: Path) -> None:
    _write(root, _parts())


@case(IMPORT, tells="Written: data/gaps.csv")
def a_huge_declared_size(root: Path) -> None:
    def change(parts: Parts) -> None:
        sheet = parts[SHEET].replace(b'ref="A1:G2"', b'ref="A1:XFD1048576"')
        assert sheet != parts[SHEET]
        parts[SHEET] = sheet

    _with(root, change)


@case(IMPORT, tells="more than 20,000 rows")
def a_cell_at_the_far_end(root: Path) -> None:
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    _at_the_end(root, far)


@case(IMPORT, tells="cover more than 100,000 cells")
def a_link_on_everything(root: Path) -> None:
    link = b'<hyperlinks><hyperlink ref="A3:XFD1048576" location="gaps!A1"/></hyperlinks>'
    _at_the_end(root, below=link)


@case(IMPORT, tells="cover more than 100,000 cells")
def a_merge_of_everything(root: Path) -> None:
    _at_the_end(root, below=b'<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>')


@case(IMPORT, tells="damaged|larger|Written|more than")
def rows_with_odd_numbers(root: Path) -> None:
    odd = b'<row r="-5"><c r="A-5"/></row><row r="99999999999"><c r="ZZZZZZ1"/></row>'
    _at_the_end(root, odd)


@case(IMPORT, tells="larger than 30 MB", long=True)
def shared_strings_of_a_gigabyte(root: Path) -> None:
    with zipfile.ZipFile(root / "gaps.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _parts().items():
            if name != "xl/sharedStrings.xml":
                archive.writestr(name, data)
        with archive.open("xl/sharedStrings.xml", "w") as file:
            file.write(f'<sst xmlns="{MAIN}">'.encode())
            for _ in range(1_000):
                file.write(b"<si><t>" + b"x" * 1_000_000 + b"</t></si>")
            file.write(b"</sst>")


@case(IMPORT, long=True)
def shared_strings_as_many_as_go(root: Path) -> None:
    def change(parts: Parts) -> None:
        parts["xl/sharedStrings.xml"] = _strings(b"x", 1_700_000)

    _with(root, change)


@case(IMPORT, tells="larger than 30 MB|damaged")
def a_size_that_is_a_lie(root: Path) -> None:
    parts = _parts()
    parts["xl/sharedStrings.xml"] = _strings(b"x" * 1000, 100_000)
    _write(root, parts)
    data = (root / "gaps.xlsx").read_bytes()
    size = len(parts["xl/sharedStrings.xml"]).to_bytes(4, "little")
    assert data.count(size) == 2
    (root / "gaps.xlsx").write_bytes(data.replace(size, (100).to_bytes(4, "little")))


@case(IMPORT, tells="XML that no program writes")
def entities_that_expand(root: Path) -> None:
    def change(parts: Parts) -> None:
        laughs = b"".join(
            b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10)
        )
        head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">' + laughs + b"]>"
        parts["xl/sharedStrings.xml"] = head + _strings(b"&l9;", 1)

    _with(root, change)


@case(IMPORT, tells="XML that no program writes")
def entities_from_elsewhere(root: Path) -> None:
    def change(parts: Parts) -> None:
        head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        parts[SHEET] = head + parts[SHEET].replace(b"Something", b"&e;")

    _with(root, change)


@case(IMPORT, tells="XML that no program writes|damaged")
def entities_in_a_part_of_another_name(root: Path) -> None:
    def change(parts: Parts) -> None:
        head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "y">]>'
        parts["xl/worksheets/sheet1.bin"] = head + parts.pop(SHEET)
        for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
            parts[name] = parts[name].replace(b"sheet1.xml", b"sheet1.bin")

    _with(root, change)


@case(IMPORT, tells="XML that no program writes|damaged")
def entities_in_other_encodings(root: Path) -> None:
    def change(parts: Parts) -> None:
        text = '<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE x [+ADwAIQ-ENTITY e "y">]>'
        parts[SHEET] = text.encode() + parts[SHEET].replace(b"Something", b"&e;")

    _with(root, change)


@case(IMPORT, tells="damaged|Written")
def elements_that_are_deep(root: Path) -> None:
    def change(parts: Parts) -> None:
        deep = b"<a>" * 200_000 + b"</a>" * 200_000
        parts[SHEET] = parts[SHEET].replace(b"<sheetData>", deep + b"<sheetData>")

    _with(root, change)


@case(("import", "ROOT/gaps.xlsm", "--as", "gaps", "--yes"), tells="Written|not an Excel")
def a_workbook_with_macros(root: Path) -> None:
    parts = _parts()
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + b"x" * 1000
    _write(root, parts, "gaps.xlsm")


@case(IMPORT, tells="holds a formula")
def links_to_other_workbooks(root: Path) -> None:
    def change(parts: Parts) -> None:
        parts["xl/externalLinks/externalLink1.xml"] = f'<externalLink xmlns="{MAIN}"/>'.encode()
        cell = b'<c r="D3"><f>[1]Sheet1!A1</f><v>1</v></c>'
        row = b'<row r="3"><c r="A3" t="inlineStr"><is><t>gap-x</t></is></c>' + cell + b"</row>"
        parts[SHEET] = parts[SHEET].replace(b"</sheetData>", row + b"</sheetData>")

    _with(root, change)


@case(IMPORT, tells="locked with a password")
def a_workbook_that_is_locked(root: Path) -> None:
    (root / "gaps.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 4000)


@case(("import", "ROOT/gaps.xls", "--as", "gaps"), tells="old format")
def an_old_workbook(root: Path) -> None:
    (root / "gaps.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 4000)


@case(IMPORT, tells="zip archive, and not an Excel")
def an_archive_of_archives(root: Path) -> None:
    data = b"0" * 1_000_000
    for _ in range(6):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(10):
                archive.writestr(f"{number}.zip", data)
        data = made.getvalue()
    (root / "gaps.xlsx").write_bytes(data)


@case(IMPORT)
def names_that_lead_out(root: Path) -> None:
    def change(parts: Parts) -> None:
        parts["../../../../tmp/hostile-was-here.xml"] = b"<x/>"
        parts["/etc/hostile"] = b"x"
        rels = parts["xl/_rels/workbook.xml.rels"]
        parts["xl/_rels/workbook.xml.rels"] = rels.replace(
            b"/xl/worksheets/sheet1.xml", b"../../../../etc/passwd"
        )

    _with(root, change)


@case(IMPORT, tells="damaged|not an Excel")
def a_workbook_that_is_cut_off(root: Path) -> None:
    _write(root, _parts())
    data = (root / "gaps.xlsx").read_bytes()
    (root / "gaps.xlsx").write_bytes(data[: len(data) * 2 // 3])


@case(IMPORT, tells="not an Excel")
def a_workbook_of_nothing(root: Path) -> None:
    (root / "gaps.xlsx").write_bytes(b"")


@case(IMPORT, tells="damaged|Every sheet|not an Excel")
def a_workbook_without_sheets(root: Path) -> None:
    _write(root, {"[Content_Types].xml": b"<Types/>"})


@case(IMPORT, tells="damaged|twice|Written")
def a_part_that_stands_twice(root: Path) -> None:
    parts = _parts()
    _write(root, parts)
    with zipfile.ZipFile(root / "gaps.xlsx", "a") as archive:
        archive.writestr("XL/Worksheets/Sheet1.xml", b"<x/>")
        archive.writestr("[Content_Types].xml", b"<Types/>")


@case(IMPORT, tells="larger than 30 MB", long=True)
def very_many_parts(root: Path) -> None:
    with zipfile.ZipFile(root / "gaps.xlsx", "w") as archive:
        for name, data in _parts().items():
            archive.writestr(name, data)
        for number in range(40_000):
            archive.writestr(f"p{number}", b"")


@case(IMPORT, tells="The looks of its cells", long=True)
def styles_without_end(root: Path) -> None:
    def change(parts: Parts) -> None:
        fonts = b"<font><b/><sz val='11'/></font>" * 500_000
        parts["xl/styles.xml"] = (
            f'<styleSheet xmlns="{MAIN}"><fonts>'.encode() + fonts + b"</fonts></styleSheet>"
        )

    _with(root, change)


@case(IMPORT, long=True)
def cells_as_many_as_go(root: Path) -> None:
    cell = b"".join(
        b'<c r="%s%%d" t="s"><v>0</v></c>' % letter for letter in (b"A", b"B", b"C", b"D")
    )
    rows = b"".join(b'<row r="%d">' % n + cell % (n, n, n, n) + b"</row>" for n in range(3, 19_000))
    _at_the_end(root, rows)


@case(IMPORT, tells="more than", long=True)
def one_row_of_every_column(root: Path) -> None:
    cells = b"<c t='inlineStr'><is><t>x</t></is></c>" * 500_000
    _at_the_end(root, b'<row r="3">' + cells + b"</row>")


@case(IMPORT, tells="damaged|not an|Written|number")
def dates_that_are_none(root: Path) -> None:
    cells = b"".join(
        b'<c r="%s3" s="0" t="%s"><v>%s</v></c>' % (letter, kind, value)
        for letter, kind, value in (
            (b"A", b"d", b"9999-99-99T99:99"), (b"B", b"n", b"1e308"), (b"C", b"n", b"nan"),
            (b"D", b"b", b"7"), (b"E", b"s", b"99999999"), (b"F", b"e", b"#REF!"), (b"G", b"x", b"1"),
        )
    )  # fmt: skip
    _at_the_end(root, b'<row r="3">' + cells + b"</row>")


@case(TABLE, tells="larger than 10 MB", long=True)
def a_table_of_fifty_megabytes(root: Path) -> None:
    (root / "gaps.csv").write_bytes(b"x," * 25_000_000)


@case(TABLE, long=True)
def a_table_of_one_line(root: Path) -> None:
    (root / "gaps.csv").write_bytes(b"x," * 4_900_000)


@case(TABLE, long=True)
def a_table_of_line_ends(root: Path) -> None:
    (root / "gaps.csv").write_bytes(b"id,order\n" + b"\n" * 9_000_000)


@case(TABLE, long=True)
def a_table_of_quotes(root: Path) -> None:
    (root / "gaps.csv").write_bytes(b'id,order\n"' + b'a"b\n"' * 1_500_000)


@case(TABLE, tells="encod|UTF|UTF-16")
def a_table_in_half_an_encoding(root: Path) -> None:
    (root / "gaps.csv").write_bytes(b"\xff\xfe" + "id,order\nx,".encode("utf-16-le") + b"\0\xd8")


@case(TABLE, long=True)
def a_table_with_every_row_wrong(root: Path) -> None:
    rows = "".join(f"gap {n},x,gop,S,T,nowhere,p\n" for n in range(19_000))
    (root / "gaps.csv").write_text(",".join(HEAD) + "\n" + rows, encoding="utf-8")


@case(TABLE, long=True)
def a_table_of_new_rows(root: Path) -> None:
    rows = "".join(f"gap-n{n},{n + 50},gap,S,T,garden-notes,p\n" for n in range(5_000))
    (root / "gaps.csv").write_text(",".join(HEAD) + "\n" + rows, encoding="utf-8")


@case(TABLE)
def a_table_that_is_hostile(root: Path) -> None:
    texts = (
        "=1+1",
        "+1",
        "-1",
        "@x",
        "\tx",
        "'=1",
        "\u202ex",
        "a\0b",
        "{nobody}",
        "{",
        "../x",
        "<b>",
    )
    rows = "".join(
        f'gap-h{n},{n + 50},gap,"{text}","{text}",garden-notes,p\n' for n, text in enumerate(texts)
    )
    (root / "gaps.csv").write_text(",".join(HEAD) + "\n" + rows, encoding="utf-8")


@case(("export", "ROOT/out.xlsx"), ("import", "ROOT/out.xlsx", "--yes"))
def an_export_that_comes_back(root: Path) -> None:
    from tests.campaigns.hostile.case import add_row

    for number, text in enumerate(
        ("=1+1", "+44 1", "-1", "@x", "'=1", "a\nb", "_x000D_", "☃ 👩\u200d👧"), 90
    ):
        add_row(
            root,
            "gaps",
            id=f"gap-{number}",
            order=str(number),
            kind="gap",
            subject=text,
            treatment=text,
        )
