"""The log of deeds as one reads it: what is looked for stands in the address, and whether the log is whole is said."""

import datetime
from collections.abc import Callable, Mapping

import streamlit as st

from simulator.app_pages.frame import heading
from simulator.app_pages.opening import floor_desk, people_desk, zone
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, plain, show, table
from simulator.audited import Deed, Line
from simulator.data_care import PAGE, Asked
from simulator.i18n import Translator

FILTERS = ("who", "deed", "from", "to")
VERDICT = "verdict"


def draw(visit: Visit) -> None:
    """A section of the care of data."""
    _ = visit.say
    heading(_("Who did what"))
    _whole(visit)
    people = {p.profile.id: p.profile.name for p in people_desk().people.all(visit.actor)}
    _filters(visit, people)
    asked = wanted({name: st.query_params.get(name, "") for name in (*FILTERS, "before")})
    lines = floor_desk().care.log(visit.actor, asked)
    if not lines:
        show(muted(_("No line fits.")))
        return
    heads = [_("When"), _("Who"), _("What"), _("On what"), _("Details")]
    show(table(_("The log, the latest first"), heads, [_row(_, line, people) for line in lines]))
    if len(lines) == PAGE:
        st.button(_("Older lines"), key="log_older", type="tertiary", on_click=_older, args=(lines[-1].number,))


def wanted(asked: Mapping[str, str]) -> Asked:
    """What an address asks for; what it does not make sense of is left aside."""
    before = asked.get("before", "")
    number = before.isascii() and before.isdigit() and len(before) < 16
    return Asked(
        person=asked.get("who", "")[:36], deed=asked.get("deed", "")[:40], first=_day(asked.get("from", "")),
        last=_day(asked.get("to", "")), before=int(before) if number else None,
    )  # fmt: skip


def _day(text: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if 2000 <= day.year <= 2100 else None


def _whole(visit: Visit) -> None:
    """Verified when asked for: a long log takes a moment."""
    _ = visit.say
    with st.container(horizontal=True, vertical_alignment="center", key="log_whole"):
        verdict = st.session_state.pop(VERDICT, None)
        if verdict is None:
            show(muted(_("Each line holds a mark of the one before, so that none can be changed unseen.")))
        elif verdict.fault:
            words = _("The log was changed: {fault}", fault=verdict.fault)
            show(f'<div class="notice" role="alert">{paragraph(words)}</div>')
        else:
            words = plain(_.plural("✓ Whole: {n} line.", "✓ Whole: {n} lines.", verdict.head.number))
            show(f'<p class="muted" role="status">{words}</p>')
        st.button(_("Verify the log"), key="log_verify", type="tertiary", on_click=_verify, args=(visit,))


def _verify(visit: Visit) -> None:
    st.session_state[VERDICT] = floor_desk().care.verified(visit.actor)


def _filters(visit: Visit, people: Mapping[str, str]) -> None:
    _ = visit.say
    ids = sorted(people, key=lambda one: (people[one].casefold(), one))
    deeds = sorted({str(deed) for deed in Deed} | set(words_of(_)))
    with st.container(key="log_filters"):
        _choice("who", _("Person"), ids, lambda one: people.get(one, _("all of them")))
        _choice("deed", _("Deed"), deeds, lambda one: deed_words(_, one) if one else _("all of them"))
        left, right = st.columns(2)
        with left:
            _date("from", _("From"))
        with right:
            _date("to", _("Until"))


def _choice(name: str, label: str, options: list[str], words: Callable[[str], str]) -> None:
    known = ["", *options]
    now = st.query_params.get(name, "")
    st.session_state[f"log_{name}"] = now if now in known else ""
    st.selectbox(label, known, key=f"log_{name}", format_func=words, on_change=_keep, args=(name,))


def _date(name: str, label: str) -> None:
    st.session_state[f"log_{name}"] = _day(st.query_params.get(name, ""))
    st.date_input(label, key=f"log_{name}", format="YYYY-MM-DD", on_change=_keep, args=(name,))


def _keep(name: str) -> None:
    """What was chosen goes into the address; the list begins anew."""
    st.query_params.pop("before", None)
    chosen = st.session_state[f"log_{name}"]
    if chosen:
        st.query_params[name] = str(chosen)
    else:
        st.query_params.pop(name, None)


def _older(number: int) -> None:
    st.query_params["before"] = str(number)


def _row(_: Translator, line: Line, people: Mapping[str, str]) -> list[str]:
    at = f"{line.at.astimezone(zone()):%Y-%m-%d %H:%M:%S}"
    who = people.get(line.actor, line.actor[:8]) if line.actor else "–"
    target = people.get(line.target, line.target[:8])
    details = " ".join(f"{name}={value}" for name, value in line.details.items())
    return [at, who, deed_words(_, line.deed), target, details]


def deed_words(_: Translator, deed: str) -> str:
    """A deed in words; as the log writes it where there are none."""
    return words_of(_).get(deed, deed.replace("_", " "))


def words_of(_: Translator) -> dict[str, str]:
    """Every deed that the log knows, in words."""
    return {
        "profile_made": _("profile made"), "profile_changed": _("profile changed"),
        "attempt_started": _("call started"), "attempt_closed": _("call finished"),
        "attempt_deleted": _("call deleted"), "scored_again": _("scored again"),
        "attempt_reviewed": _("call reviewed by a person"), "round_made": _("rating round set up"),
        "round_closed": _("rating round closed"),
        "portfolio_started": _("portfolio started"), "portfolio_deleted": _("portfolio deleted"),
        "assigned": _("assignment made"), "assignment_changed": _("assignment changed"),
        "assignment_withdrawn": _("assignment withdrawn"), "beside_invited": _("invited to sit beside a call"),
        "beside_began": _("began to sit beside a call"), "beside_ended": _("stopped sitting beside a call"),
        "person_exported": _("copy of a person made"), "person_erased": _("person erased"),
        "persons_joined": _("two records of one person joined"),
        "cohort_exported": _("cohort exported"), "statements_retried": _("deliveries tried again"),
        "scenario_published": _("scenario published"), "scenario_withdrawn": _("scenario withdrawn"),
        "scenario_deleted": _("scenario deleted"), "note_written": _("coaching note written"),
        "note_changed": _("coaching note changed"), "note_deleted": _("coaching note deleted"),
        "rubric_published": _("rubric published"), "rubric_withdrawn": _("rubric withdrawn"),
        "reader_taught": _("phrases taught to the reader"), "demo_made": _("demo floor made"),
        "tidied": _("old practice deleted"), "backed_up": _("backed up"), "restored": _("restored"),
        "workspace_changed": _("workspace changed"), "notice_put_up": _("notice put up"),
        "notice_taken_down": _("notice taken down"), "signed_in": _("signed in"), "signed_out": _("signed out"),
        "sign_in_refused": _("sign-in refused"), "password_changed": _("password changed"),
        "session_ended": _("a session ended"), "sessions_ended": _("sessions ended"),
        "link_made": _("one-time link made"), "link_used": _("one-time link used"),
        "person_added": _("person invited"), "person_disabled": _("person shut out"),
        "person_enabled": _("person let in again"), "person_placed": _("placed in cohorts"),
        "cohort_added": _("cohort made"), "role_trainee": _("role: trainee"), "role_trainer": _("role: trainer"),
        "role_manager": _("role: manager"), "role_administrator": _("role: administrator"),
    }  # fmt: skip
