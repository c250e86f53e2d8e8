"""A plot of a `data` step as a picture that shows in any notebook."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from empathy_widgets.views.charts import Chart

_WIDTH, _EDGE, _HEIGHT = 640, 16, 220
_PAPER, _INK, _LINE = "#fbfaf7", "#22262b", "#8b8579"
_COLOURS = ("#2f6f8f", "#9a5b13", "#a9a498", "#6a4c93", "#27704f", "#a63d40")
_BAR, _TITLE = 16, 22
"""Heights in pixels: of a bar with the room below it, and of a title above bars."""


def plot_img(chart: Chart) -> Markup:
    """The plot as an HTML picture; what it shows is its alternative text."""
    data = base64.b64encode(plot_svg(chart).encode()).decode("ascii")
    picture = '<img src="data:image/svg+xml;base64,{}" alt="{}" style="max-width:100%">'
    return Markup(picture).format(data, chart.words)  # noqa: S704 - a constant; format escapes


def plot_svg(chart: Chart) -> str:
    """The plot as one SVG document, on paper of its own."""
    drawn, height = _pareto(chart) if chart.heights else _bars(chart)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" '
        f'height="{height}" font-family="system-ui,sans-serif" font-size="12" fill="{_INK}">'
        f'<rect width="{_WIDTH}" height="{height}" rx="8" fill="{_PAPER}"/>{"".join(drawn)}</svg>'
    )


def _pareto(chart: Chart) -> tuple[Iterator[str], int]:
    return _pareto_shapes(chart), _HEIGHT + 2 * _EDGE


def _pareto_shapes(chart: Chart) -> Iterator[str]:
    right = _WIDTH - _EDGE - 40
    width = (right - _EDGE) / len(chart.heights)
    foot = _HEIGHT + _EDGE
    for part in (0, 20, 40, 60, 80, 100):
        y = foot - _HEIGHT * part / 100
        yield f'<path d="M{_EDGE} {y:g}H{right}" stroke="{_LINE}" stroke-opacity=".4"/>'
        yield f'<text x="{right + 6}" y="{y + 4:g}">{part}%</text>'
    for at, length in enumerate(chart.heights):
        colour = _COLOURS[0] if at < chart.count else _COLOURS[2]
        height = _HEIGHT * length
        yield (
            f'<rect x="{_EDGE + at * width:.1f}" y="{foot - height:.1f}" width="{width * 0.85:.1f}" '
            f'height="{height:.1f}" fill="{colour}"/>'
        )
    line = " ".join(
        f"{_EDGE + (at + 1) * width:.1f},{foot - _HEIGHT * part:.1f}"
        for at, part in enumerate(chart.sums)
    )
    yield f'<polyline points="{line}" fill="none" stroke="{_COLOURS[1]}" stroke-width="2"/>'
    x = _EDGE + chart.count * width
    yield f'<path d="M{x:.1f} {_EDGE}V{foot}" stroke="{_INK}" stroke-dasharray="4 3"/>'


def _bars(chart: Chart) -> tuple[Iterator[str], int]:
    height = sum(_TITLE + _BAR * len(group.bars) for group in chart.groups) + 2 * _EDGE
    return _bar_shapes(chart, height), height


def _bar_shapes(chart: Chart, height: int) -> Iterator[str]:
    left, room = _EDGE + 130, _WIDTH - 2 * _EDGE - 240
    y = _EDGE
    for group in chart.groups:
        y += _TITLE
        yield f'<text x="{_EDGE}" y="{y - 7}" font-weight="600">{escape(group.title)}</text>'
        for bar in group.bars:
            length = room * bar.length
            colour = _COLOURS[bar.colour % len(_COLOURS)]
            yield f'<text x="{left - 6}" y="{y + 10}" text-anchor="end">{escape(bar.name)}</text>'
            yield f'<rect x="{left}" y="{y}" width="{length:.1f}" height="{_BAR - 4}" fill="{colour}"/>'
            behind = left + (length if chart.mark is None else room) + 6
            yield f'<text x="{behind:.1f}" y="{y + 10}">{escape(bar.text)}</text>'
            y += _BAR
    if chart.mark is not None:
        x = left + room * chart.mark
        yield f'<path d="M{x:.1f} {_EDGE}V{height - _EDGE}" stroke="{_INK}" stroke-dasharray="4 3"/>'
