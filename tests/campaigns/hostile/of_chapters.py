"""Chapters that are huge, deep, or made to be slow."""

from __future__ import annotations

from pathlib import Path

from tests.campaigns.hostile.case import CHECK, HTML, WHOLE, case, chapter

MEGABYTE = 1_000_000
SENTENCE = "People came with spades, and {person}`ada-quillfeather` spoke of *soil* and [gates](../index.md). "


@case(CHECK, HTML, tells="500,000 characters", long=True)
def prose_of_five_megabytes(root: Path) -> None:
    chapter(root, (SENTENCE * 5 + "\n\n") * (5 * MEGABYTE // (5 * len(SENTENCE))))


@case(CHECK, long=True)
def a_paragraph_of_a_megabyte(root: Path) -> None:
    chapter(root, (SENTENCE + "\n") * (MEGABYTE // len(SENTENCE)))


@case(CHECK, long=True)
def a_line_of_a_megabyte(root: Path) -> None:
    chapter(root, SENTENCE * (MEGABYTE // len(SENTENCE)))


@case(CHECK, long=True)
def a_word_of_five_megabytes(root: Path) -> None:
    chapter(root, "x" * (5 * MEGABYTE))


@case(CHECK, HTML)
def quotations_within_quotations(root: Path) -> None:
    chapter(root, "> " * 5_000 + "deep")


@case(CHECK, HTML)
def lists_within_lists(root: Path) -> None:
    chapter(root, "".join("  " * n + "- deep\n" for n in range(400)))
    chapter(root, "- " * 3_000 + "deep")


@case(CHECK, HTML)
def boxes_within_boxes(root: Path) -> None:
    depth = 150
    chapter(root, "".join(":" * (depth + 3 - n) + "{note}\n" for n in range(depth)) + "deep\n"
            + "".join(":" * (n + 4) + "\n" for n in range(depth)))  # fmt: skip


@case(CHECK, HTML)
def brackets_that_never_close(root: Path) -> None:
    chapter(root, "[" * 20_000)
    chapter(root, "![" * 20_000)
    chapter(root, "[a](" * 20_000)
    chapter(root, "[a][" * 10_000 + "]")


@case(CHECK, HTML)
def stars_without_end(root: Path) -> None:
    chapter(root, "*a **a " * 10_000)
    chapter(root, "*" * 20_000 + "a" + "_" * 20_000)
    chapter(root, "**a*" * 10_000)


@case(CHECK, HTML)
def backticks_of_every_length(root: Path) -> None:
    chapter(root, " ".join("`" * n for n in range(1, 1_500)))
    chapter(root, "{x}`" * 10_000)


@case(CHECK, tells="zero width space")
def letters_that_nobody_sees_without_end(root: Path) -> None:
    chapter(root, "\u200b" * 490_000)


@case(CHECK, HTML)
def entities_and_angles(root: Path) -> None:
    chapter(
        root,
        "&" * 50_000 + "<" * 50_000 + "<a " * 10_000 + "<!--" * 10_000 + "&#0;&#x110000;&#xd800;",
    )
    chapter(root, "<?" * 10_000 + "<![CDATA[" * 10_000)


@case(CHECK, HTML, tells="3,001 columns", long=True)
def a_table_of_many_columns(root: Path) -> None:
    chapter(
        root, "|" + "a|" * 3_000 + "\n|" + "-|" * 3_000 + "\n" + ("|" + "b|" * 3_000 + "\n") * 5
    )


@case(CHECK, HTML, tells="3,001 columns", long=True)
def a_table_that_fills_itself(root: Path) -> None:
    # A short row is filled up to the width of the head: few bytes, very many cells.
    chapter(root, "|" + "a|" * 3_000 + "\n|" + "-|" * 3_000 + "\n" + "|b|\n" * 3_000)


@case(CHECK, HTML, long=True)
def headings_by_the_thousand(root: Path) -> None:
    chapter(root, "".join(f"## Heading {n}\n\n(label-{n})=\n\nWords.\n\n" for n in range(3_000)))


@case(CHECK, HTML, long=True)
def definitions_by_the_thousand(root: Path) -> None:
    chapter(root, "".join(f"[r{n}]: https://example.org/{n}\n" for n in range(20_000)))
    chapter(root, "".join(f"[^n{n}]: Note {n}.\n\n" for n in range(2_000)))


@case(CHECK, HTML, long=True)
def roles_that_name_nothing(root: Path) -> None:
    chapter(
        root,
        "".join(
            f"{{person}}`nobody-{n}` {{figure}}`none-{n}` {{ref}}`no-{n}` {{term}}`no {n}`\n\n"
            for n in range(2_000)
        ),
    )


@case(CHECK, HTML, long=True)
def roles_of_no_kind(root: Path) -> None:
    chapter(root, "".join(f"{{kind-{n}}}`x` " for n in range(2_000)))
    chapter(root, "".join(f":::{{box-{n}}}\n:::\n\n" for n in range(2_000)))


@case(CHECK, HTML, long=True)
def one_directive_a_thousand_times(root: Path) -> None:
    chapter(
        root,
        ":::{data-table} people\n:::\n\n:::{data-table} takeaways\n:seminar: s1\n:::\n\n" * 300,
    )


@case(CHECK, HTML)
def options_that_are_paths(root: Path) -> None:
    for target in (
        "../../../../etc/passwd",
        "/etc/passwd",
        "..\\..\\x",
        "file:///etc/passwd",
        "%2e%2e/%2e%2e/etc/passwd",
        "a\0b",
    ):
        chapter(root, f"![A picture]({target})\n\n{{download}}`x <{target}>`\n\n[x]({target})\n\n"
                f":::{{figure}} {target}\n:::\n\n```{{include}} {target}\n```\n\n```{{literalinclude}} {target}\n```")  # fmt: skip
        chapter(
            root,
            f":::{{data-table}} takeaways\n:seminar: {target}\n:name: {target}\n:caption: {target}\n:::",
        )


@case(CHECK, HTML)
def options_without_end(root: Path) -> None:
    chapter(root, ":::{data-table} takeaways\n" + ":seminar: s1\n" * 5_000 + ":::")
    chapter(
        root, ":::{data-chart} attendance\n:seminar: s1\n:caption: " + "word " * 20_000 + "\n:::"
    )


@case(CHECK, WHOLE, long=True)
def letters_of_every_kind_in_a_chapter(root: Path) -> None:
    letters = (
        "Ọlọ́run क्षेत्र ❤️ 1️⃣ 👩‍👩‍👧 🇬🇧 Z̸̧͓a̵l̶g̷o̵ مُحَمَّد שלום \u0378 \ue000 \U0010fffd ﷽ a\u2060b c\u00add"
    )
    chapter(
        root,
        f"## {letters}\n\n{letters} *{letters}* `{letters}`\n\n:::{{note}}\n{letters}\n:::\n\n| {letters} |\n|---|\n| {letters} |",
    )


@case(CHECK, WHOLE, long=True)
def letters_that_no_page_holds(root: Path) -> None:
    path = root / "book" / "seminars" / "01-sharing-soil.md"
    odd = b"a\0b \x1b[31m c\x08 \x7f \xc2\x85 \xe2\x80\xa8 \xe2\x80\xae \xef\xbf\xbf \xef\xb7\x90 d"
    path.write_bytes(
        path.read_bytes()
        + b"\n\n## "
        + odd
        + b"\n\n"
        + odd
        + b" *"
        + odd
        + b"*\n\n`"
        + odd
        + b"`\n"
    )


@case(CHECK, HTML, tells="not UTF-8")
def a_chapter_that_is_no_text(root: Path) -> None:
    (root / "book" / "seminars" / "01-sharing-soil.md").write_bytes(bytes(range(256)) * 400)


@case(CHECK, HTML)
def a_chapter_of_nothing(root: Path) -> None:
    (root / "book" / "seminars" / "01-sharing-soil.md").write_bytes(b"")
    (root / "book" / "seminars" / "02-hedges-and-paths.md").write_bytes(b"\xef\xbb\xbf")
    (root / "book" / "seminars" / "03-harvest.md").write_bytes(b"\n" * 100_000)


@case(CHECK, HTML)
def mathematics_that_never_ends(root: Path) -> None:
    chapter(root, "$" * 20_001 + "\\" * 20_000 + "{" * 20_000 + "^" * 20_000)


@case(CHECK, HTML, long=True)
def glossary_without_end(root: Path) -> None:
    chapter(
        root,
        ":::{glossary}\n"
        + "".join(f"term {n}\n: Meaning of {n}.\n\n" for n in range(3_000))
        + ":::",
    )


@case(CHECK, HTML)
def code_cells_that_would_run(root: Path) -> None:
    chapter(
        root,
        "```{code-cell} python\nopen('/tmp/hostile-was-here', 'w')\n```\n\n{eval}`1`\n\n```{eval-rst}\n.. include:: /etc/passwd\n```",
    )
