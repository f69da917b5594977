"""Rated and exported material: turns, calls or notes, recognised by their keys and checked as hostile input."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import ValidationError

from scenarios.complaints import nearest, problems_of
from scenarios.problem import Problem
from scenarios.values import Country, Language
from scoring.followup.tongue import other_language
from scoring.rated_source import Line, RatedError, lines_of
from scoring.rated_turns import turns_of
from scoring.transcript import CallRecord

__all__ = ["CRITERIA", "RATED_ON", "Rated", "RatedError", "Unit", "read_rated"]

Unit = Literal["turn", "call", "note"]
NOTE = "documented_follow_up"
CRITERIA: dict[Unit, dict[str, str]] = {
    "turn": {"calm": "calm", "empathy": "empathy", "clarity": "clarity"},
    "call": {"calm": "calm", "empathy": "empathy", "clarity": "clarity", NOTE: "follow_up"},
    "note": {NOTE: "follow_up"},
}
"""By unit: our criterion → its key among the ratings."""
RATED_ON = date(2026, 11, 23)
"""The day on which every contact in the rated material takes place."""
_KEYS: dict[str, Unit] = {"turns": "call", "agent": "turn", "note": "note"}
_TONGUES = {"es": "Spanish", "en": "English"}


@dataclass(frozen=True, slots=True)
class Rated:
    """One item: its call as the score sees it, and how it was rated."""

    id: str
    unit: Unit
    language: str
    call: CallRecord
    marks: dict[str, tuple[float, ...]]
    """What each rater gave, by criterion."""

    @property
    def ratings(self) -> dict[str, float]:
        """The raters' mean by criterion."""
        return {criterion: sum(given) / len(given) for criterion, given in self.marks.items()}

    @property
    def length(self) -> int:
        """The words of what is judged."""
        return sum(len(text.split()) for text in self.judged)

    @property
    def judged(self) -> tuple[str, ...]:
        """What is judged: the agent's turns, or the note where there are none."""
        said = tuple(t.text for t in self.call.transcript.agent_turns)
        return said or ((self.call.follow_up.note,) if self.call.follow_up else ())


def read_rated(path: Path, on: date, *, needs_ratings: bool = True) -> list[Rated]:
    """All items of a file; ``RatedError`` with everything that is wrong in it. ``on`` is the day of every contact
    that does not name its own. Material that is only to be scored needs no ratings.
    """
    items: list[Rated] = []
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for line in lines_of(path):
        if isinstance(line, Problem):
            problems.append(line)
            continue
        try:
            item = _item(line, on, needs_ratings)
        except RatedError as error:
            problems += error.problems
            continue
        if item.id in first and "id" in line.data:
            message = f"the id '{item.id[:60]}' stands twice (first in line {first[item.id]})"
            problems.append(line.problem("id", message, "Give each line an id of its own"))
        first.setdefault(item.id, line.number)
        items.append(item)
    problems += _of_the_file(path, items, problems)
    if problems:
        raise RatedError(problems)
    return items


def _of_the_file(path: Path, items: Iterable[Rated], problems: list[Problem]) -> list[Problem]:
    units = sorted({i.unit for i in items})
    if not units and not problems:
        return [Problem(str(path), 1, "", "holds no rated line", "Write one JSON object a line")]
    if len(units) > 1:
        return [Problem(str(path), 1, "", f"mixes {', '.join(f'{u}s' for u in units)}", "Keep one kind a file")]
    return []


def _item(line: Line, on: date, needs_ratings: bool) -> Rated:
    exported = "record" in line.data
    unit: Unit = "call" if exported else _unit(line)
    record = _exported(line) if exported else _plain(line, unit, on)
    try:
        call = CallRecord.model_validate(record)
    except ValidationError as error:
        raise RatedError(problems_of(error, line.nodes(record), CallRecord)) from None
    note = call.follow_up.note if call.follow_up else ""
    heard = other_language(note, call.language)
    if heard:
        message = f"the note is in {_TONGUES[heard]}, the {unit} in {_TONGUES[call.language]}"
        line.refuse("note", message, f"Translate it, or mend lang: {call.language}")
    marks = _marks(line, unit) if needs_ratings or "ratings" in line.data else {}
    return Rated(_id(line), unit, call.language, call, marks)


def _id(line: Line) -> str:
    given = line.data.get("id")
    return str(given)[:200] if isinstance(given, str | int) else f"{line.file}:{line.number}"


def _unit(line: Line) -> Unit:
    found = next((unit for key, unit in _KEYS.items() if key in line.data), None)
    if found is None:
        line.refuse("", "no turn (agent), call (turns) or note (note) here", "Add the one that is judged")
    return found


def _plain(line: Line, unit: Unit, on: date) -> dict[str, Any]:
    """The record of a rated line, as plain values."""
    case = line.data.get("case")
    case = case if isinstance(case, dict) else {}
    return {
        "language": _one_of(line, "lang", get_args(Language)),
        "country": _one_of(line, "country", get_args(Country)),
        "on": on,
        "situation": str(line.data.get("situation") or ""),
        "transcript": {"turns": _said(line, unit)},
        "outcome": None if unit == "turn" else line.data.get("outcome"),
        "follow_up": _follow_up(line, unit),
        "balance": case.get("amount"),
        "debtor": name if isinstance(name := case.get("debtor_name"), str) else "",
        "currency": case.get("currency"),
    }


def _follow_up(line: Line, unit: Unit) -> Any:
    if unit == "turn":
        return None
    form = line.data.get("follow_up", {})
    if not isinstance(form, dict):
        line.refuse("follow_up", "must be an object", "Write the fields of the form, or leave it out")
    return {**form, "note": _text(line, "note")}


def _exported(line: Line) -> dict[str, Any]:
    """The record of a call as ``acuerdo play --json`` writes it: events leave turns without words."""
    record = line.data["record"]
    if not isinstance(record, dict):
        line.refuse("record", "must be an object", "Export the call again")
    if "turns" not in line.data:
        line.refuse("turns", "is missing", "Export the call again")
    return {**record, "case": line.data.get("case"), "transcript": {"turns": turns_of(line, silences=True)}}


def _said(line: Line, unit: Unit) -> list[dict[str, Any]]:
    if unit == "note":
        return []
    if unit == "call":
        return turns_of(line, silences=False)
    return [{"number": n, "who": who, "text": _text(line, who)} for n, who in enumerate(("debtor", "agent"), 1)]


def _text(line: Line, key: str) -> str:
    if key not in line.data:
        line.refuse(key, "is missing", f"Add '{key}:'")
    value = line.data[key]
    if not isinstance(value, str):
        line.refuse(key, f"must be a text, not {type(value).__name__}", "Write it in double quotes")
    return value


def _one_of(line: Line, key: str, known: tuple[str, ...]) -> str:
    value = line.data.get(key)
    if not isinstance(value, str) or value not in known:
        line.refuse(key, "is missing" if value is None else f"'{str(value)[:40]}' is not known", nearest(value, known))
    return value


def _marks(line: Line, unit: Unit) -> dict[str, tuple[float, ...]]:
    given = line.data.get("ratings")
    if not isinstance(given, dict):
        line.refuse("ratings", "is missing", "Write {criterion: [rater 1, rater 2]}")
    found = {}
    for criterion, key in CRITERIA[unit].items():
        values = given.get(key, given.get(criterion))
        if values is None:
            continue
        values = values if isinstance(values, list) else [values]
        sound = [v for v in values if isinstance(v, int | float) and not isinstance(v, bool) and 0 <= v <= 4]
        if not values or len(sound) != len(values):
            line.refuse(f"ratings.{key}", f"{str(values)[:60]} is no list of numbers from 0 to 4", "Mend it")
        found[criterion] = tuple(float(v) for v in sound)
    if not found:
        line.refuse("ratings", f"none of {', '.join(CRITERIA[unit].values())} is rated", "Add at least one")
    return found
