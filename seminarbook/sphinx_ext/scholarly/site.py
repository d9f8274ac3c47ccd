"""Site: the files that a whole site has, written when its pages are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

from sphinx.util import logging

from seminarbook.model.series import Series
from seminarbook.publish.package import Packed, package_files, sources_of
from seminarbook.publish.redirects import redirect_faults, redirect_page
from seminarbook.publish.site_files import humans, robots, sitemap
from seminarbook.sphinx_ext.book import domain_of
from seminarbook.sphinx_ext.html.browser import is_book_html
from seminarbook.sphinx_ext.kept import kept, key_of
from seminarbook.sphinx_ext.scholarly.catalogue import Catalogue, catalogue_of
from seminarbook.sphinx_ext.scholarly.pictures import FOLDER, pictures_in_use

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinxcontrib.bibtex.domain import BibtexDomain

DATA = "data"
_CHANGES = "CHANGELOG.md"

logger = logging.getLogger(__name__)
# A preview builds at every save; files that would be the same are not made again.
_written: WeakKeyDictionary[Sphinx, tuple[Catalogue, object]] = WeakKeyDictionary()


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write what is new, and remove what earlier builds left and nothing leads to."""
    if exception is not None or not is_book_html(app):
        return
    _redirect(app)
    state = (catalogue_of(app), domain_of(app.env).book.version)
    if _written.get(app) == state:
        return
    changes, found = _text(Path(app.srcdir) / _CHANGES), packed(app)
    _make(app, "site", (state[0], changes), lambda: _top(app, state[0], changes))
    # What the data are is told by the digests of their files.
    rest = found and replace(found, series=Series(), sources=())
    states = domain_of(app.env).book.states()
    _make(app, "data", (rest, sorted(states.items())), lambda: _data(app, found))
    _written[app] = state


def _make(
    app: Sphinx, name: str, sources: object, files: Callable[[], Iterable[tuple[str, bytes]]]
) -> None:
    """Write files by their paths, unless they are there and were made from the same sources."""
    out = Path(app.outdir)

    def write() -> list[str]:
        written = dict(files())
        for path, data in written.items():
            _put(out / path, data)
        return sorted(written)

    there = kept(app, name, key_of(str(out), sources), write)
    if not all((out / path).is_file() for path in there):
        write()


def packed(app: Sphinx) -> Packed | None:
    """All that the data package is made of; None while the data have a fault."""
    book = domain_of(app.env).book
    if any(problem.severity == "error" for problem in book.problems):
        return None
    catalogue = catalogue_of(app)
    root = Path(app.srcdir)
    cite = cast("BibtexDomain", app.env.get_domain("cite"))
    entries = {key: dict(entry.fields) for key, entry in cite.bibdata.data.entries.items()}
    return Packed(
        whole=catalogue.whole,
        series=book.series,
        chapters=catalogue.chapters_of_events,
        sources=sources_of(entries),
        about=_text(root / app.config.seminarbook_data / "README.md"),
        bibliography=_text(root / app.config.bibtex_bibfiles[0]),
    )


def _top(app: Sphinx, catalogue: Catalogue, changes: str) -> Iterator[tuple[str, bytes]]:
    """The files at the top of the site; those that hold addresses need to know where it is."""
    # Libraries for feeds take longer to load than most builds have to spare.
    from seminarbook.publish.feed import changes_of, feed

    _prune(Path(app.outdir) / FOLDER, pictures_in_use(catalogue))
    book = catalogue.book
    yield "humans.txt", humans(book).encode()
    yield ".nojekyll", b""
    if not book.address:
        return
    yield "robots.txt", robots(book).encode()
    yield "sitemap.xml", sitemap(book, list(catalogue.works.values()))
    yield "feed.xml", feed(book, list(catalogue.chapters.values()), changes_of(changes))


def _data(app: Sphinx, found: Packed | None) -> Iterator[tuple[str, bytes]]:
    """The data package, file by file."""
    if found is None:
        return
    files = package_files(found)
    _prune(Path(app.outdir) / DATA, files.keys())
    for path, data in files.items():
        yield f"{DATA}/{path}", data


def _redirect(app: Sphinx) -> None:
    """Write a page at each old address, and warn of those that would not work."""
    redirects: dict[str, str] = app.config.seminarbook_redirects
    pages = {app.builder.get_target_uri(docname) for docname in app.env.found_docs}
    faults = list(redirect_faults(redirects, pages))
    for fault in faults:
        logger.warning("seminarbook_redirects: %s", fault, type="seminarbook", subtype="redirect")
    if faults:
        return
    catalogue = catalogue_of(app)
    book = catalogue.book
    titles = {app.builder.get_target_uri(name): one.title for name, one in catalogue.works.items()}
    for old, new in redirects.items():
        page = redirect_page(old, new, titles[new], book.language, book.address)
        _put(Path(app.outdir) / old, page.encode())


def _prune(folder: Path, kept: Collection[str]) -> None:
    """Remove the folder's files that are not among those kept."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and PurePosixPath(path.relative_to(folder)).as_posix() not in kept:
            path.unlink()


def _put(path: Path, data: bytes) -> None:
    """Write a file unless it is there already with just this in it."""
    if not path.is_file() or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
