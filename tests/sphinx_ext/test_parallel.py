"""Pages read and written in several processes are the same as in one."""

from __future__ import annotations

from pathlib import Path

from tests.sphinx_ext.conftest import Book


def pages(out: Path) -> dict[str, bytes]:
    """Every page, by its name."""
    return {path.stem: path.read_bytes() for path in sorted(out.glob("*.html"))}


def test_two_processes_make_the_same_book(book: Book) -> None:
    many = {
        f"page{number}": f"# Page {number}\n\n:::{{data-chart}} attendance\n:seminar: s{number % 3 + 1}\n"
        ":::\n\n:::{data-table} programme\n:::\n\n{person}`ada-quillfeather` {figure}`s1-beds`, "
        "{numref}`series-programme`\n"
        for number in range(8)
    }
    book.write(
        **many,
        people="# People\n\n:::{people-index}\n:::\n",
        references="# References\n\n:::{source-list}\n:::\n",
        slip="# Slip\n\n{person}`nobody`\n",
    )
    alone = book.build()
    expected = pages(alone.out)
    for path in (book.root / "_build").rglob("*"):
        if path.is_file():
            path.unlink()
    together = book.build(jobs=2)
    assert sorted(together.warnings) == sorted(alone.warnings)
    assert pages(together.out) == expected

    with book.app() as app:
        domain = app.env.get_domain("seminarbook")
        assert set(domain.uses) == {*many, "people", "slip", "index"}
        assert domain.troubled == {"slip"}
        assert set(domain.people) == {"people"}
        assert set(domain.names) == set(many)

    book.change("figures", "s1-beds,1234", "s1-beds,1235")
    again = book.build(jobs=2)
    assert again.read == {*many, "slip"}
    assert "1235" in again.page("page7")
    book.change("figures", "s1-beds,1235", "s1-beds,1234")
    assert pages(book.build(jobs=2).out) == expected


def test_the_parts_of_a_page_leave_with_it(book: Book) -> None:
    names = [f"page{number}" for number in range(8)]
    book.write(**dict.fromkeys(names, "# Page\n\n:::{data-table} programme\n:::\n"))
    book.build(jobs=2)
    for name in names[:4]:
        (book.root / f"{name}.md").unlink()
    book.write()
    book.build(jobs=2)
    with book.app() as app:
        domain = app.env.get_domain("seminarbook")
        assert set(domain.uses) == {*names[4:], "index"}
        assert domain.data["granted"] == {"series-programme": "page4"}
