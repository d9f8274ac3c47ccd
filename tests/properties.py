"""How many examples a property is tried with: few in the test suite, very many in a campaign.

``SEMINARBOOK_EXAMPLES=50`` tries fifty times as many, other ones each time; otherwise they are
the same on every run.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

FACTOR = int(os.environ.get("SEMINARBOOK_EXAMPLES", "1"))
_USUAL = 100


def register() -> None:
    """Make what a property is tried with, if it says nothing else, the same everywhere."""
    # No time is asserted: a busy machine is not a fault.
    settings.register_profile(
        "book", deadline=None, max_examples=_USUAL * FACTOR, derandomize=FACTOR == 1
    )
    settings.load_profile("book")


def examples(count: int, *, shrink: bool = True) -> settings:
    """Try ``count`` examples in the suite; without ``shrink``, show the first that fails as it is."""
    phases = [Phase.explicit, Phase.generate] + [Phase.shrink] * shrink
    return settings(
        max_examples=count * FACTOR,
        deadline=None,
        derandomize=FACTOR == 1,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )
