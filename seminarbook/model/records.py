"""One record class a data file: its columns, types, vocabularies, keys and meaning.

Everything that is known about a column stands here once. Validation, the data
dictionary in the book and the published ``datapackage.json`` are drawn from it.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from seminarbook.model.column_types import (
    Clock,
    Day,
    Id,
    Ids,
    Keys,
    Number,
    Orcid,
    Place,
    ProseText,
    Reference,
    Text,
    WebAddress,
)
from seminarbook.model.quantity import NOT_RECORDED, Qualifier, Quantity
from seminarbook.model.vocabularies import (
    AffiliationKind,
    Consent,
    Disclosure,
    GapKind,
    Part,
    PersonKind,
    RecordKind,
    RecordState,
    Status,
    TalkKind,
)


class Record(BaseModel):
    """A row of a data file; knows the line it came from."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    file: ClassVar[str]
    meaning: ClassVar[str]
    optional: ClassVar[bool] = False  # whether a book may do without this file
    order_key: ClassVar[tuple[str, ...]] = ()  # columns that decide the order, before the id

    id: Id = Field(description="Short name of the row, unique in its file.")
    source: Keys = Field(
        description="Key of the source in references.bib; several are separated by “;”."
    )
    locator: Text = Field(description="Where in the source: a paragraph, a slide, a heading.")
    note: ProseText | None = Field(description="Anything a reader of the data should know.")
    line: int = Field(default=0, exclude=True, repr=False)

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """The file's columns in their canonical order: id, its own, source, locator, note."""
        last = ("source", "locator", "note")
        own = [name for name in cls.model_fields if name not in ("id", *last, "line")]
        return ("id", *own, *last)


class Seminar(Record):
    """A seminar of the series."""

    file: ClassVar[str] = "seminars"
    meaning: ClassVar[str] = "a seminar"
    order_key: ClassVar[tuple[str, ...]] = ("number",)

    number: Place = Field(description="Its place in the series.")
    slug: Id = Field(description="The name of its page, as in its address.")
    title: ProseText | None = Field(description="Its title as used; blank if not found.")
    other_title: ProseText | None = Field(description="Another title a source gives it.")
    subject: ProseText = Field(description="What it was about, in our words, in a few words.")
    date: Day = Field(description="The day, as an ISO date; a month or year if that is all.")
    date_note: ProseText | None = Field(description="How sure the date is, if not printed whole.")
    venue: Text | None = Field(description="Building or body where it was held.")
    city: Text | None = Field(description="Town or city.")
    host: Text | None = Field(description="The body a source names as host.")


class Talk(Record):
    """An item of a seminar's programme."""

    file: ClassVar[str] = "talks"
    meaning: ClassVar[str] = "an item of a programme"
    order_key: ClassVar[tuple[str, ...]] = ("seminar", "order")

    seminar: Annotated[Id, Reference("seminars")] = Field(description="The seminar.")
    order: Place = Field(description="Its place in the day, or in our list.")
    start: Clock | None = Field(description="Printed starting time, as 09:30.")
    title: ProseText | None = Field(description="Its title; blank if not found.")
    kind: TalkKind = Field(description="What kind of item it was.")
    status: Status = Field(
        description="reported: a source says it happened; announced: only planned; "
        "probable: the sources point to it."
    )


class Person(Record):
    """A person or a named group."""

    file: ClassVar[str] = "people"
    meaning: ClassVar[str] = "a person, or a named group"
    order_key: ClassVar[tuple[str, ...]] = ("family_name", "given_name")

    kind: PersonKind = Field(description="A person, or a group that acts under its own name.")
    family_name: Text = Field(description="Family name, or the name of the group.")
    given_name: Text | None = Field(description="Given name; blank if not known.")
    orcid: Orcid | None = Field(description="ORCID, if the person has published one.")
    url: WebAddress | None = Field(description="A public page about the person's work.")
    consent: Consent = Field(
        description="public record: named in a public source, not asked by us; given: asked "
        "and agreed; withdrawn: asked not to be named."
    )

    @property
    def name(self) -> str:
        """Given name first, as in running text."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    @property
    def sort_name(self) -> str:
        """Family name first, as in an index."""
        if not self.given_name:
            return self.family_name
        return f"{self.family_name}, {self.given_name}"


class Participation(Record):
    """What one person did at one seminar, or in the series."""

    file: ClassVar[str] = "participation"
    meaning: ClassVar[str] = "what one person did at one seminar, or for the series as a whole"
    order_key: ClassVar[tuple[str, ...]] = ("seminar", "talk")

    seminar: Annotated[Id, Reference("seminars")] | None = Field(
        description="The seminar; blank for the series as a whole, or outside the seminars."
    )
    person: Annotated[Id, Reference("people")] | None = Field(
        description="The person; blank where the source names nobody. Unnamed people stay unnamed."
    )
    talk: Annotated[Id, Reference("talks")] | None = Field(description="The programme item.")
    part: Part = Field(description="What the person did.")
    described_as: ProseText | None = Field(description="How the source describes the person.")
    affiliation: Text | None = Field(description="Body the source gives; blank if not stated.")
    affiliation_kind: AffiliationKind = Field(description="The kind of body.")
    role: Annotated[Id, Reference("roles")] = Field(description="As whom the person took part.")
    status: Status = Field(description="How well the part is known; see talks.")
    disclosure: Disclosure | None = Field(
        description="Who said it, where the role speaks of lived experience: the person, a role "
        "held in public, or (for unnamed people only) the record."
    )


class Role(Record):
    """A role that people took or groups had."""

    file: ClassVar[str] = "roles"
    meaning: ClassVar[str] = "a role in the vocabulary"
    order_key: ClassVar[tuple[str, ...]] = ("order",)

    label: Text = Field(description="The role, in the singular.")
    plural: Text = Field(description="The role, in the plural, as charts print it.")
    definition: Text = Field(description="What we mean by it.")
    order: Place = Field(description="Its place in tables and charts.")
    lived_experience: Literal["yes", "no"] = Field(
        description="Whether the role says something about a person's own life, so that a "
        "disclosure is needed."
    )


class Counted(Record):
    """A row with a quantity."""

    @property
    def quantity(self) -> Quantity:
        """Value, upper bound and qualifier as one."""
        value, upper = getattr(self, "value", None), getattr(self, "upper", None)
        qualifier: Qualifier = getattr(self, "qualifier", "not recorded")
        if qualifier == "not recorded":
            return NOT_RECORDED
        return Quantity(qualifier, value, upper)


class Attendance(Counted):
    """A statement about how many came."""

    file: ClassVar[str] = "attendance"
    meaning: ClassVar[str] = "a statement about how many people came"
    order_key: ClassVar[tuple[str, ...]] = ("seminar", "group")

    seminar: Annotated[Id, Reference("seminars")] = Field(description="The seminar.")
    group: Annotated[Id, Reference("roles", extra=("all",))] = Field(
        description="“all”, or the role that is counted."
    )
    value: Annotated[Number, Field(ge=0)] | None = Field(description="The number.")
    upper: Annotated[Number, Field(ge=0)] | None = Field(description="Upper end of a range.")
    qualifier: Qualifier = Field(description="How sure the number is.")


class Presence(Record):
    """A group that a source names as present."""

    file: ClassVar[str] = "presence"
    meaning: ClassVar[str] = "a group that a source names as present"
    order_key: ClassVar[tuple[str, ...]] = ("seminar", "group")

    seminar: Annotated[Id, Reference("seminars")] = Field(description="The seminar.")
    group: Annotated[Id, Reference("roles")] = Field(description="The group, as a role.")


class Figure(Counted):
    """Any other number that anybody reported."""

    file: ClassVar[str] = "figures"
    meaning: ClassVar[str] = "a number that somebody reported, other than attendance"
    order_key: ClassVar[tuple[str, ...]] = ("seminar",)

    value: Number | None = Field(description="The number.")
    upper: Number | None = Field(description="Upper end of a range.")
    qualifier: Qualifier = Field(description="How sure the number is.")
    unit: Text = Field(description="What is counted, in one word or two.")
    counts: ProseText = Field(description="What the number counts, in a phrase.")
    as_of: Day | None = Field(description="The day, month or year it speaks of.")
    seminar: Annotated[Id, Reference("seminars")] | None = Field(
        description="The seminar where it was said; blank if none."
    )
    reported_by: ProseText = Field(description="Who reported it.")
    caution: ProseText | None = Field(description="What not to conclude from it.")


class RecordItem(Record):
    """Something that survives of a seminar, or was promised."""

    file: ClassVar[str] = "records"
    meaning: ClassVar[str] = "something that a seminar left behind, or was promised"
    order_key: ClassVar[tuple[str, ...]] = ("seminar", "kind")

    seminar: Annotated[Id, Reference("seminars")] | None = Field(
        description="The seminar; blank for the series as a whole."
    )
    kind: RecordKind = Field(description="What it is.")
    title: ProseText = Field(description="Its title, or what it shows.")
    people: Annotated[Ids, Reference("people")] | None = Field(
        description="The people it is by or shows."
    )
    state: RecordState = Field(description="Whether it can be seen.")
    url: WebAddress | None = Field(description="Where it is, if it is published.")


class Post(Record):
    """A post on the series' blog."""

    file: ClassVar[str] = "posts"
    meaning: ClassVar[str] = "a post on the series' blog"
    order_key: ClassVar[tuple[str, ...]] = ("order",)

    order: Place = Field(description="Its place in the blog's own order.")
    date: Day | None = Field(description="Day or month it was posted; blank if not shown.")
    date_note: ProseText | None = Field(description="What is known of an unknown date.")
    title: ProseText = Field(description="Its title.")
    authors: Annotated[Ids, Reference("people")] | None = Field(
        description="Its authors, if shown."
    )
    author_note: ProseText | None = Field(description="How the authorship is shown.")
    url: WebAddress | None = Field(description="Its address.")
    seminar: Annotated[Id, Reference("seminars")] | None = Field(
        description="The seminar it is about; blank if none."
    )
    about: ProseText = Field(description="What it is about, in our words.")


class Takeaway(Record):
    """A proposal from the room."""

    file: ClassVar[str] = "takeaways"
    meaning: ClassVar[str] = "a proposal that people took away, in our words"
    order_key: ClassVar[tuple[str, ...]] = ("seminar", "order")

    seminar: Annotated[Id, Reference("seminars")] = Field(description="The seminar.")
    order: Place = Field(description="Its place in the seminar's list.")
    text: ProseText = Field(description="The proposal, in our words.")
    theme: Annotated[Id, Reference("themes")] = Field(description="The theme it belongs to.")


class Theme(Record):
    """A thread that runs through the series."""

    file: ClassVar[str] = "themes"
    meaning: ClassVar[str] = "a thread through the series"
    order_key: ClassVar[tuple[str, ...]] = ("order",)

    label: Text = Field(description="Its name.")
    order: Place = Field(description="Its place in lists.")
    summary: ProseText = Field(description="What it is, in a sentence or two.")
    seminars: Annotated[Ids, Reference("seminars")] | None = Field(
        description="Seminars where it came up."
    )
    talks: Annotated[Ids, Reference("talks")] | None = Field(description="Talks that treat it.")


class Gap(Record):
    """Something that is not known, or on which sources disagree."""

    file: ClassVar[str] = "gaps"
    meaning: ClassVar[str] = "what is not known, or where sources disagree"
    order_key: ClassVar[tuple[str, ...]] = ("kind", "order")

    order: Place = Field(description="Its place in its list.")
    kind: GapKind = Field(description="gap: not found; conflict: sources disagree.")
    subject: ProseText = Field(description="What it is about.")
    seminars: Annotated[Ids, Reference("seminars")] | None = Field(
        description="Seminars it touches; blank for the series as a whole."
    )
    version_a: ProseText | None = Field(description="One version, for a conflict.")
    version_b: ProseText | None = Field(description="The other version.")
    treatment: ProseText = Field(description="What this book does, or where it may be found.")


class Help(Record):
    """A place that offers help to a reader in distress."""

    file: ClassVar[str] = "help"
    meaning: ClassVar[str] = "a place where a reader can find help"
    optional: ClassVar[bool] = True
    order_key: ClassVar[tuple[str, ...]] = ("name",)

    name: Text = Field(description="Its name.")
    what: ProseText = Field(description="What it offers, and to whom, in our words.")
    phone: Text | None = Field(description="Its telephone number; blank if we are not certain.")
    url: WebAddress | None = Field(description="Where it says how it can be reached now.")
    checked: Day | None = Field(
        description="The day a person last checked this row; blank if nobody has yet."
    )


class Language(Record):
    """A word that can hurt, and a kinder one."""

    file: ClassVar[str] = "language"
    meaning: ClassVar[str] = "a word that can hurt people, and a kinder one"
    optional: ClassVar[bool] = True

    word: Text = Field(description="The word or phrase.")
    kinder: Text = Field(description="What to write instead.")
    reason: Text = Field(description="Why it can hurt, in a sentence.")


RECORD_CLASSES: tuple[type[Record], ...] = (
    Seminar,
    Talk,
    Person,
    Participation,
    Role,
    Attendance,
    Presence,
    Figure,
    RecordItem,
    Post,
    Takeaway,
    Theme,
    Gap,
    Help,
    Language,
)
