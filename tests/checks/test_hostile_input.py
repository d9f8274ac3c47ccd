"""Huge and hostile input ends in words, in bounded time and memory.

These are a few cases of ``tests/campaigns/hostile``, which has about two hundred commands.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaigns.hostile.case import CASES
from tests.campaigns.hostile.every import MODULES

QUICK = (
    "letters-that-nobody-sees", "columns-ten-thousand", "numbers-without-end", "boxes-within-boxes",
    "a-chapter-that-is-no-text", "the-contents-never-end", "front-matter-that-explodes",
    "strings-that-name-themselves", "a-merge-of-everything", "a-table-that-is-hostile",
    "letters-that-nobody-sees-without-end",
)  # fmt: skip


@pytest.mark.parametrize("name", QUICK)
def test_it_is_told_in_words(name: str, tmp_path: Path) -> None:
    one = CASES[name]
    _, _, fault = next(one.run(tmp_path))
    assert fault == ""


def test_every_case_has_a_name_of_its_own() -> None:
    declared = [
        name
        for module in MODULES
        for name, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__ and name[0] != "_"
    ]
    assert {name.replace("_", "-") for name in declared} == set(CASES)
    assert len(declared) == len(CASES)
