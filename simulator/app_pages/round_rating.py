"""Rating a call of a round: the call on the left, the guide's words to choose from on the right; each call is saved."""

from functools import partial

import streamlit as st

from simulator.app_pages import names
from simulator.app_pages import rounds_words as words
from simulator.app_pages.frame import attempt_to, title
from simulator.app_pages.opening import rounds as desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show, strong
from simulator.calibrating.blind import Blind, Spoken
from simulator.calibrating.rounds import Sheet, Standing
from simulator.i18n import Translator

NUMBER = "number"
CANNOT = -1
"""The choice of a rater who cannot tell."""


def draw(visit: Visit, standing: Standing) -> None:
    """The call that the address names, else the first one not rated; at the end, thanks."""
    _ = visit.say
    asked = st.query_params.get(NUMBER, "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else None
    sheet = desk().sheet(visit.actor, standing.round.id, number)
    title(standing.round.name, words.line(_, standing))
    if sheet is None:
        show(paragraph(_("You have rated every call. Thank you: the figures come when the round is closed.")))
        _numbers(visit, standing, standing.of)
        return
    show(muted(_("Call {n} · {done} of {of} rated", n=sheet.item.number, done=sheet.done, of=sheet.of)))
    left, right = st.columns(2, gap="large")
    with left:
        show(call(_, sheet.call))
    with right:
        _levels(visit, sheet)
    _numbers(visit, standing, sheet.of)


def call(_: Translator, read: Blind) -> str:
    """The call as it is read blind."""
    lines = "".join(_line(_, one) for one in read.spoken)
    note = paragraph(read.note) if read.note else muted(_("The note is empty."))
    head = muted(f"{read.situation} · {read.product} · {read.balance} · {names.country(_, read.country)}")
    return "".join((head, lines, strong(_("Note")), note))


def _line(_: Translator, one: Spoken) -> str:
    side, who = ("agent", _("Trainee")) if one.agent else ("debtor", _("Debtor"))
    return (
        f'<article class="line {side}"><p class="who"><b>{plain(who)}</b> <span>{one.number}</span></p>'
        f'<p class="said" dir="auto">{plain(one.text)}</p></article>'
    )


def _levels(visit: Visit, sheet: Sheet) -> None:
    """A choice for each criterion, in the guide's words; the arrow keys choose, the tab key goes on."""
    _ = visit.say
    with st.form(f"sheet_{sheet.item.id}", border=False):
        for criterion in sheet.round.criteria:
            guide = _guide(visit, sheet, criterion)
            kept = sheet.given.get(criterion, CANNOT) if criterion in sheet.given else None
            choices = (0, 1, 2, 3, 4, CANNOT)
            chosen = None if criterion not in sheet.given else choices.index(CANNOT if kept is None else kept)
            st.radio(
                names.criterion(_, criterion), choices, index=chosen, format_func=guide.__getitem__,
                key=f"rate_{sheet.item.id}_{criterion}",
            )  # fmt: skip
        st.form_submit_button(
            _("Save and go on"), type="primary", key="save_sheet", on_click=partial(_save, visit, sheet)
        )


def _guide(visit: Visit, sheet: Sheet, criterion: str) -> dict[int, str]:
    _ = visit.say
    weight = sheet.guide.of(criterion)
    levels = weight.levels[visit.language] if weight else ("", "", "", "", "")
    return {n: f"{n} · {told}" for n, told in enumerate(levels)} | {CANNOT: _("I cannot tell from this call")}


def _save(visit: Visit, sheet: Sheet) -> None:
    """What is missing is said, and what was chosen stays chosen."""
    typed = {name: st.session_state.get(f"rate_{sheet.item.id}_{name}") for name in sheet.round.criteria}
    given = {name: None if level == CANNOT else level for name, level in typed.items() if level is not None}
    if attempt_to(visit, lambda: desk().rate(visit.actor, sheet.item.id, given)) is None:
        st.query_params.pop(NUMBER, None)


def _numbers(visit: Visit, standing: Standing, of: int) -> None:
    """Back to any call while the round is open."""
    _ = visit.say
    with st.expander(_("Go to another call"), key="fold_numbers"), st.container(horizontal=True, key="numbers"):
        for number in range(1, of + 1):
            visit.link("calibrate", str(number), round=standing.round.id, **{NUMBER: str(number)})
