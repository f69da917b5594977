"""Pasted and near-copied replies of an assignment's assessed calls, for a person to look at. They change no score."""

import streamlit as st

from simulator.app_pages.assign_desk import assign_desk
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show
from simulator.fairness import Flag

SHOWN = 30


def draw(visit: Visit, assignment_id: str) -> None:
    """The flags, folded; that there are none is said, too."""
    _ = visit.say
    flags = assign_desk().fairness.flags(visit.actor, assignment_id)
    if not flags:
        show(muted(_("No reply stands out as pasted or copied.")))
        return
    with st.expander(_.plural("{n} reply to look at", "{n} replies to look at", len(flags)), key="assign_flags"):
        show(muted(_("For a person to judge: there may be a good reason, and no score changes by it.")))
        for number, flag in enumerate(flags[:SHOWN]):
            _flag(visit, flag, number)


def _flag(visit: Visit, flag: Flag, number: int) -> None:
    _ = visit.say
    with st.container(border=True, key=f"flag_{number}"):
        kind, whose = _words(visit, flag)
        show(
            f'<p class="kind">{plain(flag.name)} · {plain(kind)}</p>',
            f"<blockquote dir='auto'>{plain(flag.text)}</blockquote>",
        )
        if flag.other:
            show(paragraph(whose, "muted"), f"<blockquote dir='auto'>{plain(flag.other)}</blockquote>")
        visit.link("scorecards", _("Read the call"), attempt=flag.attempt_id)


def _words(visit: Visit, flag: Flag) -> tuple[str, str]:
    """What it is, and whose the other text is."""
    _ = visit.say
    if flag.kind == "pasted":
        return _("pasted {n} characters in turn {turn}", n=flag.characters, turn=flag.turn), ""
    share = round(flag.share * 100)
    if flag.kind == "model":
        return _("{n} % as in a model answer, turn {turn}", n=share, turn=flag.turn), _("The model answer:")
    alike = _("{n} % as another person said it, turn {turn}", n=share, turn=flag.turn)
    return alike, _("{name} said before:", name=flag.other_name)
