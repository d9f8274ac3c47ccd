"""Suggestions for a name that is not known."""

from __future__ import annotations

import time

from seminarbook.model.suggestions import Suggestions, kebab


def test_a_name_becomes_an_id() -> None:
    assert kebab("  Éloïse O’Hara-Śmith ") == kebab("ELOISE O'HARA SMITH") == "eloise-ohara-smith"
    assert kebab("???") == ""
    assert len(kebab("a-" * 100)) <= 80


def test_the_nearest_name_is_offered() -> None:
    suggestions = Suggestions(f"name-{number}" for number in range(20))
    assert suggestions.advice("nmae-7", "Add it.") == "Did you mean “name-7”?"
    assert suggestions.advice("zzz", "Add it.") == "Add it."


def test_a_few_names_are_all_offered() -> None:
    assert Suggestions(["b", "a"]).advice("zzz", "Add it.") == "It can be: a, b."
    assert Suggestions([]).advice("zzz", "Add it.") == "Add it."


def test_a_thousand_wrong_names_cost_little() -> None:
    suggestions = Suggestions(f"name-{number}" for number in range(1_000))
    began = time.process_time()
    for number in range(5_000):
        suggestions.best(f"wrong-{number}")
    assert time.process_time() - began < 3


def test_among_very_many_names_another_spelling_is_still_found() -> None:
    suggestions = Suggestions(f"name-{number}" for number in range(50_000))
    assert suggestions.best("Name 49999") == "name-49999"
