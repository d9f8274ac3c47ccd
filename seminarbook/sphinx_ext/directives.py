"""Tables and charts by their names, and the list of all directives."""

from __future__ import annotations

from dataclasses import replace

from docutils import nodes

from seminarbook.sphinx_ext.asides import CareNote, Downloads, PlainWords
from seminarbook.sphinx_ext.asking import ask
from seminarbook.sphinx_ext.charts import chart_block
from seminarbook.sphinx_ext.directive import BookDirective
from seminarbook.sphinx_ext.reference import (
    DataDictionary,
    PeopleIndex,
    SeminarCard,
    SeminarCards,
    SourceList,
)
from seminarbook.sphinx_ext.scholarly.cite import CiteThis
from seminarbook.sphinx_ext.tables import table_block
from seminarbook.views.requests import Request
from seminarbook.views.values import Chart, Table


class _View(BookDirective):
    """A table or a chart, named by its seminar and its own name: ``s6-programme``."""

    @property
    def own_name(self) -> str:
        """The name by which pages refer to it."""
        return f"{self.options.get('seminar') or 'series'}-{''.join(self.arguments[:1]).strip()}"


class DataTable(_View):
    """A table by its name: ``{data-table} programme`` with ``:seminar: s6``."""

    def make(self) -> list[nodes.Node]:
        """The table, numbered, with its sources below."""
        seminar = self.options.get("seminar", "")
        table = ask(self.env, Request("table", self.subject, seminar), Table)
        table = replace(table, caption=self.options.get("caption") or table.caption)
        block, named = table_block(table, self.write)
        self.give_name(named, self.own_name, table.caption)
        return [block]


class DataChart(_View):
    """A chart by its name: ``{data-chart} roles`` with ``:seminar: s6``."""

    def make(self) -> list[nodes.Node]:
        """The chart, numbered, with its finding, its sources and its numbers."""
        seminar = self.options.get("seminar", "")
        chart = ask(self.env, Request("chart", self.subject, seminar), Chart)
        chart = replace(
            chart,
            title=self.options.get("caption") or chart.title,
            finding=self.options.get("finding") or chart.finding,
            description=self.options.get("alt") or chart.description,
        )
        block, named = chart_block(chart, self.write)
        self.give_name(named, self.own_name, chart.title)
        return [block]


DIRECTIVES: dict[str, type[BookDirective]] = {
    "care-note": CareNote,
    "cite-this": CiteThis,
    "data-chart": DataChart,
    "data-dictionary": DataDictionary,
    "data-table": DataTable,
    "downloads": Downloads,
    "people-index": PeopleIndex,
    "plain-words": PlainWords,
    "seminar-card": SeminarCard,
    "seminar-cards": SeminarCards,
    "source-list": SourceList,
}
