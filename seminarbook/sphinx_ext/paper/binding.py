"""Binding: what is composed goes to the press, and what was printed becomes files."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seminarbook.sphinx_ext.paper.composition import Composition
from seminarbook.sphinx_ext.paper.press import Press, PressError, Proof
from seminarbook.sphinx_ext.paper.shelf import digest
from seminarbook.sphinx_ext.paper.volumes import WHOLE, Volume, ask, divide, hand_round

if TYPE_CHECKING:
    from seminarbook.sphinx_ext.paper.joining import Sheets

# How often volumes are set until each knows the others' pages; twice, as a rule.
TRIES = 5


class Bound:
    """The book, laid out once however many files are printed of it.

    ``mark`` is another if anything in the book is: under the same mark, the same is printed.
    """

    whole = WHOLE

    def __init__(self, press: Press, composition: Composition, mark: str) -> None:
        self.composition = composition
        self._press, self._shelf = press, press.shelf
        self._mark = digest(press.tools, mark)
        if self._shelf.find(f"{self._mark}.mark") is None:
            self._shelf.keep(f"{self._mark}.mark", b"")
        else:
            self._shelf.stay()

    def print_book(self, path: Path) -> None:
        """Print the whole book as one file."""
        _write(path, self._again("") or self._print_book())

    def print_chapters(self, paths: Mapping[str, Path]) -> None:
        """Print chapters as files of their own, with the pages they have in the book."""
        done = {docname: self._again(docname) for docname in paths}
        if missing := [docname for docname in paths if done[docname] is None]:
            done |= self._print_chapters(missing)
        for docname, path in paths.items():
            _write(path, done[docname] or b"")

    def _again(self, name: str) -> bytes | None:
        """What was printed under this mark before."""
        found = self._shelf.find(f"{digest(self._mark, name)}.name")
        return self._shelf.find(found.decode()) if found else None

    def _keep(self, name: str, key: str, printed: bytes) -> bytes:
        self._shelf.keep(f"{key}.pdf", printed)
        self._shelf.keep(f"{digest(self._mark, name)}.name", f"{key}.pdf".encode())
        return printed

    def _print_book(self) -> bytes:
        from seminarbook.sphinx_ext.paper.finishing import finish
        from seminarbook.sphinx_ext.paper.joining import join

        volumes, proofs = self._set
        key = digest(*(proof.key for proof in proofs))
        printed = self._shelf.find(f"{key}.pdf")
        if printed is None:
            sheets = [
                self._sheets(volume, proof, opens=number == 0)
                for number, (volume, proof) in enumerate(zip(volumes, proofs, strict=True))
            ]
            book, shifts = join(sheets)
            nodes = [node for proof in proofs for node in _nodes(proof)]
            places: dict[str, Any] = {}
            for shift, found in zip(shifts, self._press.places(proofs), strict=True):
                for name, place in found["places"].items():
                    places[name] = place | {"page": place["page"] + shift}
            with book:
                printed = finish(book, nodes, places)
        if self.composition.lost:
            return printed
        return self._keep("", key, printed)

    def _sheets(self, volume: Volume, proof: Proof, *, opens: bool) -> Sheets:
        """A volume as it is printed; the one that opens the book begins with the contents."""
        from seminarbook.sphinx_ext.paper.joining import Sheets

        (printed,) = self._press.sheets([proof])
        if opens:
            return Sheets(printed, [1, *volume.levels])
        return Sheets(printed, volume.levels, volume.cue_sheets, volume.cue, volume.after_gap)

    def _print_chapters(self, docnames: Sequence[str]) -> dict[str, bytes]:
        import pikepdf

        from seminarbook.sphinx_ext.paper.finishing import finish

        proofs = {docname: self._offprint(docname) for docname in docnames}
        done = {docname: self._shelf.find(f"{proofs[docname].key}.pdf") for docname in docnames}
        missing = [docname for docname in docnames if done[docname] is None]
        new = [proofs[docname] for docname in missing]
        found = zip(missing, self._press.sheets(new), self._press.places(new), strict=True)
        for docname, sheets, places in found:
            with pikepdf.open(io.BytesIO(sheets)) as pdf:
                done[docname] = finish(pdf, _nodes(proofs[docname]), places["places"])
        return {
            docname: self._keep(docname, proofs[docname].key, done[docname] or b"")
            for docname in docnames
        }

    def _offprint(self, docname: str) -> Proof:
        pages, spans = self._pages
        manuscript = self.composition.offprint(docname, pages, *spans[docname])
        written = self.composition.written[docname]
        return self._press.take(written.chapter.place.anchor, manuscript, written.pictures)

    @cached_property
    def _set(self) -> tuple[list[Volume], list[Proof]]:
        """The volumes of the book, set so that each knows the pages of the others."""
        volumes = divide(self.composition.body, self.whole)
        contents = [
            line["label"] for part in self.composition.contents for line in part["chapters"]
        ]
        ask(volumes, contents)
        for tried in range(TRIES):
            proofs = [
                self._press.take(
                    f"--volume-{number}",
                    self.composition.volume(volume, opens=number == 0),
                    self.composition.pictures,
                )
                for number, volume in enumerate(volumes)
            ]
            # It need not be printed before it is known where it begins.
            printed = tried > 0 or len(volumes) == 1
            if printed:
                self._press.print(proofs, together=1)
            if not hand_round(volumes, self._press.places(proofs, together=1)) and printed:
                return volumes, proofs
        raise PressError("the pages that the book names change each time it is set")

    @cached_property
    def _pages(self) -> tuple[dict[str, int], dict[str, tuple[int, int]]]:
        """The page of every name in the book, and the first and last of each chapter."""
        _, proofs = self._set
        found = self._press.places(proofs)
        places = {name: place for one in found for name, place in one["places"].items()}
        names = self.composition.names.items()
        pages = {name: places[label]["number"] for name, label in names if label in places}
        spans = [span for one in found for span in one["spans"]]
        return pages, dict(zip(self.composition.written, spans, strict=True))


def _nodes(proof: Proof) -> list[Any]:
    return [*proof.manuscript["front"], *proof.manuscript["body"]]


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
