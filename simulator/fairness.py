"""What a person should look at in the assessed calls of an assignment: pasted and near-copied replies. Never scored."""

import datetime
from collections.abc import Callable, Iterable
from typing import Literal

from scenarios.case import Case
from scenarios.load import list_scenarios
from scenarios.values import Frozen
from simulator.accounts import Action, Actor, may
from simulator.assigning import Assigning
from simulator.catalogue import Library
from simulator.kept import Attempt
from simulator.likeness import Reply, alike
from simulator.store import Store

Kind = Literal["pasted", "peer", "model"]
WORTH_TELLING = 40
"""Characters pasted from which on it is told: a name or an amount is copied by anybody."""


class Flag(Frozen):
    """A reply to look at. ``characters`` pasted, or the ``share`` (0 to 1) that stands in ``other`` too. ``other_name``
    is whose that is, empty for a model answer.
    """

    kind: Kind
    name: str
    attempt_id: str
    turn: int
    text: str
    characters: int = 0
    share: float = 0.0
    other: str = ""
    other_name: str = ""


class Fairness:
    """Flags for whoever assigned the calls."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime], library: Library = list_scenarios) -> None:
        self._store, self._assigning = store, Assigning(store, clock, library)

    def flags(self, actor: Actor, assignment_id: str) -> tuple[Flag, ...]:
        """By person and turn, of calls that are over. A manager reads of the trainees they lead alone.

        Raises ``NotAllowed``.
        """
        overview = self._assigning.open(actor, assignment_id)
        names = {one.profile_id: one.name for one in overview.people}
        said = [
            (attempt, turn, text, pasted)
            for attempt_id, turn, text, pasted in self._store.assignments.replies(assignment_id)
            if (attempt := self._readable(actor, attempt_id)) is not None and attempt.owner_id in names
        ]  # fmt: skip
        attempts = {attempt.id: attempt for attempt, *_ in said}
        replies = [Reply(attempt_id=a.id, owner_id=a.owner_id, turn=turn, text=text) for a, turn, text, _ in said]
        found = [
            Flag(kind="pasted", name=names[a.owner_id], attempt_id=a.id, turn=turn, text=text, characters=pasted)
            for a, turn, text, pasted in said if pasted >= WORTH_TELLING
        ] + [
            Flag(
                kind="peer" if one.other.owner_id else "model", name=names[one.reply.owner_id], share=one.share,
                attempt_id=one.reply.attempt_id, turn=one.reply.turn, text=one.reply.text, other=one.other.text,
                other_name=names.get(one.other.owner_id, ""),
            )
            for one in alike(replies, self._models(attempts.values()), _scripts(attempts.values()))
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda f: (f.name.casefold(), f.attempt_id, f.turn, f.kind)))

    def _readable(self, actor: Actor, attempt_id: str) -> Attempt | None:
        attempt = self._store.attempts.get(attempt_id)
        if attempt is None or attempt.phase == "talk" or not may(actor, Action.READ_ATTEMPT, attempt):
            return None
        return attempt

    def _models(self, attempts: Iterable[Attempt]) -> list[str]:
        """The better wordings of the calls' scorecards, and what the recorded calls of their scenarios say."""
        models = list[str]()
        for attempt in attempts:
            card = self._store.scorecards.latest(attempt.id)
            models += [f.better for j in card.judgements for f in j.findings if f.better] if card else []
            for recorded in attempt.content.get("playthroughs", ()):
                models += [turn["say"] for turn in recorded.get("turns", ()) if turn.get("say")]
        return models


def _scripts(attempts: Iterable[Attempt]) -> list[str]:
    """What the creditors have everybody say."""
    cases = [Case.model_validate(attempt.case) for attempt in attempts]
    return [statement.text for case in cases for statement in case.creditor.statements]
