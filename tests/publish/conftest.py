"""The toy book as a web site, built once, with an edition, a redirect and a hostile title."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import build
from copies import TOY, copy_of

ADDRESS = "https://example.org/toy/"
CHAPTER = "book/seminars/03-harvest"
TITLE = 'Seminar 3: Harvest </script><!-- "quoted" & co'
_SETTINGS = """\
    seminarbook_edition: "2031-04-05"
    seminarbook_doi: 10.5281/zenodo.1234567
    seminarbook_file_name: gardens
    seminarbook_keywords: [gardens, "</script>"]
    seminarbook_licence: CC BY 4.0
    seminarbook_licence_address: https://creativecommons.org/licenses/by/4.0/
    seminarbook_redirects:
      book/seminars/03-turnips.html: book/seminars/03-harvest.html
"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    root = copy_of(TOY, tmp_path_factory.mktemp("publish") / "toy")
    config = root / "_config.yml"
    config.write_text(config.read_text("utf-8") + _SETTINGS, "utf-8")
    chapter = root / f"{CHAPTER}.md"
    text = chapter.read_text("utf-8").replace(
        "# Seminar 3: Harvest", '# Seminar 3: Harvest `</script><!-- "quoted"` & co', 1
    )
    chapter.write_text(text, "utf-8")
    changes = "# What changed\n\n## 2031-05\n\n- A chapter more.\n"
    (root / "CHANGELOG.md").write_text(changes, "utf-8")
    out, warnings = build(root)
    assert warnings == ()
    return out
