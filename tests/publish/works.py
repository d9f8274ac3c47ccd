"""Works that tests cite: plain ones, and ones whose words every format could trip over."""

from __future__ import annotations

from seminarbook.model.partial_date import PartialDate
from seminarbook.publish.works import Author, Publication, Work

HOSTILE = 'R&D {50%} of $x_1$ ~ "quotes" \\ #tags </script><!-- ^ @and'
DAY = PartialDate(2031, 4, 5)

BOOK = Publication(
    title="Gardens & paths",
    authors=(Author("The garden team"), Author("Wagtail", "Ivo")),
    language="en-GB",
    issued=DAY,
    edition=DAY,
    address="https://example.org/toy/",
    front="https://example.org/toy/book/index.html",
    licence="CC BY 4.0",
    licence_address="https://creativecommons.org/licenses/by/4.0/",
    doi="10.5281/zenodo.1234567",
    publisher="Model Farm Press",
    contact="garden@example.org",
    description="Three days about a garden that belongs to everybody, and nobody.",
    keywords=("gardens", "sharing"),
    file_name="gardens",
)
WHOLE = Work(BOOK, BOOK.title, "index", BOOK.front, BOOK.description, whole=True)
CHAPTER = Work(
    BOOK,
    "Seminar 3: Harvest",
    "03-harvest",
    "https://example.org/toy/book/seminars/03-harvest.html",
    "People took turnips home, and a song.",
)
ODD = Work(BOOK, HOSTILE, "odd", "https://example.org/toy/book/odd.html", HOSTILE)
BARE = Work(Publication("Untitled"), "Nothing known")
EVERY = (WHOLE, CHAPTER, ODD)
