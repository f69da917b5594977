"""What every page has: the name, the menu, the language switch, the mark for the browser, and notices."""

from collections.abc import Callable

import streamlit as st

from scenarios.problem import MOST_SHOWN, ScenarioError
from scenarios.values import Language
from simulator.app_pages import ways
from simulator.app_pages.mark import mark_page
from simulator.app_pages.opening import sessions, workspace
from simulator.app_pages.visit import NEXT, TONGUE, Visit, token
from simulator.app_pages.written import muted, paragraph, plain, show
from simulator.i18n import translator
from simulator.logs import logger
from simulator.refusals import Refusal
from simulator.studio.wording import in_a_line

NOTICE = "notice"
FAILED = "Something went wrong on our side. What you had saved is safe. Go back and try again."
_log = logger("pages")


def draw_frame(visit: Visit) -> None:
    """The top of the page."""
    _ = visit.say
    mark_page(visit)
    with st.container(key="menu", horizontal=True, vertical_alignment="center", gap="small"):
        show(f'<p class="wordmark">{plain(" · ".join(part for part in ("Acuerdo", workspace().name) if part))}</p>')
        often = ways.every_day(visit)
        for page in often[: ways.NARROW]:
            visit.link(page, ways.label(_, page))
        if often[ways.NARROW :]:
            with st.container(key="menu_more", width="content", horizontal=True):
                for page in often[ways.NARROW :]:
                    visit.link(page, ways.label(_, page))
        groups = ways.behind(visit)
        if len(groups) == 1:
            _abreast(visit, groups[0])
        _language_switch(visit, "switch_language")
        if visit.profile:
            _drawer(visit, groups)


def _abreast(visit: Visit, group: ways.Group) -> None:
    """The other pages side by side, for wide screens and people who have few of them."""
    with st.container(key="menu_wide", horizontal=True, vertical_alignment="center", gap="small", width="content"):
        for page in group.pages:
            visit.link(page, ways.label(visit.say, page))
        _sign_out(visit, "sign_out")


def _drawer(visit: Visit, groups: tuple[ways.Group, ...]) -> None:
    """The other pages behind one button: on narrow screens, and at every width for who has many of them."""
    _ = visit.say
    with st.container(key="menu_narrow", width="content"), st.popover(_("Menu"), type="tertiary"):
        for group in groups:
            if group.title:
                show(f'<p class="menu-group">{plain(group.title)}</p>')
            for page in group.pages:
                visit.link(page, ways.label(_, page))
        _language_switch(visit, "switch_language_here")
        _sign_out(visit, "sign_out_here")


def _sign_out(visit: Visit, key: str) -> None:
    """Ends this browser's session; the next drawing finds nobody. Where nobody signs in there is nothing to end."""
    _ = visit.say
    if visit.signs_in:
        st.button(_("Sign out"), key=key, type="tertiary", on_click=lambda: sessions().leave(token()))


def _language_switch(visit: Visit, key: str) -> None:
    other: Language = "en" if visit.language == "es" else "es"
    label = {"es": "Español", "en": "English"}[other]
    st.button(label, key=key, type="tertiary", on_click=_switch, args=(visit, other))


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
            alert(st.session_state.pop(NOTICE))


def alert(words: str) -> None:
    """What was refused, said where one looks."""
    show(f'<div class="notice" role="alert">{paragraph(words)}</div>')


def attempt_to(visit: Visit, deed: Callable[[], object]) -> Refusal | None:
    """Do it; what is refused, or fails, is said on the next drawing, and handed back."""
    try:
        deed()
    except Refusal as refusal:
        return _said(visit, refusal)
    except ScenarioError as error:
        told = {one: "\n".join(in_a_line(p, one) for p in error.problems[:MOST_SHOWN]) for one in ("es", "en")}
        return _said(visit, Refusal(**told))
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
    _say_address()
    try:
        draw_notice()
        draw(visit)
    except Refusal as refusal:
        sorry(visit, refusal.in_language(visit.language))
    except Exception:  # the last line: a person never meets a bare error
        _log.error("page_failed", exc_info=True)
        sorry(visit, _("Something went wrong on our side. What you had saved is safe. Go back and try again."))


def _say_address() -> None:
    """Tell the browser the query that this drawing was asked with.

    A link to the page one is on, under another query, brings the query and leaves the address bar as it was; the next
    click, or a refresh, would then lose it. Where the address already says so the browser does nothing.
    """
    st.query_params.from_dict({name: st.query_params.get_all(name) for name in st.query_params})


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
