"""The real book, built once and served on this machine alone, and the system's Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.site import Site

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
JUPYTER_BOOK = Path(sys.executable).with_name("jupyter-book")
FOLDER = "/seminar-book/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the system's Chromium is. Without it these tests are left out, but never in CI."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        message = f"no browser found; install one of: {', '.join(BROWSERS)}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium: str) -> dict[str, Any]:
    """How pytest-playwright starts the browser."""
    quiet = ("background-networking", "component-update", "sync", "gpu", "dev-shm-usage")
    args = ["--no-sandbox", *(f"--disable-{part}" for part in quiet)]
    return {"executable_path": chromium, "args": args}


def _build(source: Path, target: Path) -> Path:
    command = [JUPYTER_BOOK, "build", source, "--path-output", target]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return target / "_build" / "html"


class _Handler(SimpleHTTPRequestHandler):
    """Serves the book in a folder of its own, as a project site has it, with its 404 page."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(FOLDER):
            return str(Path(self.directory) / "nothing-here")
        return super().translate_path("/" + path.removeprefix(FOLDER))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""


@pytest.fixture(scope="session")
def site(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The real book as readers get it."""
    folder = _build(ROOT, tmp_path_factory.mktemp("book"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder, f"http://127.0.0.1:{server.server_port}{FOLDER}")
    server.shutdown()
    server.server_close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A narrow screen."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context
    context.close()
