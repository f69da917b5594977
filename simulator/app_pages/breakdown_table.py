"""Progress apart by difficulty, by kind of debtor and by case, and the best call."""

import streamlit as st

from simulator import breakdown
from simulator.app_pages import names
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, show, table
from simulator.breakdown import Group
from simulator.i18n import Translator
from simulator.kept import Scored


def draw_best(visit: Visit, scored: tuple[Scored, ...]) -> None:
    """The best call, with the way to its scorecard."""
    _ = visit.say
    one = breakdown.best(scored)
    if one is None or one.total is None:
        return
    where = _titles(visit).get(one.scenario_id, names.spoken(one.scenario_id))
    label = _("Your best: {n} of 100 in {title}", n=round(one.total), title=where)
    visit.link("attempt", label, attempt=one.attempt_id)


def draw(visit: Visit, scored: tuple[Scored, ...]) -> None:
    """Three small tables; a mean of few calls says so."""
    _ = visit.say
    titles = _titles(visit)
    by_difficulty = breakdown.by(scored, lambda card: card.difficulty)
    by_segment = breakdown.by(scored, breakdown.segment)
    by_case = breakdown.by(scored, lambda card: card.scenario_id)
    with st.expander(_("By difficulty, kind of debtor and case"), key="fold_kinds"):
        show(_table(_, _("Difficulty"), [(names.difficulty(_, k), g) for k, g in sorted(by_difficulty.items())]))
        show(_table(_, _("Kind of debtor"), [(segment(_, k), g) for k, g in sorted(by_segment.items())]))
        named = sorted(((titles.get(k, names.spoken(k)), g) for k, g in by_case.items()), key=lambda pair: pair[0])
        show(_table(_, _("Case"), named))
        show(muted(_("Totals of 100, of the rubric in force at your latest call. Other tries of a call do not count.")))


def segment(_: Translator, kind: tuple[bool, bool]) -> str:
    """A debtor by will and means; ``kind`` is (willing, able)."""
    return {
        (True, True): _("wants to pay and can"), (True, False): _("wants to pay and cannot"),
        (False, True): _("can pay and does not want to"), (False, False): _("neither can nor wants to pay"),
    }[kind]  # fmt: skip


def _table(_: Translator, head: str, groups: list[tuple[str, Group]]) -> str:
    heads = [head, _("Calls"), _("Mean"), _("Best")]
    return table(head, heads, [[name, *_figures(_, group)] for name, group in groups])


def _figures(_: Translator, group: Group) -> list[str]:
    mean = str(round(group.mean))
    few = _("{n} (few yet)", n=mean) if group.few else mean
    return [str(group.calls), few, str(round(group.best))]


def _titles(visit: Visit) -> dict[str, str]:
    return {card.id: card.title for card in visit.practice.scenarios(visit.language)}
