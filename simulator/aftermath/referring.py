"""Handing the account on, to an agency or to counsel: what it would bring in and cost against going on alone."""

import re
from decimal import Decimal

from scenarios.case import Case
from scenarios.disposition import Disposition
from scenarios.values import Language
from scoring.reading.negation import negated
from scoring.reading.normalise import fold
from scoring.transcript import FollowUp
from simulator.aftermath import bill
from simulator.aftermath.assumptions import numbers
from simulator.aftermath.outcome import Referral
from simulator.aftermath.sentences import To, handing_on
from simulator.state import State

LONGEST_NOTE = 20_000
OWN_CALLS = 3
_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[^.;:!?\n]+")
_ONLY_IF = {"es": frozenset({"si", "cuando", "caso"}), "en": frozenset({"if", "unless", "should", "otherwise"})}


def referred(state: State, follow_up: FollowUp | None, language: Language) -> To | None:
    """To whom the agent hands the account on; ``None`` where nobody decided that.

    The note decides where it says so plainly ("si falla, se turna a jurídico" decides nothing); an account passed up
    is weighed for an agency.
    """
    given = follow_up or FollowUp()
    for text in (given.next_action, given.note):
        for sentence in _SENTENCE.findall(fold(text[:LONGEST_NOTE]).text):
            found = _decided(sentence, language)
            if found:
                return found
    passed_up = Disposition.ESCALATED in (state.disposition, given.disposition)
    return "agency" if passed_up else None


def _decided(sentence: str, language: Language) -> To | None:
    for to, pattern in handing_on(language):
        found = pattern.search(sentence)
        if found is None:
            continue
        before = _WORD.findall(sentence[: found.start()])
        if not negated(before, language) and not _ONLY_IF[language].intersection(before):
            return to
    return None


def referral(case: Case, to: To, owed: Decimal) -> Referral:
    """What handing on what is ``owed`` would bring in and cost, on average, against three more calls and a letter."""
    given = numbers()
    recovers = given.agency_recovers if to == "agency" else given.counsel_recovers
    brings = owed * Decimal(str(recovers))
    if to == "agency":
        spent = brings * Decimal(str(given.agency_share)) + bill.wage(case) * Decimal(str(given.agency_wages))
    else:
        spent = bill.wage(case) * Decimal(str(given.counsel_wages))
    calls = bill.minute_of(case, given.agent_wages) * Decimal(str(given.chase_minutes)) * OWN_CALLS
    own = owed * Decimal(str(given.own_recovers)) - calls - bill.letter(case)
    early = case.account.days_past_due < given.referral_days
    return Referral(
        to=to, brings=brings.quantize(bill.CENT), costs=spent.quantize(bill.CENT), own_way=own.quantize(bill.CENT),
        worth_it=brings - spent > own, early=early,
    )  # fmt: skip
