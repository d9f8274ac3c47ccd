"""Whether the one library that setting type needs, Pango, is on this machine."""

from __future__ import annotations

import contextlib
import io
import platform

PACKAGES = {
    "debian": "apt-get install libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "dnf install pango",
    "alpine": "apk add pango",
    "arch": "pacman -S pango",
    "darwin": "brew install pango",
    "windows": "pacman -S mingw-w64-x86_64-pango (in an MSYS2 shell)",
}


def pango_problem() -> str | None:
    """What to install so that PDF can be made, or None if nothing is missing."""
    try:
        # WeasyPrint prints its own long advice; ours is one line for this system.
        with contextlib.redirect_stdout(io.StringIO()):
            import weasyprint  # noqa: F401
    except (OSError, ImportError) as error:
        reason = str(error).strip().splitlines()
        return (
            "PDF needs the library Pango, which was not found on this machine. "
            f"Install it with: {install_command()} ({reason[0] if reason else 'no reason given'})"
        )
    return None


def install_command() -> str:
    """The command that installs Pango on this kind of system; all of them if it is unknown."""
    system = platform.system().casefold()
    if system in PACKAGES:
        return PACKAGES[system]
    families = _linux_families()
    for family, command in PACKAGES.items():
        if family in families:
            return command
    return "; ".join(f"{family}: {command}" for family, command in PACKAGES.items())


def _linux_families() -> frozenset[str]:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return frozenset()
    return frozenset([release.get("ID", ""), *release.get("ID_LIKE", "").split()])
