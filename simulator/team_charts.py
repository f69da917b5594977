"""Charts of the manager's desk. What a colour says is also said by a mark, a figure or a word."""

from collections.abc import Sequence

import plotly.graph_objects as go

from simulator.charts import BLUE, GREY, ORANGE
from simulator.team.numbers import FEW
from simulator.team.overview import Passing, Week

BAND = "rgba(59,142,194,.16)"
_FAINT = "rgba(138,150,147,.25)"
TOP = 4.0


def trend(weeks: Sequence[Week], labels: Sequence[str], hover: Sequence[str], axis: str) -> go.Figure:
    """One criterion's level, 0 to 4, week by week, within a band of one standard deviation. Weeks of few are hollow."""
    told = [(label, w, h) for label, w, h in zip(labels, weeks, hover, strict=True) if w.level is not None]
    days = [label for label, _, _ in told]
    middle = [w.level or 0.0 for _, w, _ in told]
    around = [w.spread or 0.0 for _, w, _ in told]
    figure = go.Figure()
    figure.add_scatter(
        x=[*days, *reversed(days)],
        y=[*(min(TOP, m + s) for m, s in zip(middle, around, strict=True)),
           *(max(0.0, m - s) for m, s in zip(reversed(middle), reversed(around), strict=True))],
        fill="toself", fillcolor=BAND, line={"width": 0}, mode="lines", hoverinfo="skip",
    )  # fmt: skip
    hollow = ["circle-open" if w.n < FEW else "circle" for _, w, _ in told]
    figure.add_scatter(
        x=days, y=middle, mode="lines+markers", line={"color": BLUE, "width": 2.5},
        marker={"symbol": hollow, "size": 9, "line": {"width": 2}}, customdata=[h for _, _, h in told],
        hovertemplate="%{customdata}<extra></extra>",
    )  # fmt: skip
    figure.update_yaxes(range=[-0.2, 4.2], tickvals=[0, 1, 2, 3, 4], title={"text": axis, "standoff": 4})
    figure.update_xaxes(type="category", categoryorder="array", categoryarray=list(labels), nticks=4, tickangle=0)
    return _calm(figure, 170)


def passing(weeks: Sequence[Passing], labels: Sequence[str], names: tuple[str, str, str]) -> go.Figure:
    """The share that passed, per cent, with its 95 % interval, and calls with a breach as crosses on the ground line.

    ``names``: of the bars, of the crosses, of the axis. Bars of too few are pale.
    """
    shares = [100 * w.passed.k / w.passed.n if w.passed.n else None for w in weeks]
    up = [100 * w.passed.high - s if s is not None else None for w, s in zip(weeks, shares, strict=True)]
    down = [s - 100 * w.passed.low if s is not None else None for w, s in zip(weeks, shares, strict=True)]
    figure = go.Figure()
    figure.add_bar(
        x=list(labels), y=shares, name=names[0],
        marker={"color": [_FAINT if w.passed.n < FEW else BLUE for w in weeks], "line": {"color": BLUE, "width": 1.5}},
        error_y={"type": "data", "symmetric": False, "array": up, "arrayminus": down, "color": GREY, "thickness": 1.5},
        hovertemplate="%{x}: %{y:.0f} %<extra></extra>",
    )  # fmt: skip
    broken = [(label, w.breaches) for label, w in zip(labels, weeks, strict=True) if w.breaches]
    if broken:
        figure.add_scatter(
            x=[label for label, _ in broken], y=[-7] * len(broken), mode="markers+text", name=names[1],
            text=[str(n) for _, n in broken], textposition="middle right",
            marker={"symbol": "x", "color": ORANGE, "size": 9}, hovertemplate="%{text}<extra>" + names[1] + "</extra>",
        )  # fmt: skip
    figure.update_yaxes(range=[-14, 104], tickvals=[0, 50, 100], title={"text": names[2], "standoff": 4})
    figure.update_xaxes(type="category", nticks=8, tickangle=0)
    figure.update_layout(showlegend=bool(broken), bargap=0.3)
    return _calm(figure, 250)


def levels(names: Sequence[str], values: Sequence[float], labels: Sequence[str], axis: str) -> go.Figure:
    """A level for each criterion, 0 to 4; each bar bears its figure."""
    figure = go.Figure(
        go.Bar(
            x=list(values), y=list(names), orientation="h", marker_color=BLUE, text=list(labels),
            textposition="outside", cliponaxis=False, hoverinfo="skip",
        )
    )  # fmt: skip
    figure.update_xaxes(range=[0, 4.9], tickvals=[0, 1, 2, 3, 4], title={"text": axis, "standoff": 4})
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return _calm(figure, 70 + 34 * len(names))


def _calm(figure: go.Figure, height: int) -> go.Figure:
    figure.update_layout(
        height=height, margin={"l": 8, "r": 8, "t": 8, "b": 8}, dragmode=False, hovermode="closest",
        paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)",
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "title": None},
    )  # fmt: skip
    if figure.layout.showlegend is None:
        figure.update_layout(showlegend=False)
    figure.update_xaxes(fixedrange=True, showgrid=False, automargin=True)
    figure.update_yaxes(fixedrange=True, gridcolor=_FAINT, automargin=True, zeroline=False)
    return figure
