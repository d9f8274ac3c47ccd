"""The preview's server: this machine alone, pages with one script more, and news of rebuilds."""

from __future__ import annotations

import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from seminarbook.preview.server import Notice, PreviewServer, state_of

PAGE = "<!doctype html><html><head><title>é</title></head><body><p>Words</p></body></html>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "site" / "data.csv").write_text("a,b\n", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    server = PreviewServer(tmp_path / "site")
    server.start()
    yield server
    server.stop()


def _get(server: PreviewServer, path: str, host: str = "") -> tuple[int, str]:
    request = urllib.request.Request(server.address + path)
    if host:
        request.add_header("Host", host)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        status = error.code
        error.close()
        return status, ""


def _news(server: PreviewServer, page: str = "/") -> dict[str, object]:
    with urllib.request.urlopen(f"{server.address}-/news?page={page}", timeout=5) as answer:
        line = answer.readline().decode()
    news: dict[str, object] = json.loads(line.removeprefix("data: "))
    return news


def test_a_page_listens_for_news(server: PreviewServer) -> None:
    status, page = _get(server, "")
    assert status == 200
    state = state_of(server.site / "index.html")
    tag = f'<script src="/-/preview.js" data-state="{state}" defer></script>'
    assert page == PAGE.replace("</body>", f"{tag}</body>")
    assert _get(server, "-/preview.js")[0] == 200


def test_other_files_are_as_they_are(server: PreviewServer) -> None:
    assert _get(server, "data.csv") == (200, "a,b\n")


@pytest.mark.parametrize("path", ["../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt"])
def test_nothing_outside_the_site_is_served(server: PreviewServer, path: str) -> None:
    assert _get(server, path)[0] in (403, 404)


@pytest.mark.parametrize("path", ["", "-/news", "-/preview.js"])
def test_other_hosts_names_are_refused(server: PreviewServer, path: str) -> None:
    assert _get(server, path, host="evil.example")[0] == 403


def test_the_server_listens_on_this_machine_alone(server: PreviewServer) -> None:
    assert server.address.startswith("http://127.0.0.1:")


def test_news_tell_of_problems_and_of_the_page_as_it_is_now(server: PreviewServer) -> None:
    page = server.site / "index.html"
    state = state_of(page)
    assert _news(server) == {"state": state, "problems": []}
    server.tell([Notice("book/a.md:3", "Something is wrong.")])
    problem = {"place": "book/a.md:3", "message": "Something is wrong.", "severity": "error"}
    assert _news(server, "/index.html") == {"state": state, "problems": [problem]}
    os.utime(page, ns=(1, 1))
    server.tell([])
    assert _news(server) == {"state": "1", "problems": []}
    assert _news(server, "/no/such/page.html") == {"state": "", "problems": []}


def test_news_come_to_an_open_page(server: PreviewServer) -> None:
    with urllib.request.urlopen(f"{server.address}-/news?page=/a%20b.html", timeout=5) as answer:
        assert json.loads(answer.readline().decode().removeprefix("data: "))["problems"] == []
        assert server.in_view() == {"/a b.html"}
        server.tell([Notice("", "Something is wrong.")])
        answer.readline()
        told = json.loads(answer.readline().decode().removeprefix("data: "))
        assert told["problems"][0]["message"] == "Something is wrong."
    assert _eventually(lambda: not server.in_view())


def _eventually(holds: Callable[[], bool]) -> bool:
    """Whether something comes true; a page that was closed is missed when news are sent to it."""
    for _ in range(200):
        if holds():
            return True
        time.sleep(0.02)
    return False
