"""The catalogue of everything that can be wrong.

What keeps data from being read, or a page from being drawn, is declared here, a module for each
place it is found in. A rule of :mod:`seminarbook.checks` adds its own entry, drawn from its
docstring, when it is imported.
"""

from seminarbook.faults import cells, files, pages, spreadsheets
from seminarbook.faults.catalogue import FAULTS, Fault, Severity, fault

__all__ = ["FAULTS", "Fault", "Severity", "cells", "fault", "files", "pages", "spreadsheets"]
