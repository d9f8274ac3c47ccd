"""Faults between cells and rows: values that are well formed and cannot all be true, or may not
be published."""

from __future__ import annotations

from seminarbook.faults.catalogue import fault

TALK_OF_OTHER_SEMINAR = fault(
    "talk-of-other-seminar",
    "A talk belongs to another seminar",
    "The person would be shown at a seminar where the talk was not given.",
    "Correct the seminar or the talk.",
)
DATE_OUTSIDE_SERIES = fault(
    "date-outside-series",
    "A seminar’s date lies outside the series",
    "A slip in the year moves a seminar out of every timeline.",
    "Correct the date, or the series’ dates in _config.yml.",
)
SEMINAR_NUMBER_DUPLICATE = fault(
    "seminar-number-duplicate",
    "Two seminars have the same number",
    "Order and addresses of the chapters come from the number.",
    "Give one of them another number.",
)
SEMINAR_SLUG_DUPLICATE = fault(
    "seminar-slug-duplicate",
    "Two seminars have the same page name",
    "Two chapters cannot have one address.",
    "Give one of them another slug.",
)
DISCLOSURE_MISSING = fault(
    "disclosure-missing",
    "A role that tells of lived experience does not say who disclosed it",
    "Nobody is labelled except as they, or a role they hold in public, labelled them.",
    "Name who said it in the column disclosure, or use the role not-stated.",
)
DISCLOSURE_NOT_OWN = fault(
    "disclosure-not-own",
    "A named person is labelled by somebody else",
    "That others wrote it does not make it theirs to publish.",
    "Use “self-described” or “public role” if that is so; otherwise use the role not-stated.",
)
QUANTITY_VALUE = fault(
    "quantity-value",
    "Qualifier and value do not agree",
    "“Not recorded” is never zero, and every other qualifier qualifies a number.",
    "Fill in the number, or use “not recorded” and leave it blank.",
)
QUANTITY_UPPER = fault(
    "quantity-upper",
    "Qualifier and upper end do not agree",
    "Only “between” has two ends.",
    "Give “between” its upper end; leave the upper end blank for any other qualifier.",
)
QUANTITY_RANGE = fault(
    "quantity-range",
    "A range does not rise",
    "The upper end of a range is larger than its lower end.",
    "Exchange the two numbers, or write “exactly” and one number.",
)
PEOPLE_NOT_WHOLE = fault(
    "people-not-whole",
    "A count of people is not a whole number",
    "People are counted one by one.",
    "Write a whole number; use a qualifier to say how sure it is.",
)
ATTENDANCE_DUPLICATE = fault(
    "attendance-duplicate",
    "A group is counted twice at one seminar",
    "Tables and charts would show one of the two by chance.",
    "Keep one row; put the other version in gaps.csv if sources disagree.",
)
GROUP_OVER_TOTAL = fault(
    "group-over-total",
    "Groups are larger than the whole",
    "The groups of a seminar cannot be more people than all who came.",
    "Look the numbers up in their sources; use a qualifier where one is not sure.",
)
SMALL_GROUP = fault(
    "small-group",
    "A group so small that it could point to a person",
    "Readers who know who came could tell who is meant.",
    "Write 5 with the qualifier “fewer than”, whatever the exact number is.",
)
SMALL_GROUP_RECOVERABLE = fault(
    "small-group-recoverable",
    "A hidden small group can be worked out",
    "The total minus the other groups gives away what “fewer than 5” hides.",
    "Write the total or another group less exactly (“about”, or a second “fewer than 5”).",
)
PERSON_WITHDRAWN = fault(
    "person-withdrawn",
    "A person who withdrew is still named",
    "Whoever asks not to be named is named in no output of the book, nor in its sources.",
    "Run “python -m seminarbook withdraw”, which takes the person out of every file.",
)
NAME_IN_PROSE = fault(
    "name-in-prose",
    "A person’s name is typed in a text",
    "A name typed by hand stays when it is corrected or withdrawn elsewhere.",
    "Write the person’s id in braces in place of the name.",
)
URL_NOT_PUBLISHED = fault(
    "url-not-published",
    "Something that is not published has an address",
    "A link would publish what was only promised, or awaits consent.",
    "Remove the address, or use the state “published” if it is so.",
)
ANNOUNCED_NOT_REPORTED = fault(
    "announced-not-reported",
    "Somebody is reported to have taken part in what was only announced",
    "Announced speakers are not shown as having spoken.",
    "Give both rows the same status, the one that the sources bear out.",
)
