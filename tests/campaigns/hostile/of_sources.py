"""Bibliographies that are deep, huge, or name themselves."""

from __future__ import annotations

from pathlib import Path

from tests.campaigns.hostile.case import CHECK, HTML, case


def _add(root: Path, text: str) -> None:
    path = root / "book" / "references.bib"
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8", errors="surrogatepass")


@case(CHECK, HTML)
def braces_a_hundred_thousand_deep(root: Path) -> None:
    _add(root, "@misc{deep, title = " + "{" * 100_000 + "x" + "}" * 100_000 + "}")


@case(CHECK, HTML)
def braces_that_never_close(root: Path) -> None:
    _add(root, "@misc{open, title = " + "{" * 100_000)


@case(CHECK, HTML)
def strings_that_name_themselves(root: Path) -> None:
    doubled = "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 40))
    _add(
        root,
        '@string{s0 = "xxxxxxxxxx"}\n'
        + doubled
        + "@misc{bomb, title = s39}\n@string{me = me # me}",
    )


@case(CHECK, HTML, long=True)
def fields_of_a_megabyte(root: Path) -> None:
    _add(
        root,
        "@misc{big, title = {"
        + "word " * 200_000
        + "}, author = {"
        + "A, B and " * 50_000
        + "C, D}, note = {x}, year = {2031}}",
    )


@case(CHECK, HTML, long=True)
def entries_twenty_thousand(root: Path) -> None:
    _add(
        root,
        "".join(
            f"@misc{{k{n}, title = {{Title {n}}}, author = {{A, B}}, year = {{2031}}}}\n"
            for n in range(20_000)
        ),
    )


@case(CHECK, HTML)
def entries_with_one_key(root: Path) -> None:
    _add(root, "@misc{same, title = {x}}\n" * 5_000)


@case(CHECK, HTML)
def fields_that_are_hostile(root: Path) -> None:
    _add(root, '@misc{bad, title = {<script>alert(1)</script> \\input{/etc/passwd} $\\frac{1}{0}$ \\write18{ls} %\n #}, '
         'url = {javascript:alert(1)}, author = {\u202eBad, \\"{o}}, year = {9999999999999}, month = nomonth, doi = {"><img src=x>}}')  # fmt: skip


@case(CHECK, HTML)
def signs_without_end(root: Path) -> None:
    _add(root, "@" * 100_000 + "@misc" * 20_000 + "@misc{" * 5_000)


@case(CHECK, HTML)
def quotes_and_commas(root: Path) -> None:
    _add(
        root,
        '@misc{q, title = "'
        + '{"}' * 20_000
        + '", '
        + "a = b # " * 5_000
        + '"x"'
        + "," * 50_000
        + "}",
    )


@case(CHECK, HTML)
def a_person_of_many_commas(root: Path) -> None:
    _add(
        root,
        "@misc{who, title = {x}, author = {a, b, c, d, e, f and , , , and and and {and} and "
        + "x " * 5_000
        + "}, year = {y}}",
    )


@case(CHECK, HTML)
def no_bibliography(root: Path) -> None:
    (root / "book" / "references.bib").write_bytes(b"")
