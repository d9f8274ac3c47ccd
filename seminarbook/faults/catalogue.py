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
    harmless: bool = False
    """Whether a build makes its pages all the same, and has nothing to warn of."""

    @property
    def breaks(self) -> bool:
        """Whether a build may warn of what follows from it."""
        return self.severity == "error" and not self.harmless


FAULTS: dict[str, Fault] = {}


def fault(
    code: str,
    title: str,
    why: str,
    how: str,
    severity: Severity = "error",
    *,
    harmless: bool = False,
) -> str:
    """Add a kind of problem to the catalogue and return its code."""
    if code in FAULTS:
        raise ValueError(f"fault code {code!r} is declared twice")
    FAULTS[code] = Fault(code, title, why, how, severity, harmless)
    return code
