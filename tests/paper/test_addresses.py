"""A note gives an address only where the text does not."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from seminarbook.sphinx_ext.paper.fragments import shows_address


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://example.org/bees/", "example.org/bees"),
        ("https://www.example.org/bees", "https://example.org/bees"),
        ("https://doi.org/10.1108/AB-1", "doi:10.1108/AB-1"),
        ("mailto:ada@example.org", "ada@example.org"),
        ("tel:116123", "116 123"),
    ],
)
def test_words_that_are_the_address(address: str, words: str) -> None:
    link = ElementTree.Element("a", {"href": address})
    link.text = words
    assert shows_address(link)


@pytest.mark.parametrize("words", ["bees", "example.org", "https://example.org/bee"])
def test_words_that_are_not(words: str) -> None:
    link = ElementTree.Element("a", {"href": "https://example.org/bees"})
    link.text = words
    assert not shows_address(link)
