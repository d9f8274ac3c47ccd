"""What a browser has to fetch for a page, as far as the page itself says so."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

_FETCHED = etree.XPath(
    "//script/@src | //img/@src | //link[contains(@rel, 'stylesheet') or contains(@rel, 'icon')"
    " or contains(@rel, 'preload')]/@href",
    smart_strings=False,
)


def weight_of(page: Path) -> dict[str, int]:
    """Requests (``elsewhere``: of them, to other sites) and bytes (gzip) of the site's own files.

    Fonts and pictures that style sheets and scripts ask for come on top.
    """
    asked = set(_FETCHED(html.fromstring(page.read_bytes())))
    own = {page}
    elsewhere = set()
    for address in asked:
        parts = urlsplit(address)
        if parts.scheme == "data":
            continue
        if parts.scheme or parts.netloc:
            elsewhere.add(address)
        else:
            own.add((page.parent / unquote(parts.path)).resolve())
    sizes = [len(gzip.compress(path.read_bytes(), 6)) for path in own if path.is_file()]
    return {
        "requests": len(own) + len(elsewhere), "elsewhere": len(elsewhere), "bytes": sum(sizes)
    }  # fmt: skip
