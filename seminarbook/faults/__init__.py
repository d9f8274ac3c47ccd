"""The catalogue of everything that can be wrong, a module for each place it is found in."""

from seminarbook.faults import cells, files, rules
from seminarbook.faults.catalogue import FAULTS, Fault, Severity, fault

__all__ = ["FAULTS", "Fault", "Severity", "cells", "fault", "files", "rules"]
