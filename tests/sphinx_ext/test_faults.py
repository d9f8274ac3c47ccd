"""What an author is told of a slip, and where."""

from __future__ import annotations

import pytest

from seminarbook.problems import FAULTS
from tests.sphinx_ext.conftest import Book

PAGE = """# A page

:::{data-tabel} programme
:::

:::{data-table} programm
:seminar: s1
:::

:::{data-table} roles
:::

:::{data-chart} attendance
:semniar: s1
:caption:
:::

::::{note}
A paragraph.

:::{data-table} programme
:seminar: s9
:::
::::

:::{data-table}
:::

:::{seminar-card} s4
:::

:::{seminar-cards} s1
:::

:::{people-index}
A stray line.
:::

:::{data-table} conflicts
:sort: date
:::

A paragraph of three lines with
nothing wrong in the first, and {person}`Cleo <cleo-nightjer>` and
{seminar}`s8` in the others, {figure}`s1-bed` and {figure}`forty <s3-turnips>`.

{persn}`cleo-nightjar`
"""

REPORT = """\
page.md:3: WARNING: Unknown directive type: 'data-tabel' [myst.directive_unknown]
page.md:6: WARNING: There is no table “programm”, only: attendance, conflicts, figures, gaps, \
participants, posts, presence, programme, records, takeaways, themes, timeline. Did you mean \
“programme”? [seminarbook.unknown-view]
page.md:10: WARNING: There is no table “roles”, only: attendance, conflicts, figures, gaps, \
participants, posts, presence, programme, records, takeaways, themes, timeline. There is a chart \
of that name: write {data-chart}. [seminarbook.unknown-view]
page.md:14: WARNING: {data-chart} has no option “semniar”. Did you mean “seminar”? Allowed: \
seminar, name, caption, finding, alt. [seminarbook.unknown-option]
page.md:15: WARNING: The option “caption” has no value. Add one, or remove it. \
[seminarbook.option-empty]
page.md:21: WARNING: No row of data/seminars.csv has the id “s9”. There are: s1, s2, s3. \
[seminarbook.unknown-id]
page.md:26: WARNING: {data-table} does not say what to show. Write the name of a table behind it. \
[seminarbook.directive-argument]
page.md:29: WARNING: No row of data/seminars.csv has the id “s4”. There are: s1, s2, s3. \
[seminarbook.unknown-id]
page.md:32: WARNING: {seminar-cards} cannot use “s1”. Remove it. [seminarbook.directive-argument]
page.md:35: WARNING: {people-index} does not show the text inside it. Move it below. \
[seminarbook.directive-body]
page.md:40: WARNING: {data-table} has no option “sort”. Allowed: seminar, name, caption. \
[seminarbook.unknown-option]
page.md:44: WARNING: No row of data/people.csv has the id “cleo-nightjer”. Did you mean \
“cleo-nightjar”? [seminarbook.unknown-id]
page.md:45: WARNING: No row of data/seminars.csv has the id “s8”. There are: s1, s2, s3. \
[seminarbook.unknown-id]
page.md:45: WARNING: No row of data/figures.csv or data/attendance.csv has the id “s1-bed”. Did \
you mean “s1-beds”? [seminarbook.unknown-id]
page.md:45: WARNING: A figure is shown in its own words, not as “forty”. Write the id alone. \
[seminarbook.figure-words]
page.md:47: WARNING: Unknown interpreted text role "persn". [myst.role_unknown]
"""


def test_every_slip_is_reported_at_its_line_with_the_nearest_that_is_right(book: Book) -> None:
    book.write(page=PAGE, references="# References\n\n:::{source-list}\n:::\n")
    built = book.build()
    # docutils, which repeats what MyST says, adds its own kind at the end of the line.
    said = [line.removesuffix(" [docutils]") for line in built.warnings]
    found = [line for line in said if line.startswith("page.md:")]
    assert "\n".join(found) + "\n" == REPORT


def test_a_reader_sees_a_notice_and_no_system_message(book: Book) -> None:
    book.write(
        page="# A page\n\n:::{data-table} programm\n:::\n\nBy {person}`nobody`.\n",
    )
    page = book.build().page("page")
    assert 'class="problem admonition"' in page
    assert "There is no table “programm”" in page
    assert '<span class="problem">[missing: nobody]</span>' in page
    assert "system-message" not in page


def test_a_slip_is_reported_again_until_it_is_put_right(book: Book) -> None:
    book.write(page="# A page\n\nBy {person}`cleo`.\n", other="# Another\n")
    said = ["page.md:3: WARNING: No row of data/people.csv has the id “cleo”."]
    for _ in range(2):
        built = book.build()
        assert [line[: len(said[0])] for line in built.warnings] == said
    assert built.read == {"page"}
    book.write(page="# A page\n\nBy {person}`cleo-nightjar`.\n")
    assert book.build().warnings == []
    assert book.build().read == set()


def test_a_page_is_right_once_the_missing_row_is_there(book: Book) -> None:
    book.write(page="# A page\n\nThere were {figure}`s1-bees`.\n")
    assert "s1-bees" in book.build().warnings[0]
    book.change("figures", "s1-worms,", "s1-bees,70,,about,bees,bees,,s1,the report,,"
                "garden-notes,page 3,\ns1-worms,")  # fmt: skip
    built = book.build()
    assert built.warnings == []
    assert "about 70" in built.page("page")


def test_a_fault_of_the_data_is_told_once_and_shown_wherever_it_hurts(book: Book) -> None:
    programme = ":::{data-table} programme\n:seminar: s1\n:::\n\n"
    book.write(
        page=f"# A page\n\n{programme}:::{{data-table}} gaps\n:::\n\n{{figure}}`s1-beds`\n",
        named=f"# Named\n\n{programme.replace('s1', 's2')}"
        ":::{data-table} programme\n:seminar: s3\n:name: third-day\n:::\n\n"
        "See {numref}`s1-programme` and {numref}`third-day`.\n",
        references="# References\n\n:::{source-list}\n:::\n",
    )
    assert book.build().warnings == []
    book.change("talks", "10:00", "ten")
    for _ in range(2):  # also by a build that finds nothing else to do
        built = book.build()
        (told,) = built.warnings
        assert told.startswith("data/talks.csv:3: WARNING: column “start”: ")
        assert told.endswith("[seminarbook.clock-form]")
    notice = "This cannot be shown: data/talks.csv has faults."
    assert built.page("page").count(notice) == 1
    assert built.page("named").count(notice) == 2
    assert "1234" in built.page("page"), "what rests on other files is shown"
    book.change("talks", "ten", "10:00")
    built = book.build()
    assert built.warnings == []
    assert notice not in built.page("page") + built.page("named")


def test_a_reference_to_a_table_that_nobody_made_is_told(book: Book) -> None:
    book.change("talks", "10:00", "ten")
    book.write(page="# A page\n\nSee {numref}`s1-programme`.\n")
    assert [line.split(":")[0] for line in book.build().warnings] == ["data/talks.csv", "page.md"]


def test_advice_about_the_data_does_not_stop_a_build(book: Book) -> None:
    book.change("talks", ",Lunch,", ", Lunch,")
    book.write(page="# A page\n")
    assert book.build().warnings == []


def test_two_indexes_of_people_are_reported(book: Book) -> None:
    index = "# People\n\n:::{people-index}\n:::\n"
    book.write(one=index, two=index, references="# References\n\n:::{source-list}\n:::\n")
    assert book.build().warnings == [
        "two.md:3: WARNING: The index of people stands in “one” already. Remove one of the two. "
        "[seminarbook.people-index-twice]"
    ]


@pytest.mark.parametrize(
    "code", ["unknown-view", "unknown-id", "wrong-scope", "unknown-option", "faulty-data"]
)
def test_every_code_has_an_explanation(code: str) -> None:
    import seminarbook.checks.run  # noqa: F401  (its rules declare most of the codes)

    assert FAULTS[code].why
