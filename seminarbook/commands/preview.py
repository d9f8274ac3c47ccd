"""``preview``: the book in a browser, made anew at every save."""

from __future__ import annotations

import argparse
import webbrowser
from pathlib import Path

HELP = "show the book in the browser, and show every change as soon as it is saved"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said on the command line."""
    parser.add_argument("--port", type=int, default=8017, help="port on this machine (8017)")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")


def run(root: Path, arguments: argparse.Namespace) -> int:
    """Until it is stopped with Ctrl+C; 2 if the port is taken."""
    from seminarbook.build.project import Project
    from seminarbook.preview.keeping_up import keep_up, watch_files
    from seminarbook.preview.server import PreviewServer
    from seminarbook.preview.session import Session

    session = Session(Project(root))
    print("Building the book (a few seconds, once) ...", flush=True)
    changes = watch_files(root)
    notices = session.build()
    session.site.mkdir(parents=True, exist_ok=True)
    server = PreviewServer(session.site, arguments.port)
    try:
        server.start()
    except OSError:
        print(f"Port {arguments.port} is in use. Try: make preview PORT={arguments.port + 1}")
        return 2
    server.tell(session.check(notices))
    print(f"The book is at {server.address}  (only on this machine; stop with Ctrl+C)", flush=True)
    if not arguments.no_browser:
        webbrowser.open(server.address)
    try:
        keep_up(session, server, changes, notices)
    except KeyboardInterrupt:
        pass
    finally:
        server.stop()
        session.close()
    return 0
