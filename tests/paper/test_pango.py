"""What is said when the one library that PDF needs is missing."""

from __future__ import annotations

import builtins
import platform
from typing import Any

import pytest

from seminarbook.sphinx_ext.paper import pango


@pytest.fixture
def no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint as it behaves on a machine without Pango: it prints advice, then raises."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name == "weasyprint":
            print("long advice")
            raise OSError("cannot load library 'libpango-1.0-0': no such file\nmore")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)


def test_nothing_is_said_where_nothing_is_missing() -> None:
    assert pango.pango_problem() is None


@pytest.mark.usefixtures("no_pango")
@pytest.mark.parametrize(
    ("system", "release", "command"),
    [
        ("Linux", {"ID": "debian"}, "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("Linux", {"ID": "ubuntu", "ID_LIKE": "debian"}, "apt-get install libpangoft2-1.0-0"),
        ("Linux", {"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "dnf install pango"),
        ("Linux", {"ID": "alpine"}, "apk add pango"),
        ("Linux", {"ID": "unheard-of"}, "fedora: dnf install pango"),
        ("Darwin", {}, "brew install pango"),
        ("Windows", {}, "pacman -S mingw-w64-x86_64-pango"),
    ],
)
def test_the_command_for_this_system_is_named(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    system: str,
    release: dict[str, str],
    command: str,
) -> None:
    monkeypatch.setattr(platform, "system", lambda: system)
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: release)
    said = pango.pango_problem()
    assert said is not None
    assert command in said
    assert "cannot load library 'libpango-1.0-0': no such file" in said
    assert "\n" not in said
    assert capsys.readouterr().out == ""
