"""Calibration: how well the score agrees with raters, beside plain measures, and where it does not, to be read."""

import streamlit as st

from scoring import calibrated
from scoring.calibrated import Calibration
from scoring.calibration import Row
from simulator import charts
from simulator.app_pages import by_people, disagreements, names
from simulator.app_pages.agreed import figure, interval, share
from simulator.app_pages.frame import heading, title
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, paragraph, plain, show, table
from simulator.i18n import Translator

UNITS = ("turn", "note", "call")
CLOSELY, WELL = 0.8, 0.6
"""Spearman's correlations from which the words say that the score agrees closely, or well."""


def draw(visit: Visit) -> None:
    """The figures that were measured when the program was built; nothing is measured here."""
    _ = visit.say
    title(_("Calibration"), _("How well the score agrees with those who rated the same words without seeing it."))
    by_people.draw(visit)
    kept = calibrated.load()
    if kept is None:
        show(muted(_("Nothing has been measured yet. The command acuerdo calibrate --write does it.")))
        return
    _warnings(visit, kept)
    language, unit = _choice(visit)
    rows = kept.of(unit, language)
    if not rows:
        show(muted(_("Nothing of this kind was measured.")))
        return
    heading(_("Agreement by criterion"))
    show(_label(_), _agreement(_, rows))
    heading(_("Beside plain measures"))
    show(muted(_("If length or a list of kind words agreed as well, the score would not be needed.")))
    show(_label(_), _beside(_, rows))
    heading(_("Score against rating"))
    for first in range(0, len(rows), 2):
        for column, row in zip(st.columns(2, gap="large"), rows[first : first + 2], strict=False):
            with column:
                _scatter(visit, row)
    heading(_("Where they differ most"))
    show(muted(_("The best way to judge a score: read what it got wrong.")))
    for row in rows:
        disagreements.draw(visit, row)
    _reading(visit)


def _warnings(visit: Visit, kept: Calibration) -> None:
    _ = visit.say
    if kept.raters == "model":
        words = _(
            "Model-rated: passes of one language model gave the ratings, and no person has rated yet. "
            "Agreement with people may be lower."
        )
        show(f'<div class="notice">{paragraph(words)}</div>')
    if kept.stale:
        tongues = ", ".join(names.tongue(_, language) for language in kept.stale)
        words = _("These figures were measured with other weights than those in use ({languages}).", languages=tongues)
        remedy = _("The command acuerdo calibrate --write measures them anew.")
        show(f'<div class="notice" role="alert">{paragraph(words)}{muted(remedy)}</div>')


def _choice(visit: Visit) -> tuple[str, str]:
    _ = visit.say
    kinds = {"turn": _("Replies"), "note": _("Follow-up notes"), "call": _("Whole calls")}
    languages = ("es", "en") if visit.language == "es" else ("en", "es")
    with st.container(horizontal=True, gap="medium", key="chosen"):
        language = st.radio(
            _("Language of the calls"), languages, format_func=lambda one: names.tongue(_, one), horizontal=True,
            key=f"calibration_language_{visit.language}",
        )  # fmt: skip
        unit = st.radio(
            _("What was rated"),
            UNITS,
            format_func=kinds.__getitem__,
            horizontal=True,
            key=f"calibration_unit_{visit.language}",
        )
    return str(language), str(unit)


def _label(_: Translator) -> str:
    return muted(_("Model-rated · n: how many were rated · in brackets: {level} interval", level="95 %"))


def _agreement(_: Translator, rows: tuple[Row, ...]) -> str:
    heads = [
        _("Criterion"), "n", _("Not assessed"), _("Rank correlation"), _("Length held fixed"), _("Weighted kappa"),
        _("Same level"), _("Within one level"),
    ]  # fmt: skip
    shown = [
        [
            names.criterion(_, r.criterion), str(r.n), str(r.n - r.assessed), f"{figure(r.spearman)} {interval(r)}",
            figure(r.spearman_given_length), figure(r.qwk), share(r.exact), share(r.within_one),
        ]
        for r in rows
    ]  # fmt: skip
    return table(_("Agreement by criterion, model-rated"), heads, shown)


def _beside(_: Translator, rows: tuple[Row, ...]) -> str:
    heads = [_("Criterion"), "n", _("The score"), _("The trained words alone"), _("Length in words"), "VADER"]
    shown = [
        [
            names.criterion(_, r.criterion), str(r.n), f"{figure(r.spearman)} {interval(r)}",
            *(figure(one) for one in (r.words, r.length, r.vader)),
        ]
        for r in rows
    ]  # fmt: skip
    return table(_("Rank correlation with the raters' mean, model-rated"), heads, shown)


def _scatter(visit: Visit, row: Row) -> None:
    _ = visit.say
    name = names.criterion(_, row.criterion)
    finding = _finding(_, name, row.spearman)
    measured = f"{figure(row.spearman)} {interval(row)}"
    label = _("model-rated · n {n} · rank correlation {figure}", n=row.assessed, figure=measured)
    show(f'<p class="chart-title">{plain(finding)}</p>', muted(label))
    hover = [_("Rated {a}, scored {b}", a=f"{p.rated:g}", b=f"{p.score:.1f}") for p in row.points]
    axes = (_("Raters' mean"), _("Score"))
    drawn = charts.agreement(row.points, hover, axes)
    st.plotly_chart(drawn, key=f"agreement_{row.criterion}", config=charts.QUIET, alt=f"{finding}; {label}")
    with st.expander(_("As a table"), key=f"levels_{row.criterion}"):
        show(_levels(_, name, row))


def _finding(_: Translator, name: str, spearman: float | None) -> str:
    if spearman is None:
        return _("{name}: too few to say", name=name)
    if spearman >= CLOSELY:
        return _("{name}: agrees closely", name=name)
    return (
        _("{name}: agrees well, with exceptions", name=name)
        if spearman >= WELL
        else _("{name}: agrees loosely", name=name)
    )


def _levels(_: Translator, name: str, row: Row) -> str:
    """How often each rated level met each scored one."""
    levels = range(5)
    heads = [_("Rated → scored"), *(f"→ {n}" for n in levels)]
    met = [(min(4, int(p.rated + 0.5)), p.level) for p in row.points]
    shown = [[str(rated), *(str(met.count((rated, scored))) for scored in levels)] for rated in levels]
    return table(_("{name}: levels rated and scored, model-rated", name=name), heads, shown)


def _reading(visit: Visit) -> None:
    _ = visit.say
    with st.expander(_("How to read these figures"), key="how_to_read"):
        show(
            items(
                [
                    _("Rank correlation (Spearman) says whether what is rated higher is scored higher: 1 is always."),
                    _("With length held fixed, a score that merely rewards long replies would fall."),
                    _("Weighted kappa compares whole levels; two levels apart weighs four times one level apart."),
                    _("VADER is a list of English words with feelings. For Spanish it is shown for completeness."),
                    _("The writers of what is measured here taught the score nothing, though its settings were chosen "
                      "while looking at these lines: expect a little less from strangers."),
                ]
            )
        )  # fmt: skip
