"""What a note claims came of the call, in one table: each claim, and the outcomes beside which it cannot stand.

The words are data (``es.yaml``, ``en.yaml``). What is denied, offered, wished for or conditional claims nothing, nor
what the note itself takes back; and where the note also tells the outcome as it was, it is believed.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from scenarios.disposition import AGREEMENTS, Disposition
from scoring.criteria.cues import Span, clause_around, find_cue
from scoring.followup.figure_checks import NOT_THE_DEBTOR, alike
from scoring.followup.noted import WORDS, Noted, overlap

HERE = Path(__file__).parent
_NEAR = 60
"""Characters between what is promised and its sum."""


class Claim(NamedTuple):
    """A claim, the outcomes that it contradicts, and the cues beside which it says less than it seems to."""

    cue: str
    against: frozenset[Disposition]
    unless: tuple[str, ...] = ()


_WITHOUT_TERMS = frozenset(Disposition) - AGREEMENTS
_CONTESTED = frozenset({Disposition.DISPUTE, Disposition.FRAUD_CLAIM})
_PASSED_ON = frozenset({Disposition.ESCALATED, Disposition.REPRESENTATIVE})
_NO_MONEY_CAME = _WITHOUT_TERMS - _PASSED_ON - {Disposition.ALREADY_PAID}
CLAIMS = (
    Claim("promises", _WITHOUT_TERMS - NOT_THE_DEBTOR - _PASSED_ON, ("refuses", "no_deal", "unsaid")),
    Claim("promises", NOT_THE_DEBTOR, ("someone_else",)),
    Claim("listed", _WITHOUT_TERMS - NOT_THE_DEBTOR - _PASSED_ON, ("refuses", "no_deal", "unsaid")),
    Claim("listed", NOT_THE_DEBTOR, ("someone_else",)),
    Claim("took", _NO_MONEY_CAME - NOT_THE_DEBTOR, ("tells_paid", "disputes", "refuses", "no_deal")),
    Claim("refuses", AGREEMENTS, ("promises",)),
    Claim("disputes", AGREEMENTS, ("promises",)),
    Claim("no_deal", AGREEMENTS, ("promises",)),
    Claim("refuses", _CONTESTED | {Disposition.ALREADY_PAID}, ("disputes", "says_paid")),
    Claim("refuses", frozenset({Disposition.HUNG_UP}), ("hung",)),
    Claim("refuses", frozenset({Disposition.CALLBACK}), ("asks_back",)),
    Claim("refuses", frozenset({Disposition.HARDSHIP, Disposition.VULNERABLE}), ("cannot",)),
    Claim("refuses", NOT_THE_DEBTOR, ("someone_else",)),
    Claim("owns", _CONTESTED, ("disputes", "partly")),
    Claim("owns", NOT_THE_DEBTOR, ("someone_else",)),
    Claim("undisputed", _CONTESTED, ("partly",)),
    Claim("commits", frozenset({Disposition.REFUSAL}), ("refuses", "unsaid")),
    Claim("commits", frozenset({Disposition.ALREADY_PAID}), ("tells_paid",)),
    Claim("denies", frozenset({Disposition.ALREADY_PAID}), ("tells_paid", "says_paid")),
    Claim("another_answered", frozenset({Disposition.CALLBACK, Disposition.REFUSAL}), ("holder", "handed_over")),
    Claim("holder", NOT_THE_DEBTOR, ("another_answered", "somebody")),
    Claim("unpaid", frozenset({Disposition.ALREADY_PAID}), ("tells_paid",)),
)


def contradicting(truth: Disposition, noted: Noted, on: date) -> Span | None:
    """The first clause that claims what cannot stand beside the outcome; ``None`` where there is none."""
    return next((span for claim in CLAIMS if truth in claim.against and (span := _claimed(claim, noted, on))), None)


def concluded(noted: Noted) -> Span | None:
    """The first clause in which something is said to be settled, and not as a wish, on a condition, or for the rent."""
    for span in find_cue("concluded", noted.text, noted.language, WORDS):
        if not hedged(span, noted) and of_this_debt(span, noted):
            return clause_around(noted.text, span)
    return None


def left_open(noted: Noted) -> Span | None:
    """Where the note has nothing agreed, and no promise behind it; what it says of an earlier talk is not meant."""
    for span in find_cue("nothing_agreed", noted.text, noted.language, HERE):
        behind = noted.text[span.end : noted.turns]
        if span.start < noted.turns and not hedged(span, noted) and not find_cue(
            "promises", behind, noted.language, HERE
        ):  # fmt: skip
            return clause_around(noted.text, span)
    return None


def taken(sums: Iterable[Decimal], noted: Noted) -> Span | None:
    """Where the note has one of these sums come in during the talk."""
    wanted = tuple(sums)
    for span in find_cue("took", noted.text, noted.language, HERE):
        clause = clause_around(noted.text, span)
        there = [f for f in noted.figures if overlap(clause, f.span) and any(alike(f.value, s) for s in wanted)]
        if there and span.start < noted.turns and not hedged(span, noted):
            return clause
    return None


def claims(cue: str, noted: Noted) -> bool:
    """Whether the note says this at all, with terms or without."""
    return bool(find_cue(cue, noted.text, noted.language, HERE))


def _claimed(claim: Claim, noted: Noted, on: date) -> Span | None:
    if any(claims(cue, noted) for cue in claim.unless):
        return None
    for span in find_cue(claim.cue, noted.text, noted.language, HERE):
        doubted = _denied(span, noted) if claim.cue in _PLAIN else hedged(span, noted)
        refused = claim.cue in _OF_TERMS and turned_down(span, noted)
        if span.start < noted.turns and not (doubted or refused) and _backed(claim.cue, span, noted, on):
            return clause_around(noted.text, span)
    return None


_OF_TERMS = frozenset({"promises", "listed"})
_PLAIN = frozenset({"commits", "another_answered", "denies"})
"""Claims in so many words: only what stands right before them takes them back."""
_NOT = re.compile(
    r"(?:\b(?:no|ni|sin|not|if|si|could|would|might|podr[ií]a|never|nunca)|n't)\s+(?:\S+\s+)?$", re.IGNORECASE
)


def _denied(span: Span, noted: Noted) -> bool:
    return _NOT.search(noted.text[: span.start]) is not None


def turned_down(span: Span, noted: Noted) -> bool:
    """Whether the rest of the sentence has the terms turned down: "12 months at 5,290, no way"."""
    return bool(find_cue("turned_down", noted.text[span.end : noted.sentence(span).end], noted.language, HERE))


def hedged(span: Span, noted: Noted) -> bool:
    """Whether the sentence leads up to it with an offer, a wish or a condition."""
    led = noted.text[noted.sentence(span).start : span.start]
    turn = max((t.end for t in find_cue("after_all", led, noted.language, HERE)), default=0)
    return bool(find_cue("hedged", led[turn:], noted.language, HERE))


def of_this_debt(span: Span, noted: Noted) -> bool:
    """Whether its clause neither adds a condition ("will pay if the fee is off") nor speaks of other bills."""
    clause = clause_around(noted.text, span)
    added, whole = noted.text[span.end : clause.end], noted.text[slice(*clause)]
    conditional = find_cue("conditioned", added, noted.language, HERE)
    return not conditional and not find_cue("another_bill", whole, noted.language, HERE)


def _backed(cue: str, span: Span, noted: Noted, on: date) -> bool:
    """Whether the claim has what makes it one: terms for a promise, a sum for a payment; the others speak alone."""
    if cue in {"promises", "listed"}:
        return of_this_debt(span, noted) and any(_terms(span, noted, on, counted=cue == "promises"))
    return cue != "took" or any(overlap(clause_around(noted.text, span), f.span) for f in noted.figures)


def _sums(span: Span, noted: Noted) -> Iterator[Span]:
    """The sums of the sentence that the claim leads to."""
    end = min(noted.sentence(span).end, span.end + _NEAR)
    for figure in noted.figures:
        led = noted.text[span.end : figure.span.start]
        if span.start <= figure.span.start < end and not find_cue("turned", led, noted.language, HERE):
            yield figure.span


def _terms(span: Span, noted: Noted, on: date, *, counted: bool) -> Iterator[Span]:
    """Of the sums that the claim leads to, those with a day to come in the sentence, or ``counted``."""
    within = noted.sentence(span)
    for there in _sums(span, noted):
        if counted and any(within.start <= at.start < within.end for _, at in noted.counts):
            yield there
        for day in noted.days:
            led = noted.text[there.end : day.span.start]
            dated = day.day > on and there.end <= day.span.start < within.end
            if dated and not find_cue("turned", led, noted.language, HERE):
                yield there
