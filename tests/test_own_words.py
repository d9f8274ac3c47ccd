"""The book is in our own words: no run of eight words of the blog posts stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from overlap.fingerprint import fingerprint, runs, words_of

from seminarbook.checks.chapter_reader import read_chapter
from seminarbook.model.reader import read_series
from seminarbook.model.records import RECORD_CLASSES

ROOT = Path(__file__).resolve().parents[1]
KNOWN = frozenset(
    (ROOT / "tests" / "overlap" / "blog-posts.txt").read_text(encoding="utf-8").split()
)
CHAPTERS = sorted((ROOT / "book").rglob("*.md"))
# Columns that hold a title or a name, which is quoted as it is.
QUOTED = frozenset(("title", "other_title", "affiliation", "host", "venue", "url"))


def _titles() -> frozenset[tuple[str, ...]]:
    series = read_series(ROOT / "data", ROOT / "book" / "references.bib", root=ROOT).sound
    texts = [
        str(value)
        for record in RECORD_CLASSES
        for row in getattr(series, record.file)
        for name, value in row
        if name in QUOTED and value
    ]
    settings = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    texts += [settings["title"], f"{settings['title']} seminar series"]
    return frozenset(run for text in texts for run in runs(words_of(text)))


TITLES = _titles()


def shared_runs(text: str) -> list[str]:
    """Runs of eight words that the text shares with the posts, titles and names left out."""
    return [
        " ".join(run)
        for run in runs(words_of(text))
        if run not in TITLES and fingerprint(run) in KNOWN
    ]


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_is_in_our_own_words(path: Path) -> None:
    chapter = read_chapter(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    assert shared_runs("\n".join(chapter.paragraphs)) == []


@pytest.mark.parametrize("record", RECORD_CLASSES, ids=lambda record: record.file)
def test_the_data_are_in_our_own_words(record: type) -> None:
    series = read_series(ROOT / "data", ROOT / "book" / "references.bib", root=ROOT).sound
    texts = [
        str(value)
        for row in getattr(series, record.file)  # type: ignore[attr-defined]
        for name, value in row
        if name not in QUOTED and isinstance(value, str)
    ]
    assert [run for text in texts for run in shared_runs(text)] == []


def test_a_borrowed_sentence_would_be_found() -> None:
    assert shared_runs(
        "The general feeling was that, although co-production is not possible in coercive"
    )
