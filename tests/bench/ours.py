"""The book as a project of this repository."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

from seminarbook.model.records import RECORD_CLASSES
from tests.bench.content import (
    GROUPS,
    PARTS,
    PEOPLE,
    PLAIN_WORDS,
    Chapter,
    Content,
    bibliography,
    glossary,
    in_myst,
    name,
)
from tests.bench.program import Program

ROOT = Path(__file__).parents[2]
_PLAIN_WORDS = ":::{plain-words}\n" + PLAIN_WORDS.partition("* ")[2] + "\n:::"
_COLUMNS = {record.file: record.columns() for record in RECORD_CLASSES}
_VIEWS = """
## The day

:::{{seminar-card}} {id}
:::

:::{{data-table}} programme
:seminar: {id}
:::

:::{{data-chart}} attendance
:seminar: {id}
:::

:::{{data-table}} attendance
:seminar: {id}
:::
"""


def _write(content: Content, place: Path) -> None:
    for folder in ("book/seminars", "book/reference", "data"):
        (place / folder).mkdir(parents=True)
    files = {
        "_config.yml": _config(),
        "_toc.yml": _toc(content),
        "book/index.md": "# The bench book\n\nA book of any size.\n",
        "book/references.bib": bibliography(),
        "book/reference/glossary.md": glossary(),
        "book/reference/references.md": "# References\n\n:::{source-list}\n:::\n",
    }
    if not content.text:
        files["book/reference/people.md"] = "# People\n\n:::{people-index}\n:::\n"
    files |= {_source(one): _chapter(one, content.text) for one in content.chapters}
    for file, text in files.items():
        (place / file).write_text(text, encoding="utf-8")
    rows = {} if content.text else _rows(content)
    for file, columns in _COLUMNS.items():
        with (place / "data" / f"{file}.csv").open("w", encoding="utf-8", newline="") as opened:
            table = csv.DictWriter(opened, columns, lineterminator="\n")
            table.writeheader()
            table.writerows(
                {"source": "c0", "locator": "page 1", **row} for row in rows.get(file, ())
            )


def _config() -> str:
    """The settings of the real book, for another title."""
    text = (ROOT / "_config.yml").read_text(encoding="utf-8")
    text = re.sub(r"(seminarbook:) \.", rf"\1 {ROOT}", text)
    text = re.sub(r"(start:|end:) .*", lambda found: f"{found[1]} {_ENDS[found[1]]}", text)
    return re.sub(r"^title: .*$", "title: The bench book", text, flags=re.MULTILINE)


_ENDS = {"start:": "2031-01-01", "end:": "2199-12-31"}


def _toc(content: Content) -> str:
    last = ["glossary", "references"] if content.text else ["people", "glossary", "references"]
    lines = ["format: jb-book", "root: book/index", "parts:", "  - caption: Days", "    chapters:"]
    lines += [f"      - file: book/seminars/{chapter.page}" for chapter in content.chapters]
    lines += ["  - caption: Reference", "    chapters:"]
    lines += [f"      - file: book/reference/{page}" for page in last]
    return "\n".join(lines) + "\n"


def _chapter(chapter: Chapter, text: bool) -> str:
    page = in_myst(chapter, "" if text else _VIEWS.format(id=chapter.id))
    return page.replace(PLAIN_WORDS, _PLAIN_WORDS)


def _rows(content: Content) -> dict[str, list[dict[str, object]]]:
    days = content.chapters
    people: list[dict[str, object]] = []
    for number in range(PEOPLE):
        given, family = name(number)
        people.append({"id": f"p{number}", "kind": "person", "family_name": family,
                       "given_name": given, "consent": "given"})  # fmt: skip
    roles = [
        {"id": role, "label": role, "plural": f"{role}s", "definition": "Of the bench book.",
         "order": order, "lived_experience": "no"}
        for order, role in enumerate((*GROUPS, "not-stated"), start=1)
    ]  # fmt: skip
    return {
        "seminars": [
            {"id": day.id, "number": day.number, "slug": day.slug, "title": day.title,
             "subject": "a day", "date": day.date}
            for day in days
        ],
        "talks": [
            {"id": f"{day.id}-{order}", "seminar": day.id, "order": order, "start": start,
             "title": title, "kind": "talk", "status": "reported"}
            for day in days for order, (start, title, _) in enumerate(day.programme, start=1)
        ],
        "participation": [
            {"id": f"{day.id}-{order}-p", "seminar": day.id, "person": f"p{person}",
             "talk": f"{day.id}-{order}", "part": PARTS[order - 1],
             "affiliation_kind": "not stated", "role": GROUPS[person % 2], "status": "reported"}
            for day in days for order, (_, _, person) in enumerate(day.programme, start=1)
        ],
        "attendance": [*_attendance(days)],
        "people": sorted(people, key=lambda row: (row["family_name"], row["given_name"])),
        "roles": roles,
    }  # fmt: skip


def _attendance(days: Iterable[Chapter]) -> Iterable[dict[str, object]]:
    for day in days:
        everyone = {"all": sum(day.attendance.values()), **day.attendance}
        for group, value in everyone.items():
            yield {"id": f"{day.id}-{group}", "seminar": day.id, "group": group, "value": value,
                   "qualifier": "exactly"}  # fmt: skip


def _source(chapter: Chapter) -> str:
    return f"book/seminars/{chapter.page}.md"


OURS = Program(
    name="this book",
    packages=(),
    write=_write,
    commands={
        "html": ("-m", "seminarbook", "build", "--only", "html"),
        "everything": ("-m", "seminarbook", "build"),
    },
    source=_source,
    page=lambda chapter: f"_build/html/book/seminars/{chapter.page}.html",
)
