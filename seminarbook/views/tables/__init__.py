"""Every table an author can ask for; importing this package declares them all."""

from seminarbook.views.tables import numbers, programme, remains, threads

__all__ = ["numbers", "programme", "remains", "threads"]
