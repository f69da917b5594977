"""Charts of the manager's desk. What a colour says is also said by a mark, a figure or a word."""

from collections.abc import Sequence

import plotly.graph_objects as go

from simulator.chart_look import BLUE, FAINT, GREY, ORANGE, Trace, drawn, titled
from simulator.team.numbers import FEW
from simulator.team.overview import Passing, Week

BAND = "rgba(59,142,194,.16)"
TOP = 4.0


def trend(weeks: Sequence[Week], labels: Sequence[str], hover: Sequence[str], axis: str) -> go.Figure:
    """One criterion's level, 0 to 4, week by week, within a band of one standard deviation. Weeks of few are hollow."""
    told = [(label, w, h) for label, w, h in zip(labels, weeks, hover, strict=True) if w.level is not None]
    days = [label for label, _, _ in told]
    middle = [w.level or 0.0 for _, w, _ in told]
    around = [w.spread or 0.0 for _, w, _ in told]
    band = {
        "type": "scatter", "x": [*days, *reversed(days)],
        "y": [*(min(TOP, m + s) for m, s in zip(middle, around, strict=True)),
              *(max(0.0, m - s) for m, s in zip(reversed(middle), reversed(around), strict=True))],
        "fill": "toself", "fillcolor": BAND, "line": {"width": 0}, "mode": "lines", "hoverinfo": "skip",
    }  # fmt: skip
    hollow = ["circle-open" if w.n < FEW else "circle" for _, w, _ in told]
    line = {
        "type": "scatter", "x": days, "y": middle, "mode": "lines+markers", "line": {"color": BLUE, "width": 2.5},
        "marker": {"symbol": hollow, "size": 9, "line": {"width": 2}}, "customdata": [h for _, _, h in told],
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip
    up = {"range": [-0.2, 4.2], "tickvals": [0, 1, 2, 3, 4], "title": titled(axis)}
    along = {"type": "category", "categoryorder": "array", "categoryarray": list(labels), "nticks": 4, "tickangle": 0}
    return drawn([band, line], 170, x=along, y=up, showlegend=False)


def passing(weeks: Sequence[Passing], labels: Sequence[str], names: tuple[str, str, str]) -> go.Figure:
    """The share that passed, per cent, with its 95 % interval, and calls with a breach as crosses on the ground line.

    ``names``: of the bars, of the crosses, of the axis. Bars of too few are pale.
    """
    shares = [100 * w.passed.k / w.passed.n if w.passed.n else None for w in weeks]
    up = [100 * w.passed.high - s if s is not None else None for w, s in zip(weeks, shares, strict=True)]
    down = [s - 100 * w.passed.low if s is not None else None for w, s in zip(weeks, shares, strict=True)]
    error = {"type": "data", "symmetric": False, "array": up, "arrayminus": down, "color": GREY, "thickness": 1.5}
    pale = [FAINT if w.passed.n < FEW else BLUE for w in weeks]
    bars: Trace = {
        "type": "bar", "x": list(labels), "y": shares, "name": names[0], "error_y": error,
        "marker": {"color": pale, "line": {"color": BLUE, "width": 1.5}},
        "hovertemplate": "%{x}: %{y:.0f} %<extra></extra>",
    }  # fmt: skip
    broken = [(label, w.breaches) for label, w in zip(labels, weeks, strict=True) if w.breaches]
    crosses: Trace = {
        "type": "scatter", "x": [label for label, _ in broken], "y": [-7] * len(broken), "mode": "markers+text",
        "name": names[1], "text": [str(n) for _, n in broken], "textposition": "middle right",
        "marker": {"symbol": "x", "color": ORANGE, "size": 9},
        "hovertemplate": "%{text}<extra>" + names[1] + "</extra>",
    }  # fmt: skip
    share = {"range": [-14, 104], "tickvals": [0, 50, 100], "title": titled(names[2])}
    week = {"type": "category", "nticks": 8, "tickangle": 0}
    traces = [bars, crosses] if broken else [bars]
    return drawn(traces, 250, x=week, y=share, showlegend=bool(broken), bargap=0.3)


def levels(names: Sequence[str], values: Sequence[float], labels: Sequence[str], axis: str) -> go.Figure:
    """A level for each criterion, 0 to 4; each bar bears its figure."""
    bars = {
        "type": "bar", "x": list(values), "y": list(names), "orientation": "h", "marker": {"color": BLUE},
        "text": list(labels), "textposition": "outside", "cliponaxis": False, "hoverinfo": "skip",
    }  # fmt: skip
    across = {"range": [0, 4.9], "tickvals": [0, 1, 2, 3, 4], "title": titled(axis)}
    down = {"autorange": "reversed"}
    return drawn([bars], 70 + 34 * len(names), x=across, y=down, lined=False, showlegend=False)
