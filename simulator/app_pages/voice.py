"""Voice where the browser can: the debtor speaks, the trainee dictates. All of it happens in the browser."""

import streamlit as st

from simulator.app_pages.frame import attempt_to
from simulator.app_pages.messages import is_written
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import paragraph, plain, show
from simulator.comfort import comfort_of, with_comfort
from simulator.i18n import Translator
from simulator.view import AttemptView


def draw(visit: Visit, view: AttemptView) -> None:
    """Two quiet buttons, hidden where the browser cannot; nothing where the talk is in writing."""
    if is_written(view.case.channel):
        return
    _ = visit.say
    listen = _("Hear them again")
    with st.container(key="speaker", width="content"):
        show(f'<button type="button" class="quiet-button" data-speak="again">{plain(listen)}</button>')
    if comfort_of(visit.profile).dictation:
        with st.container(key="dictation", width="content"):
            show(_dictate(_))
    else:
        with st.container(key="dictation_offer", width="content"), st.popover(_("Dictate"), type="tertiary"):
            show(paragraph(where_speech_goes(_), "body"))
            st.button(_("I understand: turn dictation on"), key="accept_dictation", on_click=_accept, args=(visit,))


def where_speech_goes(_: Translator) -> str:
    """What one should know before dictating."""
    return _(
        "Some browsers send what you dictate to their maker's speech service, on the internet. Acuerdo itself "
        "receives only the text. Leave it off if you are not sure that you may."
    )


def _dictate(_: Translator) -> str:
    words = {
        "dictate": "start",
        "start": _("Dictate"),
        "stop": _("Stop dictating"),
        "listening": _("Listening…"),
        "denied": _("The browser did not allow the microphone. Allow it in the address bar, or go on typing."),
        "failed": _("Dictation stopped. What was understood is in the box; go on typing, or try again."),
    }
    data = " ".join(f'data-{name}="{plain(text)}"' for name, text in words.items())
    return f'<button type="button" class="quiet-button" {data}>{plain(words["start"])}</button>'


def _accept(visit: Visit) -> None:
    comfort = comfort_of(visit.profile).model_copy(update={"dictation": True})
    attempt_to(visit, lambda: visit.profiles.save(visit.actor, with_comfort(visit.me, comfort)))
