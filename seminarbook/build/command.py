"""The build: everything made aside, verified, and then published together."""

from __future__ import annotations

import contextlib
import errno
import sys
import traceback
from pathlib import Path

from seminarbook.build.edition import dated, edition_of
from seminarbook.build.formats import make
from seminarbook.build.project import BadSettings, Project
from seminarbook.build.publication import publish_book
from seminarbook.build.report import Report
from seminarbook.build.workspace import (
    BuildRunning,
    discard,
    exclusive,
    finish,
    key_of,
    prepare,
)
from seminarbook.checks.run import check_again
from seminarbook.problems import format_problem, gathered

_PACKAGE = Path(__file__).resolve().parents[1]
_FAILED = "FAILED.txt"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def build_book(project: Project, names: tuple[str, ...]) -> int:
    """Build the formats ``names``, verify and publish them; 0 if all went well, 1 if not."""
    report = Report()
    try:
        with exclusive(project):
            try:
                with dated(edition_of(project.root).epoch):
                    _build(project, names, report)
            finally:
                discard(project)
    except BuildRunning:
        print("Another build is running in this folder. Wait until it has ended, then try again.")
        return 1
    except OSError as error:
        report.add([_refused(error)])
    except BadSettings as error:
        # Mostly it has been told, with what to do.
        report.add([] if report.faults else [str(error)])
    except KeyboardInterrupt:
        report.add(["It was stopped before its end."])
    except Exception as error:
        report.add([_failed(project, error)])
    return _close(project, report)


def _refused(error: OSError) -> str:
    """What the system would not do, and with which file."""
    advice = " Make room on the disk, then build again." if error.errno in _FULL else ""
    return f"{error.filename or '_build'}: {error.strerror or error}.{advice}"


def _failed(project: Project, error: Exception) -> str:
    """A fault of our own code, whose trace is kept beside the book."""
    # Packages wrap what the system said; a full disk is no fault of the code.
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError):
            return _refused(cause)
        cause = cause.__cause__ or cause.__context__
    trace = project.build / "crash.txt"
    with contextlib.suppress(OSError):
        trace.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return f"The book's own code failed; what happened stands in _build/{trace.name}."


def _build(project: Project, names: tuple[str, ...], report: Report) -> None:
    project.measure()
    key = _key(project)
    prepare(project, key)
    with report.step("Checking chapters and data"):
        told = check_again(project.root, "error")
        report.add(format_problem(problem) for problem in gathered(told))
    expected = make(project, names, report, told)
    if expected is None:
        return
    finish(project, key)
    publish_book(project, expected, report)


def _key(project: Project) -> str:
    """What a clean build depends on besides chapters and data: settings, code and packages."""
    files = [project.root / "_config.yml", project.root / "_toc.yml"]
    files += [
        path for path in _PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    # A package's folder has name and version in its name; to read each takes a fifth of a second.
    places = [Path(folder) for folder in sys.path]
    packages = sorted({path.name for place in places for path in place.glob("*.dist-info")})
    return key_of(files, str(project.root), *packages)


def _close(project: Project, report: Report) -> int:
    note = project.build / _FAILED
    if report.faults:
        text = report.failed(earlier=project.html.exists())
        print(text)
        # Where nothing can be written, what was printed must do.
        with contextlib.suppress(OSError):
            note.write_text(text.lstrip() + "\n", encoding="utf-8")
        return 1
    note.unlink(missing_ok=True)
    print(report.done())
    return 0
