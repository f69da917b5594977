"""A pack has no story of its own: to be checked it is included by a scenario that holds nothing else."""

import json
from pathlib import Path

from scenarios.country import countries
from scenarios.packs import PACKS


def is_pack(path: Path) -> bool:
    """Whether a file is a pack: it lies in a folder of that name."""
    return path.resolve().parent.name == PACKS.name


def host_of(path: Path) -> tuple[str, str]:
    """A scenario's text that includes the pack of a path, and the name by which problems call that pack."""
    return json.dumps(_host(path.stem)), f"packs/{path.name}"


def _host(pack: str) -> dict[str, object]:
    both = {"es": "Escenario", "en": "Scenario"}
    wages = {"times_minimum_wage": [1, 1]}
    return {
        "format": 1, "id": "host", "version": 1, "title": both, "briefing": both, "archetype": "any",
        "segment": {"willing": True, "able": True}, "difficulty": 1, "market": "consumer", "skills": [],
        "countries": list(countries()), "include": [pack],
        "account": {
            "product": "personal_loan", "balance": wages, "days_past_due": [30, 30], "history": {"pattern": "erratic"},
        },
        "policy": {"max_discount_pct": 0, "max_instalments": 12},
        "budget": {"income": wages, "essentials_share": [0.5, 0.5]},
        "debtor": {"anger": 50, "trust": 30, "commitment": 30},
        "rules": [], "beats": [], "endings": [],
    }  # fmt: skip
