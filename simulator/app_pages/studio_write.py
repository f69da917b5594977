"""Write: the text with its checks, and the step to trainees. Each pause is saved; nobody's text is ever lost."""

import streamlit as st

from simulator.app_pages import studio_problems
from simulator.app_pages.frame import NOTICE, alert, attempt_to, heading
from simulator.app_pages.opening import authoring, publishing
from simulator.app_pages.visit import NEXT, Visit, leave_for
from simulator.app_pages.written import items, muted, plain, show, strong
from simulator.studio import checking
from simulator.studio.checking import LEAST_RECORDED
from simulator.studio.kept import OwnScenario
from simulator.studio.recording import without_recording
from simulator.studio.refusals import WrittenMeanwhile
from simulator.studio.wording import said

HEIGHT = 480
TOO_LATE, LOOKED = "studio_too_late", "studio_looked"


def draw(visit: Visit, scenario: OwnScenario) -> None:
    """The editor, what is wrong, and publishing."""
    _editor(visit, scenario.id)


def box(scenario_id: str) -> str:
    """The key of the text's box."""
    return f"yaml_{scenario_id}"


def fresh(scenario_id: str) -> None:
    """The box takes the text as it is stored when it is drawn next."""
    for key in (box(scenario_id), _seen(scenario_id), TOO_LATE):
        st.session_state.pop(key, None)


def _seen(scenario_id: str) -> str:
    return f"seen_{scenario_id}"


@st.fragment
def _editor(visit: Visit, scenario_id: str) -> None:
    """Drawn again by itself at each pause, so that the page around it stays."""
    if NEXT in st.session_state:
        st.rerun()  # what was clicked here changes the head of the page too
    _ = visit.say
    scenario = authoring().one(visit.actor, scenario_id)
    key = box(scenario_id)
    if key not in st.session_state:
        st.session_state[key], st.session_state[_seen(scenario_id)] = scenario.text, scenario.version
    _notices(visit, scenario)
    left, right = st.columns([5, 3], gap="medium")
    with left:
        st.text_area(
            _("The scenario, as text"), key=key, height=HEIGHT, on_change=_save, args=(visit, scenario_id),
        )  # fmt: skip
        problems = checking.problems_of(scenario.text)
        _mark(visit, scenario, studio_problems.as_marks(visit, problems))
        show(muted(_("Saved at every pause. Ctrl and Space completes, Tab leaves the text.")))
    with right:
        heading(_("What to mend"))
        studio_problems.draw_problems(visit, problems)
        _publishing(visit, scenario)


def _mark(visit: Visit, scenario: OwnScenario, problems: str) -> None:
    """What the browser's part of the editor reads."""
    _ = visit.say
    words = {"label": _("The scenario, as text"), "problems": problems, "scenario": scenario.id,
             "version": str(scenario.version), "box": box(scenario.id),
             "offer": _("Put back what you had written here before somebody else saved")}  # fmt: skip
    data = " ".join(f'data-{name}="{plain(value)}"' for name, value in words.items())
    show(f'<span id="acuerdo-editor" class="mark" {data}></span>')


def _save(visit: Visit, scenario_id: str) -> None:
    text = str(st.session_state.get(box(scenario_id)) or "")

    def save() -> None:
        seen = st.session_state.get(_seen(scenario_id), 0)
        st.session_state[_seen(scenario_id)] = authoring().save(visit.actor, scenario_id, text, seen).version

    refusal = attempt_to(visit, save)
    if isinstance(refusal, WrittenMeanwhile):
        st.session_state[TOO_LATE] = refusal.aside


def _notices(visit: Visit, scenario: OwnScenario) -> None:
    """What was refused, here and not at the head of the page, which is not drawn again with the editor."""
    _ = visit.say
    if NOTICE in st.session_state:
        alert(st.session_state.pop(NOTICE))
    if TOO_LATE in st.session_state:
        with st.container(horizontal=True, key="studio_too_late", vertical_alignment="center"):
            st.button(_("Take theirs"), key="take_theirs", on_click=fresh, args=(scenario.id,))
            st.button(_("Put mine in its place"), key="take_mine", on_click=_over, args=(visit, scenario.id))
            visit.link("studio", _("Compare"), scenario=scenario.id, view="history")


def _over(visit: Visit, scenario_id: str) -> None:
    """Mine in place of theirs, which goes into the history."""
    st.session_state[_seen(scenario_id)] = authoring().one(visit.actor, scenario_id).version
    st.session_state.pop(TOO_LATE, None)
    _save(visit, scenario_id)


def _publishing(visit: Visit, scenario: OwnScenario) -> None:
    _ = visit.say
    heading(_("Give it to trainees"))
    if scenario.status == "draft" and not checking.recorded(scenario.text):
        show(muted(_("What you did not answer is as the start says it: read it once more under Texts, then play it.")))
    looked = st.session_state.get(LOOKED) == scenario.text
    verdict = checking.verdict(scenario.text) if looked else None
    ready = studio_problems.draw_checklist(visit, scenario.text, verdict)
    if scenario.offered and "changed" not in publishing().standing(visit.actor, scenario):
        ready = False
        show(muted(_("Trainees have it just as it stands here.")))
    label = _("Publish the changes") if scenario.offered else _("Publish")
    with st.container(horizontal=True, key="studio_publish"):
        st.button(
            label, type="primary", key="publish", disabled=not ready, on_click=_publish, args=(visit, scenario.id)
        )
        if checking.recorded(scenario.text) and not looked:
            st.button(_("Play the recorded calls again"), key="replay_recorded", type="tertiary", on_click=_look,
                      args=(scenario.text,))  # fmt: skip
        if checking.recorded(scenario.text) < LEAST_RECORDED and checking.scenario_of(scenario.text):
            visit.link("studio", _("Play it and record a call"), scenario=scenario.id, view="play")
        if scenario.offered:
            st.button(_("Withdraw"), key="withdraw", type="tertiary", on_click=_withdraw, args=(visit, scenario.id))
    if verdict:
        _otherwise(visit, scenario, verdict)
    if scenario.status == "published":
        show(muted(_("Trainees choose it among the others. Calls that began go on with the text they began with.")))
        with st.container(horizontal=True, key="studio_published"):
            visit.link("assignments", _("Assign it"), new="1", scenario=scenario.name)
            visit.link("practise", _("See it as a trainee"), scenario=scenario.name)


def _look(text: str) -> None:
    """Played when asked for: that takes longer than a pause in typing."""
    st.session_state[LOOKED] = text


def _otherwise(visit: Visit, scenario: OwnScenario, verdict: checking.Verdict) -> None:
    """What each recorded call does otherwise than it was recorded."""
    _ = visit.say
    for one in verdict.replayed:
        if one.failures:
            show(strong(one.name), items(said(failure, visit.language) for failure in one.failures[:6]))
            st.button(_("Take this recording out"), key=f"drop_{one.name}", type="tertiary", on_click=_drop,
                      args=(visit, scenario, one.name))  # fmt: skip


def _drop(visit: Visit, scenario: OwnScenario, name: str) -> None:
    def drop() -> None:
        authoring().save(visit.actor, scenario.id, without_recording(scenario.text, name), scenario.version)

    if attempt_to(visit, drop) is None:
        fresh(scenario.id)


def _publish(visit: Visit, scenario_id: str) -> None:
    if attempt_to(visit, lambda: publishing().publish(visit.actor, scenario_id)) is None:
        fresh(scenario_id)
    _again(scenario_id)


def _withdraw(visit: Visit, scenario_id: str) -> None:
    attempt_to(visit, lambda: publishing().withdraw(visit.actor, scenario_id))
    fresh(scenario_id)
    _again(scenario_id)


def _again(scenario_id: str) -> None:
    """The whole page is drawn again: its head says where the scenario stands."""
    leave_for("studio", scenario=scenario_id, view="write")
