"""What the book says of itself: title, dates, edition, licence; for cover, imprint and metadata."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from seminarbook.build.edition import EARLIEST, Edition, edition_of
from seminarbook.sphinx_ext.book import domain_of
from seminarbook.sphinx_ext.inlines import DOMAIN
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

    @property
    def period(self) -> str:
        """The years of the seminars, as 2016–2017."""
        years = sorted({moment.year for moment in self.moments})
        return "–".join(str(year) for year in dict.fromkeys((*years[:1], *years[-1:])))


def facts_of(app: Sphinx) -> Facts:
    """The particulars of a book, from its settings, its data and its commit."""
    config, edition = app.config, edition_of(Path(app.srcdir))
    title, _, subtitle = title_of(config).partition(": ")
    return Facts(
        title=title,
        subtitle=subtitle,
        author=str(config.author),
        language=language_of(config),
        copyright=str(config.copyright),
        address=str(config.html_baseurl or ""),
        licence=config.seminarbook_licence,
        licence_address=config.seminarbook_licence_address,
        contact=config.seminarbook_contact,
        commit=edition.commit,
        edition=_named_day(config) or _day(edition),
        moments=_moments(app),
    )


def title_of(config: Config) -> str:
    """The book's title in full: the web site's, unless Sphinx has made one up."""
    title = str(config.html_title)
    return str(config.project) if title.endswith(" documentation") else title


def language_of(config: Config) -> str:
    """The book's language, as files name it."""
    return str(config.language or "en").replace("_", "-")


def file_name(config: Config) -> str:
    """The name of the book's files, without an ending."""
    return config.seminarbook_file_name or slug(title_of(config)) or "book"


def slug(text: str) -> str:
    """Words in lower case joined by hyphens, in ASCII."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.casefold()))


def _moments(app: Sphinx) -> tuple[Moment, ...]:
    """When the seminars were; none if the book has no data."""
    if DOMAIN not in app.env.domains:
        return ()
    return tuple(
        Moment(row.number, row.date.year, row.date.month, row.date.day)
        for row in domain_of(app.env).book.series.seminars
    )


def _named_day(config: Config) -> datetime.date | None:
    """The day that the settings give the edition."""
    day = str(getattr(config, "seminarbook_edition", "") or "")
    return datetime.date.fromisoformat(day) if day else None


def _day(edition: Edition) -> datetime.date | None:
    """The day of the edition; none if nothing dates it, and never today's."""
    if edition.epoch <= EARLIEST:
        return None
    return datetime.datetime.fromtimestamp(edition.epoch, datetime.UTC).date()
