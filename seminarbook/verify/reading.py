"""Reading: what is found in files, once for files that are the same.

A file whose stamp is as it was when it was last read has the same bytes; a file with the same
bytes holds the same. So what a build has found out serves the next one, as long as it is made by
the same code: nothing here says what a file *should* hold, which is asked anew each time.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field

from seminarbook.verify.page import Page, read_page
from seminarbook.verify.tree import File, Stamp
from seminarbook.verify.whole_files import fault_of


@dataclass(slots=True)
class Findings:
    """Digests by path, what pages hold by digest, faults of files by digest and kind."""

    digests: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    faults: dict[tuple[str, str], str] = field(default_factory=dict)


class Reading:
    """Files as they are read now, or were read before by the same code for the same ``address``."""

    def __init__(self, address: str = "", before: Findings | None = None) -> None:
        self._address, self._before = address, before or Findings()
        self.found = Findings()

    def digest(self, file: File) -> str:
        """The digest of a file's bytes."""
        path = os.fspath(file.path)
        known = self.found.digests.get(path) or self._before.digests.get(path)
        if known is None or known[0] != file.stamp:
            known = file.stamp, digest_of(file.path.read_bytes())
        self.found.digests[path] = known
        return known[1]

    def note(self, file: File, digest: str) -> None:
        """Take over a digest that is known otherwise."""
        self.found.digests[os.fspath(file.path)] = file.stamp, digest

    def page(self, file: File) -> Page:
        """What a page holds."""
        digest = self.digest(file)
        page = self.found.pages.get(digest) or self._before.pages.get(digest)
        if page is None:
            page = read_page(file.path.read_bytes(), self._address)
        self.found.pages[digest] = page
        return page

    def fault(self, file: File) -> str:
        """Why the file cannot be read as what its name says; an empty text if it can."""
        key = self.digest(file), file.suffix
        fault = self.found.faults.get(key, self._before.faults.get(key))
        if fault is None:
            fault = fault_of(file.path)
        self.found.faults[key] = fault
        return fault


def digest_of(data: bytes) -> str:
    """The digest by which a file's bytes are known."""
    return hashlib.sha256(data).hexdigest()
