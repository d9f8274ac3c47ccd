"""Every chart an author can ask for; importing this package declares them all."""

from seminarbook.views.charts import asked, attendance, grids, people, timeline

__all__ = ["asked", "attendance", "grids", "people", "timeline"]
