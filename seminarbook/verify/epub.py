"""The EPUB file: is it whole, and does every link inside it lead somewhere?"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from lxml import etree

from seminarbook.verify.archive import UNREADABLE, damaged

_MIMETYPE = b"application/epub+zip"
_PAGE = (".xhtml", ".html")


def check_epub(path: Path, *, pages: int) -> tuple[str, ...]:
    """Every fault of the file, which needs at least so many pages."""
    try:
        with zipfile.ZipFile(path) as book:
            return tuple(f"{path.name}: {fault}" for fault in _faults(book, pages))
    except UNREADABLE as error:
        return (f"{path.name}: cannot be opened ({error})",)


def _faults(book: zipfile.ZipFile, pages: int) -> Iterator[str]:
    if broken := damaged(book):
        yield f"{broken} is damaged"
        return
    names = book.namelist()
    if names[:1] != ["mimetype"] or book.read("mimetype") != _MIMETYPE:
        yield "does not begin with its mimetype"
    trees = {}
    for name in names:
        if not name.endswith("/") and not book.getinfo(name).file_size:
            yield f"{name} is empty"
        elif name.endswith(_PAGE):
            try:
                trees[name] = etree.fromstring(book.read(name))
            except etree.XMLSyntaxError as error:
                yield f"{name} is not well formed ({error})"
    if len(trees) < pages:
        yield f"has {len(trees)} pages, {pages} are expected"
    ids = {name: set(tree.xpath("//@id")) for name, tree in trees.items()}
    for name, tree in trees.items():
        if tree.xpath("//*[local-name()='script']"):
            yield f"{name} holds a script"
        for address in tree.xpath("//@href | //@src"):
            yield from _dead(name, address, set(names), ids)


def _dead(name: str, address: str, names: set[str], ids: dict[str, set[str]]) -> Iterator[str]:
    if urlsplit(address).scheme:
        return
    where, anchor = urldefrag(address)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(where)))
    target = target if where else name
    if target not in names:
        yield f"{name}: the link to {address} leads nowhere"
    elif anchor and target in ids and unquote(anchor) not in ids[target]:
        yield f"{name}: the link to {address} leads to a place that is not there"
