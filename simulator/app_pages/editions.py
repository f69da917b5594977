"""Which of an attempt's scorecards is shown: the newest, or the one the address names; and the way to the others."""

from collections.abc import Sequence

import streamlit as st

from simulator.app_pages.opening import zone
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, plain, show
from simulator.kept import KeptScorecard

CARD = "card"


def chosen(kept: Sequence[KeptScorecard]) -> KeptScorecard | None:
    """The scorecard that the address names, else the newest; ``None`` where there is none."""
    named = st.query_params.get(CARD)
    return next((one for one in kept if one.id == named), kept[0] if kept else None)


def draw(visit: Visit, attempt_id: str, kept: Sequence[KeptScorecard], shown: KeptScorecard) -> None:
    """Says that the call was scored more than once, and leads to the other scorecards; nothing where there is one."""
    _ = visit.say
    if len(kept) < 2:
        return
    newest = shown.id == kept[0].id
    words = (
        _("This call was scored again. This is the newest scorecard; the earlier ones stay as they were.")
        if newest
        else _("You are reading an earlier scorecard. A newer one exists.")
    )
    with st.container(border=True, key="editions"):
        show(f'<p class="said" dir="auto">{plain(words)}</p>' if not newest else muted(words))
        for one in kept:
            if one.id != shown.id:
                visit.link("attempt", _line(visit, one, newest=one is kept[0]), attempt=attempt_id, **{CARD: one.id})


def _line(visit: Visit, one: KeptScorecard, *, newest: bool) -> str:
    _ = visit.say
    card = one.in_force
    total = _("not assessed") if card.total is None else _("{n} of 100", n=round(card.total))
    kind = _("Newest scorecard") if newest else _("Earlier scorecard")
    rubric = visit.practice.rubric_of(card)
    named = rubric.title[visit.language] if rubric else card.rubric
    words = f"{kind}: {total} · {one.scored_at.astimezone(zone()):%Y-%m-%d %H:%M} · {named} {card.rubric_version}"
    return "".join(f"\\{c}" if c in r"\`*_[]<>$~" else c for c in words)
