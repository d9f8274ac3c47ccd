"""Redirects: pages at old addresses that lead to the new ones, so that no link dies."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from html import escape
from urllib.parse import quote

from seminarbook.problems import nearest

_SUFFIX = ".html"


def redirect_faults(redirects: Mapping[str, str], pages: Collection[str]) -> Iterator[str]:
    """What is wrong with redirects from old pages to new ones, in plain words."""
    for old, new in sorted(redirects.items()):
        if not old.endswith(_SUFFIX) or old.startswith("/") or posixpath.normpath(old) != old:
            yield f"“{old}” is not the address of a page like book/old-name.html."
        elif old.startswith(".."):
            yield f"“{old}” lies outside the site."
        elif old in pages:
            yield f"“{old}” is a page of the book: it cannot lead elsewhere."
        if new not in pages:
            advice = nearest(new, pages)
            yield f"“{old}” leads to “{new}”, which is no page of the book. {advice}".rstrip()


def redirect_page(old: str, new: str, title: str, language: str, base: str) -> str:
    """A page that sends everybody on, without scripts; search engines are told the new address."""
    there = quote(posixpath.relpath(new, posixpath.dirname(old) or "."))
    canonical = f'<link rel="canonical" href="{escape(base + quote(new))}">\n' if base else ""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        f'<meta http-equiv="refresh" content="0; url={escape(there)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"{canonical}<title>{escape(title)}</title>\n</head>\n<body>\n<main>\n"
        "<h1>This page has moved</h1>\n"
        f'<p>It is now at <a href="{escape(there)}">{escape(title)}</a>.</p>\n</main>\n'
        "</body>\n</html>\n"
    )
