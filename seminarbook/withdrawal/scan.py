"""Scan: search every byte of what was built for a person’s name, id and addresses.

Pages, feeds and data are read as text with entities, escapes and tags undone; PDFs by the text of
each page and by every string in the file; EPUBs, workbooks and other archives part by part.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from seminarbook.checks.run import Checked
from seminarbook.model.suggestions import kebab
from seminarbook.withdrawal.elsewhere import sites
from seminarbook.withdrawal.identity import Identity
from seminarbook.withdrawal.plan import Withdrawal

_ARCHIVES = (".zip", ".epub", ".xlsx", ".docx")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_HYPHENATED = re.compile("[\u00ad\u2010-]\\s*\\n\\s*|\u00ad")
# Code of others: words such as “stone” and “cross” are no names there.
_CODE_OF_OTHERS = re.compile(r"(?:^|/)(?:_static|scripts|plotly)[^?]*\.(?:js|css|map)$")
_AROUND = 40


@dataclass(frozen=True, slots=True, order=True)
class Trace:
    """A place in an output where the person can still be found."""

    path: str
    found: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for.

    ``words`` are ids and keys that held the name, ``addresses`` of pages that lead to the person.
    The family name alone is searched for unless the book uses the word for something else.
    """

    identity: Identity
    words: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    family_alone: bool = True


def wanted_of(plan: Withdrawal, before: Checked, root: Path) -> Wanted:
    """What to search for after the withdrawal has been made in ``root``."""
    sources = "\n".join(
        path.read_text(encoding="utf-8", errors="replace")
        for folder in ("book", "data")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    ).casefold()
    return Wanted(
        plan.identity,
        frozenset(plan.names),
        frozenset(
            one for one in sites(before, plan.identity.person.id) if one.casefold() not in sources
        ),
        family_alone=not re.search(_family(plan.identity), sources),
    )


def scan(folder: Path, wanted: Wanted) -> tuple[Trace, ...]:
    """Every trace in any file of the folder, or in a file’s own name."""
    found: set[Trace] = set()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        found |= {Trace(name, f"file name: {hit}") for hit in _hits(name, wanted, code=False)}
        if path.is_file():
            found |= set(_in_file(name, path.read_bytes(), wanted))
    return tuple(sorted(found))


def _in_file(name: str, data: bytes, wanted: Wanted) -> Iterator[Trace]:
    if name.endswith(_ARCHIVES) and zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.namelist():
                yield from (
                    Trace(f"{name}/{part}", f"file name: {hit}")
                    for hit in _hits(part, wanted, code=False)
                )
                yield from _in_file(f"{name}/{part}", archive.read(part), wanted)
        return
    texts = _pdf(data) if data.startswith(b"%PDF") else _texts(data)
    code = bool(_CODE_OF_OTHERS.search(name))
    for text in texts:
        yield from (Trace(name, hit) for hit in _hits(text, wanted, code=code))


def _texts(data: bytes) -> Iterator[str]:
    """The bytes as text: as they are, and as a reader or a program would take them."""
    if data.startswith(b"# Sphinx inventory"):
        data = _inventory(data)
    elif data.startswith(b"\x1f\x8b"):
        data = zlib.decompress(data, wbits=31)
    plain = data.decode("utf-8", "replace")
    yield plain
    if "\x00" in plain:
        for encoding in ("utf-16-le", "utf-16-be"):
            yield data.decode(encoding, "replace")
        return
    undone = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), html.unescape(plain))
    others = {undone, unquote(plain), _TAG.sub("", undone), _TAG.sub(" ", undone)}
    for text in sorted(others - {plain}):
        yield _HYPHENATED.sub("", text)


def _inventory(data: bytes) -> bytes:
    head, _, packed = data.partition(b"zlib.\n")
    try:
        return head + zlib.decompress(packed)
    except zlib.error:
        return data


def _pdf(data: bytes) -> Iterator[str]:
    """The text of every page, and every string of the file: title, bookmarks, descriptions."""
    import pikepdf
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            text = page.get_textpage().get_text_range()
            # A word broken at the end of a line is joined, marked by U+FFFE or a hyphen.
            joined = re.sub("[\ufffe\u00ad\u2010-]\\s*\\r?\\n?", "", text)
            yield re.sub(r"\s+", " ", text)
            yield re.sub(r"\s+", " ", joined)
    finally:
        document.close()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            yield from _strings(thing)
        yield from (str(value) for value in pdf.docinfo.values())


def _strings(thing: object) -> Iterator[str]:
    """The strings within one object, and the text of its stream if that is XML."""
    import pikepdf

    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for item in thing:
            if not _is_apart(item):
                yield from _strings(item)
    elif isinstance(thing, pikepdf.Stream):
        if thing.get("/Type") == "/Metadata":
            yield thing.read_bytes().decode("utf-8", "replace")
        yield from _strings(thing.stream_dict)
    elif isinstance(thing, pikepdf.Dictionary):
        for key, value in thing.items():
            yield str(key)
            if not _is_apart(value):
                yield from _strings(value)


def _is_apart(thing: object) -> bool:
    """Whether it is an object of its own, which is looked at by itself."""
    import pikepdf

    return isinstance(thing, pikepdf.Object) and thing.is_indirect


def _hits(text: str, wanted: Wanted, *, code: bool) -> Iterator[str]:
    identity = wanted.identity
    for found in identity.find(text, full=code or not wanted.family_alone):
        yield _around(text, found.start(), found.end())
    folded = text.casefold()
    for word in sorted({identity.person.id, *wanted.words, *wanted.addresses}):
        start = folded.find(word.casefold())
        while start >= 0:
            end = start + len(word)
            # A short id may be part of a longer word that has nothing to do with it.
            if not (_is_word(folded, start - 1) or _is_word(folded, end)):
                yield _around(text, start, end)
                break
            start = folded.find(word.casefold(), end)
    if wanted.family_alone and not code and (alone := re.search(_family(identity), folded)):
        yield _around(text, alone.start(), alone.end())


def _family(identity: Identity) -> str:
    """A pattern for the family name as a whole word in folded text."""
    words = kebab(identity.person.family_name).split("-")
    return rf"(?<![a-z0-9]){'[-_ ]'.join(map(re.escape, words))}(?![a-z0-9])"


def _is_word(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place].isalnum()


def _around(text: str, start: int, end: int) -> str:
    shown = text[max(0, start - _AROUND) : end + _AROUND]
    return " ".join("".join(char if char.isprintable() else " " for char in shown).split())
