"""The workspace: what counts for everybody here. For administrators; each save is an edition that can be read again."""

from typing import Any

import streamlit as st

from scenarios.values import Country
from simulator.app_pages import names, notices
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import floor_desk, look_again, zone
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, muted, paragraph, show
from simulator.helplines import Helplines, load_helplines, read_helplines, written
from simulator.i18n import Translator
from simulator.installed import COUNTRIES, LANGUAGES, Workspace, creditor_names, zones
from simulator.refusals import Refusal
from simulator.workspace import Edition, WorkspaceChanged

SEEN, DONE = "workspace_seen", "workspace_done"
TONGUES = {"es": "Español", "en": "English"}


def draw(visit: Visit) -> None:
    """The choices, the notices, the editions before."""
    _ = visit.say
    desk = floor_desk().workspace
    standing = desk.now(visit.actor)
    seen = st.session_state.setdefault(SEEN, standing.version)
    title(_("Workspace"), _("What counts for everybody here. A change takes effect within seconds."))
    if st.session_state.pop(DONE, False):
        saved = _("Saved.")
        show(f'<div class="notice done" role="status">{paragraph(saved)}</div>')
    with st.form("workspace", border=False):
        _who_we_are(visit, standing)
        _what_is_offered(visit, standing)
        _terms(visit, standing)
        _helplines(visit, standing)
        st.form_submit_button(_("Save"), type="primary", key="workspace_save", on_click=_save, args=(visit, seen))
    notices.draw(visit)
    _editions(visit, desk.editions(visit.actor))


def _who_we_are(visit: Visit, now: Workspace) -> None:
    _ = visit.say
    st.text_input(_("Name of your company"), now.name, max_chars=60, key="ws_name")
    show(muted(_("It stands beside the name Acuerdo at the top of each page.")))
    known = ("", *sorted(zones()))
    st.selectbox(
        _("Time zone"), known, known.index(now.time_zone), key="ws_time_zone",
        format_func=lambda z: z or _("the server's own"),
    )  # fmt: skip
    show(muted(_("It says when a day ends: for the call of the day, drills, streaks and notices.")))


def _what_is_offered(visit: Visit, now: Workspace) -> None:
    _ = visit.say
    heading(_("What is practised here"))
    st.multiselect(
        _("Countries"), COUNTRIES, list(now.countries), format_func=lambda c: names.country(_, c),
        placeholder=_("all of them"), key="ws_countries",
    )  # fmt: skip
    creditors = creditor_names()
    st.multiselect(
        _("Creditors"), list(creditors), [c for c in now.creditors if c in creditors],
        format_func=lambda c: creditors[c], placeholder=_("all of them"), key="ws_creditors",
    )  # fmt: skip
    st.multiselect(
        _("Languages of the calls"), LANGUAGES, list(now.languages), format_func=lambda lang: TONGUES[lang],
        key="ws_languages",
    )  # fmt: skip
    show(muted(_("The list of calls, drills and portfolios keep to this. Calls that were begun stay as they are.")))


def _terms(visit: Visit, now: Workspace) -> None:
    _ = visit.say
    heading(_("Terms"))
    left, right = st.columns(2)
    left.number_input(_("Days to review or answer"), 1, 60, now.review_days, key="ws_review_days")
    setting = floor_desk().settings.retention_days
    right.number_input(
        _("Days for which untouched practice is kept (0: always)"), 0, 36500, setting or now.retention_days,
        key="ws_retention_days", disabled=bool(setting),
    )  # fmt: skip
    if setting:
        show(muted(_("The server's setting ACUERDO_RETENTION_DAYS decides how long practice is kept.")))


def _helplines(visit: Visit, now: Workspace) -> None:
    _ = visit.say
    with st.expander(_("Helplines"), key="ws_helplines_open"):
        show(muted(_("By country: name, telephone, hours, and the day on which somebody last checked it.")))
        st.text_area(_("Helplines"), written(_standing(now)), height=220, key="ws_helplines", max_chars=20_000)
        example = 'MX:\n  - {name: Línea de ejemplo, phone: "800 000 0000", hours: "24 horas", as_of: 2026-10-01}'
        st.code(example, language=None, wrap_lines=True)


def _standing(now: Workspace) -> Helplines:
    """The workspace's helplines, or those of the file while nobody has written any here."""
    if now.helplines is not None:
        return now.helplines
    try:
        return load_helplines(floor_desk().settings.helplines)
    except Refusal:  # a file that cannot be read is said by the doctor, and where helplines are shown
        return {}


def _save(visit: Visit, seen: int) -> None:
    """What was typed stays where it is refused; where somebody else was quicker, a second click insists."""
    refusal = attempt_to(visit, lambda: _do_save(visit, seen))
    if isinstance(refusal, WorkspaceChanged):
        st.session_state[SEEN] = refusal.now.version
    if refusal is None:
        st.session_state[DONE] = True
        st.session_state.pop(SEEN, None)


def _do_save(visit: Visit, seen: int) -> None:
    desk = floor_desk()
    standing = desk.workspace.now(visit.actor)
    given = {name: st.session_state[f"ws_{name}"] for name in ("name", "time_zone", "review_days", "retention_days")}
    lists = {name: tuple(st.session_state[f"ws_{name}"]) for name in ("countries", "creditors", "languages")}
    chosen: dict[str, Any] = {**given, **lists}
    if desk.settings.retention_days:
        del chosen["retention_days"]
    typed = read_helplines(st.session_state["ws_helplines"])
    if typed != _standing(standing):
        chosen["helplines"] = typed
    desk.workspace.save(visit.actor, seen, chosen)
    look_again()


def _editions(visit: Visit, editions: tuple[Edition, ...]) -> None:
    _ = visit.say
    if not editions:
        return
    with st.expander(_("Earlier editions"), key="ws_editions"):
        for edition in editions:
            when = f"{edition.saved_at.astimezone(zone()):%Y-%m-%d %H:%M}"
            what = ", ".join(field(_, name) for name in edition.changed)
            show(paragraph(" · ".join(part for part in (when, edition.saved_by, what) if part)))
            show(facts(_values(_, edition)))


def _values(_: Translator, edition: Edition) -> list[tuple[str, str]]:
    return [(field(_, name), _shown(_, getattr(edition.workspace, name))) for name in edition.changed]


def _shown(_: Translator, value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{c}: {', '.join(f'{o.name} {o.phone}' for o in lines)}" for c, lines in value.items()) or "–"
    if isinstance(value, tuple):
        return ", ".join(_word(_, one) for one in value) or _("all of them")
    return str(value) or "–"


def _word(_: Translator, one: str) -> str:
    if one in TONGUES:
        return TONGUES[one]
    country: Country | None = next((c for c in COUNTRIES if c == one), None)
    return names.country(_, country) if country else creditor_names().get(one, one)


def field(_: Translator, name: str) -> str:
    """What a field of the workspace is called."""
    return {
        "name": _("Name of your company"), "time_zone": _("Time zone"), "countries": _("Countries"),
        "creditors": _("Creditors"), "languages": _("Languages of the calls"), "helplines": _("Helplines"),
        "review_days": _("Days to review or answer"), "retention_days": _("Days for which practice is kept"),
    }[name]  # fmt: skip
