"""The press: sets a manuscript with Typst and prints it as PDF.

Typst tags the file for screen readers itself, and refuses to print what breaks PDF/UA-1.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from seminarbook.sphinx_ext.paper.row_heads import name_row_heads
from seminarbook.sphinx_ext.paper.typefaces import face_files

SIZES = {"a4": "a4", "letter": "us-letter"}
DESIGN = Path(__file__).parents[2] / "static" / "paper"


class PressError(Exception):
    """What Typst will not set, in its own words."""


class Press:
    """Typst with the book's design and fonts, ready to set one manuscript after the other.

    ``folder`` is where it lays out what it works with; nothing there is part of the book.
    """

    def __init__(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(DESIGN, folder, ignore=shutil.ignore_patterns("*.css"))
        self.folder = folder
        self._fonts = _fonts(folder / "fonts")

    def set_type(
        self, name: str, manuscript: Mapping[str, Any], pictures: Mapping[str, Path]
    ) -> Proof:
        """Lay a manuscript out; ``pictures`` are the files it shows, by its names for them."""
        for picture, path in pictures.items():
            shutil.copyfile(path, self.folder / picture)
        text = json.dumps(manuscript, ensure_ascii=False)
        (self.folder / f"{name}.json").write_text(text, encoding="utf-8")
        compiler = typst.Compiler(
            self.folder / "book.typ",
            root=self.folder,
            font_paths=self._fonts,
            sys_inputs={"manuscript": f"{name}.json"},
        )
        return Proof(compiler, [*manuscript["front"], *manuscript["body"]])


class Proof:
    """A manuscript under the press; ``nodes`` are what is set, in order."""

    def __init__(self, compiler: typst.Compiler, nodes: Sequence[Any]) -> None:
        self._compiler = compiler
        self._nodes = nodes
        self.complaints: list[str] = []

    def places(self) -> dict[str, Any]:
        """The page of each name that the manuscript wants to know, and of each chapter's ends."""
        with _in_words():
            found = self._compiler.query("<places>", field="value", one=True)
        return dict(json.loads(found))

    def print(self, path: Path) -> None:
        """Write the file, and note what Typst complains of."""
        with _in_words():
            printed, complaints = self._compiler.compile_with_warnings(
                format="pdf", pdf_standards="ua-1", timestamp=0
            )
        self.complaints = [complaint.message for complaint in complaints]
        path.parent.mkdir(parents=True, exist_ok=True)
        assert isinstance(printed, bytes)
        path.write_bytes(name_row_heads(printed, self._nodes))


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
