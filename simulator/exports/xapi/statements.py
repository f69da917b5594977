"""A telling as a statement of the Experience API 1.0.3. Pure. Everything is named under the installation's address."""

import datetime
from typing import Any

from simulator.exports.xapi.told import Told
from simulator.figures import Figures

VERSION = "1.0.3"
VERBS = "http://adlnet.gov/expapi/verbs/"
SIMULATION = "http://adlnet.gov/expapi/activities/simulation"
RUBRIC = "http://adlnet.gov/expapi/activities/profile"
Statement = dict[str, Any]


def statement(told: Told, base: str) -> Statement:
    """The statement. ``base`` is the installation's address, without a slash at its end."""
    call = told.call
    made: Statement = {
        "id": told.id,
        "actor": {"objectType": "Agent", "account": {"homePage": base, "name": call.trainee}},
        "verb": {"id": VERBS + told.verb, "display": {"en": told.verb}},
        "object": {
            "objectType": "Activity",
            "id": f"{base}/scenarios/{call.scenario}",
            "definition": {"type": SIMULATION, "name": dict(call.title)},
        },
        "context": _context(told, base),
        "timestamp": _instant(told.at),
    }
    result = _result(told, base)
    return made | ({"result": result} if result else {})


def _context(told: Told, base: str) -> Statement:
    call = told.call
    facts = {"scenario-version": call.scenario_version, "difficulty": call.difficulty, "country": call.country}
    context: Statement = {
        "registration": call.attempt,
        "platform": "Acuerdo",
        "language": call.language,
        "extensions": {f"{base}/xapi/{name}": value for name, value in facts.items()},
    }
    if told.figures:
        rubric = f"{base}/rubrics/{told.figures.rubric}/{told.figures.rubric_version}"
        context["contextActivities"] = {"category": [{"objectType": "Activity", "id": rubric}]}
    return context


def _result(told: Told, base: str) -> Statement:
    if told.verb == "initialized":
        return {}
    if told.figures is None:
        seconds, ended = told.call.seconds, told.call.disposition
        made: Statement = {"completion": True}
        made |= {"duration": f"PT{seconds}S"} if seconds is not None else {}
        return made | ({"extensions": {f"{base}/xapi/disposition": ended}} if ended else {})
    result: Statement = {"extensions": _both(told.figures, base)}
    if told.figures.effective_total is not None:
        result["score"] = _score(told.figures.effective_total)
    return result if told.verb == "scored" else result | {"success": told.verb == "passed"}


def _score(total: float) -> Statement:
    return {"scaled": round(total / 100, 4), "raw": total, "min": 0, "max": 100}


def _both(figures: Figures, base: str) -> Statement:
    """The program's figures, and a person's beside them where one reviewed the call."""
    machine = {
        "total": figures.total, "result": figures.result,
        "levels": {level.criterion: level.level for level in figures.levels},
    }  # fmt: skip
    human = {
        "total": figures.effective_total, "result": figures.effective_result,
        "levels": {level.criterion: level.effective_level for level in figures.levels},
    }  # fmt: skip
    made = {f"{base}/xapi/program": machine}
    return made | ({f"{base}/xapi/person": human} if figures.reviewed else {})


def _instant(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def agrees(ours: Any, theirs: Any) -> bool:
    """Whether a record store holds what we would send: it may add to it, and write instants its own way."""
    if isinstance(ours, dict):
        return isinstance(theirs, dict) and all(agrees(value, theirs.get(key)) for key, value in ours.items())
    if isinstance(ours, list):
        return isinstance(theirs, list) and len(ours) == len(theirs) and all(map(agrees, ours, theirs))
    if isinstance(ours, str) and isinstance(theirs, str):
        return ours.casefold() == theirs.casefold() or _same_instant(ours, theirs)
    return bool(ours == theirs)


def _same_instant(ours: str, theirs: str) -> bool:
    try:
        return datetime.datetime.fromisoformat(ours) == datetime.datetime.fromisoformat(theirs)
    except (ValueError, TypeError):
        return False
