"""Charts of a portfolio's review. Each bar bears its figure, so that no colour is needed to read it."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from simulator.chart_look import BLUE, GREEN, GREY, ORANGE, Trace, drawn, titled

_PALE = "rgba(138,150,147,.15)"
_OUTSIDE = {"textposition": "outside", "cliponaxis": False, "hovertemplate": "%{x}: %{y}<extra></extra>"}


def side_by_side(
    names: Sequence[str], bars: Sequence[tuple[float, float]], labels: Sequence[str], legend: tuple[str, str]
) -> go.Figure:
    """One's own figures, first, beside the strategies': what came in, with its figure, and what is promised.

    ``bars``: both amounts of each; ``legend`` names them. What is only promised is an empty frame, not a colour.
    """
    colours = [BLUE, *[GREY] * (len(names) - 1)]
    named = [f"{name}<br><b>{label}</b>" for name, label in zip(names, labels, strict=True)]
    along = {"type": "bar", "y": named, "orientation": "h"}
    owed = {"color": _PALE, "line": {"color": colours, "width": 1.5}}
    traces: list[Trace] = [
        {**along, "x": [came for came, _ in bars], "marker": {"color": colours}, "name": legend[0],
         "hovertemplate": "%{y}<extra></extra>"},
        {**along, "x": [promised for _, promised in bars], "marker": owed, "name": legend[1],
         "hovertemplate": legend[1] + "<extra></extra>"},
    ]  # fmt: skip
    return drawn(
        traces, 80 + 46 * len(names), x={"showticklabels": False, "rangemode": "tozero"}, y={"autorange": "reversed"},
        legend={"y": -0.04, "yanchor": "top"}, lined=False, barmode="stack", bargap=0.35, showlegend=True,
    )  # fmt: skip


def promises(names: Sequence[str], counts: Sequence[int]) -> go.Figure:
    """Promises kept, kept in part, broken."""
    return _counted(names, counts, [GREEN, BLUE, ORANGE], 190, {})


def contacts(counts: Sequence[int], axis: str) -> go.Figure:
    """How many accounts were contacted never, once, twice, three times, more often."""
    often = {"type": "category", "title": titled(axis, 14)}
    return _counted(["0", "1", "2", "3", "4+"], counts, [ORANGE, *[BLUE] * 4], 210, often)


def _counted(
    names: Sequence[str], counts: Sequence[int], colours: Sequence[str], height: int, x: Mapping[str, Any]
) -> go.Figure:
    """Bars that bear their counts, so that no y axis is needed."""
    bars = {
        "type": "bar", "x": list(names), "y": list(counts), "text": list(counts), "marker": {"color": colours},
        **_OUTSIDE,
    }  # fmt: skip
    up = {"showticklabels": False, "range": [0, max(*counts, 1) * 1.2]}
    return drawn([bars], height, x=x, y=up, lined=False, showlegend=False, bargap=0.35)
