"""Which calls the list of scorecards shows: chosen on the page, kept in the address, read from there again."""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from pydantic import ValidationError

from scoring.gates import GATES
from scoring.rubrics.known import criteria
from simulator.app_pages import names, rounds_words
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import show, tags
from simulator.i18n import Translator
from simulator.review_listed import Choices, Wanted

AFTER = "after"
WEEKS = (0, 1, 4, 12, 26, 52)
LEVELS = ("", "0", "1", "2", "3", "4")


def wanted() -> Wanted:
    """What the address asks for. It may have been written by anybody: what is none is left out."""
    asked = {name: st.query_params.get(name, "") for name in Wanted.model_fields}
    found: dict[str, Any] = {name: value for name, value in asked.items() if value}
    for name in tuple(found):
        try:
            Wanted.model_validate({name: found[name]})
        except ValidationError:
            del found[name]
    return Wanted.model_validate(found)


def draw(visit: Visit, chosen: Wanted, choices: Choices) -> None:
    """What is chosen now, and the choices behind one fold."""
    _ = visit.say
    told = _told(visit, chosen, choices)
    if told:
        show(tags(told))
    with st.expander(_("Choose which calls"), key="fold_filters"):
        with st.container(key="filters"):
            for name, (label, options) in _options(visit, chosen, choices).items():
                _one(visit, name, label, options, chosen)
        if told:
            st.button(_("Show all"), key="show_all", type="tertiary", on_click=_clear)


def _one(visit: Visit, name: str, label: str, options: Mapping[str, str], chosen: Wanted) -> None:
    value = _text(chosen, name)
    keys = list(options)
    st.selectbox(
        label, keys, index=keys.index(value) if value in keys else 0, format_func=options.__getitem__,
        key=f"filter_{name}_{visit.language}", on_change=_choose, args=(name, f"filter_{name}_{visit.language}"),
    )  # fmt: skip


def _options(visit: Visit, chosen: Wanted, choices: Choices) -> dict[str, tuple[str, dict[str, str]]]:
    _ = visit.say
    every = {"": _("All")}
    scenarios = {card.id: card.title for card in visit.practice.scenarios(visit.language)}
    if chosen.scenario and chosen.scenario not in scenarios:
        scenarios[chosen.scenario] = names.spoken(chosen.scenario)
    return {
        "cohort": (_("Cohort"), every | choices.cohorts),
        "person": (_("Person"), every | choices.people),
        "scenario": (_("Scenario"), every | scenarios),
        "result": (_("Result"), every | results(_)),
        "criterion": (_("Criterion"), every | {name: names.criterion(_, name) for name in criteria()}),
        "level": (_("Level"), every | {n: _("Level {n} of 4", n=n) for n in LEVELS[1:]}),
        "gate": (_("Breach, possible or certain"), every | {name: names.gate(_, name) for name in GATES}),
        "contested": (_("Contested"), every | {"true": _("Contested by the trainee")}),
        "reviewed": (_("Reviewed"), every | _reviewed(_)),
        "weeks": (_("Time"), {str(n or ""): rounds_words.weeks(_, n) for n in WEEKS}),
    }


def results(_: Translator) -> dict[str, str]:
    """How a call came out, in words."""
    return {
        "review": _("Possible breach to decide"), "passed": _("Passed, one call"), "failed": _("Not passed"),
        "not_assessed": _("Nothing to assess"),
    }  # fmt: skip


def _reviewed(_: Translator) -> dict[str, str]:
    return {"no": _("Not reviewed yet"), "yes": _("Reviewed"), "differ": _("Two people differ")}


def _told(visit: Visit, chosen: Wanted, choices: Choices) -> list[str]:
    """What is chosen, in words."""
    found = []
    for name, (label, options) in _options(visit, chosen, choices).items():
        value = _text(chosen, name)
        if value and value in options:
            found.append(f"{label}: {options[value]}")
    return found


def _text(chosen: Wanted, name: str) -> str:
    """A choice as the address writes it; empty for none."""
    value = getattr(chosen, name)
    if value is None or value is False or (name == "weeks" and not value):
        return ""
    return "true" if value is True else str(value)


def _choose(name: str, key: str) -> None:
    value = str(st.session_state.get(key) or "")
    if value:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]
    if AFTER in st.query_params:
        del st.query_params[AFTER]


def _clear() -> None:
    for name in (*Wanted.model_fields, AFTER):
        if name in st.query_params:
            del st.query_params[name]
    for key in [key for key in st.session_state if str(key).startswith("filter_")]:
        del st.session_state[key]
