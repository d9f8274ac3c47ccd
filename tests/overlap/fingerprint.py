"""Fingerprints of a text: a hash for every run of eight words, so that the text itself stays out.

    python tests/overlap/fingerprint.py TEXT... > tests/overlap/blog-posts.txt

The posts belong to those who wrote them; their words are not ours to publish. With the hashes the
tests can still tell whether a chapter repeats a run of them.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

RUN = 8
_WORD = re.compile(r"[a-z0-9]+")


def words_of(text: str) -> list[str]:
    """The words of a text, without case, punctuation or apostrophes."""
    return _WORD.findall(text.lower().replace("’", "").replace("'", ""))


def runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Every run of eight words."""
    return (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def fingerprint(run: Iterable[str]) -> str:
    """A short hash of a run of words."""
    return hashlib.sha256(" ".join(run).encode()).hexdigest()[:12]


if __name__ == "__main__":
    texts = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])
    print("\n".join(sorted({fingerprint(run) for text in texts for run in runs(words_of(text))})))
