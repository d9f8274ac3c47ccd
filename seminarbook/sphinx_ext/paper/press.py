"""The press: has manuscripts set by Typst and printed as PDF.

Typst tags the file for screen readers itself, and refuses to print what breaks PDF/UA-1. It works
in processes of its own (see ``typesetter``), and what it made is kept for the next time.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from seminarbook.sphinx_ext.paper import typesetter
from seminarbook.sphinx_ext.paper.shelf import Shelf, digest
from seminarbook.sphinx_ext.paper.typefaces import face_files

SIZES = {"a4": "a4", "letter": "us-letter"}
DESIGN = Path(__file__).parents[2] / "static" / "paper"
_CODE = tuple(
    Path(__file__).with_name(f"{name}.py") for name in ("press", "typesetter", "finishing")
)
# The most processes at once: more would be faster, but memory is not to depend on the machine.
HANDS = 2
# The most manuscripts that one process sets before its memory is given back.
TOGETHER = 16


class PressError(Exception):
    """What Typst will not set, in its own words."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A manuscript at the press, whose ``key`` is another if anything about it is."""

    name: str
    manuscript: Mapping[str, Any]
    key: str


class Press:
    """Typst with the book's design and fonts, ready to set one manuscript after the other.

    ``folder`` is where it lays out what it works with; nothing there is part of the book. What
    it made is on the ``shelf`` until the next time, and is not made again if nothing has changed.
    ``settings`` counts the manuscripts that were set.
    """

    def __init__(self, folder: Path) -> None:
        self.shelf = Shelf(folder / "printed")
        self.settings = 0
        self._work = folder / "work"
        shutil.rmtree(self._work, ignore_errors=True)
        shutil.copytree(DESIGN, self._work)
        _lay_out_fonts(self._work / "fonts")
        self.tools = digest(
            version("typst"), version("pikepdf"), *_CODE, *sorted(DESIGN.iterdir()), *face_files()
        )

    def take(self, name: str, manuscript: Mapping[str, Any], pictures: Mapping[str, Path]) -> Proof:
        """Take a manuscript; ``pictures`` are the files it shows, by its names for them."""
        for picture, path in pictures.items():
            shutil.copyfile(path, self._work / picture)
        source = self._work / f"{name}.json"
        source.write_text(json.dumps(manuscript, ensure_ascii=False), encoding="utf-8")
        return Proof(name, manuscript, digest(self.tools, source, *pictures.values()))

    def places(self, proofs: Sequence[Proof], together: int = TOGETHER) -> list[dict[str, Any]]:
        """The places of names in each manuscript, and the first and last pages of chapters."""
        self._set([proof for proof in proofs if not self._placed(proof)], "places", together)
        return [json.loads(self._placed(proof) or "") for proof in proofs]

    def print(self, proofs: Sequence[Proof], together: int = TOGETHER) -> None:
        """Print what is not printed; ``together`` in one process at most, which holds them all."""
        self._set([proof for proof in proofs if not self._printed(proof)], "print", together)

    def sheets(self, proofs: Sequence[Proof]) -> list[bytes]:
        """Each manuscript as Typst prints it."""
        self.print(proofs)
        return [self._printed(proof) or b"" for proof in proofs]

    def _placed(self, proof: Proof) -> bytes | None:
        return self.shelf.find(f"{proof.key}.places.json")

    def _printed(self, proof: Proof) -> bytes | None:
        return self.shelf.find(f"{proof.key}.sheets.pdf")

    def _set(self, proofs: Sequence[Proof], how: str, together: int) -> None:
        """Have manuscripts set, several at once, and put on the shelf what came of them."""
        hands = min(os.cpu_count() or 1, HANDS)
        size = max(min(-(-len(proofs) // hands), together), 1)
        groups = [proofs[first : first + size] for first in range(0, len(proofs), size)]
        while groups:
            at_work = [self._begin(group, how) for group in groups[:hands]]
            faults = [_fault(process) for process in at_work]
            if fault := next(filter(None, faults), ""):
                raise PressError(fault)
            del groups[:hands]
        for proof in proofs:
            self.settings += 1
            made = self._work / proof.name
            self.shelf.keep(
                f"{proof.key}.places.json", made.with_suffix(".places.json").read_bytes()
            )
            if how == "print":
                self.shelf.keep(f"{proof.key}.sheets.pdf", made.with_suffix(".pdf").read_bytes())

    def _begin(self, proofs: Sequence[Proof], how: str) -> subprocess.Popen[str]:
        names = [proof.name for proof in proofs]
        # The script's own folder holds modules that must not be taken for others.
        command = [sys.executable, "-P", typesetter.__file__, how, str(self._work), *names]
        return subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")


def _fault(process: subprocess.Popen[str]) -> str:
    """What a typesetter that has ended says against a manuscript, if anything."""
    _, said = process.communicate()
    if process.returncode not in (0, typesetter.REFUSED):
        raise RuntimeError(f"The typesetter ended with {process.returncode}. {said}")
    return said.strip() if process.returncode else ""


def print_drawing(svg: str) -> bytes:
    """A PDF of one page, as large as the drawing, that brings its fonts with it."""
    import typst

    with TemporaryDirectory() as folder:
        place = Path(folder) / "fonts"
        _lay_out_fonts(place)
        page = b"#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg))"
        fonts = typesetter.fonts_in(place)
        compiler = typst.Compiler(page, font_paths=fonts, sys_inputs={"svg": svg})
        try:
            printed = compiler.compile(format="pdf", timestamp=0, pdf_tags=False)
        except typst.TypstError as error:
            raise PressError(error.diagnostic) from None
    assert isinstance(printed, bytes)
    return printed


def _lay_out_fonts(folder: Path) -> None:
    folder.mkdir()
    for face in face_files():
        shutil.copyfile(face, folder / face.name)
