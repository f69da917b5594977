"""Which replies a trainer should look at: those that were not understood, and those whose judgement is contested."""

from simulator.heard import HeardReply
from simulator.kept import StoredTurn
from simulator.store import Store

LOW = 0.6
"""A confidence that is hardly more than a threshold: the reader is of two minds."""
MOST_CONTESTS = 300


def is_unclear(reply: HeardReply) -> bool:
    """Whether nothing was recognised, the debtor asked back, or everything was recognised barely."""
    doubtful = bool(reply.acts) and all(confidence < LOW for _, confidence in reply.acts)
    return reply.unsure or reply.asked_back or doubtful


def contested_in(store: Store) -> tuple[HeardReply, ...]:
    """The replies of assessed calls on which a contested finding or gate rests, the latest contest first."""
    found: list[HeardReply] = []
    turns: dict[str, tuple[StoredTurn, ...]] = {}
    for contest in reversed(store.contests.of_assessed()[-MOST_CONTESTS:]):
        if contest.place < 1:
            continue
        if contest.attempt_id not in turns:
            turns[contest.attempt_id] = store.attempts.turns(contest.attempt_id)
        number = _reply_at(turns[contest.attempt_id], contest.place)
        reply = store.improving.reply(contest.attempt_id, number) if number else None
        if reply is not None:
            found.append(reply.model_copy(update={"contested": contest.text}))
    return tuple(found)


def _reply_at(turns: tuple[StoredTurn, ...], place: int) -> int:
    """The number of the step whose reply is utterance ``place``; 0 where that is none of the agent's."""
    spoken = 0
    for turn in turns:
        for who, text in (("agent", turn.step.said.text), ("debtor", turn.step.words)):
            if text.strip():
                spoken += 1
                if spoken == place:
                    return turn.step.number if who == "agent" else 0
    return 0
