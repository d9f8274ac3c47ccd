"""The same book gives the same bytes: in another folder, for another user, on another day."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import build_command, published_digests
from copies import TOY, copy_of

# Everything that a book cannot help having around it. The clock stands in a later year, in a
# place where it is already tomorrow; the random names of sets and dicts fall otherwise.
LATER = """
import datetime, time_machine
time_machine.travel(datetime.datetime(2041, 2, 28, 23, 59), tick=True).start()
"""
AROUND = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "4242",
    "USER": "someone-else",
    "LOGNAME": "someone-else",
    "COLUMNS": "40",
    "NO_COLOR": "1",
}


@pytest.mark.book
def test_a_build_somewhere_else_publishes_the_same(toy_published: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    root = copy_of(TOY, tmp_path / "a folder with a longer náme")
    around = AROUND | {"HOME": str(home), "TMPDIR": str(home), "XDG_CACHE_HOME": str(home)}
    done = build_command(root, environment=around, before=LATER, umask=0o077)
    assert done.returncode == 0, done.stdout + done.stderr
    one, other = published_digests(toy_published), published_digests(root)
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []
    assert any(name.endswith(".pdf") for name in one)
