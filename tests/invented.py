"""Series of any shape, made by hypothesis: what the record classes allow, nothing tamer."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

from hypothesis import strategies as st

from seminarbook.model import records as r
from seminarbook.model import vocabularies as v
from seminarbook.model.quantity import Qualifier
from seminarbook.model.series import Series

HOSTILE = (
    "<script>alert(1)</script>",
    "</svg><b>",
    "$x^2$",
    "{{ }}",
    "=1+1",
    "&amp;",
    "a\nb\tc",
    "]]>",
    "漢字かな",
    "\u202eright to left",
    "x" * 120,
    "_{}^{}\\frac",
    "\x00\x1f",
    "%{x}<br>",
)

_words = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    st.sampled_from(("a short label", "a label of several words that needs to be broken")),
)
_numbers = st.integers(0, 5000).map(Decimal)
_source = {"source": "a-source; b-source", "locator": "page 1", "note": None}


def _record(cls: type[r.Record], id_: str, **columns: Any) -> Any:
    row = dict.fromkeys(cls.columns()) | _source | {"id": id_} | columns
    return cls.model_validate(row)


@st.composite
def _quantity(draw: st.DrawFn) -> dict[str, Any]:
    qualifier = draw(st.sampled_from(get_args(Qualifier)))
    if qualifier == "not recorded":
        return {"qualifier": qualifier, "value": None, "upper": None}
    value = draw(_numbers)
    upper = value + draw(st.integers(1, 500)) if qualifier == "between" else None
    return {"qualifier": qualifier, "value": value, "upper": upper}


@st.composite
def series(draw: st.DrawFn) -> Series:
    """A small series; ids refer to rows that exist, texts may be anything."""
    months = draw(st.lists(st.integers(1, 240), max_size=6, unique=True).map(sorted))
    seminars = tuple(
        _record(
            r.Seminar,
            f"s{n}",
            number=n,
            slug=f"seminar-{n}",
            subject=draw(_words),
            title=draw(st.none() | _words),
            date=draw(_date(month)),
        )
        for n, month in enumerate(months, 1)
    )
    roles = tuple(
        _record(
            r.Role,
            id_,
            label=draw(_words),
            plural=draw(_words),
            definition="-",
            order=n,
            lived_experience="no",
        )
        for n, id_ in enumerate(draw(_role_ids), 1)
    )
    people = tuple(
        _record(
            r.Person,
            f"person-{n}",
            kind=draw(st.sampled_from(get_args(v.PersonKind))),
            family_name=draw(_words),
            given_name=draw(st.none() | _words),
            consent=draw(st.sampled_from(get_args(v.Consent))),
        )
        for n in range(draw(st.integers(0, 5)))
    )
    themes = tuple(
        _record(r.Theme, f"theme-{n}", label=draw(_words), order=n + 1, summary="-")
        for n in range(draw(st.integers(0, 4)))
    )
    one_seminar = st.sampled_from([row.id for row in seminars]) if seminars else st.nothing()
    one_person = st.none() | st.sampled_from([row.id for row in people]) if people else st.none()
    one_role = st.sampled_from([row.id for row in roles])
    one_theme = st.sampled_from([row.id for row in themes]) if themes else st.nothing()

    def rows(make: Any, possible: bool = True) -> tuple[Any, ...]:
        many = draw(st.integers(0, 8)) if seminars and possible else 0
        return tuple(make(n) for n in range(many))

    participation = rows(
        lambda n: _record(
            r.Participation,
            f"part-{n}",
            seminar=draw(st.none() | one_seminar),
            person=draw(one_person),
            part=draw(st.sampled_from(get_args(v.Part))),
            described_as=draw(st.none() | _words),
            affiliation=draw(st.none() | _words),
            affiliation_kind=draw(st.sampled_from(get_args(v.AffiliationKind))),
            role=draw(one_role),
            status=draw(st.sampled_from(get_args(v.Status))),
        )
    )
    pairs = st.tuples(one_seminar, st.just("all") | one_role)
    counted = draw(st.lists(pairs, max_size=10, unique=True)) if seminars else []
    named = (
        draw(st.lists(st.tuples(one_seminar, one_role), max_size=8, unique=True))
        if (seminars)
        else []
    )
    return Series(
        seminars=seminars,
        roles=roles,
        people=people,
        themes=themes,
        participation=participation,
        attendance=tuple(
            _record(r.Attendance, f"a-{n}", seminar=one, group=group, **draw(_quantity()))
            for n, (one, group) in enumerate(counted)
        ),
        presence=tuple(
            _record(r.Presence, f"p-{n}", seminar=one, group=group)
            for n, (one, group) in enumerate(named)
        ),
        records=rows(
            lambda n: _record(
                r.RecordItem,
                f"r-{n}",
                seminar=draw(st.none() | one_seminar),
                title=draw(_words),
                kind=draw(st.sampled_from(get_args(v.RecordKind))),
                state=draw(st.sampled_from(get_args(v.RecordState))),
            )
        ),
        posts=rows(
            lambda n: _record(
                r.Post,
                f"post-{n}",
                order=n + 1,
                title=draw(_words),
                about="-",
                date=draw(st.none() | st.integers(1, 240).flatmap(_date)),
                seminar=draw(st.none() | one_seminar),
            )
        ),
        takeaways=rows(
            lambda n: _record(
                r.Takeaway,
                f"t-{n}",
                seminar=draw(one_seminar),
                order=n + 1,
                text=draw(_words),
                theme=draw(one_theme),
            ),
            possible=bool(themes),
        ),
    )


_role_ids = st.lists(
    st.sampled_from(("academic", "carer", "service-user", "beekeeper", "clown-2")),
    max_size=5,
    unique=True,
).map(lambda ids: [*ids, "not-stated"])


def _date(month: int) -> st.SearchStrategy[str]:
    year = 2000 + (month - 1) // 12
    of_year = (month - 1) % 12 + 1
    return st.sampled_from((f"{year}", f"{year}-{of_year:02d}", f"{year}-{of_year:02d}-17"))


def long_series() -> Series:
    """Sixty seminars with hundreds of people, long names, and every kind of doubt."""
    roles = tuple(
        _record(
            r.Role,
            id_,
            label=id_,
            plural=f"{id_} of a kind with rather many words to its name",
            definition="-",
            order=n,
            lived_experience="no",
        )
        for n, id_ in enumerate(("academic", "carer", "student", "beekeeper", "not-stated"), 1)
    )
    seminars = tuple(
        _record(
            r.Seminar,
            f"s{n}",
            number=n,
            slug=f"seminar-{n}",
            subject="-",
            title=None if n % 5 == 0 else "A title of many words, one of them " + "long" * n,
            date=f"{2000 + n // 12}-{n % 12 + 1:02d}",
        )
        for n in range(1, 61)
    )
    qualifiers = get_args(Qualifier)
    return Series(
        seminars=seminars,
        roles=roles,
        participation=tuple(
            _record(
                r.Participation,
                f"p-{n}",
                seminar=f"s{n % 60 + 1}",
                part="attended",
                affiliation_kind=get_args(v.AffiliationKind)[n % 6],
                role=roles[n * n % 5].id,
                status=get_args(v.Status)[n % 7 % 3],
            )
            for n in range(600)
        ),
        attendance=tuple(
            _record(
                r.Attendance,
                f"a-{n}",
                seminar=f"s{n}",
                group="all",
                qualifier=(qualifier := qualifiers[n % 7]),
                value=None if qualifier == "not recorded" else n**3,
                upper=n**4 if qualifier == "between" else None,
            )
            for n in range(2, 61)
        ),
        presence=tuple(
            _record(r.Presence, f"here-{n}", seminar=f"s{n}", group=roles[n % 4].id)
            for n in range(1, 61, 3)
        ),
        records=tuple(
            _record(
                r.RecordItem,
                f"r-{n}",
                seminar=f"s{n}",
                title="-",
                kind=get_args(v.RecordKind)[n % 9],
                state=get_args(v.RecordState)[n % 4],
            )
            for n in range(1, 61)
        ),
    )
