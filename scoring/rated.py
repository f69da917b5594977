"""Rated material: JSON lines of turns, calls or notes, recognised by their keys and checked as hostile input."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import ValidationError

from scenarios.values import Country, Language
from scoring.transcript import CallRecord, FollowUp, Outcome, Transcript, Turn

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
MAX_LINE, MAX_LINES = 200_000, 20_000


class RatedError(ValueError):
    """A rated file that cannot be used; the message says file, line, what and how to mend it."""


@dataclass(frozen=True, slots=True)
class Rated:
    """One rated item: its call as the score sees it, mean ratings by criterion, ``length`` in characters."""

    id: str
    unit: Unit
    language: str
    call: CallRecord
    ratings: dict[str, float]
    length: int


def read_rated(path: Path, on: date, *, needs_ratings: bool = True) -> list[Rated]:
    """All items of a file; ``RatedError`` at the first that is malformed. ``on`` is the day of every contact.

    Material that is only to be scored needs no ratings.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RatedError(f"{path}: cannot be read as UTF-8 text ({error}); check the name and the encoding") from None
    items = [_item(data, f"{path}:{number}", on, needs_ratings) for number, data in _lines(text, path)]
    if not items:
        raise RatedError(f"{path}: holds no rated line; write one JSON object a line")
    if len({i.unit for i in items}) > 1:
        raise RatedError(f"{path}: mixes turns, calls and notes; keep one kind a file")
    return items


def _lines(text: str, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if len(line) > MAX_LINE or number > MAX_LINES:
            raise RatedError(f"{path}:{number}: too long (at most {MAX_LINES} lines of {MAX_LINE} characters); split")
        try:
            data = json.loads(line, parse_constant=lambda c: None)
        except (ValueError, RecursionError) as error:
            raise RatedError(f"{path}:{number}: not JSON ({error}); write one object a line") from None
        if re.search("[\ud800-\udfff]", json.dumps(data, ensure_ascii=False)):
            raise RatedError(f"{path}:{number}: holds half a character (\\ud800 to \\udfff); write the whole one")
        if not isinstance(data, dict):
            raise RatedError(f"{path}:{number}: a rated line is an object in braces, not {type(data).__name__}")
        yield number, data


def _item(data: dict[str, Any], where: str, on: date, needs_ratings: bool) -> Rated:
    unit = _unit(data, where)
    language = _one_of(data, "lang", get_args(Language), where)
    _one_of(data, "country", get_args(Country), where)
    call = _record(data, unit, where, on)
    judged = "".join(t.text for t in call.transcript.agent_turns) or (call.follow_up.note if call.follow_up else "")
    return Rated(
        id=str(data.get("id", where)),
        unit=unit,
        language=language,
        call=call,
        ratings=_ratings(data, unit, where) if needs_ratings or "ratings" in data else {},
        length=len(judged),
    )


def _unit(data: dict[str, Any], where: str) -> Unit:
    if "turns" in data:
        return "call"
    if "agent" in data:
        return "turn"
    if "note" in data:
        return "note"
    raise RatedError(f"{where}: no turn (`agent`), call (`turns`) or note (`note`) here; add the one that is rated")


def _record(data: dict[str, Any], unit: Unit, where: str, on: date) -> CallRecord:
    case = data.get("case") if isinstance(data.get("case"), dict) else {}
    assert isinstance(case, dict)
    try:
        return CallRecord.model_validate({
            "language": data["lang"],
            "country": data["country"],
            "on": on,
            "situation": str(data.get("situation") or ""),
            "transcript": _transcript(data, unit, where),
            "outcome": _outcome(data, unit),
            "follow_up": None if unit == "turn" else FollowUp(note=_text(data, "note", where)),
            "balance": case.get("amount"),
            "currency": case.get("currency"),
        })  # fmt: skip
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(p) for p in first["loc"])
        raise RatedError(f"{where}: {error.title}.{field}: {first['msg']}; mend this field") from None


def _outcome(data: dict[str, Any], unit: Unit) -> Outcome | None:
    given = data.get("outcome")
    return None if unit == "turn" or given is None else Outcome.model_validate(given)


def _transcript(data: dict[str, Any], unit: Unit, where: str) -> Transcript:
    if unit == "note":
        return Transcript()
    if unit == "turn":
        said: list[Any] = [
            {"who": "debtor", "text": _text(data, "debtor", where)},
            {"who": "agent", "text": _text(data, "agent", where)},
        ]
    else:
        said = data["turns"] if isinstance(data["turns"], list) else []
    if not all(isinstance(t, dict) and t.get("who") in ("agent", "debtor") for t in said):
        raise RatedError(f"{where}: turns: each turn is {{who: agent or debtor, text}}; mend the one that is not")
    turns = tuple(Turn(number=i, who=t["who"], text=_text(t, "text", where)) for i, t in enumerate(said, 1))
    return Transcript(turns=turns)


def _text(data: dict[str, Any], key: str, where: str) -> str:
    value = data.get(key)
    if not isinstance(value, str):
        raise RatedError(f"{where}: {key}: a text is needed, not {type(value).__name__}; write it in double quotes")
    return value


def _one_of(data: dict[str, Any], key: str, known: tuple[str, ...], where: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or value not in known:
        raise RatedError(f"{where}: {key}: {value!r} is not known; write one of {', '.join(known)}")
    return value


def _ratings(data: dict[str, Any], unit: Unit, where: str) -> dict[str, float]:
    given = data.get("ratings")
    if not isinstance(given, dict):
        raise RatedError(f"{where}: ratings: missing; write {{criterion: [rater 1, rater 2]}}")
    found = {}
    for criterion, key in CRITERIA[unit].items():
        values = given.get(key, given.get(criterion))
        if values is None:
            continue
        values = values if isinstance(values, list) else [values]
        sound = [v for v in values if isinstance(v, int | float) and not isinstance(v, bool) and 0 <= v <= 4]
        if not values or len(sound) != len(values):
            raise RatedError(f"{where}: ratings.{key}: {values!r} is not a list of numbers from 0 to 4; mend it")
        found[criterion] = sum(sound) / len(sound)
    if not found:
        raise RatedError(f"{where}: ratings: none of {', '.join(CRITERIA[unit].values())}; add at least one")
    return found
