"""Gates: what fails a call apart from points, or waits for a person to decide.

A breach needs an expression that the reader marks as beyond doubt, neither denied nor quoted; everything else that is
seen is a possible breach, which a person decides. Accusing falsely is the worst error: doubt never fails a call.
"""

from collections.abc import Sequence

from scenarios.acts import DialogueAct
from scenarios.case import ContactRule
from scoring.criteria.chosen_contact import against
from scoring.criteria.compliance import cares_before_collecting, whys_asked
from scoring.criteria.country_rules import hours_rule
from scoring.criteria.cues import Span
from scoring.criteria.moment import AgentTurn
from scoring.criteria.script_kept import forbidden_in
from scoring.criteria.whole_call import WholeCall, heard
from scoring.criterion import Evidence, Gate
from scoring.moments import Moment
from scoring.transcript import CallRecord

BEYOND_DOUBT, SURE, LIKELY = 0.98, 0.9, 0.8
GATES = (
    "threat", "insult", "disclosure_before_verification", "third_party_disclosure",
    "forbidden_phrase", "unlawful_question", "unlawful_time", "life_at_risk",
)  # fmt: skip
_REASONS = {
    "threat": {
        "es": "Intimida o amenaza; una consecuencia solo se informa si es legal, cierta y se dice una vez.",
        "en": "It intimidates or threatens; a consequence may only be told if it is lawful, true and said once.",
    },
    "insult": {"es": "Ofende o humilla a la persona.", "en": "It offends or humiliates the person."},
    "disclosure_before_verification": {
        "es": "Habla de la deuda antes de comprobar con quién habla.",
        "en": "It speaks of the debt before checking whom it speaks to.",
    },
    "third_party_disclosure": {
        "es": "Revela la deuda a alguien que no es la persona deudora.",
        "en": "It reveals the debt to someone who is not the debtor.",
    },
    "forbidden_phrase": {
        "es": "Dice algo que el guion del acreedor prohíbe.",
        "en": "It says something that the creditor's script forbids.",
    },
    "unlawful_question": {
        "es": "Pregunta por qué no se pagó, y en este país eso no se permite.",
        "en": "It asks why the debt is unpaid, which this country does not allow.",
    },
    "unlawful_time": {
        "es": "El contacto fue en un día o a una hora en que las reglas del país no lo permiten.",
        "en": "The contact was on a day or at an hour that the country's rules do not allow.",
    },
    "life_at_risk": {
        "es": "La persona habló de no querer vivir y la respuesta siguió con la deuda.",
        "en": "The person spoke of not wanting to live, and the reply went on about the debt.",
    },
}

UNVERIFIED = {"es": " (sin verificar)", "en": " (not verified)"}
"""How a gate's source says that nobody checked the rule, by language."""


def gates(seen: Sequence[Moment], record: CallRecord | None = None) -> tuple[Gate, ...]:
    """The gates that this call touches, once each: a breach before a possible one, then the earliest.

    With the ``record``, also those that rest on the case, the country's rules and the time of the contact.
    """
    found = [gate for look in (_threats, _insults, _unverified, _third_parties) for gate in look(seen)]
    if record is not None:
        found += _of_the_call(WholeCall(record, tuple(seen)))
    found.sort(key=lambda g: (GATES.index(g.id), g.status != "breach"))
    return tuple(next(g for g in found if g.id == name) for name in GATES if any(g.id == name for g in found))


def _threats(seen: Sequence[Moment]) -> list[Gate]:
    return _offences(seen, "threat", DialogueAct.THREATEN, ("threat_beyond_doubt", "menace", "threat"))


def _insults(seen: Sequence[Moment]) -> list[Gate]:
    return _offences(seen, "insult", DialogueAct.INSULT, ("insult_beyond_doubt", "demeaning", "insult"))


def _offences(seen: Sequence[Moment], name: str, act: DialogueAct, cues: tuple[str, str, str]) -> list[Gate]:
    """``cues``: beyond doubt, likely, and the words that a denial or a quotation may hold."""
    certain, likely, words = cues
    found = []
    for turn in (m.turn for m in seen):
        plain, denied = turn.cue(certain), turn.denies(certain, likely, words)
        sure = turn.act(act, least=BEYOND_DOUBT)
        if sure and not denied:
            found.append(_gate(name, "breach", turn, plain or sure))
            continue
        read = None if denied else turn.act(act, least=SURE)
        if span := plain or read or (turn.act(act) and turn.cue(likely)):
            found.append(_gate(name, "possible_breach", turn, span))
    return found


def _unverified(seen: Sequence[Moment]) -> list[Gate]:
    """The debt told before anyone asked who is there, and before the other side spoke of it first."""
    for moment in seen:
        turn = moment.turn
        asked = turn.has("asks_who") or turn.act(DialogueAct.VERIFY_IDENTITY) or turn.act(DialogueAct.PROTECT_PRIVACY)
        if asked or moment.before.reading.amounts or moment.before.has("debtor_raises_it"):
            return []
        told = turn.act(DialogueAct.STATE_DEBT, least=LIKELY) if turn.reading.amounts else None
        named = turn.act(DialogueAct.STATE_PURPOSE, DialogueAct.STATE_DEBT) and heard(turn, "owes_words")
        if span := told or named:
            return [_gate("disclosure_before_verification", "possible_breach", turn, span)]
    return []


def _third_parties(seen: Sequence[Moment]) -> list[Gate]:
    told = ((m.turn, m.turn.act(DialogueAct.DISCLOSE_TO_THIRD_PARTY, least=SURE)) for m in seen)
    return [_gate("third_party_disclosure", "possible_breach", turn, span) for turn, span in told if span]


def _of_the_call(call: WholeCall) -> list[Gate]:
    """What only a person may decide: rules that are not verified, and phrases that context may excuse."""
    language = call.record.language
    found = [_gate("forbidden_phrase", "possible_breach", turn, span, text) for turn, span, text in forbidden_in(call)]
    found += [
        _gate("unlawful_question", "possible_breach", turn, span, _source(rule, language))
        for turn, span, rule in whys_asked(call)
    ]
    at_risk = [f.evidence for f in cares_before_collecting(call) if not f.met]
    found += [_raised("life_at_risk", evidence, language) for evidence in at_risk]
    if call.record.contact is not None:
        broken = [s.rule for s in against(call, "hours") if s.kind == "possible_breach" and s.rule]
        found += [_raised("unlawful_time", None, language, _source(rule, language)) for rule in broken]
    elif call.record.at is not None and call.turns:
        rule = hours_rule(call.record.country, language, call.record.on, call.record.at)
        found += [_raised("unlawful_time", None, language, _source(rule, language))] if rule else []
    return found + _told_to_another(call)


def _told_to_another(call: WholeCall) -> list[Gate]:
    """The debt told where somebody else or a machine is known to have answered."""
    if call.record.answered == "debtor":
        return []
    told = ((turn, turn.act(DialogueAct.STATE_DEBT, least=SURE)) for turn in call.turns)
    return [_gate("third_party_disclosure", "possible_breach", turn, span) for turn, span in told if span]


def _source(rule: ContactRule, language: str) -> str:
    """Where a rule comes from, of when, and whether that was checked."""
    return f"{rule.text} {rule.source}, {rule.as_of}{'' if rule.verified else UNVERIFIED[language]}"


def _raised(name: str, evidence: Evidence | None, language: str, source: str = "") -> Gate:
    return Gate(id=name, status="possible_breach", evidence=evidence, reason=_REASONS[name][language], source=source)


def _gate(name: str, status: str, turn: AgentTurn, span: Span, source: str = "") -> Gate:
    return Gate.model_validate({
        "id": name, "status": status, "evidence": turn.evidence(span),
        "reason": _REASONS[name][turn.language], "source": source,
    })  # fmt: skip
