"""Asking: how a directive or a role gets a value, and leaves a note that it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from seminarbook.sphinx_ext.book import domain_of
from seminarbook.views.requests import Request

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

T = TypeVar("T")


def ask(env: BuildEnvironment, request: Request, type_: type[T]) -> T:
    """The answer to a request of the page that is being read; RequestError if there is none."""
    domain = domain_of(env)
    domain.uses.setdefault(env.docname, {})[request] = domain.book.digest(request)
    value = domain.book.answer(request)
    if not isinstance(value, type_):
        raise TypeError(f"{request} is answered by {type(value).__name__}")
    return value
