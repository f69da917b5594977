"""A rubric being written: as a form, as text, and what it would do to calls that stand. Each change is kept at once."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from scenarios.problem import Problem
from scoring.rubric import WHOLE
from simulator.app_pages import rubric_effect_view, rubric_fields
from simulator.app_pages.frame import attempt_to, title
from simulator.app_pages.opening import rubric_studio
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import items, muted, show
from simulator.improved import RubricDraft
from simulator.rubric_form import RubricForm, form_of
from simulator.rubric_studio import Checked, checked
from simulator.studio.wording import in_words

HEIGHT = 560


def draw(visit: Visit, draft_id: str) -> None:
    """The draft as it is kept."""
    _ = visit.say
    draft = rubric_studio().draft(visit.actor, draft_id)
    _up_to_date(draft)
    form, found = form_of(draft.text), checked(draft.text)
    with st.container(key="way_rubrics"):
        visit.link("rubrics", _("All rubrics"))
    named = form and form.title.get(visit.language)
    title(
        named or _("A rubric being written"), _("Every change is kept at once; nothing is in force until you publish.")
    )
    _stands(visit, found, form)
    as_form, as_text, effect = st.tabs([_("Form"), _("Text"), _("What would change")])
    with as_form:
        if form is None:
            show(muted(_("The text is too far from a rubric to be shown as a form. Mend it under Text.")))
        else:
            rubric_fields.draw(visit, form, _generation(draft_id, "form"), lambda: _from_form(visit, draft, form))
    with as_text:
        _text(visit, draft)
    with effect:
        rubric_effect_view.draw(visit, draft, found.rubric)
    _deeds(visit, draft, found)


def _problem(visit: Visit, problem: Problem, form: RubricForm | None) -> str:
    """What is wrong and how to mend it; of sums, which the form knows, in the reader's language."""
    _ = visit.say
    if form is not None and form.total != WHOLE and problem.message.startswith("the weights sum to"):
        return _("the weights sum to {n}, not to 100.", n=form.total)
    what, remedy = in_words(problem, visit.language)
    return f"{problem.field or '–'}: {what}. {remedy}"


def _stands(visit: Visit, found: Checked, form: RubricForm | None) -> None:
    """Whether it can be published, and if not, why, line by line."""
    _ = visit.say
    if found.rubric is not None:
        show(muted(_("This can be published.")))
        return
    lines = [_("Line {n}", n=p.line) + f" · {_problem(visit, p, form)}" for p in found.problems]
    say = _.plural(
        "{n} thing to mend before it can be published:", "{n} things to mend before it can be published:", len(lines)
    )
    show(f'<div class="notice" role="status">{muted(say)}{items(lines[:12])}</div>')


def _text(visit: Visit, draft: RubricDraft) -> None:
    _ = visit.say
    key = f"rubric_text_{draft.id}_{_generation(draft.id, 'text')}"
    st.text_area(
        _("The rubric as text (YAML)"), value=draft.text, height=HEIGHT, key=key, on_change=_save,
        args=(visit, draft, lambda: str(st.session_state[key]), "form"),
    )  # fmt: skip
    show(muted(_("Weights sum to 100; each criterion has five levels in words, in Spanish and in English.")))


def _from_form(visit: Visit, draft: RubricDraft, form: RubricForm) -> None:
    generation = _generation(draft.id, "form")
    _save(visit, draft, lambda: rubric_fields.typed(form, generation).text, "text")


def _save(visit: Visit, draft: RubricDraft, text: Callable[[], str], other: str) -> None:
    """Keep what was typed; the other view of it is drawn anew. What was too late is shown, to be copied."""

    def save() -> None:
        saved = rubric_studio().save(visit.actor, draft.id, text(), st.session_state[_seen(draft.id)])
        st.session_state[_seen(draft.id)] = saved.edits
        _anew(draft.id, other)

    refused = attempt_to(visit, save)
    if refused is not None and refused.kept:
        st.session_state[f"rubric_kept_{draft.id}"] = refused.kept


def _deeds(visit: Visit, draft: RubricDraft, found: Checked) -> None:
    _ = visit.say
    if kept := st.session_state.get(f"rubric_kept_{draft.id}"):
        with st.expander(_("What you had written"), expanded=True):
            st.code(kept, language="yaml", wrap_lines=True)
    with st.container(horizontal=True, key="rubric_deeds"):
        if found.rubric is not None:
            st.button(_("Publish"), key="rubric_publish", type="primary", on_click=_publish, args=(visit, draft))
        st.button(_("Throw the draft away"), key="rubric_drop", type="tertiary", on_click=_drop, args=(visit, draft))


def _publish(visit: Visit, draft: RubricDraft) -> None:
    def publish() -> None:
        seen = st.session_state[_seen(draft.id)]
        edition = rubric_studio().publish(visit.actor, draft.id, seen)
        leave_for("rubrics", rubric=edition.rubric.id)

    attempt_to(visit, publish)


def _drop(visit: Visit, draft: RubricDraft) -> None:
    def drop() -> None:
        rubric_studio().throw_away(visit.actor, draft.id)
        leave_for("rubrics")

    attempt_to(visit, drop)


def _up_to_date(draft: RubricDraft) -> None:
    """What this window shows is what is kept: where somebody else changed it, both views are drawn anew."""
    seen = st.session_state.setdefault(_seen(draft.id), draft.edits)
    if seen != draft.edits:
        st.session_state[_seen(draft.id)] = draft.edits
        _anew(draft.id, "form")
        _anew(draft.id, "text")


def _seen(draft_id: str) -> str:
    return f"rubric_seen_{draft_id}"


def _generation(draft_id: str, view: str) -> int:
    generation: Any = st.session_state.setdefault(f"rubric_{view}_of_{draft_id}", 0)
    return int(generation)


def _anew(draft_id: str, view: str) -> None:
    st.session_state[f"rubric_{view}_of_{draft_id}"] = _generation(draft_id, view) + 1
