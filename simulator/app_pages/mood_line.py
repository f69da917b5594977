"""The debtor's mood over the call: a line for each level, the shifts that counted most in words, and all as a table."""

import streamlit as st

from simulator import charts
from simulator.app_pages import moods, names
from simulator.app_pages.jumps import jump
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import paragraph, plain, show, table
from simulator.comparing import first_line
from simulator.i18n import Translator
from simulator.mood_story import LEVELS, Shift, shifts, turning_points
from simulator.view import AttemptView


def any_to_show(view: AttemptView) -> bool:
    """Whether there is a line to draw: two turns, with the debtor."""
    return len(view.steps) > 1 and view.with_debtor


def draw(visit: Visit, view: AttemptView) -> None:
    """The finding, the chart, what counted most, the table."""
    _ = visit.say
    finding = _finding(_, view)
    show(paragraph(finding))
    found, counted = shifts(view.steps), turning_points(view.steps)
    by_level = [[_why(_, found, step.number, level) for step in view.steps] for level in LEVELS]
    shown = [names.level_name(_, level) for level in LEVELS]
    marks = [(shift.turn, shift.level) for shift in counted]
    figure = charts.mood(shown, view.steps, by_level, marks)
    st.plotly_chart(figure, key="mood", config=charts.QUIET, alt=finding)
    if counted:
        show(f'<ol class="shifts">{"".join(_counted(_, view, shift) for shift in counted)}</ol>')
    with st.expander(_("As a table")):
        show(table(_("Mood by turn"), [_("Turn"), *shown, _("Why?")], _rows(_, view, found)))


def sentence(_: Translator, shift: Shift) -> str:
    """A shift in words: "Turn 4: −18 trust: passed over her father's death"."""
    moved = _("Turn {n}: {points} {level}", n=shift.turn, points=moods.signed(shift.by),
              level=names.level_name(_, shift.level).lower())  # fmt: skip
    return f"{moved}: {moods.named(_, shift.cause)}" if shift.cause else moved


def _finding(_: Translator, view: AttemptView) -> str:
    first, last = view.steps[0].state, view.steps[-1].state
    return _("Anger went from {a} to {b}, trust from {c} to {d} (0 to 100).",
             a=first.anger, b=last.anger, c=first.trust, d=last.trust)  # fmt: skip


def _why(_: Translator, found: tuple[Shift, ...], turn: int, level: str) -> str:
    if turn == 0:
        return _("The call begins")
    one = next((shift for shift in found if (shift.turn, shift.level) == (turn, level)), None)
    return plain(sentence(_, one)) if one else _("Turn {n}: unchanged", n=turn)


def _counted(_: Translator, view: AttemptView, shift: Shift) -> str:
    return f"<li>{plain(sentence(_, shift))} {jump(_, first_line(view, shift.turn))}</li>"


def _rows(_: Translator, view: AttemptView, found: tuple[Shift, ...]) -> list[list[str]]:
    rows = []
    for step in view.steps:
        causes = dict.fromkeys(moods.named(_, s.cause) for s in found if s.turn == step.number and s.cause)
        levels = [str(getattr(step.state, level)) for level in LEVELS]
        rows.append([str(step.number), *levels, "; ".join(causes) or "–"])
    return rows
