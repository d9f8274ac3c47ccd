"""What the book says of itself: title, dates, edition, licence; for cover, imprint and metadata."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from seminarbook.sphinx_ext.paper.cover import Moment


@dataclass(frozen=True, slots=True)
class Facts:
    """The book's particulars, as the reader is told them; an empty text is not printed."""

    title: str
    subtitle: str
    author: str
    language: str
    copyright: str
    address: str
    licence: str
    licence_address: str
    contact: str
    period: str
    commit: str
    edition: datetime.date | None
    moments: tuple[Moment, ...] = ()

    @property
    def name(self) -> str:
        """Title and subtitle on one line."""
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title

    @property
    def edition_date(self) -> str:
        """The day of the edition in words, as “7 March 2026”."""
        day = self.edition
        return f"{day.day} {day:%B %Y}" if day else ""

    def metadata(self) -> dict[str, str]:
        """What goes into the head of a printed document."""
        found = {"author": self.author}
        if self.edition:
            found |= {"created": self.edition.isoformat(), "modified": self.edition.isoformat()}
        return found


def facts_of(app: Sphinx) -> Facts:
    """The particulars of a book, from its settings, its commit and SOURCE_DATE_EPOCH."""
    config = app.config
    title, _, subtitle = str(config.project).partition(": ")
    return Facts(
        title=title,
        subtitle=subtitle,
        author=str(config.author).removesuffix("unknown"),
        language=str(config.language or "en").replace("_", "-"),
        copyright=str(config.copyright),
        address=str(config.html_baseurl or ""),
        licence=config.seminarbook_licence,
        licence_address=config.seminarbook_licence_address,
        contact=config.seminarbook_contact,
        period=_period(config),
        commit=commit_of(Path(app.srcdir)),
        edition=edition_date(os.environ),
    )


def file_name(config: Config) -> str:
    """The name of the book's files, without an ending."""
    return config.seminarbook_file_name or slug(str(config.project)) or "book"


def slug(text: str) -> str:
    """Words in lower case joined by hyphens, in ASCII."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.casefold()))


def edition_date(environ: Mapping[str, str]) -> datetime.date | None:
    """The day that SOURCE_DATE_EPOCH names; never today, which no second build would repeat."""
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdigit():
        return None
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()


def commit_of(folder: Path) -> str:
    """The commit that the sources are at, and whether they were changed since; or nothing."""
    commit = _git(folder, "rev-parse", "--short=12", "HEAD")
    if commit and _git(folder, "status", "--porcelain", "--untracked-files=no"):
        return f"{commit}, with later changes"
    return commit


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words], capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _period(config: Config) -> str:
    series: Mapping[str, Any] = getattr(config, "seminarbook_series", None) or {}
    years = [str(series[key])[:4] for key in ("start", "end") if series.get(key)]
    return "–".join(dict.fromkeys(years))
