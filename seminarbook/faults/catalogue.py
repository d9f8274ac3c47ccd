"""Fault: a kind of problem, with a stable code; FAULTS: all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "advice"]


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of problem: a stable code, why the rule exists, and how to put it right."""

    code: str
    title: str
    why: str
    how: str
    severity: Severity = "error"


FAULTS: dict[str, Fault] = {}


def fault(code: str, title: str, why: str, how: str, severity: Severity = "error") -> str:
    """Add a kind of problem to the catalogue and return its code."""
    if code in FAULTS:
        raise ValueError(f"fault code {code!r} is declared twice")
    FAULTS[code] = Fault(code, title, why, how, severity)
    return code
