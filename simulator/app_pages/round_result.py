"""A closed round: how people agree, how the program agrees with them, and what they differ on, to be talked over."""

import streamlit as st

from scoring.raters import consensus
from simulator.app_pages import names, round_rating
from simulator.app_pages import rounds_words as words
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import rounds as desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, show, strong
from simulator.calibrating import exporting
from simulator.calibrating.rounds import Judged, Standing
from simulator.typed import MAX_REPLY

SHOWN = 12
"""Disagreements to talk over that a page shows."""


def draw(visit: Visit, standing: Standing) -> None:
    """Figures, disagreements, what it came to, files."""
    _ = visit.say
    found = standing.round
    title(found.name, words.line(_, standing))
    heading(_("How people agree among themselves"))
    rows = [(names.criterion(_, one.criterion), one.people) for one in found.figures]
    show(words.of_figures(_, _("Agreement among people"), rows))
    heading(_("How the program agrees with people"))
    program = [(names.criterion(_, one.criterion), one.program) for one in found.figures]
    show(words.of_figures(_, _("Agreement of the program with people"), program))
    show(muted(_("Against what the raters settled on, else against their mean, halves rounded up.")))
    judged = desk().judged(visit.actor, found.id)
    _differences(visit, [one for one in judged if one.apart or _off(one)])
    _note(visit, standing)
    _files(visit, standing, judged)
    _reading(visit)


def _off(one: Judged) -> bool:
    """Whether the program lies two levels or more from people."""
    came_to = consensus(one.given)
    return came_to is not None and one.machine is not None and abs(came_to - one.machine) >= 2


def _differences(visit: Visit, found: list[Judged]) -> None:
    _ = visit.say
    heading(_("What to talk over"))
    if not found:
        show(muted(_("Nobody differs. That is rare: look whether the calls were varied enough.")))
    for one in found[:SHOWN]:
        _difference(visit, one)
    if len(found) > SHOWN:
        show(muted(_("{n} more are in the file below.", n=len(found) - SHOWN)))


def _difference(visit: Visit, one: Judged) -> None:
    _ = visit.say
    given = ", ".join("–" if level is None else str(level) for level in one.given)
    machine = "–" if one.machine is None else str(one.machine)
    call = _("Call {n}", n=one.item.number)
    told = f"{call} · {names.criterion(_, one.criterion)}"
    settled = "" if one.agreed is None or one.agreed.level is None else " · " + _("settled: {n}", n=one.agreed.level)
    figures = _("people {given}; the program {n}", given=given, n=machine)
    key = f"{one.item.id}_{one.criterion}"
    with st.expander(f"{told}: {figures}{settled}", key=f"differ_{key}"):
        show(round_rating.call(_, desk().read(visit.actor, one.item.id)))
        kept = one.agreed
        st.radio(
            _("Settled level"), range(5), index=kept.level if kept else None, horizontal=True, key=f"settle_{key}",
            format_func=str,
        )  # fmt: skip
        st.text_area(
            _("What was said"), value=kept.note if kept else "", key=f"said_{key}", height=90, max_chars=MAX_REPLY
        )
        st.button(_("Keep what was settled"), key=f"keep_{key}", on_click=_settle, args=(visit, one, key))


def _settle(visit: Visit, one: Judged, key: str) -> None:
    level, note = st.session_state.get(f"settle_{key}"), str(st.session_state.get(f"said_{key}") or "")
    attempt_to(visit, lambda: desk().settle(visit.actor, one.item.id, one.criterion, level, note))


def _note(visit: Visit, standing: Standing) -> None:
    _ = visit.say
    st.text_area(
        _("What the round came to"), value=standing.round.note, key="round_note", height=120, max_chars=MAX_REPLY
    )
    st.button(_("Keep the note"), key="keep_note", on_click=_keep_note, args=(visit, standing.round.id))


def _keep_note(visit: Visit, round_id: str) -> None:
    note = str(st.session_state.get("round_note") or "")
    attempt_to(visit, lambda: desk().keep_note(visit.actor, round_id, note))


def _files(visit: Visit, standing: Standing, judged: tuple[Judged, ...]) -> None:
    _ = visit.say
    show(strong(_("Files")))
    calls = {one.item.id: desk().read(visit.actor, one.item.id) for one in judged}
    with st.container(horizontal=True):
        st.download_button(
            _("The round (.json)"), exporting.as_json(standing, judged), "calibration.json", "application/json",
            key="round_json",
        )  # fmt: skip
        st.download_button(
            _("Rated calls (.jsonl)"), exporting.as_lines(judged, calls), "calls.jsonl", "application/x-ndjson",
            key="round_jsonl",
        )  # fmt: skip


def _reading(visit: Visit) -> None:
    _ = visit.say
    with st.expander(_("How to read these figures"), key="how_to_read"):
        show(items([
            _("n counts the calls that two or more people could rate."),
            _("Weighted kappa compares whole levels; two levels apart weighs four times one level apart."),
            _("Krippendorff's alpha corrects for chance and bears gaps: from .80 on it can be relied upon, from .67 on "
              "only with care."),
            _("With few calls every figure swings: twenty is a beginning, fifty says something."),
        ]))  # fmt: skip
