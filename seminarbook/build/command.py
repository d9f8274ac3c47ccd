"""The build: each format in turn, verified, then published together."""

from __future__ import annotations

import os
import shutil
import traceback
from importlib import metadata
from pathlib import Path

import yaml

from seminarbook.build.edition import edition_of
from seminarbook.build.formats import FORMATS
from seminarbook.build.project import Project
from seminarbook.build.report import Report
from seminarbook.build.workspace import (
    BuildRunning,
    exclusive,
    finish,
    key_of,
    prepare,
    publish,
)

_PACKAGE = Path(__file__).resolve().parents[1]
_FAILED = "FAILED.txt"


def build_book(project: Project, names: tuple[str, ...] = tuple(FORMATS)) -> int:
    """Build the formats ``names``, verify and publish them; 0 if all went well, 1 if not."""
    report = Report()
    try:
        with exclusive(project):
            _build(project, names, report)
    except BuildRunning:
        print("Another build is running in this folder. Wait until it has ended, then try again.")
        return 1
    except OSError as error:
        report.add([f"{error.filename or '_build'}: {error.strerror or error}"])
    except Exception:
        trace = project.build / "crash.txt"
        trace.write_text(traceback.format_exc(), encoding="utf-8")
        report.add([f"The book's own code failed; what happened stands in _build/{trace.name}."])
    return _close(project, report)


def _build(project: Project, names: tuple[str, ...], report: Report) -> None:
    try:
        key = _key(project)
    except (OSError, yaml.YAMLError) as error:
        report.add([str(error)])
        return
    os.environ["SOURCE_DATE_EPOCH"] = str(edition_of(project.root).epoch)
    prepare(project, key)
    for name in names:
        FORMATS[name](project, report)
        if report.faults:
            return
    finish(project, key)
    with report.step("Putting it in place"):
        _publish(project, names, report)


def _key(project: Project) -> str:
    """What a clean build depends on besides chapters and data: settings, code and packages."""
    files = [project.root / "_config.yml", project.root / "_toc.yml"]
    files += [path for path in _PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    packages = sorted(
        f"{package.metadata['Name']}=={package.version}" for package in metadata.distributions()
    )
    return key_of(files, str(project.root), *packages)


def _publish(project: Project, names: tuple[str, ...], report: Report) -> None:
    """Copy what was made, and move each copy into place in one step."""
    for source, place in (
        (project.work / "html", project.html),
        (project.work / "dist", project.dist),
    ):
        if not source.is_dir():
            continue
        aside = place.with_name(f".{place.name}.new")
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(source, aside)
        publish(aside, place)
        report.published.append(place)


def _close(project: Project, report: Report) -> int:
    note = project.build / _FAILED
    if report.faults:
        text = report.failed(earlier=project.html.exists())
        print(text)
        note.write_text(text.lstrip() + "\n", encoding="utf-8")
        return 1
    note.unlink(missing_ok=True)
    print(report.done(project.root))
    return 0
