"""The letter that confirms the agreement to the debtor: the way to it, what it still lacks, preview and download."""

import streamlit as st

from scoring.transcript import FollowUp
from simulator.app_pages.frame import title
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, items, muted, paragraph, plain, show, table
from simulator.exports.letter import Letter, Missing, as_text, letter, missing, wanted
from simulator.exports.letter_page import as_page
from simulator.i18n import Translator
from simulator.view import AttemptView


def draw_way(visit: Visit, view: AttemptView) -> None:
    """On the scorecard, where something was agreed or recorded as agreed."""
    _ = visit.say
    agreed = bool(view.state and view.state.agreement)
    fits = not view.scenario.care and wanted(view.follow_up, agreed=agreed)
    if fits and st.button(_("Letter of the agreement"), key="to_letter"):
        visit.go("attempt", attempt=view.id, part="letter")


def draw_page(visit: Visit, view: AttemptView) -> None:
    """The letter as it would be sent, or what the follow-up lacks for one."""
    _ = visit.say
    title(_("Letter of the agreement"), _("Made from what you recorded in the follow-up, not from the talk."))
    lacking = missing(view.follow_up)
    if lacking or view.follow_up is None:
        show(paragraph(_("A letter cannot be written yet. The follow-up does not say:")))
        show(items(_lack(_, one) for one in lacking))
        show(muted(_("In your next follow-up, record the payments with their days and the method.")))
    else:
        _written(visit, view, view.follow_up)
    if st.button(_("Back to the scorecard"), type="tertiary", key="back_to_card"):
        visit.go("attempt", attempt=view.id)


def _written(visit: Visit, view: AttemptView, follow_up: FollowUp) -> None:
    _ = visit.say
    made, called = letter(view.case, follow_up), _("agreement")
    name = f"{called}-{view.case.account.reference}"
    show(_preview(made))
    with st.container(horizontal=True):
        label, page = _("Download to print (.html)"), as_page(made)
        st.download_button(label, page, f"{name}.html", "text/html", type="primary", key="letter_html")
        st.download_button(_("Download as text (.txt)"), as_text(made), f"{name}.txt", "text/plain", key="letter_txt")


def _preview(made: Letter) -> str:
    """The letter on the page, in the language of the call."""
    lines = "".join(paragraph("\n".join(block)) for block in (made.sender, (made.place_and_day,), made.addressee))
    rows = table(made.subject, made.heads, made.rows)
    after = "".join(paragraph(text) for text in made.paragraphs)
    return (
        f'<article class="paper" lang="{made.language}">{lines}<h2 class="small">{plain(made.subject)}</h2>'
        f"{paragraph(made.greeting)}{paragraph(made.opening)}{rows}{facts([made.total])}{after}"
        f"{paragraph(made.farewell)}{paragraph(chr(10).join(made.signed))}</article>"
    )


def _lack(_: Translator, lacking: Missing) -> str:
    return {
        "payments": _("which payments were agreed"),
        "amount": _("the amount of every payment"),
        "date": _("the day of every payment"),
        "method": _("how it will be paid"),
    }[lacking]
