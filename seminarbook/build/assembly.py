"""Assembly: the web site and the files it offers become one folder, ready to be published."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

# Where the site keeps the files it offers, and how a page marks one of them: the mark hides the
# offer until the file is there, since a site built alone has nothing to offer.
FILES = "files"
# The theme's own scripts and styles, which are left out if no page loads them.
_THEME_FOLDERS = ("_static/scripts", "_static/styles")
_OFFER = re.compile(r' hidden="" data-file="(?P<name>[^"/]+)"')
# What a page's head claims of a file stands in a comment until the file is there.
_CLAIM = re.compile(r"<!--file (?P<name>[^/>\s]+) (?P<tag><meta [^>]*>)-->")
_SIZE = re.compile(r'(?P<tag><span[^>]* data-size="(?P<name>[^"/]+)"[^>]*>)(?P<old>[^<]*)</span>')


def assemble(site: Path, files: Path, place: Path) -> None:
    """Copy ``site`` and ``files`` to the new folder ``place``, and show each offer's size."""
    shutil.copytree(site, place, ignore=shutil.ignore_patterns("*.html"))
    sizes: dict[str, int] = {}
    if files.is_dir():
        shutil.copytree(files, place / FILES, dirs_exist_ok=True)
        sizes = {path.name: path.stat().st_size for path in files.iterdir() if path.is_file()}
    idle = {folder for folder in _THEME_FOLDERS if (place / folder).is_dir()}
    for page in sorted(site.rglob("*.html")):
        text = fill_in(page.read_text(encoding="utf-8"), sizes)
        (place / page.relative_to(site)).write_text(text, encoding="utf-8", newline="\n")
        idle -= {folder for folder in idle if f"{folder}/" in text}
    for folder in sorted(idle):
        shutil.rmtree(place / folder)


def fill_in(page: str, sizes: dict[str, int]) -> str:
    """The page with every offer and claim shown whose file is there, and with sizes (bytes)."""

    def offer(found: re.Match[str]) -> str:
        return "" if found["name"] in sizes else found[0]

    def size(found: re.Match[str]) -> str:
        if found["name"] not in sizes:
            return found[0]
        return f"{found['tag']}{in_words(sizes[found['name']])}</span>"

    def claim(found: re.Match[str]) -> str:
        return found["tag"] if found["name"] in sizes else ""

    return _CLAIM.sub(claim, _SIZE.sub(size, _OFFER.sub(offer, page)))


def in_words(size: int) -> str:
    """A number of bytes as a reader meets it: "820 kB", "1.2 MB"."""
    return f"{size / 1e6:.1f} MB" if size >= 999_500 else f"{max(1, round(size / 1e3))} kB"
