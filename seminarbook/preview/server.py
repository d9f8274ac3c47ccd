"""PreviewServer: the pages of a preview on this machine alone, and word of each rebuild."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tornado.httpserver import HTTPServer
from tornado.iostream import StreamClosedError
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler, StaticFileHandler

HERE = "127.0.0.1"
_SCRIPT = Path(__file__).with_name("preview.js")
_PAGE = "index.html"


@dataclass(frozen=True, slots=True)
class Notice:
    """A problem as the page shows it."""

    place: str
    message: str
    severity: str = "error"


@dataclass(frozen=True, slots=True)
class News:
    """What a page is told after a rebuild; one whose file has another state loads itself again."""

    state: str
    problems: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Listener:
    """An open page: its address on the site, and the news it has not heard."""

    address: str
    queue: asyncio.Queue[News | None] = field(default_factory=asyncio.Queue)


@dataclass
class PreviewServer:
    """Serves ``site`` on the loopback address; ``tell`` sends news to every open page."""

    site: Path
    port: int = 0
    _problems: tuple[Notice, ...] = ()
    _listeners: set[_Listener] = field(default_factory=set)
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

    def in_view(self) -> frozenset[str]:
        """The addresses of the pages that are open in a browser."""
        return frozenset(listener.address for listener in tuple(self._listeners))

    def tell(self, problems: Sequence[Notice] | None = None) -> None:
        """Send news to every open page; pages that are opened later get them at once.

        Without ``problems`` a page is told that it has changed, and shows what is still wrong.
        """
        if problems is not None:
            self._problems = tuple(problems)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._pass_on)

    def listen(self, address: str) -> _Listener:
        """Open an address for news; the first are there at once."""
        listener = _Listener(address)
        self._listeners.add(listener)
        listener.queue.put_nowait(self._news_for(address))
        return listener

    def leave(self, listener: _Listener) -> None:
        """A page was closed."""
        self._listeners.discard(listener)
        listener.queue.put_nowait(None)

    def _pass_on(self) -> None:
        for listener in self._listeners:
            listener.queue.put_nowait(self._news_for(listener.address))

    def _news_for(self, address: str) -> News:
        path = self.site / address.strip("/")
        return News(state_of(path / _PAGE if path.is_dir() else path), self._problems)

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
                    {"path": str(self.site), "default_filename": _PAGE},
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
        self.listener = self.server.listen(unquote(self.get_query_argument("page", "/")))
        try:
            while (news := await self.listener.queue.get()) is not None:
                self.write(f"data: {json.dumps(asdict(news))}\n\n")
                await self.flush()
        except StreamClosedError:
            self.on_connection_close()

    def on_connection_close(self) -> None:
        self.server.leave(self.listener)


class _PageHandler(StaticFileHandler):
    """Files as they are, pages with one line more: the script that listens for news."""

    def prepare(self) -> None:
        if self.request.host_name not in (HERE, "localhost"):
            self.send_error(403)

    def set_extra_headers(self, path: str) -> None:
        self.set_header("Cache-Control", "no-cache")

    async def get(self, path: str, include_body: bool = True) -> None:
        """A page is read in one go: it may be made anew while it is sent."""
        self.path = self.parse_url_path(path)
        wanted = self.get_absolute_path(self.root, self.path)
        self.absolute_path = self.validate_absolute_path(self.root, wanted)
        if self.absolute_path is None or not self.absolute_path.endswith(".html"):
            await super().get(path, include_body)
            return
        file = Path(self.absolute_path)
        state = state_of(file)
        head, end, tail = file.read_bytes().rpartition(b"</body>")
        tag = f'<script src="/-/preview.js" data-state="{state}" defer></script>' if end else ""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.write(head + tag.encode() + end + tail)

    def compute_etag(self) -> str | None:
        """No mark for a page: it is not to be kept."""
        is_page = (self.absolute_path or "").endswith(".html")
        return None if is_page else super().compute_etag()


def state_of(path: Path) -> str:
    """A mark that changes whenever a page is written; the same for none."""
    try:
        return str(path.stat().st_mtime_ns)
    except OSError:
        return ""
