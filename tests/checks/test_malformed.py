"""What authors mistype: each slip is told once, at its line, with what to do."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from seminarbook.checks.run import check_book
from tests.copies import TOY, copy_of

CHAPTER = "book/seminars/01-sharing-soil.md"
TABLE = ":::{data-table} programme\n:seminar: s1\n"


class Slip(NamedTuple):
    """What is written in the place of what, and what is said of it."""

    right: str
    wrong: str | bytes
    line: int
    code: str
    words: str
    path: str = CHAPTER


SLIPS = {
    "open card": Slip(":::{seminar-card} s1\n:::", ":::{seminar-card} s1\n", 10, "not-closed", "Write :::"),
    "open box": Slip("ask us first.\n:::", "ask us first.\n", 3, "not-closed", "Write :::"),
    "open at the end": Slip(":::{cite-this}\n:::", ":::{cite-this}\n", 55, "not-closed", "Write :::"),
    "open backticks": Slip("## At a glance", "```{data-table} figures", 8, "not-closed", "Write ```"),
    "one colon too few": Slip(":::{seminar-card}", "::{seminar-card}", 10, "directive-form", "three"),
    "no braces": Slip(":::{seminar-card} s1", ":::seminar-card s1", 10, "directive-form", "Write :::{seminar-card} s1"),
    "a space in braces": Slip(":::{seminar-card} s1", ":::{seminar-card }s1", 10, "directive-form", "Write :::{seminar-card} s1"),
    "closed twice": Slip(":::{seminar-card} s1\n:::\n", ":::{seminar-card} s1\n:::\n:::\n", 12, "directive-form", "Remove it"),
    "no seminar": Slip(":::{seminar-card} s1", ":::{seminar-card}", 10, "unknown-id", "{seminar-card} s1"),
    "no table": Slip(":::{data-table} programme", ":::{data-table}", 15, "unknown-view", "{data-table} programme"),
    "empty option": Slip(TABLE, TABLE.replace(" s1", ""), 16, "unknown-id", "has no seminar"),
    "option twice": Slip(TABLE, f"{TABLE}:seminar: s1\n", 17, "unknown-option", "Keep one"),
    "words in a card": Slip(":::{seminar-card} s1\n:::", ":::{seminar-card} s1\nToday.\n:::", 11, "unread-text", "Remove it"),
    "option without a colon": Slip(":::{seminar-card} s1\n:::", ":::{seminar-card} s1\n:of s1\n:::", 11, "option-form", "“:name: value”"),
    "open role": Slip("{person}`ada-quillfeather`", "{person}`ada-quillfeather", 24, "not-closed", "both sides"),
    "space before the role's text": Slip("{person}`ada", "{person} `ada", 24, "role-form", "without a space"),
    "role without braces": Slip("{person}`ada", "person`ada", 24, "role-form", "Write {person}`ada-quillfeather`"),
    "braces twice": Slip("{person}`ada", "{{person}}`ada", 24, "role-form", "{person}`"),
    "quotes for backticks": Slip("{person}`ada-quillfeather`", "{person}‘ada-quillfeather’", 24, "role-form", "backticks"),
    "empty role": Slip("{person}`ada-quillfeather`", "{person}``", 24, "role-form", "backticks"),
    "empty target": Slip("<bram-oakentorp>", "<>", 25, "unknown-id", "has no id"),
    "capital role": Slip("{person}`ada", "{Person}`ada", 24, "unknown-role", "“person”"),
    "empty source": Slip("{cite:p}`garden-notes`", "{cite:p}`garden-notes,`", 24, "unknown-source", "comma"),
    "heading without space": Slip("## At a glance", "##At a glance", 8, "heading-form", "## At a glance"),
    "no title": Slip("# Seminar 1: Sharing soil\n", "", 7, "no-title", "# Its title"),
    "html": Slip("## At a glance", "<b>Now</b>\n\n## At a glance", 8, "raw-html", "Markdown"),
    "comment": Slip("## At a glance", "<!-- mine -->\n\n## At a glance", 8, "raw-html", "%"),
    "no such picture": Slip("## At a glance", "![A hall](none.png)\n\n## At a glance", 8, "broken-link", "none.png"),
    "label of another": Slip("## At a glance", "(s1-quillfeather)=\n## At a glance", 7, "label-twice", "another name", "book/seminars/03-harvest.md"),
    "label twice": Slip("## At a glance", "(a-b)=\n(a-b)=\n## At a glance", 9, "label-twice", "another name"),
    "front matter": Slip("# Seminar 1", "---\ntitle: [x\n---\n# Seminar 1", 3, "broken-settings", "colons"),
    "another encoding": Slip("Who may", b"Who m\xe9y", 4, "file-encoding", "UTF-8"),
    "tab in the contents": Slip("      - file: book/seminars/01", "\t- file: book/seminars/01", 6, "broken-settings", "\\t", "_toc.yml"),
    "no first page": Slip("root: book/index\n", "", 1, "broken-settings", "root: book/index", "_toc.yml"),
    "open bracket": Slip("title:", "title: [\n", 5, "broken-settings", "colons", "_config.yml"),
    "day of the series": Slip("2031-01-01", "01/01/2031", 36, "broken-settings", "2016-04-19", "_config.yml"),
    "entry without its sign": Slip("@misc{garden-notes", "#misc{garden-notes", 3, "bibliography-sign", "@misc{garden-notes,", "book/references.bib"),
    "entry without its end": Slip("{Toytown", "{{Toytown", 3, "bibliography-unclosed", "“}”", "book/references.bib"),
    "link without its last bracket": Slip("ask us first.", "[ask us](../reference/glossary.md first.", 5, "link-form", "[ask us](../reference/glossary.md)"),
    "link without its first end": Slip("ask us first.", "[ask us(../reference/glossary.md) first.", 5, "link-form", "[ask us](../reference/glossary.md)"),
    "link with a gap": Slip("ask us first.", "[ask us] (../reference/glossary.md) first.", 5, "link-form", "between"),
    "link the wrong way round": Slip("ask us first.", "(ask us)[../reference/glossary.md] first.", 5, "link-form", "wrong way"),
    "link with a space": Slip("ask us first.", "[ask us](../reference/the glossary.md) first.", 5, "link-form", "the%20glossary.md"),
    "open address": Slip("ask us first.", "ask <https://example.org first.", 5, "link-form", "<https://example.org>"),
    "address without its start": Slip("ask us first.", "[ask us](www.example.org/a) first.", 5, "broken-link", "https://www.example.org/a"),
    "a file of one computer": Slip("## At a glance", "![A hall](C:/me/hall.png)\n\n## At a glance", 8, "broken-link", "book/_static"),
    "citation of another program": Slip("{cite:p}`garden-notes`", "[@garden-notes]", 24, "link-form", "{cite:p}`garden-notes`"),
    "number of a heading": Slip("## Who came", "See {numref}`s1-quillfeather`.\n\n## Who came", 28, "broken-link", "{ref}`s1-quillfeather`"),
    "no space before a value": Slip(TABLE, TABLE.replace(": s1", ":s1"), 16, "option-form", "“:seminar: s1”"),
    "no second colon": Slip(TABLE, TABLE.replace("r: s1", "r s1"), 16, "option-form", "“:seminar: s1”"),
    "no first colon": Slip(TABLE, TABLE.replace(":sem", "sem"), 16, "option-form", "“:seminar: s1”"),
    "wide colons": Slip(TABLE, TABLE.replace(":seminar:", "：seminar："), 16, "option-form", "“:seminar: s1”"),
    "curly quotes round a value": Slip(TABLE, TABLE.replace("s1", "“s1”"), 16, "option-form", "“:seminar: s1”"),
    "closed with fewer colons": Slip(":::{seminar-card} s1\n:::", "::::{seminar-card} s1\n:::", 10, "not-closed", "line 11 has other signs, or fewer. Write :::: there"),
    "closed with two colons": Slip(":::{seminar-card} s1\n:::", ":::{seminar-card} s1\n::", 10, "not-closed", "line 11"),
    "closed with backticks": Slip(":::{seminar-card} s1\n:::", ":::{seminar-card} s1\n```", 10, "not-closed", "line 11"),
    "closed with fewer backticks": Slip(":::{seminar-card} s1\n:::", "````{seminar-card} s1\n```", 10, "not-closed", "Write ````"),
    "tildes": Slip(":::{seminar-card} s1\n:::", "~~~{seminar-crad} s1\n~~~", 10, "unknown-directive", "“seminar-card”"),
    "two words in braces": Slip(":::{seminar-card} s1", ":::{seminar card} s1", 10, "directive-form", "Write :::{seminar-card} s1"),
    "round brackets for braces": Slip(":::{seminar-card} s1", ":::(seminar-card) s1", 10, "directive-form", "Write :::{seminar-card} s1"),
    "directive of another program": Slip(":::{seminar-card} s1\n:::", ".. seminar-card:: s1", 10, "directive-form", "Write :::{seminar-card} s1"),
    "indented by four": Slip(":::{seminar-card} s1\n:::", "    :::{seminar-card} s1\n    :::", 10, "indented-text", "Remove them"),
    "NUL": Slip("Who may", "Who\0 may", 4, "unseen-character", "U+0000"),
    "space without width": Slip("`ada-quill", "`ada\u200b-quill", 24, "unseen-character", "Delete it"),
    "no note": Slip("ask us first.", "ask us first.[^hedge]", 5, "note-missing", "[^hedge]: …"),
    "note without its colon": Slip("## At a glance", "Us.[^a]\n\n[^a] Them.\n\n## At a glance", 10, "note-missing", "with a colon"),
    "note that nobody is sent to": Slip("## At a glance", "[^a]: Them.\n\n## At a glance", 8, "note-unused", "Write [^a]"),
    "note twice": Slip("## At a glance", "Us.[^a]\n\n[^a]: Them.\n\n[^a]: Us.\n\n## At a glance", 12, "note-unused", "another name"),
    "dashes too few": Slip("## At a glance", "| a | b |\n| --- |\n| 12 | c |\n\n## At a glance", 9, "table-form", "| --- | --- |"),
    "no dashes": Slip("## At a glance", "| a | b |\n| c | d |\n\n## At a glance", 8, "table-form", "| --- | --- |"),
    "a cell too many": Slip("## At a glance", "| a | b |\n| --- | --- |\n| c | d | e |\n\n## At a glance", 10, "table-form", "3 cells, the head 2"),
    "rows of a spreadsheet": Slip("## At a glance", "a\tb\nc\td\n\n## At a glance", 8, "table-form", "CSV"),
    "a name for an id": Slip("{person}`ada-quillfeather`", "{person}`Ada Quillfeather`", 24, "unknown-id", "<ada-quillfeather>"),
    "a family name for an id": Slip("{person}`ada-quillfeather`", "{person}`Quillfeather`", 24, "unknown-id", "<ada-quillfeather>"),
    "role of another program": Slip("{figure}`s1-beds`", ":figure:`s1-beds`", 24, "role-form", "Write {figure}`s1-beds`"),
    "a semicolon in a role": Slip("{cite:p}`garden-notes`", "{cite;p}`garden-notes`", 24, "role-form", "Write {cite:p}`garden-notes`"),
    "label without its sign": Slip("(s1-quillfeather)=", "(s1-quillfeather)", 21, "label-form", "(s1-quillfeather)="),
    "label with a space": Slip("(s1-quillfeather)=", "(s1 quillfeather)=", 21, "label-form", "(s1-quillfeather)="),
    "title without space": Slip("# Seminar 1", "#Seminar 1", 1, "heading-form", "Write # Seminar 1"),
    "heading with a wide space": Slip("## At a glance", "##\xa0At a glance", 8, "heading-form", "Write ## At a glance"),
    "open bold": Slip("ask us first.", "ask **us first.", 5, "bold-form", "both ends"),
    "open front matter": Slip("# Seminar 1", "---\ntitle: x\n\n# Seminar 1", 1, "broken-settings", "not closed"),
    "uneven list-table": Slip("## At a glance", ":::{list-table} Words\n\n* - a\n  - b\n* - c\n:::\n\n## At a glance", 12, "list-table-form", "one cell, the first one 2"),
    "no such label": Slip("ask us first.", "[ask us](03-harvest.md#nowhere) first.", 5, "broken-link", "leads to no label"),
    "a field without a comma": Slip("year = {2031},", "year = {2031}", 6, "bibliography-comma", "before “url =”", "book/references.bib"),
    "contents: twice": Slip("      - file: book/seminars/01-sharing-soil\n", "      - file: book/seminars/01-sharing-soil\n" * 2, 7, "broken-settings", "in line 6", "_toc.yml"),
    "contents: the first page again": Slip("      - file: book/seminars/01", "      - file: book/index\n      - file: book/seminars/01", 6, "broken-settings", "in line 2", "_toc.yml"),
    "contents: no space": Slip("- file: book/seminars/01", "- file:book/seminars/01", 6, "broken-settings", "“- file: book/seminars/01-sharing-soil”", "_toc.yml"),
    "contents: no dash": Slip("      - file: book/seminars/02", "        file: book/seminars/02", 7, "broken-settings", "“- ”", "_toc.yml"),
    "contents: a slip in a key": Slip("- file: book/seminars/01", "- fil: book/seminars/01", 6, "broken-settings", "“file:”", "_toc.yml"),
    "contents: no list": Slip("    chapters:\n      - file: book/seminars/01", "    chapter:\n      - file: book/seminars/01", 5, "broken-settings", "“chapters:”", "_toc.yml"),
    "settings: a slip in a key": Slip("seminarbook_series", "seminarbook_serie", 35, "broken-settings", "“seminarbook_series”", "_config.yml"),
    "settings: ends before it starts": Slip("2031-01-01", "2032-01-01", 35, "broken-settings", "Exchange", "_config.yml"),
    "entry without a comma": Slip("@misc{garden-notes,", "@misc{garden-notes", 3, "bibliography-comma", "@misc{garden-notes,", "book/references.bib"),
}  # fmt: skip


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of(TOY, tmp_path_factory.mktemp("malformed"))


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_once_with_what_to_do(book: Path, name: str) -> None:
    slip = SLIPS[name]
    path = book / slip.path
    before = path.read_bytes()
    wrong = slip.wrong if isinstance(slip.wrong, bytes) else slip.wrong.encode()
    assert slip.right.encode() in before
    path.write_bytes(before.replace(slip.right.encode(), wrong, 1))
    try:
        found = check_book(book)
    finally:
        path.write_bytes(before)
    assert [(one.path, one.line, one.code) for one in found] == [(slip.path, slip.line, slip.code)]
    assert slip.words in f"{found[0].message} {found[0].advice}"


def test_what_a_page_gave_is_not_missed_where_it_was_used(book: Path) -> None:
    path = book / CHAPTER
    before = path.read_bytes()
    others = "book/seminars/03-harvest.md"
    assert "s1-quillfeather" in (book / others).read_text(encoding="utf-8")
    try:
        for wrong, code in ((b"", "empty-chapter"), (b"PK\3\4 x", "file-encoding")):
            path.write_bytes(wrong)
            assert [(one.path, one.code) for one in check_book(book)] == [(CHAPTER, code)]
        path.unlink()
        assert [one.code for one in check_book(book)] == ["contents-without-chapter"]
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize(
    ("old", "new"),
    [("# Seminar", "\ufeff# Seminar"), ("\n", "\r\n"), ("## At", "A note.[^1]\n\n[^1]: It is here.\n\n## At")],
    ids=["a mark before the text", "line ends of Windows", "a footnote"],
)  # fmt: skip
def test_what_does_no_harm_is_let_be(book: Path, old: str, new: str) -> None:
    path = book / CHAPTER
    before = path.read_bytes()
    path.write_bytes(before.replace(old.encode(), new.encode(), -1 if old == "\n" else 1))
    try:
        assert check_book(book) == ()
    finally:
        path.write_bytes(before)
