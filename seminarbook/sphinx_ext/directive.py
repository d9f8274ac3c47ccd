"""BookDirective: what all directives share — how they are written is checked, faults are shown.

Which directives there are, and what each takes, is declared in :mod:`seminarbook.markup`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from seminarbook.faults.pages import DIRECTIVE_ARGUMENT, DIRECTIVE_BODY, OPTION_EMPTY
from seminarbook.markup import DIRECTIVES, Directive
from seminarbook.problems import nearest, quoted
from seminarbook.sphinx_ext.book import domain_of
from seminarbook.sphinx_ext.domain import Anchor
from seminarbook.sphinx_ext.inlines import InlineWriter
from seminarbook.sphinx_ext.notices import block_notice, warn_of_page
from seminarbook.views.requests import RequestError

UNKNOWN_OPTION = "unknown-option"  # declared by the rule of that name, in checks
_SUBJECT = {
    "table": "the name of a table",
    "chart": "the name of a chart",
    "seminar": "the id of a seminar",
}


class _AnyOption(dict[str, Any]):
    """Lets every option through, so that an unknown one is reported by us, with advice."""

    def __bool__(self) -> bool:
        return True

    def __contains__(self, name: object) -> bool:
        return True

    def __getitem__(self, name: str) -> Any:
        return lambda value: value or ""


class BookDirective(SphinxDirective):
    """A directive of this book."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[Any] = _AnyOption()

    def make(self) -> list[nodes.Node]:
        """The nodes; RequestError if they cannot be made."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """The nodes, after a notice for each fault in how the directive is written."""
        made = [self._notice(error, wording) for error, wording in self._faults()]
        try:
            return [*made, *self.make()]
        except RequestError as error:
            withheld = domain_of(self.env).withheld.setdefault(self.env.docname, set())
            withheld.add(self.options.get("name") or self.own_name)
            return [*made, self._notice(error)]

    @property
    def form(self) -> Directive:
        """How the directive is written."""
        return DIRECTIVES[self.name.lower()]  # docutils finds it in any case

    @property
    def own_name(self) -> str:
        """The name that we give to what is shown, if its author gives none."""
        return ""

    @property
    def subject(self) -> str:
        """What stands behind the directive's name."""
        if not self.arguments:
            message = f"{{{self.name}}} does not say what to show."
            advice = f"Write {_SUBJECT[self.form.takes]} behind it."
            raise RequestError(DIRECTIVE_ARGUMENT, message, advice)
        return str(self.arguments[0]).strip()

    @property
    def write(self) -> InlineWriter:
        """Writes inline pieces at this directive's line."""
        return InlineWriter(self.env, self.state.document, self.lineno)

    def body(self) -> list[nodes.Node]:
        """The text inside the directive, as Markdown."""
        inside = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, inside)
        return list(inside.children)

    def give_name(self, node: nodes.Element, name: str, text: str) -> None:
        """Let {numref} find the node by its ``:name:``, or else by ``name`` where that is free."""
        if self.options.get("name"):
            self.add_name(node)
            return
        if name not in self.state.document.ids:
            node["ids"].append(name)
        anchor = self.state.document.set_id(node)
        names = domain_of(self.env).names.setdefault(self.env.docname, {})
        names.setdefault(name, Anchor(anchor, text))

    def _notice(self, error: RequestError, wording: str = "") -> nodes.Node:
        warn_of_page(self.env, self.lineno, error, wording)
        return block_notice(error)

    def _faults(self) -> Iterator[tuple[RequestError, str]]:
        """Each fault in how the directive is written, with the words to look for in the page."""
        known = [option.name for option in self.form.options]
        for name, value in self.options.items():
            if name not in known:
                allowed = f"Allowed: {', '.join(known)}." if known else "It takes no options."
                message = f"{{{self.name}}} has no option “{name}”."
                advice = " ".join((nearest(name, known), allowed)).strip()
                yield RequestError(UNKNOWN_OPTION, message, advice), f":{name}:"
            elif not value.strip():
                message = f"The option “{name}” has no value."
                yield RequestError(OPTION_EMPTY, message, "Add one, or remove it."), f":{name}:"
        if self.arguments and self.form.takes == "nothing":
            message = f"{{{self.name}}} cannot use {quoted(self.arguments[0])}."
            yield RequestError(DIRECTIVE_ARGUMENT, message, "Remove it."), ""
        if not self.form.body and any(line.strip() for line in self.content):
            message = f"{{{self.name}}} does not show the text inside it."
            yield RequestError(DIRECTIVE_BODY, message, "Move it below."), ""
