"""Charts as Plotly figures: a finding in the title, words beside colours, legible in light and dark."""

from collections.abc import Sequence

import plotly.graph_objects as go

from scenarios.case import Case
from scenarios.country import format_date
from scoring.calibration import Point
from simulator.chart_look import BLUE, FAINT, GREEN, GREY, ORANGE, Trace, drawn, titled
from simulator.i18n import Translator
from simulator.progress import Series
from simulator.state import Step

QUIET = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "staticPlot": False}
MOODS = (
    ("anger", ORANGE, "circle", "solid"),
    ("trust", BLUE, "square", "dash"),
    ("commitment", GREEN, "diamond", "dot"),
)
FAR, SPREAD = 2.0, 0.5
"""Levels from which score and rating are far apart; the width over which equal ratings are spread."""


def payment_history(_: Translator, case: Case) -> go.Figure:
    """What fell due and what of it was paid, payment by payment."""
    lines = case.account.history
    days = [format_date(line.due, _.language, case.country) for line in lines]
    paid = [float(line.paid) for line in lines]
    unpaid = [float(line.amount - line.paid) if line.paid < line.amount else None for line in lines]
    owing = {"color": FAINT, "line": {"color": ORANGE, "width": 1.5}}
    bars: list[Trace] = [
        {"type": "bar", "x": days, "y": paid, "name": _("Paid"), "marker": {"color": BLUE}},
        {"type": "bar", "x": days, "y": unpaid, "name": _("Unpaid"), "marker": owing},
    ]
    order = {"traceorder": "normal"}
    return drawn(bars, 190, x={"type": "category", "nticks": 6}, legend=order, barmode="stack", bargap=0.35)


def mood(
    names: Sequence[str], steps: Sequence[Step], causes: Sequence[Sequence[str]], marks: Sequence[tuple[int, str]]
) -> go.Figure:
    """Anger, trust and commitment, 0 to 100, after each turn. ``names`` in that order; ``causes`` by level, one a step.

    ``marks`` are the turns that counted most, with the level that moved: each is ringed and numbered from 1.
    """
    turns = [step.number for step in steps]
    lines = [
        {
            "type": "scatter", "x": turns, "y": [getattr(step.state, level) for step in steps], "name": name,
            "mode": "lines+markers", "line": {"color": colour, "width": 2.5, "dash": dash},
            "marker": {"symbol": symbol, "size": 8}, "customdata": list(why),
            "hovertemplate": "%{y}<br>%{customdata}<extra>" + name + "</extra>",
        }
        for name, why, (level, colour, symbol, dash) in zip(names, causes, MOODS, strict=True)
    ]  # fmt: skip
    rings = [
        {
            "x": turn, "y": getattr(steps[turn].state, level), "text": f"<b>{number}</b>", "ay": -26, "ax": 0,
            "arrowhead": 0, "arrowwidth": 1, "arrowcolor": GREY, "bordercolor": GREY, "borderpad": 2, "bgcolor": FAINT,
        }
        for number, (turn, level) in enumerate(marks, start=1)
    ]  # fmt: skip
    high = {"range": [-4, 116], "tickvals": [0, 25, 50, 75, 100]}
    return drawn(lines, 280, x={"dtick": 1 if len(turns) < 15 else 5}, y=high, annotations=rings)


def criterion(series: Series, hover: Sequence[str]) -> go.Figure:
    """One criterion's level, 0 to 4, attempt by attempt; what was not assessed is a gap, a person's level a diamond."""
    attempts = list(range(1, len(series.points) + 1))
    line = {
        "type": "scatter", "x": attempts, "y": [point.level for point in series.points], "mode": "lines+markers",
        "connectgaps": False, "customdata": list(hover), "hovertemplate": "%{customdata}<extra></extra>",
        "line": {"color": BLUE, "width": 2.5},
        "marker": {"size": 9, "symbol": ["diamond" if point.by_person else "circle" for point in series.points]},
    }  # fmt: skip
    along = {"dtick": _steps(len(attempts)), "range": [0.6, max(len(attempts), 3) + 0.4]}
    return drawn([line], 170, x=along, y={"range": [-0.3, 4.3], "tickvals": [0, 1, 2, 3, 4]})


def _steps(attempts: int) -> int:
    """From tick to tick, in attempts: few enough figures to be read."""
    return next((step for most, step in ((11, 1), (40, 5), (100, 10)) if attempts <= most), 50)


def agreement(points: Sequence[Point], hover: Sequence[str], axes: tuple[str, str]) -> go.Figure:
    """Score against the raters' mean, 0 to 4 each. Points of one rating stand side by side; ``axes`` names x and y.

    What lies two levels or more apart has another mark, not only another colour.
    """
    far = [abs(p.score - p.rated) >= FAR for p in points]
    marker = {
        "color": [ORANGE if one else BLUE for one in far],
        "symbol": ["diamond" if one else "circle" for one in far],
        "size": [9 if one else 7 for one in far],
        "opacity": 0.6,
    }
    same = {
        "type": "scatter", "x": [0, 4], "y": [0, 4], "mode": "lines", "line": {"color": FAINT, "dash": "dot"},
        "hoverinfo": "skip",
    }  # fmt: skip
    scored = {
        "type": "scatter", "x": _side_by_side([p.rated for p in points]), "y": [p.score for p in points],
        "mode": "markers", "marker": marker, "customdata": list(hover),
        "hovertemplate": "%{customdata}<extra></extra>",
    }  # fmt: skip
    across, up = ({"range": [-0.4, 4.4], "tickvals": [0, 1, 2, 3, 4], "title": titled(name)} for name in axes)
    return drawn([same, scored], 260, x=across, y=up, showlegend=False)


def spread(
    counts: Sequence[int], this: int, labels: Sequence[str], names: tuple[str, str], axes: tuple[str, str]
) -> go.Figure:
    """How many stories fall in each band; the band of the story told is hatched, not only of another colour.

    ``names`` are those of the other bands and of this one, ``axes`` those of x and y.
    """
    shown = {"fgcolor": "#FFFFFF", "fillmode": "overlay", "size": 6}
    bars = [
        {
            "type": "bar", "x": list(labels), "y": [n if (at == this) == mine else None for at, n in enumerate(counts)],
            "name": name, "marker": {"color": colour, "pattern": {"shape": hatch, **shown}},
            "hovertemplate": f"%{{x}} %<br>%{{y}} · {axes[1]}<extra>{name}</extra>",
        }
        for name, colour, hatch, mine in zip(names, (BLUE, ORANGE), ("", "/"), (False, True), strict=True)
    ]  # fmt: skip
    bands = {
        "type": "category", "categoryorder": "array", "categoryarray": list(labels), "tickangle": 0,
        "tickvals": [labels[0], *labels[3:-2:2], labels[-1]], "title": titled(axes[0], 6),
    }  # fmt: skip
    told = {"title": titled(axes[1]), "rangemode": "tozero"}
    return drawn(bars, 240, x=bands, y=told, barmode="overlay", bargap=0.15)


def _side_by_side(values: Sequence[float]) -> list[float]:
    """Equal values spread a little, the same way each time, so that each point can be seen."""
    seen: dict[float, int] = {}
    spread = []
    for value in values:
        seen[value] = seen.get(value, 0) + 1
        spread.append(value + SPREAD * ((seen[value] * 0.618034) % 1 - 0.5))
    return spread
