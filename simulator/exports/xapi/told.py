"""What is told of an assessed call to a record store: facts, from which a statement is made when it is sent. Pure.

Practice is never told. People appear under their pseudonyms.
"""

import datetime
from collections.abc import Iterator, Sequence
from typing import Literal
from uuid import UUID, uuid5

from pydantic import Field

from scenarios.values import Frozen
from simulator.figures import Figures

Verb = Literal["initialized", "completed", "scored", "passed", "failed"]
NAMESPACE = UUID("6f0c2f0e-6d6b-5c39-9a0b-0c6a1d4b7e52")
"""Of the ids of our statements. It must never change: the same telling again would be another statement."""
_Scene = tuple[Verb, datetime.datetime, Figures | None]
_KIND: dict[Verb, str] = {"passed": "verdict", "failed": "verdict"}


class Call(Frozen):
    """The call that is told of. ``trainee`` is a pseudonym; ``seconds`` is how long the talk took."""

    attempt: str
    trainee: str
    scenario: str
    scenario_version: int
    title: dict[str, str]
    difficulty: int
    language: str
    country: str
    disposition: str | None
    began_at: datetime.datetime | None
    ended_at: datetime.datetime | None
    closed_at: datetime.datetime

    @property
    def seconds(self) -> int | None:
        """Whole seconds; ``None`` where the talk's beginning or end is not known."""
        if self.began_at is None or self.ended_at is None:
            return None
        return max(0, int((self.ended_at - self.began_at).total_seconds()))


class Told(Frozen):
    """One statement's facts. ``place`` counts within the call from 0, ``edition`` among those of its kind."""

    id: str = Field(description="UUID; the same telling has the same one")
    verb: Verb
    place: int = Field(ge=0)
    edition: int = Field(ge=0)
    at: datetime.datetime
    call: Call
    figures: Figures | None = None

    @property
    def kind(self) -> str:
        """Passed and failed are one kind: the later one stands in place of the earlier."""
        return _KIND.get(self.verb, self.verb)

    def says_the_same(self, other: "Told") -> bool:
        """Whether the verb and the figures are the same; the call itself does not change once it is over."""
        return (self.verb, _figures(self)) == (other.verb, _figures(other))


def anew(call: Call, figures: Figures, before: Sequence[Told], at: datetime.datetime) -> tuple[Told, ...]:
    """What is still to be told, in order: what the last telling of its kind does not already say."""
    found: list[Told] = []
    for verb, when, shown in _story(call, figures, at):
        kind = _KIND.get(verb, verb)
        earlier = [told for told in before if told.kind == kind]
        place, edition = len(before) + len(found), len(earlier)
        told = Told(
            id=statement_id(call.attempt, kind, edition), verb=verb, place=place, edition=edition, at=when, call=call,
            figures=shown,
        )  # fmt: skip
        if not (earlier and earlier[-1].says_the_same(told)):
            found.append(told)
    return tuple(found)


def statement_id(attempt: str, kind: str, edition: int) -> str:
    """The id of a telling. Attempts have random ids, so that those of two installations never meet."""
    return str(uuid5(NAMESPACE, f"{attempt}/{kind}/{edition}"))


def _story(call: Call, figures: Figures, at: datetime.datetime) -> Iterator[_Scene]:
    """A call that waits for a person, or in which there was nothing to assess, is neither passed nor failed."""
    yield "initialized", call.began_at or call.closed_at, None
    yield "completed", call.closed_at, None
    if figures.effective_total is not None:
        yield "scored", at, figures
    if figures.effective_result == "passed":
        yield "passed", at, figures
    elif figures.effective_result == "failed":
        yield "failed", at, figures


def _figures(told: Told) -> object:
    same = {"scorecard_id", "scored_at"}
    return told.figures and told.figures.model_dump(exclude=same)
