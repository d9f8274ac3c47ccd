"""The chart of what people asked for: proposals by theme and seminar."""

from __future__ import annotations

from seminarbook.model.series import Series
from seminarbook.views.charts.stacks import stack_table
from seminarbook.views.counting import crosstab
from seminarbook.views.phrases import (
    chosen,
    counted,
    listed,
    scope_words,
    seminar_label,
    sentence,
    small,
    sources_of,
)
from seminarbook.views.registry import chart
from seminarbook.views.values import Chart, Segment, StackChart


@chart("takeaways", files=("seminars", "themes", "takeaways"))
def takeaways(series: Series, seminar: str | None) -> Chart:
    """Proposals from the room: a bar for each theme; for the series, divided by seminar."""
    shown = series.of_seminar(series.takeaways, seminar)
    used = {row.theme for row in shown}
    themes = [theme for theme in series.themes if theme.id in used]
    heard = {row.seminar for row in shown}
    seminars = [one for one in chosen(series, seminar) if one.id in heard]
    if seminar is None:
        segments = [
            Segment(one.id, seminar_label(one).lower(), f"seminar-{one.number}") for one in seminars
        ]
    else:
        segments = [Segment(seminar, "proposals", "proposals")] if seminars else []
    counts = crosstab(
        ((row.theme, row.seminar) for row in shown),
        [theme.id for theme in themes],
        [segment.key for segment in segments],
    )
    drawing = StackChart(
        rows=tuple(theme.label for theme in themes),
        segments=tuple(segments),
        counts=counts,
        axis="proposals",
    )
    title = f"Proposals from {scope_words(series, seminar)}, by theme"
    sources = sources_of(shown)
    by_theme = [sum(row) for row in counts]
    labels = [theme.label for theme in themes]
    finding = _finding(series, seminar, len(seminars), labels, by_theme)
    divided = ", divided by the seminar where a proposal was made" if seminar is None else ""
    return Chart(
        name="takeaways",
        title=title,
        finding=finding,
        description=(
            f"A bar for each theme{divided}; under each bar the numbers are given in words. "
            "A number is how many proposals a source sets down, not how many people were "
            "behind them."
        ),
        drawing=drawing,
        table=stack_table("takeaways-chart", title, "theme", drawing, sources, empty=finding),
        sources=sources,
    )


def _finding(
    series: Series, seminar: str | None, heard: int, labels: list[str], by_theme: list[int]
) -> str:
    total = sum(by_theme)
    if not total:
        return f"No proposal from {scope_words(series, seminar)} was found."
    if seminar is None:
        whence = f"{small(heard)} of {counted(len(series.seminars), 'seminar', 'seminars')}"
    else:
        whence = scope_words(series, seminar)
    came = f"{counted(total, 'proposal was', 'proposals were')} found from {whence}"
    most = max(by_theme)
    leading = [f"“{label}”" for label, count in zip(labels, by_theme, strict=True) if count == most]
    each = " each" if len(leading) > 1 else ""
    return sentence(f"{came}, most about {listed(leading)} ({most}{each}).")
