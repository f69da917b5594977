"""Before the call, where the scenario asks: whom to reach, on which day, at what hour, by which channel.

Nothing is blocked and nothing is judged here; the rules stand beside the choice. On the scorecard it is said how the
contact that was made stands to them.
"""

from datetime import date, time, timedelta
from typing import Any

import streamlit as st

from scenarios.scenario import ContactSpec
from scoring.criteria.contact_rules import Sought, Standing, counted, standings
from scoring.transcript import Contact
from simulator.app_pages import casefile, contact_words
from simulator.app_pages.frame import attempt_to, heading
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import facts, muted, paragraph, show, strong
from simulator.fitting_rules import fitting
from simulator.usual_contact import usual_day, usual_hour
from simulator.view import AttemptView

ABOUT_CONTACT = ("hours", "frequency", "third_parties", "authorised_channels", "reasonable_times", "identity_first")
"""Rules of a pack that speak of whom one contacts, when, how and how often."""
NOON = time(12)


def draw(visit: Visit, view: AttemptView) -> None:
    """The choices, with the country's rules on contact beside them."""
    _ = visit.say
    spec = view.scenario.contact
    if spec is None:
        if view.contact > 1:
            _counts(visit, view, Contact(on=view.on, at=NOON, channel=view.case.channel))
        return
    heading(_("Whom, when and how"))
    choices, beside = st.columns(2, gap="large")
    with choices, st.container(key="approach"):
        _choices(visit, view, spec)
    with beside:
        show(strong(_("What the rules say")))
        about = tuple(rule for rule in fitting(view.case) if rule.id in ABOUT_CONTACT)
        nothing = casefile.for_consumers(_) if view.case.company else _("The pack of this country notes no rule on it.")
        show(casefile.rules(_, about) if about else muted(nothing))
    if view.approach is not None:
        _counts(visit, view, view.approach)


def missing(visit: Visit, view: AttemptView) -> str:
    """What is still to be chosen before the call can begin; empty where nothing is."""
    _, spec = visit.say, view.scenario.contact
    if spec is None or view.approach is not None or st.session_state.get(_key(view, "at")) or _usual(view, spec)[1]:
        return ""
    return _("Choose the hour below first.")


def keep_usual(visit: Visit, view: AttemptView) -> None:
    """Keep the choices as they stand on the page, where none was made by hand."""
    if view.scenario.contact is not None and view.approach is None:
        _keep(visit, view)


def _usual(view: AttemptView, spec: ContactSpec) -> tuple[date, str | None]:
    day = usual_day(spec, view.country, view.on)
    return day, usual_hour(spec, view.country, view.scenario.market, day)


def draw_made(visit: Visit, view: AttemptView) -> None:
    """On the scorecard: the contact as it was made, and how it stands to the rules."""
    _ = visit.say
    made = view.approach
    if made is None:
        return
    heading(_("How you made contact"))
    day = contact_words.day_in_words(_, made.on, view.country)
    show(facts([
        (_("Whom"), contact_words.whom(_, made.who)),
        (_("When"), f"{day}, {made.at:%H:%M}"),
        (_("By"), contact_words.channel(_, made.channel)),
        (_("Who answered"), contact_words.answered(_, made.answered)),
    ]))  # fmt: skip
    lines = (_standing(visit, found) for found in standings(_sought(view, made)))
    show(f'<ul class="rules">{"".join(lines)}</ul>')


def _standing(visit: Visit, found: Standing) -> str:
    _ = visit.say
    about = {"hours": _("Day and hour"), "third_party": _("Another person")}.get(found.about)
    lead = f"{about or contact_words.count(_, found)} — {contact_words.standing(_, found.kind)}."
    return contact_words.rule_line(_, lead, found, found.kind)


def _choices(visit: Visit, view: AttemptView, spec: ContactSpec) -> None:
    _ = visit.say
    chosen, keep = view.approach, {"on_change": _keep, "args": (visit, view), "placeholder": _("Choose")}
    first, hour = _usual(view, spec)
    days = [view.on + timedelta(days=n) for n in range(spec.within_days + 1)]
    _select(_("Whom"), view, "who", spec.who, lambda who: contact_words.whom(_, who), chosen and chosen.who, keep)
    _select(
        _("Day"), view, "day", days, lambda day: contact_words.day_in_words(_, day, view.country),
        chosen.on if chosen else first, keep,
    )  # fmt: skip
    _select(_("Hour, local time"), view, "at", spec.moments, str, f"{chosen.at:%H:%M}" if chosen else hour, keep)
    _select(
        _("Channel"), view, "channel", spec.channels, lambda key: contact_words.channel(_, key),
        chosen and chosen.channel, keep,
    )  # fmt: skip


def _select(  # noqa: PLR0913, PLR0917 - what a choice is
    label: str, view: AttemptView, name: str, options: Any, words: Any, chosen: Any, keep: dict[str, Any]
) -> None:
    """One choice. Where there is but one option it is taken; no hour is where none is lawful."""
    known = list(options)
    index = known.index(chosen) if chosen in known else 0 if name != "at" or len(known) == 1 else None
    st.selectbox(
        label, known, index=index, format_func=words, key=_key(view, name), disabled=len(known) == 1, **keep,
    )  # fmt: skip


def _keep(visit: Visit, view: AttemptView) -> None:
    who, day, at, channel = (st.session_state.get(_key(view, name)) for name in ("who", "day", "at", "channel"))
    if at is None:
        return
    contact = Contact(who=who or "debtor", on=day or view.on, at=time.fromisoformat(at), channel=channel or "call")
    attempt_to(visit, lambda: visit.practice.contacts.choose(visit.actor, view.id, contact))


def _key(view: AttemptView, name: str) -> str:
    return f"approach_{name}_{view.id}"


def _counts(visit: Visit, view: AttemptView, contact: Contact) -> None:
    """How many contacts there were, and the limits of the country, this one included."""
    _ = visit.say
    lines = [contact_words.rule_line(_, contact_words.count(_, s), s) for s in counted(_sought(view, contact))]
    if lines:
        show(paragraph(_("How often, up to now"), "chart-title"), f'<ul class="rules">{"".join(lines)}</ul>')


def _sought(view: AttemptView, contact: Contact) -> Sought:
    before = view.earlier.contacts if view.earlier else ()
    return Sought(view.country, view.language, contact, before, view.case.creditor.agency is not None)
