"""Questions to the author, and what is done where nobody can answer."""

from __future__ import annotations

import sys
from collections.abc import Callable


class Stopped(Exception):
    """The author went away in the middle of a question."""


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def agreed(question: str, *, yes: bool) -> bool:
    """Whether the author agrees; ``yes`` answers beforehand, and where nobody can, it is no."""
    if yes:
        return True
    if not can_ask():
        print(f"{question} Nobody can be asked here: say --yes to go on. Nothing was written.")
        return False
    if _answer(f"{question} [y/N] ").casefold() in ("y", "yes"):
        return True
    print("Nothing was written.")
    return False


def asked(question: str, default: str = "", refused: Callable[[str], str] = lambda _: "") -> str:
    """An answer in words; ``refused`` says why one will not do, and it is asked again."""
    shown = f"{question} [{default}]: " if default else f"{question}: "
    while True:
        answer = _answer(shown) or default
        reason = refused(answer)
        if not reason:
            return answer
        print(f"  {reason}")


def _answer(question: str) -> str:
    try:
        return input(question).strip()
    except (EOFError, KeyboardInterrupt):
        print()
        raise Stopped from None
