"""Settings: the keys of ``_config.yml`` that are ours, and what is wrong with their values."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError

from seminarbook.problems import nearest

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_SERIES_KEYS = ("end", "start")
_DOWNLOAD_KEYS = ("file", "label")


def register(app: Sphinx) -> None:
    """Declare the settings; "env" where a page shows them, so that it is read again."""
    app.add_config_value("seminarbook_data", "data", "", types=(str,))
    app.add_config_value("seminarbook_series", {}, "", types=(dict,))
    app.add_config_value("seminarbook_downloads", [], "env", types=(list,))
    app.connect("config-inited", check)
    app.connect("config-inited", trust_own_address)


def check(app: Sphinx, config: Config) -> None:
    """Refuse settings that would be ignored or misread; ConfigError names the key."""
    series = config.seminarbook_series
    _check_keys("seminarbook_series", series, _SERIES_KEYS)
    days = {key: _day(f"seminarbook_series: {key}", series[key]) for key in sorted(series)}
    if len(days) == len(_SERIES_KEYS) and days["end"] < days["start"]:
        raise ConfigError("seminarbook_series: the series ends before it starts.")
    for number, download in enumerate(config.seminarbook_downloads, start=1):
        place = f"seminarbook_downloads, item {number}"
        _check_keys(place, download, _DOWNLOAD_KEYS)
        missing = [key for key in _DOWNLOAD_KEYS if not download.get(key)]
        if missing:
            raise ConfigError(f"{place}: “{missing[0]}” is missing.")
    if {"/", "\\"} & set(str(config.seminarbook_file_name)):
        raise ConfigError("seminarbook_file_name: this must be a name without a folder.")
    files = config.bibtex_bibfiles
    if not files or not isinstance(files, list) or not all(isinstance(one, str) for one in files):
        raise ConfigError("bibtex_bibfiles: name the file that holds the book's sources.")
    for key, inside in (
        ("seminarbook_data", config.seminarbook_data),
        ("bibtex_bibfiles", files[0]),
    ):
        root = Path(app.srcdir).resolve()
        if not (root / inside).resolve().is_relative_to(root):
            raise ConfigError(f"{key}: “{inside}” lies outside the book.")


def trust_own_address(app: Sphinx, config: Config) -> None:
    """Keep the check of links outside the book from asking for the book's own pages.

    A new page is not there before it is published; that it is in the site is checked otherwise.
    """
    if config.html_baseurl:
        own = f"^{re.escape(str(config.html_baseurl))}"
        # A new list: the one at hand may be Sphinx's own default, which all its books share.
        config.linkcheck_ignore = [*config.linkcheck_ignore, own]


def series_dates(config: Config) -> tuple[date | None, date | None]:
    """First and last day of the series, as far as they are set."""
    series = config.seminarbook_series
    start, end = (
        _day(f"seminarbook_series: {key}", series[key]) if key in series else None
        for key in ("start", "end")
    )
    return start, end


def _check_keys(place: str, value: Any, allowed: Collection[str]) -> None:
    if not isinstance(value, dict):
        raise ConfigError(f"{place}: this must hold keys and values, not “{value}”.")
    for key in value:
        if key not in allowed:
            known = ", ".join(allowed)
            advice = nearest(str(key), allowed)
            raise ConfigError(f"{place}: there is no key “{key}”, only: {known}. {advice}".rstrip())


def _day(place: str, value: object) -> date:
    """A day as YAML or a person wrote it; ``conf.py`` can hold it only as text."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ConfigError(f"{place}: “{value}” is not a day like 2016-04-19.") from None
