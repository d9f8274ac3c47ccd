"""From matplotlib's SVG to ours: small, accessible, with colours put in, safe to put in a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

_SVG = "http://www.w3.org/2000/svg"
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_REFERENCE = re.compile(r"url\(#([^)]*)\)")
# Values that SVG has anyway.
_DEFAULTS = {
    "stroke-linejoin": "miter",
    "stroke-linecap": "butt",
    "stroke-width": "1",
    "text-anchor": "start",
    "font-weight": "400",
    "stroke-opacity": "1",
    "fill-opacity": "1",
    "opacity": "1",
    "stroke-dashoffset": "0",
}
# What neighbours can have in common. The family of the letters is the page's own.
_LOOKS = (
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-dasharray",
    "font-size",
    "font-weight",
    "text-anchor",
)

Paint = Callable[[str], str]


def rewrite(
    drawn: bytes,
    paint: Paint,
    *,
    prefix: str,
    title: str,
    description: str,
    size: tuple[float, float],
    attributes: dict[str, str],
    link: str = "href",
) -> str:
    """A new SVG element with what matplotlib drew; ``paint`` turns stand-ins into colours.

    ``link`` is the attribute by which a mark points to its definition.
    """
    source = ET.fromstring(drawn)
    width, height = (_round(str(side)) for side in size)
    root = ET.Element("svg", {"xmlns": _SVG, "viewBox": f"0 0 {width} {height}", **attributes})
    ET.SubElement(root, "title", {"id": f"{prefix}-title"}).text = title
    ET.SubElement(root, "desc", {"id": f"{prefix}-desc"}).text = description
    ids = _Ids(prefix, link)
    defs = ET.SubElement(root, "defs")
    _copy(source, root, defs, paint, ids)
    if not len(defs):
        root.remove(defs)
    return ET.tostring(_grouped(root), encoding="unicode")


class _Ids:
    """New short ids in order of appearance, unique in a page by their prefix."""

    def __init__(self, prefix: str, link: str) -> None:
        self._prefix = prefix
        self.link = link
        self._known: dict[str, str] = {}

    def __getitem__(self, old: str) -> str:
        return self._known.setdefault(old, f"{self._prefix}-{len(self._known) + 1}")


def _copy(
    source: ET.Element, target: ET.Element, defs: ET.Element, paint: Paint, ids: _Ids
) -> None:
    """Copy what shows; matplotlib's groups, its metadata and its style sheet say nothing."""
    for child in source:
        name = child.tag.rpartition("}")[2]
        if name in ("metadata", "style"):
            continue
        if name in ("g", "svg"):
            _copy(child, target, defs, paint, ids)
        elif name == "defs":
            _copy(child, defs, defs, paint, ids)
        else:
            made = ET.SubElement(target, name, _attributes(child, name, paint, ids))
            made.text = child.text if name == "text" else None
            if name == "pattern":
                _copy(child, made, made, paint, ids)


def _attributes(source: ET.Element, name: str, paint: Paint, ids: _Ids) -> dict[str, str]:
    made: dict[str, str] = {}
    for key, value in source.attrib.items():
        match key.rpartition("}")[2]:
            case "id" if name in ("pattern", "path"):
                made["id"] = ids[value]
            case "href":
                made[ids.link] = f"#{ids[value.removeprefix('#')]}"
            case "style":
                made |= _declared(value, paint, ids)
            case "fill" | "stroke" as painted:
                made[painted] = paint(value)
            case "d":
                made["d"] = _path(value)
            case "x" | "y" | "width" | "height" | "patternUnits" as same:
                made[same] = _round(value)
    return {key: value for key, value in made.items() if _DEFAULTS.get(key) != value}


def _declared(style: str, paint: Paint, ids: _Ids) -> dict[str, str]:
    """Style declarations as attributes, which a strict content security policy allows."""
    made: dict[str, str] = {}
    for declaration in style.split(";"):
        key, _, value = (part.strip() for part in declaration.partition(":"))
        if key in ("fill", "stroke"):
            found = _REFERENCE.match(value)
            made[key] = f"url(#{ids[found[1]]})" if found else paint(value)
        elif key in _LOOKS or key.endswith("-opacity"):
            made[key] = _round(value.removesuffix("px"))
    return made


def _round(value: str) -> str:
    return _NUMBER.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), value)


def _path(value: str) -> str:
    """The same path in fewer letters: a level or upright line needs one number only."""
    made: list[str] = []
    words = iter(_round(value).split())
    x = y = ""
    for word in words:
        if word not in ("M", "L"):
            # Curves and ends are kept; after a curve a line begins who knows where.
            made.append(word)
            x = y = ""
            continue
        last_x, last_y, x, y = x, y, next(words), next(words)
        if word == "L" and y == last_y:
            made.append(f"H{x}")
        elif word == "L" and x == last_x:
            made.append(f"V{y}")
        else:
            made.append(f"{word}{x} {y}")
    return " ".join(made)


def _grouped(root: ET.Element) -> ET.Element:
    """Put neighbours with the same looks into one group that says it once.

    Whoever hears the page hears the drawing's name and description, not its letters one by one.
    """
    made = ET.Element(root.tag, root.attrib)
    group: ET.Element | None = None
    looks: dict[str, str] = {}
    for child in root:
        if child.tag in ("title", "desc", "defs"):
            made.append(child)
            continue
        shared = {key: child.attrib[key] for key in _LOOKS if key in child.attrib}
        if group is None or looks != shared:
            group = ET.SubElement(made, "g", {"aria-hidden": "true", **shared})
            looks = shared
        for key in shared:
            del child.attrib[key]
        group.append(child)
    return made
