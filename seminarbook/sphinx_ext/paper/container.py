"""An EPUB as a file: items, package document and table of contents in one archive."""

from __future__ import annotations

import datetime
import hashlib
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import jinja2

from seminarbook.sphinx_ext.paper.facts import Facts

TEMPLATES = Path(__file__).parents[2] / "templates" / "epub"
MEDIA_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
}
# The earliest moment that an archive can note: the date of a book that was given none.
BEGINNING = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book; ``reading`` is its place in the reading order, or None."""

    name: str
    content: bytes
    properties: str = ""
    reading: int | None = None

    @property
    def id(self) -> str:
        """An XML id made from the name."""
        return "item-" + "".join(c if c.isalnum() else "-" for c in self.name)

    @property
    def media_type(self) -> str:
        """What kind of file it is."""
        return MEDIA_TYPES[Path(self.name).suffix]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents, with the lines below it; ``href`` may be empty."""

    title: str
    href: str = ""
    children: tuple[Entry, ...] = ()


@dataclass
class Container:
    """What goes into an EPUB, in the order in which it is added."""

    facts: Facts
    items: dict[str, Item] = field(default_factory=dict)
    contents: list[Entry] = field(default_factory=list)
    landmarks: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, name: str, content: bytes | str, properties: str = "") -> None:
        """Add a file that pages use."""
        data = content.encode() if isinstance(content, str) else content
        self.items[name] = Item(name, data, properties)

    def add_page(self, name: str, content: str, properties: str = "") -> None:
        """Add a page that is read after those already there."""
        order = sum(item.reading is not None for item in self.items.values())
        self.items[name] = Item(name, content.encode(), properties, order)

    def add_image(self, name: str, content: bytes) -> str:
        """Add a picture, once for the same content, and return its name."""
        path = Path(name)
        name = f"images/{path.stem}-{hashlib.sha256(content).hexdigest()[:8]}{path.suffix}"
        self.add(name, content)
        return name

    def write(self, path: Path) -> None:
        """Write the archive: the same bytes for the same book."""
        moment = BEGINNING
        if self.facts.edition:
            moment = datetime.datetime.combine(self.facts.edition, datetime.time(), datetime.UTC)
        values: dict[str, Any] = {
            "facts": self.facts,
            "identifier": _identifier(self.facts),
            "modified": f"{moment:%Y-%m-%dT%H:%M:%SZ}",
            "items": [self.items[name] for name in sorted(self.items)],
            "pages": sorted(
                (item for item in self.items.values() if item.reading is not None),
                key=lambda item: item.reading or 0,
            ),
            "contents": self.contents,
            "landmarks": self.landmarks,
        }
        files = {
            "META-INF/container.xml": _filled("container.xml"),
            "EPUB/package.opf": _filled("package.opf", **values),
            "EPUB/nav.xhtml": _filled("nav.xhtml", **values),
            **{f"EPUB/{name}": self.items[name].content for name in sorted(self.items)},
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        date = moment.timetuple()[:6]
        with ZipFile(path, "w") as archive:
            _store(archive, "mimetype", b"application/epub+zip", date, ZIP_STORED)
            for name, content in files.items():
                _store(archive, name, content, date, ZIP_DEFLATED)


def _filled(template: str, **values: Any) -> bytes:
    return _TEMPLATES.get_template(template).render(**values).encode()


def _store(archive: ZipFile, name: str, content: bytes, date: Any, method: int) -> None:
    info = ZipInfo(name, date)
    info.compress_type = method
    info.external_attr = 0o644 << 16
    info.create_system = 3
    archive.writestr(info, content)


def _identifier(facts: Facts) -> str:
    """An id that stays with the book through its editions."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, facts.address or facts.name)}"
