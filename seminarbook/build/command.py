"""The build: everything made aside, verified, and then published together."""

from __future__ import annotations

import os
import shutil
import traceback
from importlib import metadata
from pathlib import Path

import yaml

from seminarbook.build.assembly import assemble
from seminarbook.build.edition import edition_of
from seminarbook.build.formats import make
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
from seminarbook.verify.site import check_site

_PACKAGE = Path(__file__).resolve().parents[1]
_FAILED = "FAILED.txt"


def build_book(project: Project, names: tuple[str, ...]) -> int:
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
    expected = make(project, names, report)
    if expected is None:
        return
    finish(project, key)
    site = project.html.with_name(".html.new")
    with report.step("Checking every page and link"):
        assemble(project.work / "html", project.files, site)
        report.add(check_site(site, expected.of_site()))
    if report.faults:
        shutil.rmtree(site)
        return
    files = project.dist.with_name(".dist.new")
    shutil.rmtree(files, ignore_errors=True)
    shutil.copytree(project.files, files)
    publish(site, project.html)
    publish(files, project.dist)


def _key(project: Project) -> str:
    """What a clean build depends on besides chapters and data: settings, code and packages."""
    files = [project.root / "_config.yml", project.root / "_toc.yml"]
    files += [
        path for path in _PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    packages = sorted(
        f"{package.metadata['Name']}=={package.version}" for package in metadata.distributions()
    )
    return key_of(files, str(project.root), *packages)


def _close(project: Project, report: Report) -> int:
    note = project.build / _FAILED
    if report.faults:
        text = report.failed(earlier=project.html.exists())
        print(text)
        note.write_text(text.lstrip() + "\n", encoding="utf-8")
        return 1
    note.unlink(missing_ok=True)
    print(report.done(project))
    return 1 if report.lacking else 0
