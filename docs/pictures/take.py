"""Take the pictures of CONTRIBUTING.md anew: ``python -m docs.pictures.take [FOLDER]``.

They show the invented book as it is built, previewed and checked now, in the system's Chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from seminarbook.build.project import Project
from seminarbook.preview.server import PreviewServer
from seminarbook.preview.session import Session
from tests.copies import TOY, copy_of

HERE = Path(__file__).parent
PICTURES = ("chapter", "suggest", "check", "preview")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_EDIT = 'seminarbook_edit_url: "https://example.org/edit/main/{path}"'
_CHAPTER = "book/seminars/01-sharing-soil"
_SLIP = ("{person}`Oakentorp <bram-oakentorp>` was", "Oakentorp was")
_SIZE = ViewportSize(width=900, height=540)
_COLOURS = 64


def take(folder: Path, browser: str) -> None:
    """Write every picture into a folder."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        root = _book(Path(place))
        session = Session(Project(root))
        session.build()
        server = PreviewServer(session.site)
        server.start()
        try:
            page = chromium.new_page(viewport=_SIZE, color_scheme="light")
            _take_all(page, folder, root, session, server)
        finally:
            server.stop()
            session.close()
            chromium.close()


def _book(place: Path) -> Path:
    """A copy of the invented book that says where it can be edited."""
    root = copy_of(TOY, place / "book")
    config = root / "_config.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("  config:\n", f"  config:\n    {_EDIT}\n", 1), encoding="utf-8")
    return root


def _take_all(
    page: Page, folder: Path, root: Path, session: Session, server: PreviewServer
) -> None:
    page.goto(f"{server.address}{_CHAPTER}.html")
    _save(page, folder / "chapter.png")
    page.get_by_text("Suggest a change to this page").scroll_into_view_if_needed()
    _save(page, folder / "suggest.png")
    chapter = root / f"{_CHAPTER}.md"
    text = chapter.read_text(encoding="utf-8")
    chapter.write_text(text.replace(*_SLIP), encoding="utf-8")
    notices = session.show([chapter], server.in_view())
    server.tell(session.check() or notices)
    page.get_by_text("One thing to mend").wait_for()
    page.get_by_role("heading", name="Soil remembers").scroll_into_view_if_needed()
    _save(page, folder / "preview.png")
    command = [sys.executable, "-m", "seminarbook", "--root", root, "check"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    page.set_viewport_size(ViewportSize(width=_SIZE["width"], height=190))
    page.set_content(
        "<body style='margin:0;padding:1rem;background:#1e1e24;color:#eee'>"
        "<pre style='font:16px/1.5 monospace;white-space:pre-wrap;margin:0'>"
        f"$ python -m seminarbook check\n{escape(said)}</pre>"
    )
    _save(page, folder / "check.png")


def _save(page: Page, file: Path) -> None:
    """A picture of what the window shows, with few colours, so that it is small."""
    page.screenshot(path=file)
    with Image.open(file) as picture:
        picture.convert("RGB").quantize(_COLOURS).save(file, optimize=True)


def main() -> int:
    """0 done, 2 without a browser."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        print(f"No browser found; install one of: {', '.join(_BROWSERS)}.")
        return 2
    take(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE, browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())
