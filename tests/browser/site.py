"""A built site: its pages, where they are served, and what a visit to one of them fetches."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, ViewportSize

CHAPTER = "book/seminars/06-coercive-environments.html"
TITLE_PAGE = "book/index.html"
DATA_PAGE = "book/reference/data.html"
SEARCH_PAGE = "search.html"
# Sends everybody on at once; what it sends them to is looked at.
WAY_IN = "index.html"
WIDE = ViewportSize(width=1280, height=900)


@dataclass(frozen=True)
class Site:
    """A folder of pages, and the address at which it is served."""

    folder: Path
    address: str

    def pages(self) -> list[str]:
        """Every page a reader can be on."""
        found = (file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))
        return sorted(page for page in found if page != WAY_IN)

    def url(self, page: str) -> str:
        """The address of a page."""
        return self.address + page

    def on_disk(self, page: str) -> str:
        """The address of a page for somebody who has the folder on their own disk."""
        return (self.folder / page).as_uri()

    def compressed(self, url: str) -> int:
        """The size of a file of the site as a server sends it."""
        file = self.folder / urlsplit(url).path.removeprefix(urlsplit(self.address).path)
        return len(gzip.compress(file.read_bytes(), mtime=0))


@dataclass
class Visit:
    """What happened while pages were open."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def watched(page: Page) -> Iterator[Visit]:
    """Note every request, every error, and everything that the content policy forbade."""
    visit = Visit()
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("requestfailed", lambda request: visit.complaints.append(f"failed: {request.url}"))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            visit.complaints.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    yield visit
