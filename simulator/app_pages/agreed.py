"""How well a criterion agrees with its raters, in one line and in figures."""

from scoring import calibrated
from scoring.calibration import Row
from simulator.i18n import Translator


def line(_: Translator, language: str, criterion: str) -> str:
    """The agreement over whole calls in the language, and who rated; empty where nothing was measured."""
    kept = calibrated.load()
    row = next((r for r in kept.of("call", language) if r.criterion == criterion), None) if kept else None
    if row is None or row.spearman is None:
        return ""
    return _(
        "On {n} calls that a model rated, not people, these levels follow its order by {figure}; 1 would be wholly.",
        figure=f"{figure(row.spearman)} {interval(row)}".strip(), n=row.assessed,
    )  # fmt: skip


def figure(value: float | None) -> str:
    """A correlation with two decimals; a dash where there is none."""
    return "–" if value is None else f"{value:.2f}".replace("-", "−")


def interval(row: Row) -> str:
    """The 95 % interval in brackets, never broken over lines; empty where there is none."""
    if row.low is None or row.high is None:
        return ""
    return f"({figure(row.low)}\u2060–\u2060{figure(row.high)})"


def share(value: float | None) -> str:
    """A share as a percentage."""
    return "–" if value is None else f"{value * 100:.0f} %"
