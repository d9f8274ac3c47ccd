"""Snippets for the editor: every directive and role, drawn from their declarations."""

from __future__ import annotations

import json

from seminarbook.markup import DIRECTIVES, ROLES, Directive, Option, Role
from seminarbook.views import charts, tables  # noqa: F401  (they register)
from seminarbook.views.registry import CHARTS, TABLES

PATH = ".vscode/seminarbook.code-snippets"


def snippets_text() -> str:
    """The contents of the editor's file."""
    found = {form.name: _directive(form) for form in DIRECTIVES.values()}
    found |= {role.name: _role(role) for role in ROLES.values()}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _directive(form: Directive) -> dict[str, object]:
    argument = {
        "nothing": "",
        "seminar": " ${1:s1}",
        "table": f" ${{1|{','.join(sorted(TABLES))}|}}",
        "chart": f" ${{1|{','.join(sorted(CHARTS))}|}}",
    }[form.takes]
    lines = [f":::{{{form.name}}}{argument}"]
    lines += [_option(option, place) for place, option in enumerate(form.options, start=2)]
    lines += ["$0"] if form.body else []
    return _snippet(form.name, [*lines, ":::", "" if form.body else "$0"], form.meaning)


def _option(option: Option, place: int) -> str:
    shown = "s1" if option.takes == "seminar" else option.meaning
    return f":{option.name}: ${{{place}:{shown}}}"


def _role(role: Role) -> dict[str, object]:
    singular = {"people": "given-family", "seminars": "s1", "figures": "s1-attendance"}
    body = [f"{{{role.name}}}`${{1:{singular[role.names]}}}`$0"]
    return _snippet(role.name, body, role.meaning)


def _snippet(prefix: str, body: list[str], meaning: str) -> dict[str, object]:
    return {"scope": "markdown", "prefix": prefix, "body": body, "description": meaning}
