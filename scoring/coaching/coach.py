"""From a scored call to its coaching. Pure: the same call and rubric give the same words."""

from collections.abc import Sequence

from scenarios.values import Language
from scoring.coaching.facts import facts_of
from scoring.coaching.practise import to_practise
from scoring.coaching.situations import BEFORE_KNOWING, is_known, situation_of
from scoring.coaching.values import Coached, Coaching, Praised
from scoring.coaching.weak import Loss, Seen, losses
from scoring.coaching.wordings import Group, Wording, filled, fitting, situations, words_of
from scoring.criterion import Gate, Judgement
from scoring.rubric import Rubric
from scoring.transcript import CallRecord

MOST = 2
_GROUPS: dict[str, Group] = {"calm": "warm", "empathy": "warm", "clarity": "plain"}


def coach(
    call: CallRecord, seen: Sequence[Seen], judgements: Sequence[Judgement], gates: Sequence[Gate], rubric: Rubric
) -> Coaching:
    """The two weakest moments with what might have been said there; where there is none, the best one."""
    weights: dict[str, int] = {c.criterion: c.weight for c in rubric.criteria}
    weakest = sorted(losses(seen, judgements, gates, weights)[:MOST], key=lambda loss: loss.at)
    moments: list[Coached] = []
    for loss in weakest:
        moments.append(_coached(call, seen, loss, rubric, taken=tuple(m.model for m in moments)))
    return Coaching(
        moments=tuple(moments),
        best=None if moments else _best(seen, weights),
        practise=to_practise(judgements, weights, [g.id for g in gates], call.language),
    )


def _coached(call: CallRecord, seen: Sequence[Seen], loss: Loss, rubric: Rubric, taken: tuple[str, ...]) -> Coached:
    moments = [s.moment for s in seen]
    moment, language = moments[loss.at], call.language
    situation = situation_of(moments, loss.at, loss.lacking, call.outcome.type if call.outcome else None)
    address = moment.call.address
    told = situation not in BEFORE_KNOWING and is_known(moments, loss.at)
    facts = facts_of(call, address, known=told, alone=situation != "third_party")
    group = _GROUPS.get(loss.lacking, "plain")
    entry = situations(language)[situation]
    lines = fitting(entry, group, call.country, facts)
    words = words_of(language, call.country)
    replies = [filled(line, facts, words, address) for line in _from(lines, _turn_of(call, moment.turn.number))]
    return Coached(
        turn=moment.turn.number,
        heard=moment.before.text,
        said=moment.turn.text,
        situation=situation,
        lacking=loss.lacking,
        costs=loss.costs or (_level_in_words(seen[loss.at], loss.lacking, rubric, language),),
        model=next((reply for reply in replies if reply not in taken), replies[0]),
        why=entry.why[group],
    )


def _turn_of(call: CallRecord, number: int) -> int:
    """Which wording comes first: another in every case and at every turn."""
    return (call.case.seed if call.case else len(call.transcript.turns)) + number // 2


def _from(lines: Sequence[Wording], start: int) -> list[Wording]:
    at = start % len(lines)
    return [*lines[at:], *lines[:at]]


def _level_in_words(one: Seen, criterion: str, rubric: Rubric, language: Language) -> str:
    level = max(0, min(4, int(one.scored[criterion].score + 0.5)))
    levels = {c.criterion: c.levels[language] for c in rubric.criteria if c.criterion == criterion}
    return next(iter(levels.values()))[level] if levels else ""


def _best(seen: Sequence[Seen], weights: dict[str, int]) -> Praised | None:
    """The highest weighted score among the moments in which something was done well; of equals the earlier."""
    shining = [s for s in seen if any(f.met for f in s.found)]
    if not shining:
        return None
    best = max(shining, key=lambda s: sum(v.score * weights.get(c, 0) for c, v in s.scored.items()))
    good = sorted((f for f in best.found if f.met), key=lambda f: -f.weight)
    number = best.moment.turn.number
    return Praised(
        turn=number,
        heard=best.moment.before.text,
        said=best.moment.turn.text,
        quote=next((f.evidence.quote for f in good if f.evidence and f.evidence.turn == number), ""),
        reasons=tuple(dict.fromkeys(f.reason for f in good)),
    )
