"""From a scored call to its coaching. Pure: the same call and rubric give the same words."""

from collections.abc import Sequence

from scenarios.acts import DialogueAct
from scenarios.disposition import AGREEMENTS
from scenarios.values import Language
from scoring.coaching.facts import OF_THE_WHOLE, facts_of, proposed_facts
from scoring.coaching.practise import to_practise
from scoring.coaching.situations import BEFORE_KNOWING, IN_BUSINESS, TO_ANYBODY, is_disputed, is_known, situation_of
from scoring.coaching.values import Coached, Coaching, Praised, Written
from scoring.coaching.weak import FINE, SURE, Loss, Seen, heard_by_somebody, losses, lost_most
from scoring.coaching.wordings import Group, Wording, filled, fitting, situations, words_of
from scoring.criterion import Gate, Judgement
from scoring.followup.example import example_note
from scoring.moments import Moment
from scoring.rubric import Rubric
from scoring.transcript import CallRecord

MOST = 2
_GROUPS: dict[str, Group] = {"calm": "warm", "empathy": "warm", "clarity": "plain"}


def coach(
    call: CallRecord, seen: Sequence[Seen], judgements: Sequence[Judgement], gates: Sequence[Gate], rubric: Rubric
) -> Coaching:
    """The two weakest moments with what might have been said there; where there is none, the best one."""
    whole: dict[str, int] = {c.criterion: c.weight for c in rubric.criteria}
    weights = heard_by_somebody(whole, machine=call.answered == "voicemail")
    weakest = sorted(losses(seen, judgements, gates, weights)[:MOST], key=lambda loss: loss.at)
    judged = [j for j in judgements if j.criterion in weights]
    moments = _in_turn(call, [s.moment for s in seen], seen, weakest, rubric)
    return Coaching(
        moments=moments,
        best=None if moments else _best(seen, weights),
        practise=to_practise(judged, weights, [g.id for g in gates], call.language),
        note=_written(call, judged, weights),
    )


def coach_last(
    call: CallRecord, moments: Sequence[Moment], last: Sequence[Seen], judgements: Sequence[Judgement], rubric: Rubric
) -> tuple[Coached, ...]:
    """What might have been said in the ``last`` replies of a call where they lost something, in the call's order.

    ``moments`` are all of the call: what may be named depends on what came before.
    """
    weights: dict[str, int] = {c.criterion: c.weight for c in rubric.criteria}
    found = losses(last, judgements, (), weights)
    return _in_turn(call, moments, last, sorted(found, key=lambda loss: loss.at), rubric)


def _in_turn(
    call: CallRecord, moments: Sequence[Moment], seen: Sequence[Seen], weakest: Sequence[Loss], rubric: Rubric
) -> tuple[Coached, ...]:
    """Each loss coached, no wording twice. ``seen`` are the last of the moments, or all of them."""
    done: list[Coached] = []
    before = len(moments) - len(seen)
    for loss in weakest:
        at = before + loss.at
        done.append(_coached(call, moments[: at + 1], seen[loss.at], loss, rubric, tuple(c.model for c in done)))
    return tuple(done)


def _coached(  # noqa: PLR0913, PLR0917 - what was lost, where, and what was said already
    call: CallRecord, moments: Sequence[Moment], one: Seen, loss: Loss, rubric: Rubric, taken: tuple[str, ...]
) -> Coached:
    """``one`` coached, the last of these moments."""
    moment, language, at = moments[-1], call.language, len(moments) - 1
    situation = _situation(call, moments, loss.lacking)
    group = _GROUPS.get(loss.lacking, "plain")
    replies = model_replies(call, moments, at, situation, group)
    return Coached(
        turn=moment.turn.number,
        heard=moment.before.text,
        said=moment.turn.text,
        situation=situation,
        lacking=loss.lacking,
        costs=loss.costs or (_level_in_words(one, loss.lacking, rubric, language),),
        model=next((reply for reply in replies if reply not in taken), replies[0]),
        why=situations(language)[situation].why[group],
    )


def model_replies(
    call: CallRecord, moments: Sequence[Moment], at: int, situation: str, group: Group
) -> tuple[str, ...]:
    """What might be said at moment ``at`` of that situation, one wording after another; never empty."""
    moment, words = moments[at], words_of(call.language, call.country)
    facts = _facts(call, moments, at, situation)
    lines = fitting(situations(call.language)[situation], group, call.country, facts)
    turned = _from(lines, _turn_of(call, moment.turn.number))
    return tuple(filled(line, facts, words, moment.call.address) for line in turned)


def _situation(call: CallRecord, moments: Sequence[Moment], lost: str) -> str:
    """What the last of the moments calls for."""
    if call.answered == "voicemail":
        return "voicemail"
    lacking = lost if lost in _GROUPS else "clarity"
    found = situation_of(moments, len(moments) - 1, lacking, call.outcome.type if call.outcome else None)
    if found not in _OF_THE_DEAL or not _is_settled(call, moments):
        return found
    business = call.case is not None and call.case.market == "business"
    return IN_BUSINESS["closing"] if business else "closing"


_OF_THE_DEAL = frozenset({
    "question", "how_much", "finding_out", "offering", "proposal", "business_status", "business_terms",
})  # fmt: skip
"""Situations that are over once something is agreed."""


def _is_settled(call: CallRecord, moments: Sequence[Moment]) -> bool:
    """Whether the agreement that the call ended in had been summed up, or the reply itself says goodbye."""
    if call.outcome is None or call.outcome.type not in AGREEMENTS:
        return False
    *before, now = (m.turn for m in moments)
    recap = any(t.act(DialogueAct.RECAP, least=SURE) for t in before)
    return recap or now.act(DialogueAct.CLOSE, least=SURE) is not None


def _facts(call: CallRecord, moments: Sequence[Moment], at: int, situation: str) -> dict[str, str]:
    """What may be named there: nothing of the debt before it is known who is there, no whole that is disputed."""
    known = situation not in BEFORE_KNOWING and is_known(moments, at)
    facts = facts_of(call, moments[at].call.address, known=known, alone=situation not in TO_ANYBODY)
    if is_disputed(moments, at):
        facts = {name: words for name, words in facts.items() if name not in OF_THE_WHOLE}
    return facts | proposed_facts(moments[at].before, call)


def _written(call: CallRecord, judgements: Sequence[Judgement], weights: dict[str, int]) -> Written | None:
    """The note that the call would have made, where the note lost more than anything said."""
    worst = lost_most(judgements, weights)
    if worst is None or worst.criterion != "documented_follow_up" or (worst.score or 0.0) >= FINE:
        return None
    model = example_note(call)
    costs = tuple(dict.fromkeys(f.reason for f in worst.findings if not f.met))
    return Written(costs=costs, model=model) if model else None


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
