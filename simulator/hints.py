"""A hint for the reply that comes next: what is going on, what would help, how it might sound. Pure.

It rests on what the agent can see and hear: the debtor's last words, what stands on the table, the case file.
"""

from collections.abc import Iterable
from itertools import islice

from scenarios.values import Frozen
from scoring.coaching.ahead import Ahead, Table, ahead
from scoring.criteria.cues import Span, clause_around
from simulator.view import AttemptView

MOST = 3
"""So many observations are told at once."""
HELPS = {
    "crisis": "take_it_seriously", "dispute": "take_it_seriously", "part_disputed": "take_it_seriously",
    "fear": "take_it_seriously", "shame": "take_it_seriously", "despair": "take_it_seriously",
    "distrust": "take_it_seriously",
    "death": "listen_first", "illness": "listen_first", "job_loss": "listen_first", "hardship": "listen_first",
    "insult": "stay_steady", "anger": "stay_steady",
    "confusion": "one_thing_at_a_time", "question": "one_thing_at_a_time", "silence": "one_thing_at_a_time",
    "how_much": "be_concrete", "proposal": "be_concrete", "debt": "be_concrete", "business_terms": "be_concrete",
    "refusal": "reasons_not_pressure",
    "finding_out": "find_the_fit", "offering": "find_the_fit", "business_status": "find_the_fit",
    "closing": "sum_up", "business_closing": "sum_up",
    "opening": "know_who_is_there", "not_yet_known": "know_who_is_there", "unintroduced": "know_who_is_there",
    "voicemail": "know_who_is_there", "third_party": "know_who_is_there", "business_opening": "know_who_is_there",
    "business_elsewhere": "know_who_is_there",
}  # fmt: skip
"""Situation of the coaching → the technique that helps there."""
_OF_THE_TALK = frozenset({
    "voicemail", "third_party", "business_elsewhere", "crisis", "insult", "dispute", "part_disputed", "refusal",
    "how_much", "silence",
})  # fmt: skip
_STAGES = {
    "opening": "who_is_there", "not_yet_known": "who_is_there", "business_opening": "who_is_there",
    "unintroduced": "who_asks",
    "debt": "debt", "finding_out": "finding_out", "offering": "offering", "closing": "closing",
    "business_status": "finding_out", "business_terms": "offering", "business_closing": "closing",
}  # fmt: skip


class Observed(Frozen):
    """Something that is going on. ``quote`` are the debtor's words that show it, empty where none do."""

    what: str
    quote: str = ""


class Hint(Frozen):
    """The three steps: ``going_on``, then the technique that ``helps``, then an ``example`` in the call's language."""

    going_on: tuple[Observed, ...]
    helps: str
    example: str


def hint_of(view: AttemptView) -> Hint:
    """The hint for the next reply of a talk that is under way. The same talk gives the same hint."""
    table = _table(view)
    found = ahead(view.record(None), table)
    return Hint(
        going_on=tuple(islice(_distinct(_observed(view, found)), MOST)) or (Observed(what="your_turn"),),
        helps="be_concrete" if table == "terms" else HELPS[found.situation],
        example=found.model,
    )


def _observed(view: AttemptView, found: Ahead) -> Iterable[Observed]:
    """What weighs most first; the stage of the call where nothing else is to be said."""
    if found.situation in _OF_THE_TALK:
        yield Observed(what=found.situation)
    heard = found.heard
    for voiced in heard.reading.voiced:
        if voiced.kind != "question" and found.situation != "voicemail":
            span = clause_around(heard.text, Span(voiced.start, voiced.end))
            yield Observed(what=f"{voiced.kind}_{voiced.topic}", quote=heard.text[slice(*span)].strip())
    yield from _on_the_table(view)
    question = next((c for c in reversed(heard.reading.clauses) if c.question), None)
    if question is not None and view.next_number > 1:  # who picks up asks nothing yet
        yield Observed(what="question", quote=heard.text[question.start : question.end].strip())
    if found.situation in _STAGES:
        yield Observed(what=_STAGES[found.situation])


def _table(view: AttemptView) -> Table:
    """What the negotiation waits for."""
    state = view.state
    if state is None or not view.with_debtor:
        return ""
    if state.agreement is not None:
        return "agreed"
    if state.standing is None:
        return ""
    return "proposal" if state.standing.by == "debtor" else "terms"


def _on_the_table(view: AttemptView) -> Iterable[Observed]:
    table, state = _table(view), view.state
    if table == "terms" and state and state.standing:
        yield from (Observed(what=f"lacks_{name}") for name in state.standing.open)
    elif table:
        yield Observed(what={"agreed": "agreed"}.get(table, "they_propose"))


def _distinct(found: Iterable[Observed]) -> Iterable[Observed]:
    """Each thing once, and one quote once."""
    seen = set[str]()
    for one in found:
        marks = {one.what, one.quote} - {""}
        if not marks & seen:
            yield one
        seen |= marks
