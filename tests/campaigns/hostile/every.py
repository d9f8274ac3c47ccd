"""Every module that declares cases."""

from __future__ import annotations

from tests.campaigns.hostile import (
    of_chapters,
    of_data,
    of_links,
    of_settings,
    of_sheets,
    of_sources,
)

MODULES = (of_chapters, of_data, of_links, of_settings, of_sheets, of_sources)
