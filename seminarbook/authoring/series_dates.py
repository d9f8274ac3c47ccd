"""The series' own dates in ``_config.yml``, stretched to hold a new seminar."""

from __future__ import annotations

from datetime import date

import yaml

from seminarbook.model.yaml_text import compose_yaml

_PATH = ("sphinx", "config", "seminarbook_series")


def stretched(settings: str, day: date) -> str:
    """The settings with a series that holds ``day``; nothing else in the text changes.

    Settings without dates of the series, or with dates that hold the day, come back as they are.
    """
    node: yaml.Node | None = compose_yaml(settings)
    for name in _PATH:
        node = _value(node, name)
    for name, is_outside in (("start", day.__lt__), ("end", day.__gt__)):
        found = _value(node, name)
        if not isinstance(found, yaml.ScalarNode):
            continue
        try:
            limit = date.fromisoformat(found.value)
        except ValueError:
            continue
        if is_outside(limit):
            begin, end = found.start_mark.index, found.end_mark.index
            quote = found.style or ""
            return f"{settings[:begin]}{quote}{day.isoformat()}{quote}{settings[end:]}"
    return settings


def _value(node: yaml.Node | None, name: str) -> yaml.Node | None:
    pairs: list[tuple[yaml.Node, yaml.Node]] = []
    if isinstance(node, yaml.MappingNode):
        pairs = node.value
    return next((value for key, value in pairs if key.value == name), None)
