"""The pictures of the documents: there, small, and told in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.copies import REAL

DOCUMENTS = ("README.md", "CONTRIBUTING.md")
PICTURES = [
    (name, alt, target)
    for name in DOCUMENTS
    for alt, target in re.findall(r"!\[(.*?)\]\((.+?)\)", (REAL / name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("name", "alt", "target"), PICTURES)
def test_a_picture_is_there_and_small_and_told(name: str, alt: str, target: str) -> None:
    file = REAL / target
    assert file.is_file()
    assert file.stat().st_size < 80_000
    assert len(alt) > 20


def test_no_picture_is_left_over() -> None:
    there = {path.name for path in (REAL / "docs/pictures").glob("*.png")}
    assert there == {Path(target).name for _, _, target in PICTURES}
