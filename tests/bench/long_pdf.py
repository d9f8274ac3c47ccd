"""``python -m tests.bench.long_pdf``: what the PDF of a plain book of many pages takes.

It has paragraphs, headings, a table in each chapter, and links to other chapters that say pages.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf

from seminarbook.sphinx_ext.paper.binding import Bound
from seminarbook.sphinx_ext.paper.composition import Composition
from seminarbook.sphinx_ext.paper.facts import Facts
from seminarbook.sphinx_ext.paper.fragments import SCHEME, Chapter, parse
from seminarbook.sphinx_ext.paper.outline import Place
from seminarbook.sphinx_ext.paper.press import Press

SECTIONS, PARAGRAPHS, ROWS = 6, 5, 8
PAGES = 8  # of a chapter, about
_SYLLABLES = ("ba", "co", "den", "fir", "gol", "hem", "in", "jar", "kel", "lo", "mar", "nes")


def main() -> None:
    """Set the book, and print what it took."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.long_pdf", description=__doc__)
    asked.add_argument("pages", nargs="?", type=int, default=1000, help="about how many")
    number = max(asked.parse_args().pages // PAGES, 1)
    facts = Facts("Many pages", "", "Nobody", "en", "", "", "", "", "", "", None)
    chapters = [_chapter(one, number) for one in range(number)]
    composition = Composition("a4", facts, chapters, lambda docname, name: "")
    with TemporaryDirectory() as folder:
        made, press = Path(folder) / "long.pdf", Press(Path(folder) / "typesetting")
        began = time.monotonic()
        Bound(press, composition, "").print_book(made)
        took = time.monotonic() - began
        with pikepdf.open(made) as pdf:
            print(f"{len(pdf.pages)} pages, {made.stat().st_size / 1e6:.1f} MB")
    ours, theirs = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    work = ours.ru_utime + ours.ru_stime + theirs.ru_utime + theirs.ru_stime
    print(f"{took:.1f} s, {work:.1f} s of processor; {press.settings} manuscripts set")
    print(
        f"{ours.ru_maxrss / 1024:.0f} MB here, {theirs.ru_maxrss / 1024:.0f} MB in the largest "
        "typesetter, of which there are two at once"
    )


def _chapter(number: int, of: int) -> Chapter:
    name = f"chapter-{number}"
    body = parse("".join(_html(name, number, of)))
    body.set("id", name)
    return Chapter(Place(name, part=1, caption="All of it"), f"Chapter {number + 1}", body)


def _html(name: str, number: int, of: int) -> Iterator[str]:
    """The chapter as it comes from rendering; no word of it means anything."""
    rng = random.Random(number)

    def words(count: int) -> str:
        made = ("".join(rng.choices(_SYLLABLES, k=rng.randint(1, 4))) for _ in range(count))
        return " ".join(made).capitalize()

    title = f"Chapter {number + 1}"
    yield f'<h2 class="chapter-title" data-level="1" data-title="{title}">{title}</h2>'
    for section in range(SECTIONS):
        yield f'<section id="{name}--{section}"><h3 data-level="2">{words(4)}</h3>'
        for _ in range(PARAGRAPHS):
            yield f"<p>{'. '.join(words(rng.randint(8, 25)) for _ in range(5))}.</p>"
        other = f"{SCHEME}chapter-{(number + 7) % of}#{section}"
        yield f'<p><a class="std-ref" href="{other}">{words(3)}</a></p></section>'
    yield '<div class="data-table"><table><thead><tr>'
    yield "".join(f"<th>{words(2)}</th>" for _ in range(3))
    yield "</tr></thead><tbody>"
    for _ in range(ROWS):
        yield f"<tr><th>{words(2)}</th><td>{words(5)}</td><td>{words(5)}</td></tr>"
    yield "</tbody></table></div>"


if __name__ == "__main__":
    main()
