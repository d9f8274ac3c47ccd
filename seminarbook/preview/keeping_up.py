"""Keeping up: the page in view after each save at once, the rest of the book in the pauses."""

from __future__ import annotations

import gc
import threading
import time
from pathlib import Path
from queue import Empty, SimpleQueue

from watchfiles import DefaultFilter, watch

from seminarbook.preview.server import Notice, PreviewServer
from seminarbook.preview.session import SETTINGS, Session

Changes = SimpleQueue[frozenset[Path]]

# A save is often two events (truncate, write); waiting this long puts them together.
_TOGETHER_MS = 15
_LONGEST_WAIT_MS = 100
# While the browser loads a page, nothing else is done.
_PAUSE_S = 0.3


def watch_files(root: Path) -> Changes:
    """What is saved from now on among the files that make the book."""
    changes: Changes = SimpleQueue()
    watched = [root / "book", root / "data", *(root / name for name in SETTINGS)]

    def look() -> None:
        for found in watch(
            *watched, watch_filter=DefaultFilter(), step=_TOGETHER_MS, debounce=_LONGEST_WAIT_MS
        ):
            changes.put(frozenset(Path(path) for _, path in found))

    threading.Thread(target=look, daemon=True).start()
    return changes


def keep_up(
    session: Session, server: PreviewServer, changes: Changes, notices: tuple[Notice, ...]
) -> None:
    """Show what is saved, until the program is stopped."""
    # Python's search for what nobody needs any more goes through all that Sphinx holds: it is
    # done in a pause, and passes over what was there at the start.
    _load()
    gc.collect()
    gc.freeze()
    gc.disable()
    changed = catch_up(session, server, changes, notices)
    while True:
        if not changed:
            changed = _saved(changes, 1)
            continue
        began = time.monotonic()
        notices = session.show(changed, server.in_view())
        server.tell()
        print(f"  shown in {time.monotonic() - began:.2f} s", flush=True)
        changed = catch_up(session, server, changes, notices)


def _load() -> None:
    """Load now what the first change of a data file would wait for."""
    import pandas  # noqa: F401


def catch_up(
    session: Session, server: PreviewServer, changes: Changes, notices: tuple[Notice, ...]
) -> frozenset[Path]:
    """Say what is wrong, and make the rest; what was saved meanwhile, which comes first."""
    if changed := _saved(changes, _PAUSE_S):
        return changed
    server.tell(session.check(notices))
    more = True
    while more:
        if changed := _saved(changes, 0):
            return changed
        more, said = session.catch_up(server.in_view())
        notices += tuple(notice for notice in said if notice not in notices)
    server.tell(session.check(notices))
    gc.collect()
    return frozenset()


def _saved(changes: Changes, wait: float) -> frozenset[Path]:
    try:
        return changes.get(timeout=wait)
    except Empty:
        return frozenset()
