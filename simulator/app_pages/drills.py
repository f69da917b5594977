"""Drills: today's three with their reasons, the days in a row, and how each criterion is going."""

import datetime
from itertools import groupby

import streamlit as st

from scenarios.country import format_date
from simulator.app_pages import drill, drill_words, names
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import drill_desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show, strong, table, tags
from simulator.drill_desk import Day
from simulator.drills.choosing import Chosen
from simulator.drills.streak import Streak
from simulator.drills.tries import TryLine
from simulator.i18n import Translator

RECENT = 10
"""Tries of a criterion that the history shows."""


def draw(visit: Visit) -> None:
    """The drill that the address names, or today's."""
    key = st.query_params.get(drill.ADDRESS)
    if key:
        drill.draw(visit, key)
    else:
        _day(visit)


def today(visit: Visit) -> Day:
    """Today's drills of whoever is here."""
    return drill_desk().today(visit.actor, visit.language, visit.country)


def drills_card(visit: Visit) -> None:
    """Today's drills as a card for another page: how far one is, what is next and why, and the way there."""
    _ = visit.say
    day = today(visit)
    if not day.chosen:
        return
    with st.container(border=True, key="drills_card"):
        show(strong(_("Ten minutes a day")), muted(_so_far(_, day)))
        if day.next:
            show(paragraph(drill_words.name(_, day.next.drill), "body"), muted(drill_words.reason(_, day.next)))
        if st.button(_("Go to today's drills"), key="drills_go"):
            visit.go("drills")


def _day(visit: Visit) -> None:
    _ = visit.say
    day = today(visit)
    title(_("Today's drills"), _("A moment of a call, two replies, three minutes. Only you see it."))
    if not day.chosen:
        show(muted(_("There are no drills in this language yet.")))
        return
    show(_meter(_, day))
    for n, chosen in enumerate(day.chosen, start=1):
        _card(visit, day, chosen, n)
    if day.next is None:
        done = _("That was it for today. Tomorrow there are three others; a whole call is always there.")
        show(paragraph(done, "body"))
        if st.button(_("Choose a call"), key="drills_to_calls"):
            visit.go("practise")
    _history(visit)


def _so_far(_: Translator, day: Day) -> str:
    done = sum(c.drill.key in day.done for c in day.chosen)
    said = _("Today: {n} of {all} done", n=done, all=len(day.chosen))
    return f"{said} · {_in_a_row(_, day.streak)}" if day.streak.days > 1 else said


def _in_a_row(_: Translator, streak: Streak) -> str:
    return _.plural("{n} day of practice", "{n} days of practice in a row", streak.days)


def _meter(_: Translator, day: Day) -> str:
    done = sum(c.drill.key in day.done for c in day.chosen)
    share = round(done / len(day.chosen) * 20) * 5
    row = _in_a_row(_, day.streak) if day.streak.days else ""
    said = _("Today: {n} of {all} done", n=done, all=len(day.chosen))
    words = f"<p>{plain(said)}<span>{plain(row)}</span></p>"
    return f'<div class="time">{words}<i class="bar"><i class="p{share}"></i></i></div>'


def _card(visit: Visit, day: Day, chosen: Chosen, n: int) -> None:
    """One drill of the day; what is not done next is there too, only quieter."""
    _ = visit.say
    item, is_next, is_done = chosen.drill, chosen == day.next, chosen.drill.key in day.done
    named = chosen.reason.why in ("first", "weakest", "rotation")  # its reason names the criterion already
    trains = [] if named else [names.criterion(_, item.criterion)]
    labels = [*trains, names.country(_, item.country), *([_("done")] if is_done else [])]
    with st.container(border=True, key=f"drill_{n}"):
        show(
            f'<h2 class="card-title">{plain(drill_words.name(_, item))}</h2>',
            paragraph(drill_words.reason(_, chosen), "body"),
            tags(labels),
        )
        label = _("Look at it again") if is_done else _("Start")
        if st.button(label, key=f"start_drill_{n}", type="primary" if is_next else "secondary"):
            visit.go("drills", **{drill.ADDRESS: item.key})


def _history(visit: Visit) -> None:
    _ = visit.say
    done = drill_desk().history(visit.actor)
    if not done:
        return
    heading(_("How it is going"))
    by_criterion = sorted(done, key=lambda t: t.criterion)
    rows = [_row(_, criterion, list(tries)) for criterion, tries in groupby(by_criterion, key=lambda t: t.criterion)]
    show(f'<dl class="facts">{"".join(rows)}</dl>')
    with st.expander(_("All your tries")):
        heads = [_("Day"), _("Drill"), _("Trains"), _("Result")]
        show(table(_("All your tries"), heads, [_line(_, one, visit.now.tzinfo) for one in reversed(done)]))
        with st.popover(_("Delete all tries")):
            show(paragraph(_("All that you wrote in drills will be gone, and what should come back is forgotten.")))
            st.button(_("Delete them"), key="drills_delete", on_click=_delete, args=(visit,))


def _row(_: Translator, criterion: str, tries: list[TryLine]) -> str:
    """A criterion with its latest first tries as dots, said in words too."""
    recent = [t for t in tries if t.number == 1][-RECENT:] or tries[-RECENT:]
    passed = sum(bool(t.passed) for t in recent)
    dots = "".join(f'<i class="{"on" if t.passed else ""}"></i>' for t in recent)
    words = _("{n} of {all} well handled", n=passed, all=len(recent))
    name = plain(names.criterion(_, criterion))
    meter = f'<p class="level">{plain(words)}<span class="dots" aria-hidden="true">{dots}</span></p>'
    return f"<div><dt>{name}</dt><dd>{meter}</dd></div>"


def _line(_: Translator, tried: TryLine, zone: datetime.tzinfo | None) -> list[str]:
    day = format_date(tried.began_at.astimezone(zone).date(), _.language, "MX" if _.language == "es" else "GB")
    result = _("well handled") if tried.passed else _("not yet")
    level = [] if tried.level is None else [_("Level {n} of 4", n=tried.level)]
    who = drill_words.capital(drill_words.who(_, tried.kind))
    return [day, who, names.criterion(_, tried.criterion), " · ".join([result, *level])]


def _delete(visit: Visit) -> None:
    attempt_to(visit, lambda: drill_desk().delete_all(visit.actor))
