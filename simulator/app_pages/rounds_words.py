"""Words for calibration rounds: where one stands, and its figures, with who rated and how many."""

from scoring.raters import Agreement, Figures
from simulator.app_pages import names
from simulator.app_pages.agreed import figure, share
from simulator.app_pages.opening import zone
from simulator.app_pages.written import table
from simulator.calibrating.rounds import Standing
from simulator.i18n import Translator


def line(_: Translator, standing: Standing) -> str:
    """A round in a line: open or closed, calls, raters, language."""
    found = standing.round
    state = _("closed on {day}", day=f"{found.closed_at.astimezone(zone()):%Y-%m-%d}") if found.closed_at else _("open")
    calls = _.plural("{n} call", "{n} calls", standing.of)
    raters = _.plural("{n} rater", "{n} raters", len(standing.raters))
    return f"{state} · {calls} · {raters} · {names.tongue(_, found.language)}"


def weeks(_: Translator, n: int) -> str:
    """A choice of how far back."""
    if not n:
        return _("Any time")
    return _("The last week") if n == 1 else _("The last {n} weeks", n=n)


def short(_: Translator, found: Figures) -> str:
    """A criterion's agreement among people in a sentence; for beside its score."""
    calls = _.plural("{n} call", "{n} calls", found.people.n)
    return _(
        "Rated blind by {raters} people, {calls}: alpha among them {alpha}, of the program with them {program}.",
        raters=found.raters, calls=calls, alpha=figure(found.people.alpha), program=figure(found.program.alpha),
    )  # fmt: skip


def of_figures(_: Translator, caption: str, rows: list[tuple[str, Agreement]]) -> str:
    """Agreement by criterion as a table."""
    heads = [
        _("Criterion"),
        "n",
        _("Same level"),
        _("Within one level"),
        _("Weighted kappa"),
        _("Krippendorff's alpha"),
    ]
    shown = [
        [name, str(one.n), share(one.exact), share(one.within_one), figure(one.kappa), figure(one.alpha)]
        for name, one in rows
    ]
    return table(caption, heads, shown)
