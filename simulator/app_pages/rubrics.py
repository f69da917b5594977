"""Rubrics: what calls are judged by. The list, one rubric with its versions, and the drafts."""

import streamlit as st

from scoring.rubric import Rubric
from simulator.app_pages import names, rubric_compare, rubric_draft, rubric_words
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import rubric_studio, zone
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import facts, items, label, muted, plain, show
from simulator.improved import RubricDraft
from simulator.rubric_form import form_of
from simulator.rubric_studio import Listed


def draw(visit: Visit) -> None:
    """A draft or a rubric where the address names one, else the list."""
    if named := st.query_params.get("draft"):
        rubric_draft.draw(visit, named)
    elif named := st.query_params.get("rubric"):
        _one(visit, named)
    else:
        _list(visit)


def _list(visit: Visit) -> None:
    _ = visit.say
    studio = rubric_studio()
    rubrics, drafts = studio.all(visit.actor), studio.drafts(visit.actor)
    title(
        _("Rubrics"), _("What calls are judged by. Copy one, change it, and see what it would do before you publish.")
    )
    if drafts:
        heading(_("Being written"))
        for draft in drafts:
            _draft_line(visit, draft)
    heading(_("Rubrics here"))
    for one in rubrics:
        _line(visit, one)
    heading(_("From a file"))
    file = st.file_uploader(_("A rubric as YAML or JSON"), type=["yaml", "yml", "json"], key="rubric_file")
    if file is not None:
        st.button(_("Take it in as a draft"), key="rubric_take_in", on_click=_take_in, args=(visit, file.getvalue()))


def _line(visit: Visit, one: Listed) -> None:
    _ = visit.say
    stands = _("withdrawn") if one.withdrawn else _("made here") if one.own else _("comes with the program")
    used = _.plural("{n} call", "{n} calls", one.calls)
    with st.container(key=f"line_rubric_{one.rubric.id}", horizontal=True, vertical_alignment="center"):
        visit.link("rubrics", label(rubric_words.name(visit, one.rubric)), rubric=one.rubric.id)
        version = _("version {n}", n=one.rubric.version)
        show(muted(f"{version} · {stands} · {used}"))


def _draft_line(visit: Visit, draft: RubricDraft) -> None:
    _ = visit.say
    form = form_of(draft.text)
    named = (form and (form.title.get(visit.language) or form.id)) or _("A draft without a name")
    when = f"{draft.updated_at.astimezone(zone()):%Y-%m-%d %H:%M}"
    with st.container(key=f"line_draft_{draft.id}", horizontal=True, vertical_alignment="center"):
        visit.link("rubrics", label(named), draft=draft.id)
        version = _("version {n}", n=form.version) + " · " if form else ""
        show(muted(version + _("changed {when}", when=when)))


def _one(visit: Visit, named: str) -> None:
    _ = visit.say
    studio = rubric_studio()
    asked = st.query_params.get("version", "")
    rubric = studio.read(visit.actor, named, int(asked) if asked.isascii() and asked.isdigit() else None)
    editions = studio.editions(visit.actor, named)
    with st.container(key="way_rubrics"):
        visit.link("rubrics", _("All rubrics"))
    title(rubric_words.name(visit, rubric))
    withdrawn = bool(editions) and editions[0].withdrawn_at is not None
    if withdrawn:
        show(muted(_("Withdrawn: no new call is scored with it. Calls begun with it keep it.")))
    st.button(_("Make a copy to edit") if not editions else _("Write the next version"), key="rubric_copy",
              type="primary", on_click=_copy, args=(visit, named, rubric.version))  # fmt: skip
    show(facts([
        (_("Id"), rubric.id), (_("Version"), str(rubric.version)), (_("Pass mark"), f"{rubric.pass_mark} / 100"),
    ]))  # fmt: skip
    _content(visit, rubric)
    _versions(visit, rubric)
    rubric_compare.draw(visit, rubric)
    _out(visit, rubric)
    if editions:
        words = _("Offer it again") if withdrawn else _("Withdraw it")
        st.button(words, key="rubric_withdraw", on_click=_withdraw, args=(visit, named, withdrawn))


def _content(visit: Visit, rubric: Rubric) -> None:
    _ = visit.say
    for weighed in rubric.criteria:
        heading(f"{names.criterion(_, weighed.criterion)} · {weighed.weight} %")
        levels = "".join(f"<li value='{n}'>{plain(w)}</li>" for n, w in enumerate(weighed.levels[visit.language]))
        show(muted(rubric_words.counted(visit, weighed)), f'<ol class="levels" start="0">{levels}</ol>')
    heading(_("What fails a call, whatever the points"))
    show(items(names.gate(_, gate) for gate in rubric.gates) if rubric.gates else muted(_("Nothing.")))


def _versions(visit: Visit, rubric: Rubric) -> None:
    """The versions, each against the one before it."""
    _ = visit.say
    editions = rubric_studio().editions(visit.actor, rubric.id)
    if not editions:
        return
    heading(_("Versions"))
    for number, edition in enumerate(editions):
        based = editions[number + 1].rubric if number + 1 < len(editions) else _origin(visit, edition.based_on)
        when = f"{edition.published_at.astimezone(zone()):%Y-%m-%d}"
        with st.expander(_("Version {n}, published {when}", n=edition.rubric.version, when=when)):
            if based is None:
                show(muted(_("Nothing to compare it with.")))
            else:
                against = _("Against {name}, version {n}:", name=rubric_words.name(visit, based), n=based.version)
                show(muted(against), rubric_words.differences(visit, based, edition.rubric))
            if edition.rubric.version != rubric.version:
                visit.link("rubrics", _("Look at it"), rubric=rubric.id, version=str(edition.rubric.version))


def _origin(visit: Visit, based_on: str) -> Rubric | None:
    known = {one.rubric.id: one.rubric for one in rubric_studio().all(visit.actor)}
    return known.get(based_on)


def _out(visit: Visit, rubric: Rubric) -> None:
    _ = visit.say
    name = f"{rubric.id}-{rubric.version}"
    with st.container(horizontal=True):
        st.download_button(_("Download as YAML"), rubric_words.yaml_of(rubric), f"{name}.yaml", "application/yaml",
                           key="rubric_yaml", on_click="ignore")  # fmt: skip
        st.download_button(_("Download as JSON"), rubric_words.json_of(rubric), f"{name}.json", "application/json",
                           key="rubric_json", on_click="ignore")  # fmt: skip


def _copy(visit: Visit, named: str, version: int) -> None:
    attempt_to(visit, lambda: leave_for("rubrics", draft=rubric_studio().copy(visit.actor, named, version).id))


def _take_in(visit: Visit, data: bytes) -> None:
    attempt_to(visit, lambda: leave_for("rubrics", draft=rubric_studio().take_in(visit.actor, data).id))


def _withdraw(visit: Visit, named: str, withdrawn: bool) -> None:
    studio = rubric_studio()
    attempt_to(visit, lambda: (studio.offer_again if withdrawn else studio.withdraw)(visit.actor, named))
