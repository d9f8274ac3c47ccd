"""Links: the file of the site, and the place in it, that an address on a page leads to."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import unquote, urldefrag, urlsplit

# A file by its name in the site, whether or not it is there, and an anchor in it or none.
Place = tuple[str, str]


def base_of(address: str) -> str:
    """The path of a site's address, which a page that may be shown anywhere puts before links."""
    path = urlsplit(address).path
    return path if path.endswith("/") else f"{path}/"


def leaves(address: str) -> bool:
    """Whether the address names a site, its own or another."""
    return bool(urlsplit(address).scheme) or address.startswith("//")


def place_of(address: str, page: str, base: str) -> Place:
    """Where an address on the page leads, on a site at ``base``."""
    if address.startswith("#"):
        return page, unquote(address[1:])
    return _place(address, page.rpartition("/")[0], base)


@lru_cache(maxsize=10_000)
def _place(address: str, folder: str, base: str) -> Place:
    """The same for any page in a folder."""
    where, anchor = urldefrag(address)
    path = unquote(urlsplit(where).path)
    path = f"/{path.removeprefix(base)}" if path.startswith(base) else path
    file = _resolved(folder, path)
    if file.endswith("/") or not file:
        file += "index.html"
    return file, unquote(anchor)


def _resolved(folder: str, path: str) -> str:
    """``path`` as written on a page in the folder, relative to the site's root."""
    parts = [] if path.startswith("/") or not folder else folder.split("/")
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return "(outside the site)"
            parts.pop()
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts) + ("/" if path.endswith("/") and parts else "")
