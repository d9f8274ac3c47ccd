"""The press: sets a manuscript with Typst and prints it as PDF.

Typst tags the file for screen readers itself, and refuses to print what breaks PDF/UA-1.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from seminarbook.sphinx_ext.paper.shelf import Shelf, digest
from seminarbook.sphinx_ext.paper.typefaces import face_files

SIZES = {"a4": "a4", "letter": "us-letter"}
DESIGN = Path(__file__).parents[2] / "static" / "paper"
_CODE = (Path(__file__), Path(__file__).with_name("finishing.py"))


class PressError(Exception):
    """What Typst will not set, in its own words."""


class Press:
    """Typst with the book's design and fonts, ready to set one manuscript after the other.

    ``folder`` is where it lays out what it works with; nothing there is part of the book. What
    it printed stays there until the next time, and is not set again if nothing has changed.
    """

    def __init__(self, folder: Path) -> None:
        self._shelf = Shelf(folder / "printed")
        self._work = folder / "work"
        shutil.rmtree(self._work, ignore_errors=True)
        shutil.copytree(DESIGN, self._work)
        self._fonts = _fonts(self._work / "fonts")
        self._tools = digest(
            version("typst"), version("pikepdf"), *_CODE, *sorted(DESIGN.iterdir()), *face_files()
        )

    def set_type(
        self, name: str, manuscript: Mapping[str, Any], pictures: Mapping[str, Path]
    ) -> Proof:
        """Lay a manuscript out; ``pictures`` are the files it shows, by its names for them."""
        for picture, path in pictures.items():
            shutil.copyfile(path, self._work / picture)
        source = self._work / f"{name}.json"
        source.write_text(json.dumps(manuscript, ensure_ascii=False), encoding="utf-8")
        compiler = typst.Compiler(
            self._work / "book.typ",
            root=self._work,
            font_paths=self._fonts,
            sys_inputs={"manuscript": source.name},
        )
        key = digest(self._tools, source, *pictures.values())
        nodes = [*manuscript["front"], *manuscript["body"]]
        return Proof(compiler, nodes, self._shelf, key)


class Proof:
    """A manuscript under the press; ``nodes`` are what is set, in order."""

    def __init__(
        self, compiler: typst.Compiler, nodes: Sequence[Any], shelf: Shelf, key: str
    ) -> None:
        self._compiler = compiler
        self._nodes = nodes
        self._shelf, self._key = shelf, key

    def places(self) -> dict[str, Any]:
        """The place of each name in the manuscript, and the first and last page of each chapter."""
        return dict(json.loads(self._shelf.get(f"{self._key}.json", self._find)))

    def print(self, path: Path) -> None:
        """Write the file; what Typst complains of is an error."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self._shelf.get(f"{self._key}.pdf", self._print))

    def _find(self) -> bytes:
        with _in_words():
            return self._compiler.query("<places>", field="value", one=True).encode()

    def _print(self) -> bytes:
        with _in_words():
            printed, complaints = self._compiler.compile_with_warnings(
                format="pdf", pdf_standards="ua-1", timestamp=0
            )
        if complaints:
            raise PressError("; ".join(complaint.message for complaint in complaints))
        assert isinstance(printed, bytes)
        from seminarbook.sphinx_ext.paper.finishing import finish

        return finish(printed, self._nodes, self.places()["places"])


def print_drawing(svg: str) -> bytes:
    """A PDF of one page, as large as the drawing, that brings its fonts with it."""
    with TemporaryDirectory() as folder:
        fonts = _fonts(Path(folder) / "fonts")
        page = b"#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg))"
        compiler = typst.Compiler(page, font_paths=fonts, sys_inputs={"svg": svg})
        with _in_words():
            printed = compiler.compile(format="pdf", timestamp=0, pdf_tags=False)
    assert isinstance(printed, bytes)
    return printed


def _fonts(folder: Path) -> typst.Fonts:
    """The book's fonts, with none of the machine's or of Typst's own."""
    folder.mkdir()
    for face in face_files():
        shutil.copyfile(face, folder / face.name)
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except typst.TypstError as error:
        raise PressError(error.diagnostic) from None
