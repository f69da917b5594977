"""A played call as a playthrough: what was said, and what must come of it again. To be edited by hand afterwards."""

from typing import Any

import yaml

from simulator.played import Played
from simulator.state import Step

SURE = 0.8
"""Acts read with at least this confidence are expected again."""
MOVED, SLACK = 6, 3
"""A level that moved by so many points in a turn is expected again, give or take the slack."""


def recorded(played: Played, name: str) -> dict[str, Any]:
    """The entry under ``playthroughs``, as plain values in the order of the format."""
    case = played.case
    entry: dict[str, Any] = {
        "name": name,
        "language": case.language,
        "country": case.country,
        "seed": case.seed,
        "on": case.on,
        "turns": [
            _turn(before, step) for before, step in zip(played.steps, played.steps[1:], strict=False)
        ],
        "ending": played.steps[-1].state.ended,
    }  # fmt: skip
    follow_up = _follow_up(played)
    return entry | ({"follow_up": follow_up} if follow_up else {})


def as_yaml(entry: dict[str, Any]) -> str:
    """The entry as it stands in a scenario's file: two spaces in, one line a turn."""
    lines = [f"  - name: {entry['name']}"]
    for key in ("language", "country", "seed", "on"):
        lines.append(f"    {key}: {entry[key]}")
    lines.append("    turns:")
    lines += [f"      - {_on_one_line(turn)}" for turn in entry["turns"]]
    lines.append(f"    ending: {entry['ending']}")
    if "follow_up" in entry:
        lines.append("    follow_up:")
        block = yaml.safe_dump(entry["follow_up"], allow_unicode=True, sort_keys=False, width=10_000)
        lines += [f"      {line}" for line in block.splitlines()]
    return "\n".join(lines) + "\n"


def _turn(before: Step, step: Step) -> dict[str, Any]:
    said: dict[str, Any] = {"say": step.said.text} if step.said.text else {"event": step.said.event}
    expect = _expected(before, step)
    return said | ({"expect": expect} if expect else {})


def _expected(before: Step, step: Step) -> dict[str, Any]:
    acts = [a["act"] for a in (step.reading or {}).get("acts", ()) if a["confidence"] >= SURE]
    expect: dict[str, Any] = {"acts": sorted(set(acts))} if acts else {}
    for level in ("anger", "trust", "commitment"):
        was, now = getattr(before.state, level), getattr(step.state, level)
        if abs(now - was) >= MOVED:
            expect[level] = f"<= {min(now + SLACK, 100)}" if now < was else f">= {max(now - SLACK, 0)}"
    if step.revealed:
        expect["reveals"] = list(step.revealed)
    if step.negotiation:
        expect["negotiation"] = step.negotiation
    return expect


def _follow_up(played: Played) -> dict[str, Any]:
    written = played.record.follow_up
    if written is None:
        return {}
    plain = written.model_dump(mode="json", exclude_defaults=True)
    for instalment in plain.get("instalments", ()):
        instalment["amount"] = _number(instalment["amount"])
    return plain


def _number(amount: object) -> object:
    value = float(str(amount)) if amount is not None else None
    return int(value) if value is not None and value == int(value) else value


def _on_one_line(value: object) -> str:
    """Flow style; texts quoted, so that a colon in a reply stays a colon."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_on_one_line(v)}" for key, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(str(v) for v in value) + "]"
    text = str(value)
    if text.isidentifier():
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
