"""The fields of a rubric's form. Each change is told at once; what is typed is read back from the fields."""

from collections.abc import Callable
from typing import TypeVar, get_args

import streamlit as st

from scenarios.country import countries, load_country
from scenarios.values import Language
from scoring.gates import GATES
from scoring.rubric import WHOLE, CriterionId
from scoring.rubrics.checks import LEVELS
from scoring.rubrics.known import indicators_of
from simulator.app_pages import casefile, names, rubric_words
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, paragraph, show
from simulator.rubric_form import FormCriterion, RubricForm

COUNTRIES = countries()
LANGUAGES: tuple[Language, ...] = get_args(Language)
CRITERIA: tuple[CriterionId, ...] = get_args(CriterionId)
LINES = 72
"""Height in pixels of two lines of words."""
Kept = Callable[[], None]
T = TypeVar("T")


def draw(visit: Visit, form: RubricForm, turn: int, kept: Kept) -> None:
    """The form; ``turn`` tells its fields from those of before somebody else's change."""
    _ = visit.say
    left, right, last = st.columns([2, 1, 1])
    left.text_input(
        _("Id"), form.id, max_chars=40, key=_key(turn, "id"), on_change=kept,
        help=_("Scenarios and assignments name the rubric by it: small letters, digits and _."),
    )  # fmt: skip
    right.number_input(_("Version"), 1, 9_999, form.version, key=_key(turn, "version"), on_change=kept)
    last.number_input(_("Pass mark"), 0, 100, form.pass_mark, key=_key(turn, "pass"), on_change=kept)
    for language, column in zip(LANGUAGES, st.columns(2), strict=True):
        title = _("Title ({language})", language=names.tongue(_, language))
        column.text_input(title, form.title.get(language, ""), key=_key(turn, f"title_{language}"), on_change=kept)
    st.multiselect(
        _("Criteria"), CRITERIA, [c.criterion for c in form.criteria], key=_key(turn, "criteria"), on_change=kept,
        format_func=lambda c: names.criterion(_, c), placeholder="–",
    )  # fmt: skip
    _weights(visit, form, turn, kept)
    for criterion in form.criteria:
        _criterion(visit, criterion, turn, kept)
    _gates(visit, form, turn, kept)


def typed(form: RubricForm, turn: int) -> RubricForm:
    """What stands in the fields now; what has no field yet is as it was."""
    standing = [c.criterion for c in form.criteria]
    chosen = _value(turn, "criteria", standing) or standing
    added = [c for c in CRITERIA if c in chosen and c not in standing]
    held = form.holding((*(c for c in standing if c in chosen), *added))
    return held.model_copy(update={
        "id": _value(turn, "id", form.id), "version": _value(turn, "version", form.version),
        "pass_mark": _value(turn, "pass", form.pass_mark),
        "title": {lang: _value(turn, f"title_{lang}", form.title.get(lang, "")) for lang in LANGUAGES},
        "gates": tuple(_value(turn, "gates", list(form.gates))),
        "criteria": tuple(_typed(c, turn) for c in held.criteria),
    })  # fmt: skip


def _typed(criterion: FormCriterion, turn: int) -> FormCriterion:
    name, known = criterion.criterion, indicators_of(criterion.criterion)
    counted = tuple(_value(turn, f"counts_{name}", list(criterion.indicators or known)))
    words: dict[Language, list[str]] = {
        lang: [_value(turn, f"level_{name}_{lang}_{n}", criterion.level(lang, n)) for n in range(LEVELS)]
        for lang in LANGUAGES
    }
    return criterion.saying(words).model_copy(update={
        "weight": _value(turn, f"weight_{name}", criterion.weight),
        "indicators": None if set(counted) >= set(known) or not counted else counted,
    })  # fmt: skip


def _weights(visit: Visit, form: RubricForm, turn: int, kept: Kept) -> None:
    _ = visit.say
    with st.container(key="rubric_weights"):
        for c in form.criteria:
            st.number_input(
                _("{name}: weight", name=names.criterion(_, c.criterion)), 0, WHOLE, c.weight,
                key=_key(turn, f"weight_{c.criterion}"), on_change=kept,
            )  # fmt: skip
    added = " + ".join(str(c.weight) for c in form.criteria)
    if form.total == WHOLE:
        show(muted(f"{added} = {WHOLE}"))
    else:
        off = WHOLE - form.total
        say = (
            _("{sum}: {n} missing to 100.", sum=f"{added} = {form.total}", n=off)
            if off > 0
            else _("{sum}: {n} too many; the weights sum to 100.", sum=f"{added} = {form.total}", n=-off)
        )
        show(f'<div class="notice" role="status">{paragraph(say)}</div>')


def _criterion(visit: Visit, criterion: FormCriterion, turn: int, kept: Kept) -> None:
    _ = visit.say
    name, known = criterion.criterion, indicators_of(criterion.criterion)
    with st.expander(f"{names.criterion(_, name)} · {criterion.weight} %", key=f"fold_{name}"):
        for language in LANGUAGES:
            show(muted(_("The five levels in words: {language}", language=names.tongue(_, language))))
            for n in range(LEVELS):
                st.text_area(
                    _("Level {n} ({language})", n=n, language=names.tongue(_, language)), criterion.level(language, n),
                    height=LINES, key=_key(turn, f"level_{name}_{language}_{n}"), on_change=kept,
                )  # fmt: skip
        st.multiselect(
            _("Indicators that count"), known, [i for i in known if i in (criterion.indicators or known)],
            key=_key(turn, f"counts_{name}"), on_change=kept, placeholder="–",
            format_func=lambda i: rubric_words.indicator(visit, name, i),
            help=_("With none chosen, all count. What does not count leaves no finding behind."),
        )  # fmt: skip


def _gates(visit: Visit, form: RubricForm, turn: int, kept: Kept) -> None:
    _ = visit.say
    st.multiselect(
        _("What fails a call, whatever the points"), GATES, [g for g in form.gates if g in GATES],
        key=_key(turn, "gates"), on_change=kept, format_func=lambda g: names.gate(_, g), placeholder="–",
    )  # fmt: skip
    show(muted(_("Only a threat or an insult beyond doubt fails a call by itself; for the rest a person decides.")))
    with st.expander(_("The rules behind them, by country")):
        usual = COUNTRIES.index(visit.country) if visit.country in COUNTRIES else 0
        country = st.selectbox(
            _("Country"), COUNTRIES, usual, format_func=lambda c: names.country(_, c), key=_key(turn, "country")
        )
        show(casefile.rules(_, load_country(country).rules_in(visit.language)))


def _key(turn: int, name: str) -> str:
    return f"rubric_{turn}_{name}"


def _value(turn: int, name: str, otherwise: T) -> T:
    found: T = st.session_state.get(_key(turn, name), otherwise)
    return found
