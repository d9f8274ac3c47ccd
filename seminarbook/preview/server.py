"""PreviewServer: the pages of a preview on this machine alone, and word of each rebuild."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import StreamClosedError
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler, StaticFileHandler

HERE = "127.0.0.1"
_SCRIPT = Path(__file__).with_name("preview.js")
_TAG = b'<script src="/-/preview.js" defer></script></body>'


@dataclass(frozen=True, slots=True)
class Notice:
    """A problem as the page shows it."""

    place: str
    message: str
    severity: str = "error"


@dataclass(frozen=True, slots=True)
class News:
    """What a browser is told after a rebuild: a page of an older version loads itself again."""

    version: int = 0
    problems: tuple[Notice, ...] = ()


@dataclass
class PreviewServer:
    """Serves ``site`` on the loopback address; ``tell`` sends news to every open page."""

    site: Path
    port: int = 0
    _news: News = News()
    _listeners: set[asyncio.Queue[News]] = field(default_factory=set)
    _loop: asyncio.AbstractEventLoop | None = None
    _thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """Where a browser finds the first page."""
        return f"http://{HERE}:{self.port}/"

    def start(self) -> None:
        """Serve in a thread of its own; OSError if the port is taken."""
        sockets = bind_sockets(self.port, HERE)
        self.port = sockets[0].getsockname()[1]
        ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(sockets, ready), daemon=True)
        self._thread.start()
        ready.wait()

    def stop(self) -> None:
        """End the thread."""
        if self._loop is not None and self._thread is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()

    def tell(self, changed: bool, problems: Sequence[Notice]) -> None:
        """Send news; pages that are opened later get the last news at once."""
        self._news = News(self._news.version + changed, tuple(problems))
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._pass_on, self._news)

    def _pass_on(self, news: News) -> None:
        for queue in self._listeners:
            queue.put_nowait(news)

    def _serve(self, sockets: list[Any], ready: threading.Event) -> None:
        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)
        server = HTTPServer(self._application())
        server.add_sockets(sockets)
        self._loop.call_soon(ready.set)
        self._loop.run_forever()
        server.stop()
        self._loop.close()

    def _application(self) -> Application:
        return Application(
            [
                (r"/-/news", _NewsHandler, {"server": self}),
                (r"/-/preview\.js", _ScriptHandler),
                (
                    r"/(.*)",
                    _PageHandler,
                    {"path": str(self.site), "default_filename": "index.html"},
                ),
            ]
        )


class _Local(RequestHandler):
    def prepare(self) -> None:
        """Refuse other hosts' names, so that no web site can reach the preview through DNS."""
        if self.request.host_name not in (HERE, "localhost"):
            self.send_error(403)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")


class _ScriptHandler(_Local):
    def get(self) -> None:
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.write(_SCRIPT.read_bytes())


class _NewsHandler(_Local):
    """A stream of server-sent events, one a rebuild."""

    def initialize(self, server: PreviewServer) -> None:
        self.server = server

    async def get(self) -> None:
        self.set_header("Content-Type", "text/event-stream")
        queue: asyncio.Queue[News] = asyncio.Queue()
        queue.put_nowait(self.server._news)
        self.server._listeners.add(queue)
        try:
            while True:
                self.write(f"data: {json.dumps(asdict(await queue.get()))}\n\n")
                await self.flush()
        except StreamClosedError:
            pass
        finally:
            self.server._listeners.discard(queue)


class _PageHandler(StaticFileHandler):
    """Files as they are, pages with one line more: the script that listens for news."""

    def prepare(self) -> None:
        if self.request.host_name not in (HERE, "localhost"):
            self.send_error(403)

    def set_extra_headers(self, path: str) -> None:
        self.set_header("Cache-Control", "no-cache")

    def should_return_304(self) -> bool:
        return not self._is_page() and super().should_return_304()

    def get_content_size(self) -> int:
        return super().get_content_size() + (len(_TAG) - len(b"</body>") if self._is_page() else 0)

    @classmethod
    def get_content(cls, abspath: str, start: int | None = None, end: int | None = None) -> Any:
        if not abspath.endswith(".html"):
            return super().get_content(abspath, start, end)
        page = Path(abspath).read_bytes()
        head, found, tail = page.rpartition(b"</body>")
        return (head + _TAG + tail if found else page)[start:end]

    def _is_page(self) -> bool:
        path = self.absolute_path or ""
        return path.endswith(".html") and b"</body>" in Path(path).read_bytes()
