"""Typesetter: sets manuscripts with Typst in a process of its own, which gives its memory back.

``python typesetter.py places|print FOLDER NAME...`` makes of each ``FOLDER/NAME.json`` a
``NAME.places.json`` and, if it is to print, a ``NAME.pdf``. It knows nothing of the rest of the
program, so that it is there at once.
"""

from __future__ import annotations

import sys
from pathlib import Path

import typst

# How it ends if Typst will not set a manuscript; why is then said on standard error.
REFUSED = 3


def fonts_in(folder: Path) -> typst.Fonts:
    """The fonts in a folder, with none of the machine's or of Typst's own."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


def set_type(folder: Path, name: str, fonts: typst.Fonts, *, printing: bool) -> list[str]:
    """Set one manuscript; what Typst complains of."""
    compiler = typst.Compiler(
        folder / "book.typ",
        root=folder,
        font_paths=fonts,
        sys_inputs={"manuscript": f"{name}.json"},
    )
    complaints = []
    if printing:
        printed, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards="ua-1", timestamp=0
        )
        assert isinstance(printed, bytes)
        (folder / f"{name}.pdf").write_bytes(printed)
        complaints = [warning.message for warning in warnings]
    places = compiler.query("<places>", field="value", one=True)
    (folder / f"{name}.places.json").write_text(places, encoding="utf-8")
    return complaints


def main(how: str, place: str, *names: str) -> int:
    """Set every manuscript that is named."""
    folder = Path(place)
    fonts = fonts_in(folder / "fonts")
    for name in names:
        try:
            complaints = set_type(folder, name, fonts, printing=how == "print")
        except typst.TypstError as error:
            complaints = [str(error.diagnostic)]
        if complaints:
            print("; ".join(complaints), file=sys.stderr)
            return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
