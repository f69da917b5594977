"""Charts of a portfolio's review. Each bar bears its figure, so that no colour is needed to read it."""

from collections.abc import Sequence

import plotly.graph_objects as go

from simulator.charts import BLUE, GREEN, GREY, ORANGE

FAINT = "rgba(138,150,147,.15)"


def side_by_side(
    names: Sequence[str], bars: Sequence[tuple[float, float]], labels: Sequence[str], legend: tuple[str, str]
) -> go.Figure:
    """One's own figures, first, beside the strategies': what came in, with its figure, and what is promised.

    ``bars``: both amounts of each; ``legend`` names them. What is only promised is an empty frame, not a colour.
    """
    colours = [BLUE, *[GREY] * (len(names) - 1)]
    named = [f"{name}<br><b>{label}</b>" for name, label in zip(names, labels, strict=True)]
    figure = go.Figure(
        go.Bar(
            x=[came for came, _ in bars], y=named, orientation="h", marker_color=colours, name=legend[0],
            hovertemplate="%{y}<extra></extra>",
        )
    )  # fmt: skip
    figure.add_bar(
        x=[promised for _, promised in bars], y=named, orientation="h", name=legend[1],
        hovertemplate=legend[1] + "<extra></extra>",
        marker={"color": FAINT, "line": {"color": colours, "width": 1.5}},
    )  # fmt: skip
    figure.update_xaxes(showticklabels=False, rangemode="tozero")
    figure.update_yaxes(autorange="reversed")
    _calm(figure, 80 + 46 * len(names))
    below = {"orientation": "h", "y": -0.04, "yanchor": "top", "x": 0, "title": None}
    return figure.update_layout(barmode="stack", showlegend=True, legend=below)


def promises(names: Sequence[str], counts: Sequence[int]) -> go.Figure:
    """Promises kept, kept in part, broken."""
    figure = go.Figure(
        go.Bar(x=list(names), y=list(counts), marker_color=[GREEN, BLUE, ORANGE], text=list(counts),
               textposition="outside", cliponaxis=False, hovertemplate="%{x}: %{y}<extra></extra>")
    )  # fmt: skip
    figure.update_yaxes(showticklabels=False, range=[0, max(*counts, 1) * 1.2])
    return _calm(figure, 190)


def contacts(counts: Sequence[int], axis: str) -> go.Figure:
    """How many accounts were contacted never, once, twice, three times, more often."""
    names = ["0", "1", "2", "3", "4+"]
    figure = go.Figure(
        go.Bar(x=names, y=list(counts), marker_color=[ORANGE, *[BLUE] * 4], text=list(counts), textposition="outside",
               cliponaxis=False, hovertemplate="%{x}: %{y}<extra></extra>")
    )  # fmt: skip
    figure.update_xaxes(type="category", title={"text": axis, "standoff": 14})
    figure.update_yaxes(showticklabels=False, range=[0, max(*counts, 1) * 1.2])
    return _calm(figure, 210)


def _calm(figure: go.Figure, height: int) -> go.Figure:
    figure.update_layout(
        height=height, margin={"l": 8, "r": 8, "t": 8, "b": 8}, showlegend=False, dragmode=False, bargap=0.35,
        paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
    )  # fmt: skip
    figure.update_xaxes(fixedrange=True, showgrid=False, automargin=True)
    figure.update_yaxes(fixedrange=True, showgrid=False, automargin=True, zeroline=False)
    return figure
