"""Packages that are imported for what this book never does: something stands in for them.

Sphinx imports what its check of links needs, myst-nb what runs notebooks and keeps their outputs,
furo what rewrites a list of chapters. The book's notebooks are run by its own code, its lists are
its own, and links are checked by a command of Jupyter Book: none of it is called, and loading it
takes as long as all the rest. Who needs one of these packages later gets the package itself.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Collection, Iterator, MutableSequence, Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

# Extensions that are known to call none of the packages below while they make pages.
_HARMLESS = {
    "jupyter_book",
    "myst_nb",
    "seminarbook",
    "seminarbook.preview.builder",
    "sphinx_comments",
    "sphinx_external_toc",
    "sphinxcontrib.bibtex",
}
_NOT_CALLED = ("IPython", "bs4", "jupyter_cache", "nbclient", "requests", "urllib3")


@contextlib.contextmanager
def spared(settings: dict[str, Any]) -> Iterator[None]:
    """Let Sphinx start without them, if these settings bring nothing that may call them."""
    harmless = set(settings["extensions"]) <= _HARMLESS
    if not harmless or settings.get("nb_execution_mode") != "off":
        yield
        return
    finder = _Finder({name for name in _NOT_CALLED if name not in sys.modules})
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name, module in sys.modules.items() if type(module) is _StandIn]:
            del sys.modules[name]


class _StandIn(ModuleType):
    """A module in which every name is a class, to be imported or derived from."""

    __path__: MutableSequence[str] = []  # noqa: RUF012

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = _Name(name, (), {"stands_for": (self.__name__, name)})
        setattr(self, name, made)
        return made


class _Name(type):
    """Whoever calls such a class once Sphinx has started calls what it stands for."""

    def __call__(cls, *given: Any, **named: Any) -> Any:
        if any(isinstance(finder, _Finder) for finder in sys.meta_path):
            # myst-nb makes a method out of another one when it is imported.
            return None
        return cls._meant()(*given, **named)

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls._meant())

    def _meant(cls) -> Any:
        if "stands_for" not in vars(cls):
            raise RuntimeError(f"what {cls.__name__} derives from was left out of this process")
        module, name = vars(cls)["stands_for"]
        return getattr(import_module(module), name)


class _Finder(MetaPathFinder, Loader):
    """Finds stand-ins for these packages and whatever is in them."""

    def __init__(self, packages: Collection[str]) -> None:
        self._packages = packages

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """A stand-in, if it is one of them."""
        if name.partition(".")[0] not in self._packages:
            return None
        return ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """A new stand-in."""
        return _StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing is in it."""
