"""Settings, contents and front matter that are bombs."""

from __future__ import annotations

from pathlib import Path

from tests.campaigns.hostile.case import CHECK, HTML, case

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
)
DEEP = "deep: " + "[" * 100_000 + "]" * 100_000 + "\n"
DEEP_BLOCK = "".join("  " * n + f"k{n}:\n" for n in range(2_000)) + "  " * 2_000 + "x\n"
MERGED = "base: &b {x: 1}\n" + "".join(
    f"m{n}: &m{n} {{<<: [*b, *b], y: {n}}}\n" for n in range(2_000)
)
PREVIEW_FREE = (CHECK, HTML)


def _add(root: Path, name: str, text: str) -> None:
    path = root / name
    path.write_text(path.read_text("utf-8") + text, "utf-8", errors="surrogatepass")


def _front(root: Path, text: str) -> None:
    path = root / "book" / "seminars" / "01-sharing-soil.md"
    path.write_text(f"---\n{text}\n---\n{path.read_text('utf-8')}", encoding="utf-8")


@case(*PREVIEW_FREE, tells="_config.yml.*aliases stand for")
def settings_that_explode(root: Path) -> None:
    _add(root, "_config.yml", BOMB)


@case(*PREVIEW_FREE, tells="_config.yml.*levels deep")
def settings_that_are_deep(root: Path) -> None:
    _add(root, "_config.yml", DEEP)


@case(*PREVIEW_FREE, tells="_config.yml.*levels deep")
def settings_that_are_deep_line_by_line(root: Path) -> None:
    _add(root, "_config.yml", DEEP_BLOCK)


@case(*PREVIEW_FREE)
def settings_that_are_merged(root: Path) -> None:
    _add(root, "_config.yml", MERGED)


@case(*PREVIEW_FREE, long=True)
def settings_with_a_value_of_ten_megabytes(root: Path) -> None:
    _add(root, "_config.yml", f"huge: {'x' * 10_000_000}\n")


@case(*PREVIEW_FREE, tells="_config.yml.*larger than", long=True)
def settings_of_forty_megabytes(root: Path) -> None:
    _add(root, "_config.yml", "# x\n" * 10_000_000)


@case(*PREVIEW_FREE, long=True)
def settings_with_very_many_keys(root: Path) -> None:
    _add(root, "_config.yml", "".join(f"k{n}: v\n" for n in range(90_000)))


@case(*PREVIEW_FREE, tells="_config.yml")
def settings_that_are_none(root: Path) -> None:
    (root / "_config.yml").write_bytes(b"\0\xff\xfe" * 100)


@case(*PREVIEW_FREE, tells="must be a text")
def settings_of_the_wrong_kind(root: Path) -> None:
    path = root / "_config.yml"
    text = path.read_text("utf-8").replace("title: ", "title: [a, b] # ")
    path.write_text(text.replace("author: ", "author: {x: 1} # "), encoding="utf-8")


@case(*PREVIEW_FREE)
def settings_that_name_other_files(root: Path) -> None:
    path = root / "_config.yml"
    text = path.read_text("utf-8").replace("[book/references.bib]", "[../../../../etc/passwd]")
    path.write_text(text + "exclude_patterns: ['/**']\n", encoding="utf-8")


@case(*PREVIEW_FREE)
def settings_with_a_title_without_end(root: Path) -> None:
    path = root / "_config.yml"
    title = 'title: "<script>alert(1)</script> \\u202e {{x}} ' + "long " * 2_000 + '"\nold: '
    path.write_text(path.read_text("utf-8").replace("title: ", title), encoding="utf-8")


@case(*PREVIEW_FREE, tells="_toc.yml.*aliases stand for")
def contents_that_explode(root: Path) -> None:
    _add(root, "_toc.yml", BOMB)


@case(*PREVIEW_FREE, tells="_toc.yml.*levels deep")
def contents_that_are_deep(root: Path) -> None:
    _add(root, "_toc.yml", DEEP)


@case(*PREVIEW_FREE, long=True)
def contents_with_very_many_chapters(root: Path) -> None:
    _add(root, "_toc.yml", "".join(f"      - file: book/none-{n}\n" for n in range(20_000)))


@case(*PREVIEW_FREE)
def contents_that_lead_out(root: Path) -> None:
    (root.parent / "secret.md").write_text("# Secret\n\nNobody else.\n", encoding="utf-8")
    _add(
        root,
        "_toc.yml",
        "      - file: ../secret\n      - file: /etc/passwd\n      - file: 'book/..\\..\\x'\n",
    )


@case(*PREVIEW_FREE)
def contents_of_the_wrong_kind(root: Path) -> None:
    (root / "_toc.yml").write_text("root: [a]\nparts: {x: 1}\nchapters: 3\n", encoding="utf-8")


@case(*PREVIEW_FREE)
def contents_that_go_round(root: Path) -> None:
    (root / "_toc.yml").write_text(
        "format: jb-book\nroot: book/index\nchapters:\n- file: book/index\n- file: book/reference/data\n"
        "  sections:\n  - file: book/reference/data\n  - file: book/index\n", encoding="utf-8")  # fmt: skip


@case(*PREVIEW_FREE)
def contents_that_take_every_file(root: Path) -> None:
    (root / "_toc.yml").write_text(
        "format: jb-book\nroot: book/index\nchapters:\n- glob: '**/*'\n- glob: '../../**'\n- url: 'javascript:alert(1)'\n",
        encoding="utf-8",
    )


@case(*PREVIEW_FREE, tells="front matter.*aliases stand for")
def front_matter_that_explodes(root: Path) -> None:
    _front(root, BOMB)


@case(*PREVIEW_FREE, tells="front matter.*levels deep")
def front_matter_that_is_deep(root: Path) -> None:
    _front(root, DEEP)


@case(*PREVIEW_FREE, long=True)
def front_matter_of_megabytes(root: Path) -> None:
    _front(root, f"description: {'x' * 3_000_000}\nkeywords: [{'x, ' * 50_000}]\n")


@case(*PREVIEW_FREE)
def front_matter_of_every_kind(root: Path) -> None:
    _front(root, "orphan: [1]\ntocdepth: x\nhtml_theme: 1\nmyst: {substitutions: {x: '{{x}}'}, html_meta: [1]}\n"
           "jupytext: {x: 1}\nkernelspec: 3\nmystnb: {execution_mode: force}\n1: 2\n? [a]\n: b\n")  # fmt: skip


@case(*PREVIEW_FREE, long=True)
def front_matter_that_never_ends(root: Path) -> None:
    path = root / "book" / "seminars" / "01-sharing-soil.md"
    path.write_text("---\n" + "a: b\n" * 200_000 + path.read_text("utf-8"), encoding="utf-8")
