"""What every page has: the name, the menu, the language switch, the mark for the browser, and notices."""

from collections.abc import Callable

import streamlit as st

from scenarios.problem import ScenarioError
from scenarios.values import Language
from simulator.accounts import Action, may
from simulator.app_pages.opening import sessions
from simulator.app_pages.visit import NEXT, TONGUE, Visit, token
from simulator.app_pages.written import muted, paragraph, plain, show
from simulator.i18n import translator
from simulator.logs import logger
from simulator.refusals import Refusal

NOTICE = "notice"
FAILED = "Something went wrong on our side. What you had saved is safe. Go back and try again."
_log = logger("pages")


def draw_frame(visit: Visit) -> None:
    """The top of the page."""
    _ = visit.say
    theme = visit.profile.theme if visit.profile else ""
    who = visit.profile.id if visit.profile else ""
    show(f'<span id="acuerdo-mark" data-language="{visit.language}" data-profile="{who}" data-theme="{theme}"></span>')
    with st.container(key="menu", horizontal=True, vertical_alignment="center", gap="small"):
        show('<p class="wordmark">Acuerdo</p>')
        visit.link("home", _("Home"))
        if visit.profile:
            visit.link("practise", _("Practise"))
            visit.link("portfolios", _("Portfolio"))
            visit.link("progress", _("Progress"))
        visit.link("scores", _("About the scores"))
        if visit.profile and may(visit.actor, Action.SEE_TEAM_PROGRESS):
            visit.link("calibration", _("Calibration"))
        if visit.profile and may(visit.actor, Action.MANAGE_PROFILES):
            visit.link("people", _("People"))
        if visit.profile:
            visit.link("settings", _("Settings"))
        _language_switch(visit)
        if visit.signs_in:
            st.button(_("Sign out"), key="sign_out", type="tertiary", on_click=lambda: sessions().leave(token()))


def _language_switch(visit: Visit) -> None:
    other: Language = "en" if visit.language == "es" else "es"
    label = {"es": "Español", "en": "English"}[other]
    st.button(label, key="switch_language", type="tertiary", on_click=_switch, args=(visit, other))


def _switch(visit: Visit, language: Language) -> None:
    st.session_state[TONGUE] = language
    if visit.profile:
        visit.profiles.save(visit.actor, visit.me.model_copy(update={"language": language}))


def title(text: str, lead: str = "") -> None:
    """The page's heading, and one line that says what to do here."""
    show(f"<h1 class='page-title'>{plain(text)}</h1>", paragraph(lead, "lead") if lead else "")


def heading(text: str) -> None:
    """A section's heading."""
    show(f"<h2 class='section'>{plain(text)}</h2>")


def draw_notice() -> None:
    """What the last click came to, where it could not be done; said once, in view wherever one has scrolled to."""
    if NOTICE in st.session_state:
        with st.bottom:
            show(f'<div class="notice" role="alert">{paragraph(st.session_state.pop(NOTICE))}</div>')


def attempt_to(visit: Visit, deed: Callable[[], object]) -> Refusal | None:
    """Do it; what is refused, or fails, is said on the next drawing, and handed back."""
    try:
        deed()
    except Refusal as refusal:
        return _said(visit, refusal)
    except ScenarioError as error:
        return _said(visit, Refusal(es=str(error), en=str(error)))
    except Exception:  # the last line: what a person typed must come back to them
        _log.error("deed_failed", exc_info=True)
        return _said(visit, Refusal(es=translator("es")(FAILED), en=FAILED))
    return None


def _said(visit: Visit, refusal: Refusal) -> Refusal:
    st.session_state[NOTICE] = refusal.in_language(visit.language)
    return refusal


def guarded(visit: Visit, draw: Callable[[Visit], None]) -> None:
    """Draw the page; what cannot be shown is said in a friendly way, with the way back."""
    _ = visit.say
    if NEXT in st.session_state:
        page, query = st.session_state.pop(NEXT)
        visit.go(page, **query)
    try:
        draw_notice()
        draw(visit)
    except Refusal as refusal:
        sorry(visit, refusal.in_language(visit.language))
    except Exception:  # the last line: a person never meets a bare error
        _log.error("page_failed", exc_info=True)
        sorry(visit, _("Something went wrong on our side. What you had saved is safe. Go back and try again."))


def sorry(visit: Visit, words: str) -> None:
    """A page in place of the one that cannot be shown."""
    _ = visit.say
    title(_("This page cannot be shown"))
    show(f'<div class="notice" role="alert">{paragraph(words)}</div>')
    visit.link("home", _("Back to the start"))


def nobody(visit: Visit) -> None:
    """A page that needs a profile, without one."""
    _ = visit.say
    title(_("First, who are you?"))
    show(muted(_("Choose your profile, and this page will be here.")))
    visit.link("home", _("Choose a profile"))
