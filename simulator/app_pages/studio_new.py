"""A new scenario: what it starts from, then a short form in everyday words, then the text to go on with."""

from typing import get_args

import streamlit as st

from scenarios.load import list_scenarios
from scenarios.values import Country, Language
from simulator.app_pages import names, studio_names
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.opening import authoring
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import muted, show
from simulator.refusals import Refusal
from simulator.studio.guided import LONGEST, MEANS, MOODS, PATIENCE, Answers, Hidden, composed
from simulator.studio.templates import templates

LANGUAGES: tuple[Language, ...] = get_args(Language)
SPEAKING: dict[Language, tuple[Country, ...]] = {
    "es": ("MX", "CL", "AR", "CO", "PE", "ES", "US"), "en": ("US", "GB"),
}  # fmt: skip
AS_IT_IS = "as_it_is"


def draw(visit: Visit) -> None:
    """The choice, then the form."""
    _ = visit.say
    visit.link("studio", _("All scenarios"))
    title(_("New scenario"), _("Answer what you know. Everything can be changed afterwards."))
    known = {t.name: f"{t.title[visit.language]} · {t.about[visit.language]}" for t in templates()}
    others = {own.id: studio_names.title_of(own, visit.language) for own in authoring().all(visit.actor)}
    others |= {s.id: s.title.get(visit.language) or s.id for s in list_scenarios()}
    from_where = st.radio(_("Start from"), [*known, AS_IT_IS], key="new_template",
                          index=len(known) if "from" in st.query_params else 0,
                          format_func=lambda name: known.get(name, _("A scenario that there is")))  # fmt: skip
    source = from_where
    if from_where == AS_IT_IS:
        asked = st.query_params.get("from")
        source = st.selectbox(_("Which one"), list(others), format_func=others.__getitem__, key="new_source",
                              index=list(others).index(asked) if asked in others else 0)  # fmt: skip
        st.button(_("Copy it as it is"), key="new_copy", on_click=_copy, args=(visit, source))
    with st.form("new", border=False):
        _form(visit, template=source in known)
        st.form_submit_button(_("Make the draft"), type="primary", key="new_go", on_click=_make, args=(visit, source))


def _form(visit: Visit, *, template: bool) -> None:
    """Eight questions; only the title must be answered."""
    _ = visit.say
    heading(_("What it is called"))
    left, right = st.columns(2)
    left.text_input(_("Title"), max_chars=80, key="new_title")
    right.selectbox(_("Language"), LANGUAGES, index=LANGUAGES.index(visit.language), key="new_language",
                    format_func=lambda one: names.tongue(_, one))  # fmt: skip
    st.multiselect(
        _("Countries (empty: those of the start)"), get_args(Country), key="new_countries",
        format_func=lambda c: names.country(_, c), placeholder=_("Choose"),
    )  # fmt: skip
    st.text_area(
        _("What the trainee reads before calling (optional)"), max_chars=LONGEST, height=80, key="new_briefing"
    )
    _who(visit)
    if template:
        heading(_("Why they are behind"))
        _hidden(visit, "reason", _("In a few words"), _("as in: lost the job in March"))
        heading(_("What else is hidden"))
        _hidden(visit, "also", _("In a few words (optional)"), _("as in: is looking after her father"))
    _terms(visit)


def _who(visit: Visit) -> None:
    _ = visit.say
    heading(_("Who it is"))
    left, right = st.columns(2)
    left.selectbox(_("Who answers"), ("any", "female", "male"), key="new_gender", format_func=lambda g: {
        "any": _("a woman or a man"), "female": _("a woman"), "male": _("a man")}[g])  # fmt: skip
    right.slider(_("Age"), 18, 90, (25, 65), key="new_age")
    st.text_input(_("What they live on (optional)"), max_chars=80, key="new_occupation",
                  placeholder=_("as in: sells food at the market"))  # fmt: skip
    left, right = st.columns(2)
    left.selectbox(
        _("Mood when they pick up"), [AS_IT_IS, *MOODS], key="new_mood", format_func=lambda m: _moods(visit)[m]
    )
    right.selectbox(_("Patience before hanging up"), [AS_IT_IS, *PATIENCE], key="new_patience",
                    format_func=lambda p: _patience(visit)[p])  # fmt: skip


def _terms(visit: Visit) -> None:
    _ = visit.say
    heading(_("What they can pay, and what may be granted"))
    left, right = st.columns(2)
    left.selectbox(
        _("What is left over each month"), [AS_IT_IS, *MEANS], key="new_means", format_func=lambda m: _means(visit)[m]
    )
    rhythm = {AS_IT_IS: _("as at the start"), "weekly": _("every week"), "monthly": _("every month")}
    right.selectbox(_("When money comes in"), list(rhythm), key="new_paydays", format_func=rhythm.__getitem__)
    hard = {AS_IT_IS: _("as at the start"), **{str(d): names.difficulty(_, d) for d in range(1, 6)}}
    st.selectbox(_("Difficulty"), list(hard), key="new_difficulty", format_func=hard.__getitem__)
    left, middle, right = st.columns(3)
    left.number_input(_("Payments at most"), 1, 60, None, key="new_instalments", placeholder=_("as at the start"))
    middle.number_input(_("Discount at most, %"), 0, 100, None, key="new_discount", placeholder=_("as at the start"))
    right.number_input(
        _("Days until the first payment"), 0, 365, None, key="new_extension", placeholder=_("as at the start")
    )
    show(
        muted(
            _(
                "How it can end comes with the start: an agreement, a promise, no agreement, hanging up. "
                "Add your own in the text, and change there when they tell what they hide: after which question, "
                "with how much trust."
            )
        )
    )


def _hidden(visit: Visit, which: str, label: str, hint: str) -> None:
    _ = visit.say
    st.text_input(label, max_chars=120, key=f"new_{which}_label", placeholder=hint)
    st.text_area(_("As they say it, a line for each way"), max_chars=LONGEST, height=80, key=f"new_{which}_say")
    st.text_input(
        _("Words by which the trainee's note shows it, parted by commas"), max_chars=LONGEST, key=f"new_{which}_words",
        placeholder=_("beginnings of words will do, as in: unemploy, laid off"),
    )  # fmt: skip


def _moods(visit: Visit) -> dict[str, str]:
    _ = visit.say
    return {AS_IT_IS: _("as at the start"), "calm": _("calm"), "worried": _("worried, ashamed"),
            "annoyed": _("annoyed"), "furious": _("furious")}  # fmt: skip


def _patience(visit: Visit) -> dict[str, str]:
    _ = visit.say
    return {AS_IT_IS: _("as at the start"), "short": _("little patience"), "usual": _("the usual"),
            "long": _("a lot of patience")}  # fmt: skip


def _means(visit: Visit) -> dict[str, str]:
    _ = visit.say
    return {AS_IT_IS: _("as at the start"), "comfortable": _("enough to catch up"), "tight": _("a little"),
            "hardly": _("hardly anything")}  # fmt: skip


def _answers() -> Answers:
    """What stands in the form. Raises ``Refusal`` without a title."""
    held = {
        name: st.session_state.get(f"new_{name}") for name in Answers.model_fields if name not in ("reason", "also")
    }
    if not str(held["title"] or "").strip():
        raise Refusal(
            es="Póngale un título: es lo que verán en la lista.", en="Give it a title: that is what the list shows."
        )
    if held["difficulty"] == AS_IT_IS:
        held["difficulty"] = None
    hidden = {which: Hidden(**{k: st.session_state.get(f"new_{which}_{k}") or "" for k in Hidden.model_fields})
              for which in ("reason", "also")}  # fmt: skip
    answers = Answers.model_validate({**{k: v for k, v in held.items() if v is not None}, **hidden})
    places = tuple(c for c in answers.countries if c in SPEAKING[answers.language])
    return answers.model_copy(update={"countries": places or (SPEAKING["en"][:1] if answers.language == "en" else ())})


def _make(visit: Visit, source: str) -> None:
    def make() -> None:
        template = next((t for t in templates() if t.name == source), None)
        text = template.text if template else authoring().text_of(visit.actor, source)
        made = authoring().make(visit.actor, composed(text, _answers(), template=template is not None), named=True)
        leave_for("studio", scenario=made.id, view="write")

    attempt_to(visit, make)


def _copy(visit: Visit, source: str) -> None:
    def copy() -> None:
        leave_for("studio", scenario=authoring().duplicate(visit.actor, source).id, view="write")

    attempt_to(visit, copy)
