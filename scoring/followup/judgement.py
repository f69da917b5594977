"""The level of the follow-up: its fields weighed as raters were seen to weigh them, then capped by its worst fault."""

import math
from collections.abc import Callable

from scenarios.disposition import AGREEMENTS, Disposition
from scoring.criterion import Evidence, Finding, Judgement, Term
from scoring.followup.checks import checked
from scoring.followup.example import example_note
from scoring.followup.figure_checks import begins_as_agreed
from scoring.followup.findings import NAME, entries, finding, said
from scoring.followup.invented import invented
from scoring.followup.noted import Noted, read_note
from scoring.followup.outcome_check import only_the_box
from scoring.followup.stems import holds
from scoring.followup.tongue import other_language
from scoring.followup.worthless import tells_nothing
from scoring.scorecard import FieldCheck
from scoring.transcript import CallRecord, FollowUp, Outcome

BASE = 0.7
WEIGHTS = {
    "amounts": 0.35, "dates": 0.1, "method": 0.2, "reason": 0.15, "next_action": 0.2, "next_date": 0.6,
    "owner": 0.1, "contingency": 0.2, "confirmation": 0.3,
}  # fmt: skip
"""What a field that is there (or not required) adds, in levels: rounded from a ridge fit on the training notes."""
CORE = ("disposition", "amounts", "payments", "dates", "next_action", "next_date")
SECONDARY = ("method", "reason", "owner", "contingency", "confirmation")
CORE_COMPLETE, NEARLY_ALL, ALL = 0.55, 0.15, 0.4
OPINION, NOTHING_USABLE = -0.3, -0.4
GRAVE = ("disposition", "amounts", "payments", "dates")
"""Fields whose contradiction makes the note worse than none; so does another day where to speak again was all."""
CAPS = {
    "empty": 0.0, "neutral_wording": 0.1, "contradiction": 0.2, "another_way": 0.4, "nothing": 0.4, "bare": 1.3,
    "wrong_box": 1.3, "unfinished": 2.3,
}  # fmt: skip
"""``another_way``: the note has it paid in another way than was agreed;
``wrong_box``: the outcome alone was named wrongly on the form, beside a note that is true;
``unfinished``: the form begins as agreed and leaves the other payments out, and the note does not count them."""


OTHER_LANGUAGE = {
    "es": {"en": "la nota está en inglés y la llamada fue en español"},
    "en": {"es": "the note is in Spanish and the call was in English"},
}
Counts = Callable[[str], bool]


def judge_follow_up(call: CallRecord, counts: Counts = lambda field: True) -> tuple[Judgement, tuple[FieldCheck, ...]]:
    """The judgement of note and form, and the check of each field; not assessed without outcome and note.

    ``counts`` says which fields and faults the rubric counts.
    """
    form = call.follow_up
    if form is None and call.outcome is None:
        why = {"es": "la llamada no llegó al cierre", "en": "the call did not reach its wrap-up"}
        return Judgement(criterion=NAME, why_not=why[call.language]), ()
    if form is not None and (heard := other_language(form.note, call.language)):
        return Judgement(criterion=NAME, why_not=OTHER_LANGUAGE[call.language][heard]), ()
    outcome = call.outcome or Outcome(type=Disposition.NO_CONTACT)
    noted = read_note(call)
    if form is None or not _anything(form):
        return _empty(call), ()
    checks = (*checked(call, outcome, noted), *_facts(call, noted), *invented(call, outcome, noted))
    return _judged(call, noted, checks, counts), _counted(checks, counts)


def _counted(checks: tuple[FieldCheck, ...], counts: Counts) -> tuple[FieldCheck, ...]:
    return tuple(c for c in checks if counts(c.field.partition(":")[0]))


def _anything(form: FollowUp) -> bool:
    return form != FollowUp(note=form.note) or any(c.isalnum() for c in form.note)


def _empty(call: CallRecord) -> Judgement:
    words = entries(call.language)["empty"]
    nothing = said("empty", False, None, words["missing"], example_note(call) or words["better"], -4.0)
    return Judgement(criterion=NAME, level=0, score=0.0, findings=(nothing,), capped_by="empty")


def _judged(call: CallRecord, noted: Noted, checks: tuple[FieldCheck, ...], counts: Counts) -> Judgement:
    terms = _terms(noted, checks, counts)
    raw = min(4.0, max(0.0, sum(t.value for t in terms)))
    faults, found = _faults(call, noted, checks, counts)
    weights = {t.name: t.value for t in terms}
    findings = [f for c in _counted(checks, counts) if (f := finding(c, call, weights.get(c.field, 0.0)))]
    value, capped_by = raw, None
    for fault in faults:
        if value > CAPS[fault] + 0.05 * raw:
            value, capped_by = CAPS[fault] + 0.02 * raw, fault
    if capped_by:
        terms = (*terms, Term(name="cap", value=round(value - raw, 2)))
    value = round(value, 3)
    return Judgement(
        criterion=NAME,
        level=min(4, math.floor(value + 0.5)),
        score=value,
        findings=(*findings, *found),
        terms=terms,
        capped_by=capped_by,
    )


def _terms(noted: Noted, checks: tuple[FieldCheck, ...], counts: Counts) -> tuple[Term, ...]:
    status = {c.field: c.status for c in _counted(checks, counts)}
    shared = _share(counts)
    there = [f for f in WEIGHTS if status.get(f) in ("present", "not_required")]
    spared = sum(WEIGHTS[f] * shared for f in there if status[f] == "not_required")
    terms = [Term(name="base", value=BASE)]
    terms += [Term(name=f, value=round(WEIGHTS[f] * shared, 2)) for f in there if status[f] == "present"]
    terms += [Term(name="not_needed", value=round(spared, 2))] if spared else []
    if all(status.get(f) != "missing" for f in CORE):
        short = sum(status.get(f) == "missing" for f in SECONDARY)
        short += any(s == "missing" for f, s in status.items() if ":" in f)
        terms.append(Term(name="core", value=CORE_COMPLETE))
        terms += [Term(name="secondary", value=NEARLY_ALL)] if short <= 1 else []
        terms += [Term(name="complete", value=ALL)] if not short else []
    if counts("facts_only") and noted.cue("opinion"):
        terms.append(Term(name="opinion", value=OPINION))
    whole = {c.field: c.status for c in checks}
    if whole["disposition"] != "present" and whole["next_action"] == "missing":
        terms.append(Term(name="nothing_usable", value=NOTHING_USABLE))
    return tuple(terms)


def _share(counts: Counts) -> float:
    """What a field's weight is multiplied by, so that those that count share the weight of those that do not."""
    counted = sum(w for f, w in WEIGHTS.items() if counts(f))
    return sum(WEIGHTS.values()) / counted if counted else 1.0


def _faults(
    call: CallRecord, noted: Noted, checks: tuple[FieldCheck, ...], counts: Counts
) -> tuple[list[str], list[Finding]]:
    faults, found = [], []
    if counts("neutral_wording") and (span := noted.cue("insult_debtor", "no_insult")):
        faults.append("neutral_wording")
        found.append(_fault("neutral_wording", noted.evidence(span), call.language))
    elif counts("facts_only") and (opinion := noted.cue("opinion")):
        found.append(_fault("facts_only", noted.evidence(opinion), call.language))
    faults += _contradictions(call, noted, checks, counts)
    told = {c.field for c in checks if c.status == "present"}
    if not told & {"next_action", "amounts", "dates", "method", *SECONDARY}:
        faults.append("bare")
    useful = [c for c in checks if c.status == "present" and c.field not in ("owner", "reason")]
    if not useful or tells_nothing(call, call.outcome or Outcome(type=Disposition.NO_CONTACT), noted):
        faults.append("nothing")
    return faults, found


def _contradictions(call: CallRecord, noted: Noted, checks: tuple[FieldCheck, ...], counts: Counts) -> list[str]:
    """The gravest thing in which the note departs from the call, if any."""
    grave = (*GRAVE, "next_date") if _only_to_speak_again(call, noted) else GRAVE
    wrong = {c.field: c for c in _counted(checks, counts) if c.status == "contradicted"}
    if any(field in grave for field in wrong):
        outcome = call.outcome or Outcome(type=Disposition.NO_CONTACT)
        box = {field for field in wrong if field in grave} == {"disposition"} and only_the_box(call, outcome, noted)
        return ["wrong_box" if box else "contradiction"]
    if "method" in wrong and wrong["method"].evidence:
        return ["another_way"]
    return ["unfinished"] if _unfinished(call, noted, checks) else []


def _only_to_speak_again(call: CallRecord, noted: Noted) -> bool:
    """Whether the day of the next step is all that was agreed; elsewhere than after a callback, as the note has it."""
    if call.outcome is None or call.outcome.type in AGREEMENTS:
        return False
    return call.outcome.type is Disposition.CALLBACK or noted.form.next_date is None


def _unfinished(call: CallRecord, noted: Noted, checks: tuple[FieldCheck, ...]) -> bool:
    uncounted = any(c.field == "payments" and c.status == "missing" for c in checks)
    return uncounted and call.outcome is not None and begins_as_agreed(call.outcome, noted)


def _fault(field: str, evidence: Evidence | None, language: str) -> Finding:
    words = entries(language)[field]
    return said(field, False, evidence, words["contradicted"], words["better"], 0.0)


def _facts(call: CallRecord, noted: Noted) -> tuple[FieldCheck, ...]:
    """What came out in the call and this scenario wants recorded."""
    text = " ".join((noted.text, noted.form.reason, noted.form.next_action))
    found = []
    for fact in call.must_record:
        there = not fact.words or holds(text, fact.words, call.language)
        status = "present" if there else "missing"
        found.append(FieldCheck.model_validate({"field": f"fact:{fact.id}", "status": status, "agreed": fact.label}))
    return tuple(found)
