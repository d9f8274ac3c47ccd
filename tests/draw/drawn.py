"""What a drawing shows, read back from it: words, bars and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from seminarbook.draw.lettering import writable

SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?[\d.]+")


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled or outlined rectangle, with its colour's key."""

    key: str
    x: float
    y: float
    width: float
    height: float


def inked(element: ET.Element, parents: dict[ET.Element, ET.Element]) -> str:
    """The key of the colour that an element has, itself or from its group."""
    for name in ("fill", "stroke"):
        for place in (element, parents[element]):
            value = place.get(name, "")
            if "--chart-" in value:
                return value.partition("--chart-")[2].partition(",")[0]
            if value.startswith("url("):
                return pattern_key(parents, value[5:-1])
    raise AssertionError(f"no colour: {ET.tostring(element)!r}")


def pattern_key(parents: dict[ET.Element, ET.Element], id_: str) -> str:
    """The key of the colour under a texture."""
    pattern = next(one for one in parents if one.get("id") == id_)
    value = next(iter(pattern)).get("fill", "")
    return value.partition("--chart-")[2].partition(",")[0]


class Drawing:
    """An SVG drawing for the screen, taken apart."""

    def __init__(self, text: str) -> None:
        self.root = ET.fromstring(text)
        self._parents = {child: parent for parent in self.root.iter() for child in parent}
        self._shown = [child for group in self.root.findall(f"{SVG}g") for child in group]

    def words(self) -> list[str]:
        """Every line of text, in the order of drawing."""
        return ["".join(text.itertext()) for text in self.root.iter(f"{SVG}text")]

    def all_words(self) -> str:
        """All text without spaces: how words were broken into lines does not matter."""
        return squeezed("".join(self.words()))

    def bars(self, height: float) -> list[Bar]:
        """Rectangles of one height, lines drawn inside their edge counted out to it."""
        found = []
        for path in self._shown:
            if path.tag != f"{SVG}path" or "id" in path.attrib:
                continue
            box = _box(path.get("d", ""))
            if box is None:
                continue
            x, y, width, tall = box
            outlined = self._look(path, "fill") == "none"
            if outlined:
                x, y, width, tall = x - 0.75, y - 0.75, width + 1.5, tall + 1.5
            if abs(tall - height) < 0.02:
                found.append(Bar(inked(path, self._parents), x, y, width, tall))
        return found

    def marks(self) -> list[tuple[str, float, float]]:
        """Key of colour and place of every mark, in the order of drawing.

        A half-filled mark is drawn as two halves at one place, and counts once.
        """
        found: dict[tuple[float, float], str] = {}
        for use in self._shown:
            if use.tag == f"{SVG}use":
                place = (float(use.get("x", "")), float(use.get("y", "")))
                found.setdefault(place, inked(use, self._parents))
        return [(key, x, y) for (x, y), key in found.items()]

    def _look(self, element: ET.Element, name: str) -> str:
        return element.get(name) or self._parents[element].get(name, "")


def squeezed(text: str) -> str:
    """Text without any space, and with what XML cannot hold replaced."""
    return writable("".join(text.split()))


def _box(path: str) -> tuple[float, float, float, float] | None:
    """The rectangle that a path of level and upright lines goes round."""
    if not re.fullmatch(r"M[\d.-]+ [\d.-]+ H[\d.-]+ V[\d.-]+ H[\d.-]+( V[\d.-]+)? z", path):
        return None
    x1, y1, x2, y2 = (float(number) for number in _NUMBER.findall(path)[:4])
    return min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)
