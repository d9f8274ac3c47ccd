"""The words that a column of words may hold; roles, which have a meaning to explain, are data."""

from __future__ import annotations

from typing import Literal

Status = Literal["reported", "announced", "probable"]
TalkKind = Literal[
    "opening",
    "keynote",
    "talk",
    "round table",
    "film interview",
    "poem",
    "discussion",
    "activity",
    "video message",
    "closing",
    "break",
]
PersonKind = Literal["person", "group"]
Consent = Literal["public record", "given", "withdrawn"]
Part = Literal[
    "team member",
    "partner",
    "opened the day",
    "keynote speaker",
    "speaker",
    "led a round table",
    "interviewed on film",
    "poet",
    "took part in discussion",
    "facilitator",
    "attended",
    "sent a video",
    "named on slides",
    "author",
    "other",
]
AffiliationKind = Literal[
    "university",
    "NHS",
    "voluntary sector",
    "public body",
    "partnership or project",
    "not stated",
]
Disclosure = Literal["self-described", "public role", "described by the record"]
RecordKind = Literal[
    "slides",
    "film",
    "poem",
    "notes",
    "report",
    "post",
    "programme",
    "paper",
    "book",
]
RecordState = Literal["published", "promised", "awaiting consent", "not found"]
GapKind = Literal["gap", "conflict"]
