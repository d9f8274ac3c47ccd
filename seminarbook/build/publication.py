"""Publication: what was made is put together, verified, and published in the place of the last.

What stays as it is is neither copied nor verified again; everything else is. The folders that
are published are in the end what a build from clean would publish.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from seminarbook.build.assembly import FILES, Assembly
from seminarbook.build.expected import Expected
from seminarbook.build.memory import Memory, keep, recalled
from seminarbook.build.project import Project
from seminarbook.build.report import Report
from seminarbook.build.workspace import aside, publish
from seminarbook.verify.data import check_data_folder
from seminarbook.verify.listings import check_listings
from seminarbook.verify.manifest import differences, digests_of, write_manifest
from seminarbook.verify.reading import Findings, Reading
from seminarbook.verify.site import check_site
from seminarbook.verify.tree import File, files_of
from seminarbook.verify.whole_files import check_whole_files

DATA = "data"


def publish_book(project: Project, expected: Expected, report: Report) -> None:
    """Publish what the work folder holds, unless it has a fault."""
    place = project.work / "memory.pickle"
    with report.step("Checking every page and link"):
        before = recalled(place)
        reading = Reading(expected.address, before.findings)
        made = files_of(project.files)
        html = _begun(project.html, reading, report)
        sizes = {name: file.size for name, file in made.items()}
        filling = html.add_site(files_of(project.work / "html"), sizes, before.filling)
        dist = _begun(project.dist, reading, report)
        for name, file in made.items():
            html.add(f"{FILES}/{name}", file)
            dist.add(name, file)
        site, files = html.files(), dist.files()
        report.add(_faults(aside(project.html), site, made, expected, reading))
    if report.faults:
        return
    # From here on each file is known by its digest, in the book and in every copy of it.
    digests = {
        project.html: digests_of(site, reading),
        project.dist: digests_of(files, reading),
    }
    for folder, of_files in digests.items():
        write_manifest(aside(folder), of_files)
    publish(digests)
    report.published = {folder: files_of(folder) for folder in digests}
    keep(Memory(_findings(project, reading, digests, report.published), filling), place)


def _begun(folder: Path, reading: Reading, report: Report) -> Assembly:
    """The next folder, begun beside the one that is published, which others may have changed."""
    published = files_of(folder)
    if published:
        report.changed += [f"{folder.name}/{one}" for one in differences(published, reading)]
    return Assembly(aside(folder), published, reading)


def _faults(
    folder: Path,
    site: Mapping[str, File],
    made: Mapping[str, File],
    expected: Expected,
    reading: Reading,
) -> Iterator[str]:
    """What is wrong with the site in the folder, as it would be published."""
    yield from check_site(site, expected.of_site(), reading)
    yield from check_whole_files(site, reading)
    if expected.address:
        yield from check_listings(folder, expected.front, expected.chapters)
    for name, file in made.items():
        offered = site.get(f"{FILES}/{name}")
        if offered is None or reading.digest(offered) != reading.digest(file):
            yield f"{FILES}/{name}: is not the file that was made"
        if name.endswith("-data.zip"):
            yield from check_data_folder(file.path, folder / DATA)


def _findings(
    project: Project,
    reading: Reading,
    digests: Mapping[Path, Mapping[str, str]],
    published: Mapping[Path, Mapping[str, File]],
) -> Findings:
    """What was found, of files where they are now."""
    found, work = reading.found, os.fspath(project.work / "html")
    kept = {path: known for path, known in found.digests.items() if path.startswith(work)}
    for folder, files in published.items():
        for name, digest in digests[folder].items():
            kept[files[name].place] = files[name].stamp, digest
    return Findings(kept, found.pages, found.faults)
