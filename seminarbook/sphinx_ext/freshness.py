"""Freshness: which pages to read again, and which to write again, so that all stay right.

Sphinx reads a page again when its source has changed, and writes what it has read. Two things
are missing for a book drawn from data: a page must also be read again when what it shows of
the data has changed, and written again when what it links to has changed elsewhere.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, cast
from weakref import WeakKeyDictionary

from sphinx.addnodes import pending_xref

from seminarbook.sphinx_ext.book import domain_of
from seminarbook.sphinx_ext.domain import Link
from seminarbook.views.requests import Request, files_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.domains.std import StandardDomain
    from sphinx.environment import BuildEnvironment
    from sphinxcontrib.bibtex.domain import BibtexDomain


def read_again(env: BuildEnvironment, among: frozenset[str] | None = None) -> set[str]:
    """Pages that show something else now, and pages whose fault must not be forgotten.

    Only what rests on a file that has changed is asked again: most rebuilds follow a change of
    a page, and then need nothing that counts. Of ``among``, only these pages are looked at, and
    all are looked at another time.
    """
    domain = domain_of(env)
    before, now = domain.data["files"], domain.book.states()
    changed = {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
    if among:
        # Until all pages have been looked at, these files count as changed, come what may.
        for name in changed:
            before.pop(name, None)
    else:
        domain.data["files"] = now

    def is_stale(request: Request, digest: str) -> bool:
        return not changed.isdisjoint(files_of(request)) and domain.book.digest(request) != digest

    stale = {
        docname
        for docname, uses in domain.uses.items()
        if (not among or docname in among)
        and any(is_stale(request, digest) for request, digest in uses.items())
    }
    return stale | domain.troubled


def note_links(app: Sphinx, doctree: nodes.document) -> None:
    """Remember every link of the page that was just read."""
    links = {
        Link(*(node.get(key) or "" for key in ("refdomain", "reftype", "reftarget")))
        for node in doctree.findall(pending_xref)
    }
    if links:
        domain_of(app.env).links[app.env.docname] = links


def grant_names(env: BuildEnvironment) -> None:
    """Make tables and charts known to {ref} and {numref} by the names we gave, where free.

    The same table can stand in several chapters; its name means the first one. An author's
    own label always comes first.
    """
    std = cast("StandardDomain", env.get_domain("std"))
    granted: dict[str, str] = domain_of(env).data["granted"]
    for name, docname in granted.items():
        if std.anonlabels.get(name, ("",))[0] == docname:
            std.labels.pop(name, None)
            std.anonlabels.pop(name, None)
    granted.clear()
    for docname, names in sorted(domain_of(env).names.items()):
        for name, anchor in names.items():
            if name not in std.anonlabels:
                std.labels[name] = (docname, anchor.id, anchor.text)
                std.anonlabels[name] = (docname, anchor.id)
                granted[name] = docname


def write_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Pages that this builder wrote before something they show changed in another page.

    Kept for each output: several share what was read, and what one of them has written says
    nothing of the others.
    """
    now = stamps(env)
    output = f"{app.builder.name} {app.outdir}"
    written: dict[str, dict[str, str]] = domain_of(env).data["written"]
    before = written.get(output, {})
    written[output] = now
    return [docname for docname, stamp in now.items() if before.get(docname) != stamp]


def stamps(env: BuildEnvironment) -> dict[str, str]:
    """For each page a digest of all that its output depends on besides program and settings."""
    titles = [(docname, title.astext()) for docname, title in sorted(env.titles.items())]
    menu = _digest(titles, sorted(env.toctree_includes.items()))
    domain = domain_of(env)
    sources, terms = _sources(env), _terms(env)
    links_of_all = {link for links in domain.links.values() for link in links}
    meanings = {link: _meaning(env, link, sources, terms) for link in links_of_all}
    lists = {key.docname for key in cast("BibtexDomain", env.get_domain("cite")).bibliographies}
    found = {}
    for docname in sorted(env.found_docs):
        links = [(link, meanings[link]) for link in sorted(domain.links.get(docname, ()))]
        numbers = env.toc_secnumbers.get(docname), env.toc_fignumbers.get(docname)
        listed = sorted(sources.items()) if docname in lists else ()
        found[docname] = _digest(menu, env.all_docs.get(docname), links, numbers, listed)
    return found


def _meaning(env: BuildEnvironment, link: Link, sources: dict[str, str], terms: str) -> str:
    """A digest of all that the look and address of a link depend on."""
    if link.domain == "cite" or link.type == "source":
        return _digest(*(sources.get(key.strip()) for key in link.target.split(",")))
    if link.type == "term":
        return terms
    std = cast("StandardDomain", env.get_domain("std"))
    domain = domain_of(env)
    place = std.labels.get(link.target) or std.anonlabels.get(link.target)
    numbers = env.toc_fignumbers.get(place[0]) if place else None
    return _digest(place, numbers, domain.entry_of(link.target), domain.chapter_of(link.target))


def _terms(env: BuildEnvironment) -> str:
    """A digest of where the terms of the glossary are explained."""
    std = cast("StandardDomain", env.get_domain("std"))
    return _digest(sorted(item for item in std.objects.items() if item[0][0] == "term"))


# An entry that is read or labelled anew is formatted anew, and then is another object.
_shown: WeakKeyDictionary[object, str] = WeakKeyDictionary()


def _sources(env: BuildEnvironment) -> dict[str, str]:
    """What pages show of each source: its entry and place, and its label where that is used."""
    cite = cast("BibtexDomain", env.get_domain("cite"))
    labelled = env.config.bibtex_reference_style != "author_year"
    found = {}
    for citation in cite.citations:
        formatted = citation.formatted_entry
        if formatted not in _shown:
            fields = sorted(citation.entry.fields.items())
            _shown[formatted] = _digest(str(formatted.text), fields)
        found[citation.key] = _digest(
            citation.bibliography_key.docname,
            citation.citation_id,
            formatted.label if labelled else "",
            _shown[formatted],
        )
    return found


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
