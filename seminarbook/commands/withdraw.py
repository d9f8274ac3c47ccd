"""``withdraw``: take a person out of the book."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seminarbook.checks.run import Checked
    from seminarbook.model.records import Person

HELP = "take a person who asks for it out of data, chapters and references"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be said on the command line."""
    parser.add_argument("person", help="the person’s id, or their name in quotes")
    parser.add_argument("--yes", action="store_true", help="write without asking")
    parser.add_argument(
        "--keep", metavar="WORDS", action="append", default=[],
        help="words with the same name in them that mean something else; may be given again",
    )  # fmt: skip


def run(root: Path, arguments: argparse.Namespace) -> int:
    """0 if the person was taken out, 1 if nothing was written, 2 for misuse."""
    from seminarbook.authoring.agreement import made_if_agreed
    from seminarbook.checks.run import checked
    from seminarbook.problems import format_problem
    from seminarbook.withdrawal.plan import plan_withdrawal
    from seminarbook.withdrawal.words import afterwards_told, changes_told, obstacles_told

    before = checked(root)
    # A withdrawn person in people.csv is the one error that this command is there for.
    broken = [one for one in before.errors if one.code != "person-withdrawn"]
    if broken:
        for problem in broken:
            print(format_problem(problem))
        print("Nothing was written: correct these first, so that nobody is overlooked.")
        return 1
    person = _person(before, arguments.person)
    if person is None:
        return 2
    plan = plan_withdrawal(root, before, person, arguments.keep)
    print(changes_told(plan))
    if plan.in_the_way:
        print(f"{obstacles_told(plan)}Nothing was written.")
        return 1
    if not made_if_agreed(root, plan.edits, "Make these changes?", yes=arguments.yes):
        return 1
    shutil.rmtree(root / "_build", ignore_errors=True)
    print(f"Done: {len(plan.edits)} files. What was built before is removed (_build).")
    print(afterwards_told(plan, root, before))
    return 0


def _person(before: Checked, said: str) -> Person | None:
    """The person with this id or name; says why if there is not exactly one."""
    from seminarbook.problems import nearest

    people = before.book.series.people
    folded = " ".join(said.split()).casefold()
    found = [one for one in people if one.id == said] or [
        one for one in people if folded in (one.name.casefold(), one.sort_name.casefold())
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(one.id for one in found)
        print(f"Several people have the name “{said}”. Give the id of one: {ids}.")
    else:
        names = {name: one.id for one in people for name in (one.id, one.name)}
        print(f"Nobody in data/people.csv has the id or name “{said}”. {nearest(said, names)}")
    return None
