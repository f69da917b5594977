"""Help where not the debtor answered: what may be said, with a message that tells nobody of a debt."""

import streamlit as st

from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, paragraph, show, strong
from simulator.i18n import Translator, translator
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView) -> None:
    """A word on who is there, and the help at hand; nothing where it is the debtor."""
    if view.approach is None or view.with_debtor:
        return
    _ = visit.say
    machine = view.approach.answered == "voicemail"
    show(paragraph(_("Nobody answered.") if machine else _("Somebody else answered."), "event"))
    with st.popover(_("What may be said"), type="tertiary", key="discretion"):
        show(items([
            _("Say your name and a number to call back; nothing of the debt, the amount or the delay."),
            _("Leave out the company's name where it alone would tell what it is about."),
            _("You may also hang up without a message."),
        ]))  # fmt: skip
        show(strong(_("For example")), paragraph(message(translator(view.language), view, machine=machine), "better"))


def message(_: Translator, view: AttemptView, *, machine: bool) -> str:
    """A lawful message, in the language of the call."""
    who, phone = view.case.debtor.full_name, view.case.creditor.phone
    if machine:
        return _(
            "Good afternoon, this is (your name) with a message for {who}. Please call me back at {phone}. Thank you.",
            who=who, phone=phone,
        )  # fmt: skip
    return _(
        "It's a personal matter for {who}. When would be a good time to call? My number is {phone}.",
        who=who, phone=phone,
    )  # fmt: skip
