"""A calibration round: values. What is kept of a person is an id; a round knows no names."""

import datetime

from pydantic import Field

from scenarios.values import Frozen, Language
from scoring.raters import Figures

MOST = 200
"""Calls in a round at most."""


class Round(Frozen):
    """One round. ``rubric_hash`` is that of the rubric whose words are the guide. Once closed it has its figures."""

    id: str
    name: str = Field(min_length=1, max_length=80)
    language: Language
    criteria: tuple[str, ...] = Field(min_length=1)
    rubric_hash: str
    seed: int
    note: str = ""
    by_id: str | None
    created_at: datetime.datetime
    closed_at: datetime.datetime | None = None
    figures: tuple[Figures, ...] = ()


class Item(Frozen):
    """One call of a round, by its number in it, with the program's levels on the day it was chosen."""

    id: str
    round_id: str
    number: int = Field(ge=1)
    attempt_id: str
    machine: dict[str, int | None]


class Rater(Frozen):
    """Somebody invited to rate; ``profile_id`` is ``None`` once erased, and the ratings stay without a name."""

    id: str
    round_id: str
    number: int = Field(ge=1)
    profile_id: str | None


class Rating(Frozen):
    """One level (0 to 4) by one rater; ``None`` where they could not tell."""

    item_id: str
    rater_id: str
    criterion: str
    level: int | None = Field(default=None, ge=0, le=4)
    rated_at: datetime.datetime


class Agreed(Frozen):
    """What the raters settled on after talking it over, and what was said."""

    item_id: str
    criterion: str
    level: int | None = Field(default=None, ge=0, le=4)
    note: str = ""
    by_id: str | None = None
    at: datetime.datetime


class Plan(Frozen):
    """A round as it is asked for: which calls are drawn from, how many, by which seed, who rates what."""

    name: str
    language: Language
    criteria: tuple[str, ...]
    raters: tuple[str, ...]
    n: int = 20
    seed: int = 1
    scenario: str = ""
    cohort: str = ""
    weeks: int = 0
