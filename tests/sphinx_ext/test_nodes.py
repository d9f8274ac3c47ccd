"""Values → nodes, each beside its expected tree. Everything in a value is text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from docutils import nodes
from pytest_regressions.file_regression import FileRegressionFixture
from sphinx.util.docutils import new_document

from seminarbook.model.quantity import NOT_RECORDED, Quantity
from seminarbook.sphinx_ext.cards import card_block, card_grid
from seminarbook.sphinx_ext.charts import chart_block
from seminarbook.sphinx_ext.inlines import InlineWriter
from seminarbook.sphinx_ext.people import people_block
from seminarbook.sphinx_ext.tables import table_block
from seminarbook.views.values import (
    Card,
    Chart,
    Citation,
    Column,
    Mark,
    PersonEntry,
    PersonLink,
    PersonList,
    RangeBar,
    RangeChart,
    SeminarLink,
    Table,
    WebLink,
)
from tests.sphinx_ext.conftest import Book

HOSTILE = "<script>alert(1)</script> **bold** `code` {person}`x` {{ x }} $x$ \\(y\\) [a](b) | |"

TABLE = Table(
    name="sample",
    caption="A sample of everything",
    columns=(
        Column("who", "Who", header=True),
        Column("what", "What"),
        Column("count", "How many", numeric=True),
    ),
    rows=(
        (
            (PersonLink("ada-quillfeather", "Ada Quillfeather"), " and ", SeminarLink("s1", "one")),
            (WebLink("https://example.org/a?b=c&d", "a page"), Mark("announced", "announced only")),
            ("12",),
        ),
        ((HOSTILE,), (Citation(("garden-blog", "hedge-report")),), (Citation(("nowhere",)),)),
        ((), ("",), (Mark("not-recorded", "not recorded"),)),
    ),
    sources=("garden-blog",),
)
EMPTY = Table("none", "Nothing", TABLE.columns, (), empty="Nobody counted.")
CHART = Chart(
    name="came",
    title="Who came",
    finding="More came each time.",
    description="A bar for each seminar.",
    drawing=RangeChart(
        (RangeBar("One", Quantity("about", Decimal(3))), RangeBar("Two", NOT_RECORDED)), "people"
    ),
    table=TABLE,
    sources=("garden-blog", "hedge-report"),
)
CARD = Card(
    seminar="s1",
    title="Seminar 1: Soil",
    facts=(("Date", ("4 March 2031",)), ("Place", (Mark("not-found", "not found"),))),
    sources=("garden-notes",),
)
PEOPLE = PersonList(
    (
        PersonEntry(
            "ada-quillfeather",
            "Ada Quillfeather",
            "Quillfeather, Ada",
            ((SeminarLink("s1", "seminar 1"), ": spoke"), ("wrote a post",)),
            ("garden-notes",),
        ),
        PersonEntry("choir", HOSTILE, HOSTILE, ()),
    )
)


@pytest.fixture
def write(book: Book) -> Iterator[InlineWriter]:
    """A writer into a page that holds nothing."""
    book.write()
    with book.app("dummy") as app:
        app.env.temp_data["docname"] = "index"
        document = new_document("index.md")
        document.settings.env = app.env
        yield InlineWriter(app.env, document, 7)


def tree(*found: nodes.Node) -> str:
    """The nodes as text; a chart by its name only, since its value has tests of its own."""
    for node in found:
        for inner in node.findall(lambda inner: isinstance(inner, nodes.Element)):
            if "chart" in getattr(inner, "attributes", {}):
                inner["chart"] = inner["chart"].name
    return "".join(node.pformat() for node in found)


def test_a_table(write: InlineWriter, file_regression: FileRegressionFixture) -> None:
    file_regression.check(tree(table_block(TABLE, write)[0]))


def test_a_table_without_rows(write: InlineWriter, file_regression: FileRegressionFixture) -> None:
    file_regression.check(tree(table_block(EMPTY, write)[0]))


def test_a_chart(write: InlineWriter, file_regression: FileRegressionFixture) -> None:
    file_regression.check(tree(chart_block(CHART, write)[0]))


def test_a_card(write: InlineWriter, file_regression: FileRegressionFixture) -> None:
    file_regression.check(tree(card_block(CARD, write)))


def test_the_cards(write: InlineWriter, file_regression: FileRegressionFixture) -> None:
    file_regression.check(tree(card_grid((CARD, CARD), write)))


def test_the_index_of_people(write: InlineWriter, file_regression: FileRegressionFixture) -> None:
    file_regression.check(tree(people_block(PEOPLE, write)))


def test_text_of_the_data_stays_text(write: InlineWriter) -> None:
    block, _ = table_block(TABLE, write)
    assert HOSTILE in block.astext()
    assert not list(block.findall(nodes.raw))
    assert not list(block.findall(nodes.strong))
