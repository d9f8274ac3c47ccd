"""The fonts of the book, which come as Python packages: the same on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

# Family, package, stem of the file's name. Our own family names keep a font of the system
# from ever standing in for these.
FAMILIES = {
    "Book Serif": ("font_source_serif_pro", "SourceSerifPro"),
    "Book Sans": ("font_source_sans_pro", "SourceSansPro"),
}
FACES = {
    (400, "normal"): "Regular",
    (400, "italic"): "It",
    (600, "normal"): "Semibold",
    (600, "italic"): "SemiboldIt",
}
# What drawings call the sans serif, so that they also look right outside the book.
SANS, DRAWN = "Book Sans", "Source Sans Pro"


def face_file(family: str, weight: int = 400, style: str = "normal") -> Path:
    """The file of one face."""
    package, stem = FAMILIES[family]
    return Path(str(files(package))) / "files" / f"{stem}-{FACES[weight, style]}.otf"


def rules() -> Iterator[str]:
    """An @font-face rule for each face."""
    for family in FAMILIES:
        for weight, style in FACES:
            address = face_file(family, weight, style).as_uri()
            yield (
                f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
                f"font-style: {style}; src: url({address}) }}"
            )
