"""A closed round as files: all of it as JSON, and its calls as lines of rated material. No names, no ids of people."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from scoring.rated import CRITERIA
from simulator.calibrating.blind import Blind
from simulator.calibrating.rounds import Judged, Standing


def as_json(standing: Standing, judged: Sequence[Judged]) -> str:
    """``{name, language, seed, criteria, raters, closed_at, note, figures, judged}``; raters by number."""
    found = standing.round
    plain = {
        "name": found.name, "language": found.language, "seed": found.seed, "criteria": list(found.criteria),
        "guide": found.rubric_hash, "raters": len(standing.raters), "note": found.note,
        "closed_at": found.closed_at.isoformat() if found.closed_at else None,
        "figures": [one.model_dump(mode="json") for one in found.figures],
        "judged": [_judged(one) for one in sorted(judged, key=lambda one: (one.item.number, one.criterion))],
    }  # fmt: skip
    return json.dumps(plain, ensure_ascii=False, indent=1)


def as_lines(judged: Sequence[Judged], calls: Mapping[str, Blind]) -> str:
    """One rated call a line, as ``read_rated`` reads it: what each rater gave, by criterion. ``calls`` by item's id.

    Only the criteria that rated calls have, and only calls with at least one rating and one word said.
    """
    by_item: dict[str, list[Judged]] = {}
    for one in sorted(judged, key=lambda one: one.item.number):
        by_item.setdefault(one.item.id, []).append(one)
    lines = (_line(found, calls[item]) for item, found in by_item.items() if calls[item].spoken)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines if line["ratings"])


def _line(found: list[Judged], call: Blind) -> dict[str, Any]:
    keys = CRITERIA["call"]
    ratings = {
        keys[one.criterion]: [level for level in one.given if level is not None]
        for one in found if one.criterion in keys
    }  # fmt: skip
    return {
        "id": f"call-{found[0].item.number:03d}", "lang": call.language, "country": call.country,
        "situation": call.situation,
        "turns": [{"who": "agent" if one.agent else "debtor", "text": one.text} for one in call.spoken],
        "note": call.note, "ratings": {name: given for name, given in ratings.items() if given},
    }  # fmt: skip


def _judged(one: Judged) -> dict[str, Any]:
    agreed = one.agreed
    return {
        "call": one.item.number, "criterion": one.criterion, "people": list(one.given), "program": one.machine,
        "settled": agreed.level if agreed else None, "note": agreed.note if agreed else "",
    }  # fmt: skip
