"""The data package, judged by the standard's own tool; the calendar, by a calendar library."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from frictionless import Package, system
from icalendar import Calendar
from publish.works import BOOK, CHAPTER, DAY, WHOLE
from worlds import world

from seminarbook.model.partial_date import PartialDate
from seminarbook.model.series import Series
from seminarbook.publish.calendar import calendar
from seminarbook.publish.package import Packed, Source, package_files, zipped
from seminarbook.publish.seminar_json import seminar_json
from seminarbook.verify.data import check_data_zip
from seminarbook.views.events import seminar_event, seminar_events

SOURCES = (Source("harvest-programme", "Programme of the harvest", "https://example.org/p"),)


def files_of(series: Series) -> dict[str, bytes]:
    chapters = {"s3": CHAPTER}
    return package_files(Packed(WHOLE, series, chapters, SOURCES, "About.\n", "@misc{a}\n"))


@pytest.fixture
def unpacked(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    for name, data in files_of(world(request.param)).items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return tmp_path


@pytest.mark.parametrize("unpacked", ["toy", "real"], indirect=True)
def test_the_package_is_valid(unpacked: Path) -> None:
    report = Package(str(unpacked / "datapackage.json")).validate()
    assert report.flatten(["type", "message"]) == []


@pytest.mark.parametrize("unpacked", ["toy"], indirect=True)
def test_the_validation_sees_a_broken_reference(unpacked: Path) -> None:
    path = unpacked / "talks.csv"
    path.write_text(path.read_text("utf-8").replace(",s3,", ",s9,"), "utf-8")
    report = Package(str(unpacked / "datapackage.json")).validate()
    assert ["foreign-key"] in report.flatten(["type"])


def test_the_descriptor_tells_licence_sources_and_edition(toy_series: Series) -> None:
    told = json.loads(files_of(toy_series)["datapackage.json"])
    assert told["licenses"] == [
        {"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": BOOK.licence_address}
    ]
    assert told["version"] == "2031-04-05"
    assert told["sources"] == [{"title": SOURCES[0].title, "path": SOURCES[0].address}]


def test_a_zip_is_valid_and_the_same_every_time(tmp_path: Path, toy_series: Series) -> None:
    files = files_of(toy_series)
    path = tmp_path / "data.zip"
    path.write_bytes(zipped(files, DAY))
    assert zipped(dict(reversed(files.items())), DAY) == path.read_bytes()
    assert check_data_zip(path) == ()
    with system.use_context(trusted=True):
        assert Package(str(path)).validate().valid
    with zipfile.ZipFile(path) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2031, 4, 5)}


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("people.csv", None, "people.csv is missing"),
        ("people.csv", b"id,name\n", "people.csv has other columns than are said"),
        ("README.md", b"", "README.md is empty"),
        ("datapackage.json", b"{", "datapackage.json cannot be read"),
    ],
)
def test_a_damaged_package_is_reported(
    tmp_path: Path, toy_series: Series, name: str, data: bytes | None, fault: str
) -> None:
    files = files_of(toy_series)
    if data is None:
        del files[name]
    else:
        files[name] = data
    path = tmp_path / "data.zip"
    path.write_bytes(zipped(files, None))
    assert any(fault in one for one in check_data_zip(path))
    path.write_bytes(BytesIO(path.read_bytes()).read(100))
    assert check_data_zip(path)


def test_the_calendar_holds_each_seminar_on_its_day(toy_series: Series) -> None:
    events = seminar_events(toy_series)
    read = Calendar.from_ical(calendar(BOOK, [(one, CHAPTER) for one in events]))
    entries = list(read.walk("VEVENT"))
    known = [one for one in events if one.date.day]
    assert [entry["SUMMARY"] for entry in entries] == [one.name for one in known]
    days = [entry["DTSTART"].dt.isoformat() for entry in entries]
    assert days == [one.date.iso() for one in known]
    assert len({entry["UID"] for entry in entries}) == len(known)
    assert entries[-1]["LOCATION"] == "Barn 3, Little Model"
    assert entries[-1]["URL"] == CHAPTER.address


def test_a_seminar_without_a_day_is_in_no_calendar(toy_series: Series) -> None:
    event = replace(seminar_event(toy_series, "s3"), date=PartialDate(2031, 10))
    assert not list(Calendar.from_ical(calendar(BOOK, [(event, None)])).walk("VEVENT"))


def test_the_json_of_a_seminar_names_people_and_holds_its_rows(toy_series: Series) -> None:
    told = seminar_json(BOOK, toy_series, "s3", CHAPTER)
    assert told["chapter"] == CHAPTER.address
    assert len(told["talks"]) == len(toy_series.of_seminar(toy_series.talks, "s3"))
    assert "Thornapple" in json.dumps(told)


def test_the_json_of_a_seminar_names_nobody_who_asked_not_to_be(toy_series: Series) -> None:
    people = tuple(
        one.model_copy(update={"consent": "withdrawn"}) if one.id == "thornapple" else one
        for one in toy_series.people
    )
    told = seminar_json(BOOK, replace(toy_series, people=people), "s3", CHAPTER)
    assert "Thornapple" not in json.dumps(told)
    assert "name withheld" in json.dumps(told)
