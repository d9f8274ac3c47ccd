"""Directives for what stands beside the text: plain words, care, downloads."""

from __future__ import annotations

import re

from docutils import nodes

from seminarbook.sphinx_ext.asking import ask
from seminarbook.sphinx_ext.directive import BookDirective
from seminarbook.sphinx_ext.inlines import InlineWriter
from seminarbook.sphinx_ext.nodes import offers
from seminarbook.sphinx_ext.tables import source_line
from seminarbook.views.mentions import HelpPlace
from seminarbook.views.requests import Request


class PlainWords(BookDirective):
    """The chapter in plain words; the text is the author's."""

    def make(self) -> list[nodes.Node]:
        """A box with its title."""
        return [_box("plain-words", "In plain words", self.body())]


class CareNote(BookDirective):
    """A note before hard subjects, with where to find help, which is kept in one file."""

    def make(self) -> list[nodes.Node]:
        """A box with the author's words and the places that help."""
        places: tuple[HelpPlace, ...] = ask(self.env, Request("help"), tuple)
        inside = self.body()
        if places:
            inside.append(nodes.paragraph("", "If you need somebody to talk to:"))
            inside.append(nodes.bullet_list("", *(_place(place, self.write) for place in places)))
            keys = tuple(sorted({key for place in places for key in place.sources}))
            inside += source_line(keys, self.write)
        return [_box("care-note", "Before you read on", inside)]


class Downloads(BookDirective):
    """The files of the book, from the settings."""

    def make(self) -> list[nodes.Node]:
        """A list of links; only a page on the web can offer a file."""
        files = [(item["file"], item["label"]) for item in self.config.seminarbook_downloads]
        return [offers("", files=files, classes=["downloads"])] if files else []


def _box(name: str, title: str, inside: list[nodes.Node]) -> nodes.admonition:
    return nodes.admonition("", nodes.title("", title), *inside, classes=[name])


def _place(place: HelpPlace, write: InlineWriter) -> nodes.list_item:
    """A place that helps: its name, what it offers, and how to reach it."""
    words: list[nodes.Node] = [nodes.strong("", place.name), nodes.Text(": ")]
    words += write.cell(place.what)
    if place.phone:
        number = re.sub(r"[^\d+]", "", place.phone)
        words += [nodes.Text(" "), nodes.reference("", place.phone, refuri=f"tel:{number}")]
    if place.url:
        words += [nodes.Text(" "), nodes.reference("", place.url, refuri=place.url)]
    return nodes.list_item("", nodes.paragraph("", "", *words))
