"""Reading: what is found in files, once for files that are the same.

A file whose stamp is as it was when it was last read has the same bytes; a file with the same
bytes holds the same. So what a build has found out serves the next one, as long as it is made by
the same code: nothing here says what a file *should* hold, which is asked anew each time.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from seminarbook.model.stamp import Stamp
from seminarbook.verify.page import Page, read_page
from seminarbook.verify.tree import File
from seminarbook.verify.whole_files import fault_of


@dataclass(slots=True)
class Findings:
    """Digests by place on the disk, pages by digest and name, faults by digest and kind."""

    digests: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    pages: dict[tuple[str, str], Page] = field(default_factory=dict)
    faults: dict[tuple[str, str], str] = field(default_factory=dict)


class Reading:
    """Files as they are read now, or were read before by the same code for the same ``address``."""

    def __init__(self, address: str = "", before: Findings | None = None) -> None:
        self._address, self._before = address, before or Findings()
        self.found = Findings()

    def digest(self, file: File) -> str:
        """The digest of a file's bytes."""
        known = self.found.digests.get(file.place) or self._before.digests.get(file.place)
        if known is None or known[0] != file.stamp:
            known = file.stamp, digest_of(file.path.read_bytes())
        self.found.digests[file.place] = known
        return known[1]

    def note(self, file: File, digest: str) -> None:
        """Take over a digest that is known otherwise."""
        self.found.digests[file.place] = file.stamp, digest

    def page(self, file: File) -> Page:
        """What a page holds."""
        key = self.digest(file), file.name
        page = self.found.pages.get(key) or self._before.pages.get(key)
        if page is None:
            page = read_page(file.path.read_bytes(), file.name, self._address)
        self.found.pages[key] = page
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
