"""Assignments in words: what they are called, until when, how far one is, what is in the way."""

import datetime
from datetime import date

from scenarios.country import format_date, format_full_date
from scenarios.values import Country, Language
from simulator import programmes
from simulator.app_pages import names, opening
from simulator.app_pages.opening import now
from simulator.app_pages.visit import Visit
from simulator.assigned import Assignment, Task, TaskState, last_day, local
from simulator.certifying import Clearance
from simulator.clearing import Held
from simulator.i18n import Translator


def title_of(visit: Visit, one: Assignment) -> str:
    """Its own title, the programme's, or those of its calls."""
    if one.title:
        return one.title
    if one.programme:
        known = next((p for p in programmes.programmes() if p.id == one.programme), None)
        return known.title.get(visit.language, one.programme) if known else one.programme
    _, first = visit.say, scenario_title(visit, one.tasks[0].scenario)
    more = len(one.tasks) - 1
    return first if not more else _("{title} and {n} more", title=first, n=more)


def scenario_title(visit: Visit, scenario_id: str) -> str:
    """A scenario's title; its id where it is no longer there."""
    return opening.scenario_title(scenario_id, visit.language)


def day_words(_: Translator, day: date, country: Country) -> str:
    """A day with its weekday."""
    return format_date(day, _.language, country, weekday=True)


def due(visit: Visit, one: Assignment) -> str:
    """Until when, for those who assign: the day as they chose it."""
    at = now()
    return _due(visit, one, last_day(one, at), local(one, at).date())


def due_here(visit: Visit, one: Assignment) -> str:
    """Until when, for whom it is: the last day where they work, with the hour where it ends before that day does."""
    _, at = visit.say, visit.now
    words = _due(visit, one, _last_here(one, at), at.date())
    ends = one.due_at.astimezone(at.tzinfo) if one.due_at else at
    if ends <= at or ends.time() == datetime.time():
        return words
    return _("{day}, at {hour} your time", day=words, hour=f"{ends:%H:%M}")


def _due(visit: Visit, one: Assignment, last: date | None, today: date) -> str:
    """As a person says it: today and tomorrow by name; a day that went by without blame."""
    _ = visit.say
    if last is None:
        return _("no date")
    if last == today:
        return _("due today")
    if last == today + datetime.timedelta(days=1):
        return _("due tomorrow")
    if last < today:
        return _("was due {day}", day=day_words(_, last, one.country))
    return _("due {day}", day=day_words(_, last, one.country))


def _last_here(one: Assignment, at: datetime.datetime) -> date | None:
    return last_day(one.model_copy(update={"zone": ""}), at)


def reminder(visit: Visit, one: Assignment) -> str:
    """A friendly word where the day is near or went by; empty where there is time."""
    _, at = visit.say, visit.now
    last = _last_here(one, at)
    if last is None or one.due_at is None:
        return ""
    left = (last - at.date()).days
    if at >= one.due_at:
        return _("The window has closed.") if one.exam else _("The day has gone by; you can still do it.")
    if left == 0:
        ends = one.due_at.astimezone(at.tzinfo)
        if ends.time() != datetime.time():
            return _("It is due today, until {hour} your time.", hour=f"{ends:%H:%M}")
        return _("It is due today: there is still time.")
    return _("It is due tomorrow.") if left == 1 else ""


def how_many(visit: Visit, done: int, needed: int) -> str:
    """How many of the calls are done."""
    _ = visit.say
    if needed == 1:
        return _("one call, done") if done else _("one call")
    return _("{done} of {n} calls done", done=done, n=needed)


def kind(_: Translator, one: Assignment) -> str:
    """Practice, assessed, or an exam."""
    if one.exam:
        return _("exam")
    assessed = {task.mode for task in one.tasks}
    if assessed == {"practice", "assessed"}:
        return _("practice and assessed")
    return _("assessed") if assessed == {"assessed"} else _("practice")


def who_sees(_: Translator, task: Task) -> str:
    """Who will see this call."""
    if task.mode == "assessed":
        return _("Assessed: you see it, and so do your trainers and managers.")
    return _("Practice: whoever assigned it sees that you did it, and nothing else.")


def why(visit: Visit, state: TaskState, country: Country) -> str:
    """Why a task cannot be begun now, in a few words; empty where it can."""
    _ = visit.say
    if state.done and state.why in ("used_up", "closed", "withdrawn"):
        return ""
    if state.why == "day" and state.opens_on:
        return _("from {day}", day=day_words(_, state.opens_on, country))
    return {
        "withdrawn": _("withdrawn"),
        "not_open": _("not open yet"),
        "closed": _("the window has closed"),
        "needs": _("after the one before"),
        "used_up": _("no attempts left"),
        "gone": _("no longer asked: this scenario left the library"),
    }.get(state.why, "")


def clearance(_: Translator, held: Held) -> str:
    """Whether somebody is cleared, with whom, until when; what is missing, where they are not."""
    where = f"{held.creditor_name} ({names.country(_, held.country)})"
    found = held.clearance
    if found.cleared and found.until:
        until = format_full_date(found.until, _.language, held.country)
        return _("Cleared for live contacts with {where} until {day}.", where=where, day=until)
    return _("Not yet cleared for {where}: {missing}", where=where, missing=_missing(_, found))


def _missing(_: Translator, found: Clearance) -> str:
    left = found.cases - found.have
    more = _.plural("{n} assessed call to pass.", "{n} assessed calls to pass.", left)
    return {
        "rest": _("after a call that was not passed, a day goes by before the next one counts."),
        "gate": _("a breach stands, so the calls are counted anew from tomorrow."),
        "waits": _("a person still has to look at the latest call."),
        "expired": _("the earlier clearance has run out; {more}", more=more),
        "rules_changed": _("the rules have changed since; {more}", more=more),
    }.get(found.missing, more)


def language_of(country: Country, chosen: Language | None) -> Language:
    """The language of the calls in a country; in the United States the one chosen."""
    if country == "US":
        return chosen or "en"
    return "en" if country == "GB" else "es"
