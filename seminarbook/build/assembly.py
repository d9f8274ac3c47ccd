"""Assembly: the web site and the files it offers become one folder, ready to be published.

Most of a site is as it was published before. Such a file is not made and copied anew: it is given
a second name in the new folder, which costs nothing, and keeps it when the old folder goes.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from seminarbook.verify.reading import Reading, digest_of
from seminarbook.verify.tree import File, files_of

# Where the site keeps the files it offers, and how a page marks one of them: the mark hides the
# offer until the file is there, since a site built alone has nothing to offer.
FILES = "files"
# The theme's own scripts and styles, which are left out if no page loads them.
_THEME_FOLDERS = ("_static/scripts/", "_static/styles/")
_OFFER = re.compile(r' hidden="" data-file="(?P<name>[^"/]+)"')
# What a page's head claims of a file stands in a comment until the file is there.
_CLAIM = re.compile(r"<!--file (?P<name>[^/>\s]+) (?P<tag><meta [^>]*>)-->")
_SIZE = re.compile(r'(?P<tag><span[^>]* data-size="(?P<name>[^"/]+)"[^>]*>)(?P<old>[^<]*)</span>')


@dataclass(frozen=True, slots=True)
class Filled:
    """A page that was filled in: its digest then, and the theme's folders that it asks for."""

    digest: str
    asks_for: frozenset[str]


@dataclass(slots=True)
class Filling:
    """Pages by the digest they had before they were filled in, with files of these sizes."""

    sizes: dict[str, int] = field(default_factory=dict)
    pages: dict[str, Filled] = field(default_factory=dict)


class Assembly:
    """A new folder at ``place``, which takes over from ``published`` files what stays as it is."""

    def __init__(self, place: Path, published: Mapping[str, File], reading: Reading) -> None:
        self._place, self._published, self._reading = os.fspath(place), published, reading
        self._folders: set[str] = set()
        self._taken: dict[str, str] = {}
        place.mkdir(parents=True)

    def add(self, name: str, source: File) -> None:
        """Add a file as it is."""
        if name not in self._published or not self._take(name, self._reading.digest(source)):
            shutil.copy2(source.place, self._way(name))

    def add_site(self, site: Mapping[str, File], sizes: dict[str, int], before: Filling) -> Filling:
        """Add a web site that offers files of these ``sizes``; how its pages were filled in."""
        known = before.pages if before.sizes == sizes else {}
        now = Filling(sizes)
        asked: set[str] = set()
        for name, file in site.items():
            if file.suffix != ".html":
                continue
            source = self._reading.digest(file)
            page = known.get(source)
            if page is None or not self._take(name, page.digest):
                text = fill_in(file.path.read_text(encoding="utf-8"), sizes)
                Path(self._way(name)).write_bytes(text.encode())
                asks_for = frozenset(folder for folder in _THEME_FOLDERS if folder in text)
                page = Filled(digest_of(text.encode()), asks_for)
            now.pages[source] = page
            asked |= page.asks_for
        idle = tuple(folder for folder in _THEME_FOLDERS if folder not in asked)
        for name, file in site.items():
            if file.suffix != ".html" and not name.startswith(idle):
                self.add(name, file)
        return now

    def files(self) -> dict[str, File]:
        """The folder's files now; what was taken over need not be read to know its digest."""
        found = files_of(Path(self._place))
        for name, digest in self._taken.items():
            self._reading.note(found[name], digest)
        return found

    def _take(self, name: str, digest: str) -> bool:
        """Take over the published file of this name, if it has this digest."""
        old = self._published.get(name)
        if old is None or old.oddity or self._reading.digest(old) != digest:
            return False
        try:
            os.link(old.place, self._way(name))
        except OSError:  # not to be had here; if it is for want of room, a copy will fail too
            return False
        self._taken[name] = digest
        return True

    def _way(self, name: str) -> str:
        """The place of a file of this name, with the folder it lies in made."""
        folder = name.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(f"{self._place}/{folder}", exist_ok=True)
            self._folders.add(folder)
        return f"{self._place}/{name}"


def fill_in(page: str, sizes: dict[str, int]) -> str:
    """The page with every offer and claim shown whose file is there, and with sizes (bytes)."""

    def offer(found: re.Match[str]) -> str:
        return "" if found["name"] in sizes else found[0]

    def size(found: re.Match[str]) -> str:
        if found["name"] not in sizes:
            return found[0]
        return f"{found['tag']}{in_words(sizes[found['name']])}</span>"

    def claim(found: re.Match[str]) -> str:
        return found["tag"] if found["name"] in sizes else ""

    return _CLAIM.sub(claim, _SIZE.sub(size, _OFFER.sub(offer, page)))


def in_words(size: int) -> str:
    """A number of bytes as a reader meets it: "820 kB", "1.2 MB"."""
    return f"{size / 1e6:.1f} MB" if size >= 999_500 else f"{max(1, round(size / 1e3))} kB"
