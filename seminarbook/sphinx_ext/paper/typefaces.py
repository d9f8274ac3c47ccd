"""The fonts of the book, which come as Python packages: the same on every machine."""

from __future__ import annotations

from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

# Family, package, stem of the file's name.
FAMILIES = {
    "Source Serif Pro": ("font_source_serif_pro", "SourceSerifPro"),
    "Source Sans Pro": ("font_source_sans_pro", "SourceSansPro"),
}
SERIF, SANS = FAMILIES
STAND_INS = ("DejaVuSans.ttf", "DejaVuSansMono.ttf", "LastResortHE-Regular.ttf")
FACES = {
    (400, "normal"): "Regular",
    (400, "italic"): "It",
    (600, "normal"): "Semibold",
    (600, "italic"): "SemiboldIt",
}


def face_file(family: str, weight: int = 400, style: str = "normal") -> Path:
    """The file of one face."""
    package, stem = FAMILIES[family]
    return Path(str(files(package))) / "files" / f"{stem}-{FACES[weight, style]}.otf"


def face_files() -> list[Path]:
    """The files of all faces that the book is set in, and of those that stand in for a letter.

    DejaVu has code and many signs; of all that is left, Unicode's Last Resort shows which script
    it belongs to, and the file still holds the letter itself. Both come with matplotlib.
    """
    # Found without importing it, which takes longer than many a build has to.
    stand_ins = Path(str(distribution("matplotlib").locate_file("matplotlib/mpl-data/fonts/ttf")))
    return [
        *(face_file(family, *face) for family in FAMILIES for face in FACES),
        *(stand_ins / name for name in STAND_INS),
    ]
