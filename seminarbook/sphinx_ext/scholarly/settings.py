"""Settings of publishing: the edition, its DOI, words to find it by, and old addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError

from seminarbook.model.partial_date import PartialDate

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_DOI = re.compile(r"10\.\d{4,9}/\S+")


def register(app: Sphinx) -> None:
    """Declare the settings; every page is written again when one changes."""
    # YAML makes a day of 2026-11-24, and a number of 2026.
    app.add_config_value("seminarbook_edition", "", "html", types=())
    app.add_config_value("seminarbook_doi", "", "html", types=(str,))
    app.add_config_value("seminarbook_publisher", "", "html", types=(str,))
    app.add_config_value("seminarbook_keywords", [], "html", types=(list,))
    app.add_config_value("seminarbook_redirects", {}, "", types=(dict,))
    app.connect("config-inited", _check)


def edition_of(config: Config) -> PartialDate | None:
    """The day of the edition; None for a book between editions."""
    text = str(config.seminarbook_edition or "")
    if not text:
        return None
    try:
        day = PartialDate.parse(text)
    except ValueError:
        day = None
    if day is None or not day.day:
        raise ConfigError(f"seminarbook_edition: “{text}” is not a day like 2026-11-24.")
    return day


def _check(app: Sphinx, config: Config) -> None:
    """Refuse settings that would be published wrong; ConfigError names the key."""
    edition_of(config)
    doi = config.seminarbook_doi
    if doi and not _DOI.fullmatch(doi):
        raise ConfigError(f"seminarbook_doi: “{doi}” is not a DOI like 10.5281/zenodo.1234567.")
    _check_texts("seminarbook_keywords", config.seminarbook_keywords, lambda value: [value])
    pairs = config.seminarbook_redirects.items()
    _check_texts("seminarbook_redirects", pairs, list)


def _check_texts(key: str, values: Any, texts: Callable[[Any], list[Any]]) -> None:
    for value in values:
        for text in texts(value):
            if not isinstance(text, str) or not text.strip():
                raise ConfigError(f"{key}: “{text}” is not a text.")
