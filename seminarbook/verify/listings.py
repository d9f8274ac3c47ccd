"""The feed and the map of the site: does each name every page that it should, and no other?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_FEED = "feed.xml", "//*[local-name()='entry']/*[local-name()='link']/@href"
_MAP = "sitemap.xml", "//*[local-name()='loc']/text()"


def check_listings(site: Path, front: str, chapters: frozenset[str]) -> tuple[str, ...]:
    """What is wrong with the listings of a site whose title page has the address ``front``.

    The feed tells of the title page only when something changed.
    """
    both = chapters | {front}
    return tuple(
        sorted((*_faults(site, *_MAP, both, both), *_faults(site, *_FEED, chapters, both)))
    )


def _faults(
    site: Path, name: str, places: str, wanted: frozenset[str], allowed: frozenset[str]
) -> Iterator[str]:
    try:
        tree = etree.parse(site / name, etree.XMLParser(resolve_entities=False, no_network=True))
    except OSError:
        yield f"{name}: is missing"
        return
    except etree.XMLSyntaxError as error:
        yield f"{name}: is damaged ({error})"
        return
    found = set(map(str, tree.xpath(places)))
    yield from (f"{name}: does not name {address}" for address in wanted - found)
    yield from (f"{name}: names {address}, which is no page" for address in found - allowed)
