"""What the score got wrong by its raters: the words, the ratings, and how the score came about."""

from collections.abc import Sequence

import streamlit as st

from scoring.calibration import Disagreement, Row
from scoring.criterion import Term
from scoring.rubrics.known import criteria
from simulator.app_pages import cards, names
from simulator.app_pages.visit import Visit
from simulator.app_pages.why_level import signed
from simulator.app_pages.written import muted, plain, show, table
from simulator.i18n import Translator

SHOWN = 5


def draw(visit: Visit, row: Row) -> None:
    """The worst disagreements of a criterion, behind one line."""
    _ = visit.say
    read = row.worst[:SHOWN]
    label = _.plural("{n} disagreement to read", "{n} disagreements to read", len(read))
    with st.expander(f"{names.criterion(_, row.criterion)}: {label}", key=f"worst_{row.criterion}"):
        for one in read:
            _one(visit, row, one)


def _one(visit: Visit, row: Row, one: Disagreement) -> None:
    _ = visit.say
    marks = ", ".join(f"{mark:g}" for mark in one.marks)
    kind = _("Rated {marks} · scored level {n} ({score})", marks=marks, n=one.level, score=f"{one.score:.1f}")
    lead = {"turn": _("The reply"), "note": _("The note"), "call": _("The call")}[row.unit]
    before = {"turn": _("The debtor had said"), "note": _("What was agreed"), "call": ""}[row.unit]
    higher = _("The score is higher than the ratings.") if one.apart > 0 else _("The score is lower than the ratings.")
    show(
        f'<article class="finding {"missed" if one.apart > 0 else "met"}"><p class="kind">{plain(kind)}</p>',
        muted(" ".join((higher, _("Model-rated."), one.id))),
        _quoted(one.heard, before) if one.heard else "",
        _quoted(one.said, lead),
        "</article>",
    )
    rows = [[name, signed(value)] for name, value in _terms(visit, row.criterion, one.terms)]
    with st.popover(_("Why this score?"), type="tertiary", key=f"why_{row.criterion}_{one.id}"):
        show(table(_("What made the score"), [_("What counts"), _("Levels")], rows))


def _quoted(text: str, cite: str) -> str:
    return f'<blockquote dir="auto">{plain(text)}<cite>{plain(cite)}</cite></blockquote>'


def _terms(visit: Visit, criterion: str, terms: Sequence[Term]) -> list[tuple[str, float]]:
    """The addends by name, those that have none of their own together."""
    named: dict[str, float] = {}
    for term in terms:
        name = _name(visit, criterion, term.name)
        named[name] = round(named.get(name, 0.0) + term.value, 2)
    return list(named.items())


def _name(visit: Visit, criterion: str, key: str) -> str:
    _ = visit.say
    known = names.term(_, key)
    if known or criterion == "documented_follow_up":
        return known or cards.title(criterion, key, visit.language)
    kind, _dot, rest = key.partition(".")
    if kind == "act":
        return names.act(_, rest)
    if kind in ("found", "cap"):
        found = _indicator(visit, rest)
        return _("Limit: {what}", what=found) if kind == "cap" else found
    return _other(_)


def _indicator(visit: Visit, key: str) -> str:
    known = next((c for c in criteria() if cards.find(c, key, visit.language)), "")
    return cards.title(known, key, visit.language)


def _other(_: Translator) -> str:
    return _("Other signs in the wording")
