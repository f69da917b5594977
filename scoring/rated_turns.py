"""The turns of a line of material: who said what, in order. What is missing, out of order or empty is refused."""

from collections.abc import Iterator, Sequence
from typing import Any

from scenarios.complaints import nearest
from scenarios.problem import Problem
from scoring.rated_source import Line, RatedError

SPEAKERS = ("agent", "debtor")
NUMBERS = ("number", "n")
"""Keys under which a turn may say which one it is."""


def turns_of(line: Line, *, silences: bool) -> list[dict[str, Any]]:
    """``{number, who, text}`` of the line's ``turns``. With ``silences``, turns without words are left out."""
    given = line.data["turns"]
    if not isinstance(given, list):
        line.refuse("turns", "must be a list", 'Write [{"who": "agent", "text": "…"}, …]')
    if not given:
        line.refuse("turns", "there is no turn", "Write the turns in order, or leave the call out")
    problems = [p for place, turn in enumerate(given, 1) for p in _wrong(line, turn, place, silences)]
    problems += _out_of_order(line, given)
    if problems:
        raise RatedError(problems)
    said = [(t["who"], t["text"].strip() if silences else t["text"]) for t in given if t["text"].strip()]
    return [{"number": n, "who": who, "text": text} for n, (who, text) in enumerate(said, 1)]


def _wrong(line: Line, turn: Any, place: int, silences: bool) -> Iterator[Problem]:
    where = f"turns[{place}]"
    if not isinstance(turn, dict):
        yield line.problem(where, "must be an object", 'Write {"who": "agent", "text": "…"}')
        return
    who, text = turn.get("who"), turn.get("text")
    if who not in SPEAKERS:
        said = "is missing" if "who" not in turn else f"nobody called '{str(who)[:40]}' speaks here"
        yield line.problem(f"{where}.who", said, nearest(who, SPEAKERS))
    if not isinstance(text, str):
        said = "is missing" if "text" not in turn else f"must be a text, not {type(text).__name__}"
        yield line.problem(f"{where}.text", said, "Write what was said, in double quotes")
    elif not text.strip() and not silences:
        yield line.problem(f"{where}.text", "the turn is empty", "Write what was said, or delete the turn")


def _out_of_order(line: Line, given: Sequence[Any]) -> list[Problem]:
    """The first place at which numbered turns do not count on by one."""
    key = next((k for k in NUMBERS if isinstance(given[0], dict) and k in given[0]), None)
    if key is None:
        return []
    before: int | None = None
    for place, turn in enumerate(given, 1):
        number = turn.get(key) if isinstance(turn, dict) else None
        where = f"turns[{place}].{key}"
        if not isinstance(number, int) or isinstance(number, bool):
            return [line.problem(where, "must be a whole number", "Number every turn, or none")]
        if before is not None and number <= before:
            return [line.problem(where, f"turn {number} stands after turn {before}", "Put the turns in order")]
        if before is not None and number > before + 1:
            message = f"turn {before + 1} is missing before turn {number}"
            return [line.problem(where, message, "Add what was said, or number anew")]
        before = number
    return []
