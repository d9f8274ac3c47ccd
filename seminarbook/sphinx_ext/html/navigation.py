"""Navigation: the list of chapters beside every page, with the current place marked."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from html import escape

from seminarbook.sphinx_ext.html.outline import Entry, Outline


def navigation(outline: Outline, docname: str, sections: str, suffix: str, start: str = "") -> str:
    """The list of chapters as seen from one page.

    ``sections`` is the list of the page's own sections; it goes below the current chapter,
    where narrow screens show it. ``start`` stands before each address, for a page that is
    shown at any address.
    """
    if start:
        return _tree(outline, "", suffix).replace('<a href="', f'<a href="{escape(start)}')
    uri = _relative(docname, posixpath.dirname(docname), suffix)
    link = f'<a href="{uri}">'
    tree = _tree(outline, posixpath.dirname(docname), suffix)
    place = tree.find(link)
    if place < 0:
        return tree
    end = tree.index("</a>", place) + len("</a>")
    here = tree[place:end].replace(link, f'<a href="{uri}" aria-current="page">')
    return f'{tree[:place]}{here}<div class="here">{sections}</div>{tree[end:]}'


@lru_cache(maxsize=64)
def _tree(outline: Outline, folder: str, suffix: str) -> str:
    """The list as pages in one folder see it, with no place marked."""
    home = _relative(outline.root.docname, folder, suffix)
    lines = [f'<ul><li><a href="{home}">Title page</a></li></ul>']
    for part in outline.parts:
        if part.caption:
            lines.append(f"<h3>{escape(part.caption)}</h3>")
        lines.append(_list(part.entries, folder, suffix))
    return "\n".join(lines)


def _list(entries: tuple[Entry, ...], folder: str, suffix: str) -> str:
    items = []
    for entry in entries:
        below = _list(entry.children, folder, suffix) if entry.children else ""
        uri = _relative(entry.docname, folder, suffix)
        items.append(f'<li><a href="{uri}">{escape(entry.title)}</a>{below}</li>')
    return f"<ul>{''.join(items)}</ul>"


def _relative(docname: str, folder: str, suffix: str) -> str:
    place, _, name = docname.rpartition("/")
    return escape(f"{_way(place, folder)}{name}{suffix}")


@lru_cache(maxsize=1024)
def _way(place: str, folder: str) -> str:
    """What leads from one folder to another, to be followed by a name."""
    way = posixpath.relpath(place or ".", folder or ".")
    return "" if way == "." else f"{way}/"
