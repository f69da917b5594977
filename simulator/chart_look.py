"""How every chart looks: on the page's own ground, with faint lines, still under a finger that scrolls."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

BLUE, ORANGE, GREEN, GREY = "#3B8EC2", "#D9772B", "#1E9E7A", "#8A9693"
FAINT = "rgba(138,150,147,.25)"
_CLEAR = "rgba(0,0,0,0)"
Trace = Mapping[str, Any]
"""What Plotly's JSON says of a trace, its ``type`` included."""


def drawn(  # noqa: PLR0913 - what a chart is made of
    traces: Sequence[Trace],
    height: int,
    *,
    x: Mapping[str, Any] | None = None,
    y: Mapping[str, Any] | None = None,
    legend: Mapping[str, Any] | None = None,
    lined: bool = True,
    **layout: Any,
) -> go.Figure:
    """The figure, made in one go: Plotly checks each later change anew, which costs more than all the rest.

    ``x``, ``y`` and ``legend`` say what is special about them, ``layout`` about the rest; ``lined`` draws the y axis'
    lines.
    """
    axis = {"fixedrange": True, "automargin": True, "title": None}
    lines = {"showgrid": True, "gridcolor": FAINT} if lined else {"showgrid": False}
    common = {
        "height": height, "margin": {"l": 8, "r": 8, "t": 8, "b": 8}, "hovermode": "closest", "dragmode": False,
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "title": None, **(legend or {})},
        "paper_bgcolor": _CLEAR, "plot_bgcolor": _CLEAR,
        "xaxis": {**axis, "showgrid": False, **(x or {})},
        "yaxis": {**axis, **lines, "zeroline": False, **(y or {})},
    }  # fmt: skip
    return go.Figure({"data": list(traces), "layout": common | layout})


def titled(text: str, standoff: int = 4) -> dict[str, Any]:
    """The title of an axis, so many pixels from its figures."""
    return {"text": text, "standoff": standoff}
