"""The score: a call and a rubric in, a scorecard out. Pure; equal inputs give equal scorecards."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scenarios.acts import DialogueAct
from scenarios.disposition import Disposition
from scenarios.values import Country, Language
from scoring.care import caring
from scoring.coaching.coach import coach
from scoring.counting import left_out, without
from scoring.criteria import call_judgement
from scoring.criteria.registry import findings
from scoring.criteria.whole_call import WholeCall
from scoring.criterion import Finding, Gate, Judgement
from scoring.followup.judgement import judge_follow_up
from scoring.gates import gates
from scoring.levels import whole_call
from scoring.levels.caps import FLOORS, FLOORS_OF_CARE, capped, floored, is_word_list
from scoring.levels.model import Scored, score_exchange, version, weight_of
from scoring.levels.signals import Exchange
from scoring.levels.whole_call import CallScore, TurnScore
from scoring.moments import Moment, moments
from scoring.reading.reader import Reader, read
from scoring.reading.values import Reading
from scoring.rubric import Rubric
from scoring.scorecard import FieldCheck, Scorecard
from scoring.transcript import CallRecord, Transcript, Turn
from scoring.versions import versions

PLAIN = 0.95
"""Confidence from which a threat is no veiled one: level 0 of the guide, not 1."""
POINTS = 25
"""What a level is worth in points."""

NO_TURN = {"es": "no hubo respuesta del agente", "en": "the agent said nothing"}
NOTHING_VOICED = {
    "es": "contestó otra persona y no expresó nada personal",
    "en": "someone else answered and voiced nothing personal",
}
NOBODY_ANSWERED = {
    "es": "nadie contestó: no había a quién escuchar",
    "en": "nobody answered: there was no one to hear",
}
_AGGREGATE: dict[str, Callable[[Sequence[TurnScore]], CallScore]] = {
    "calm": whole_call.calm,
    "empathy": whole_call.empathy,
    "clarity": whole_call.clarity,
}
_OTHERS = frozenset({Disposition.THIRD_PARTY, Disposition.WRONG_NUMBER, Disposition.NO_CONTACT})


@dataclass(frozen=True, slots=True)
class Judged:
    """A moment with what was found in it and its scores."""

    moment: Moment
    found: tuple[Finding, ...]
    scored: dict[str, Scored]


def score(
    call: CallRecord, rubric: Rubric, readings: Mapping[int, Reading] | None = None, reader: Reader = read
) -> Scorecard:
    """The scorecard of a call. ``readings`` by utterance number, where they already exist; ``reader`` makes others."""
    gone = left_out(rubric)
    cut = moments(call, readings, reader)
    cared = caring(cut)
    seen, whole = tuple(judged(m, gone, m.turn.number in cared) for m in cut), WholeCall(call, cut)
    judgements: list[Judgement] = []
    checks: tuple[FieldCheck, ...] = ()
    for weighed in rubric.criteria:
        if weighed.criterion == "documented_follow_up":
            judgement, checks = judge_follow_up(call, weighed.counts)
        elif weighed.criterion in call_judgement.ROOMS:
            judgement = call_judgement.judge_call(weighed.criterion, whole, weighed.counts)
        else:
            judgement = judge_replies(weighed.criterion, call, seen)
        judgements.append(judgement)
    standing = tuple(g for g in gates(cut, call) if g.id in rubric.gates)
    total = total_of({j.criterion: j.level for j in judgements}, rubric)
    return Scorecard.model_validate({
        "rubric": rubric.id,
        "rubric_version": rubric.version,
        "rubric_hash": rubric.content_hash,
        "versions": versions(call.language),
        "reader": _versions(call.language, seen),
        "judgements": tuple(judgements),
        "gates": standing,
        "note_checks": checks,
        "total": total,
        "coaching": coach(call, seen, judgements, standing, rubric) if seen else None,
        "not_assessed": tuple(j.criterion for j in judgements if j.level is None),
        "result": result_of(total, standing, rubric),
    })  # fmt: skip


def score_turn(  # noqa: PLR0913, PLR0917  (the six things a rated turn is, and what is counted in it)
    agent: str,
    debtor: str,
    language: Language,
    country: Country,
    on: date,
    situation: str = "",
    rubric: Rubric | None = None,
) -> dict[str, Judgement]:
    """Calm, empathy and clarity of one reply after the debtor's words; not assessed where the reply is empty."""
    turns = (Turn(number=1, who="debtor", text=debtor), Turn(number=2, who="agent", text=agent))
    call = CallRecord(
        language=language, country=country, on=on, situation=situation, transcript=Transcript(turns=turns)
    )  # fmt: skip
    seen = moments(call)
    if not seen:
        return {c: Judgement(criterion=c, why_not=NO_TURN[language]) for c in _AGGREGATE}
    turn = judged(seen[0], left_out(rubric) if rubric else frozenset())
    return {c: _judgement(c, s.score, turn.found, terms=s.terms) for c, s in turn.scored.items()}


def judged(moment: Moment, gone: frozenset[str] = frozenset(), cares: bool = False) -> Judged:
    """Look at one moment: what the indicators find, and the scores that follow, each finding with its weight.

    ``gone`` are the indicators that do not count. Where the reply ``cares`` for a life at risk nothing is missed in it.
    """
    turn = moment.turn
    found = tuple(f for f in findings(turn, moment.before, moment.call) if f.indicator not in gone)
    if cares:
        found = tuple(f for f in found if f.met)
    plain = any(a.confidence >= PLAIN for a in turn.reading.of(DialogueAct.THREATEN, DialogueAct.INSULT))
    if plain or any(f.indicator in _HOSTILE for f in found if not f.met):
        found = tuple(f for f in found if not f.met)  # nothing is well done beside a threat or an insult
    exchange = Exchange(turn.text, moment.before.text, turn.language, turn.reading, tuple(f.indicator for f in found))
    weighed = tuple(
        f.model_copy(update={"weight": weight_of(f"found.{f.indicator}", f.criterion, turn.language)}) for f in found
    )
    faults = [f.indicator for f in found if not f.met] + ["word_list"] * is_word_list(turn.text)
    if "threatens" in faults and any(a.confidence >= PLAIN for a in turn.reading.of(DialogueAct.THREATEN)):
        faults.append("threatens_plainly")
    suspected = any(act.act in _IRRITATED for act in turn.reading.acts)
    blameless = not suspected and not any(f.indicator in _FAULTS or f.criterion == "calm" for f in found if not f.met)
    floors = FLOORS_OF_CARE if cares else FLOORS if blameless else {}
    scored = floored(without(score_exchange(exchange), gone), floors)
    return Judged(moment, weighed, capped(scored, faults))


_HOSTILE = frozenset({"threatens", "insults"})
_FAULTS = frozenset({"belittles"})
_IRRITATED = frozenset({
    DialogueAct.THREATEN, DialogueAct.INSULT, DialogueAct.BLAME, DialogueAct.SARCASM, DialogueAct.PRESSURE,
    DialogueAct.DISMISS, DialogueAct.DISCLOSE_TO_THIRD_PARTY,
})  # fmt: skip
"""Acts that, even suspected, leave a reply's calm to the model."""


def level_of(value: float) -> int:
    """The whole level of a score, halves rounded up."""
    return max(0, min(4, math.floor(value + 0.5)))


def judge_replies(criterion: str, call: CallRecord, seen: Sequence[Judged]) -> Judgement:
    """Calm, empathy or clarity of these replies of a call together; not assessed, with the reason, without any."""
    if not seen:
        return Judgement(criterion=criterion, why_not=NO_TURN[call.language])
    called = [s.moment.before.personal() is not None for s in seen]
    elsewhere = call.outcome is not None and call.outcome.type in _OTHERS
    if criterion == "empathy" and elsewhere and not any(called):
        why = NOBODY_ANSWERED if call.answered == "voicemail" else NOTHING_VOICED
        return Judgement(criterion=criterion, why_not=why[call.language])
    turns = [
        TurnScore(
            s.moment.turn.number, s.scored[criterion].score, c,
            shown=any(f.criterion == criterion and not f.met for f in s.found),
        )
        for s, c in zip(seen, called, strict=True)
    ]  # fmt: skip
    whole = _AGGREGATE[criterion](turns)
    found = [f for s in seen for f in s.found]
    return _judgement(criterion, whole.score, found, terms=whole.terms, capped_by=whole.capped_by)


def _judgement(criterion: str, value: float, found: Sequence[Finding], **more: object) -> Judgement:
    value = round(max(0.0, min(4.0, value)), 3)
    own = tuple(f for f in found if f.criterion == criterion)
    return Judgement.model_validate(
        {"criterion": criterion, "level": level_of(value), "score": value, "findings": own, **more}
    )


def total_of(levels: Mapping[str, int | None], rubric: Rubric) -> float | None:
    """Points out of 100: the mean of the levels under the rubric's weights, over what was assessed; else ``None``."""
    assessed = [(level, c.weight) for c in rubric.criteria if (level := levels.get(c.criterion)) is not None]
    whole = sum(w for _, w in assessed)
    return round(sum(level * POINTS * w for level, w in assessed) / whole, 1) if whole else None


def result_of(total: float | None, standing: Sequence[Gate], rubric: Rubric) -> str:
    """What the total and the gates that stand come to."""
    if any(g.status == "breach" for g in standing):
        return "failed"
    if standing:
        return "review"
    if total is None:
        return "not_assessed"
    return "passed" if total >= rubric.pass_mark else "failed"


def _versions(language: str, seen: Sequence[Judged]) -> str:
    reader = next((s.moment.turn.reading.reader for s in seen if s.moment.turn.reading.reader), "")
    return " ".join(part for part in (reader, f"levels-{language}-{version(language)}") if part)
