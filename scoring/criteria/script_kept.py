"""Compliance: the creditor's script: what has to be said, in time and in its words, and what must not be."""

from collections.abc import Iterable, Iterator

from scenarios.disposition import AGREEMENTS
from scoring.criteria.cues import Span
from scoring.criteria.moment import AgentTurn
from scoring.criteria.script import Checked, check, phrase_in
from scoring.criteria.whole_call import WholeCall, call_indicator, filled, heard, unquoted
from scoring.criteria.wording import met, missed
from scoring.criterion import Finding


@call_indicator("compliance")
def makes_required_statements(call: WholeCall) -> Iterable[Finding]:
    """Each statement of the script: met where it was made in time, missed where it was not made at all."""
    for checked in _checked(call):
        if checked.status == "said" and checked.turn:
            finding = met("makes_required_statements", checked.turn, checked.span, call.view)
        elif checked.status == "missing":
            finding = unquoted(missed("makes_required_statements", call.turns[-1], None, call.view))
        else:
            continue
        yield _of_script(finding, checked)


@call_indicator("compliance")
def states_it_late(call: WholeCall) -> Iterable[Finding]:
    """Missed where a statement that belongs before the debt comes after it."""
    return _with_status("states_it_late", "late", call)


@call_indicator("compliance")
def alters_a_statement(call: WholeCall) -> Iterable[Finding]:
    """Missed where a statement is made in other words than required, or only in part."""
    return _with_status("alters_a_statement", "altered", call)


@call_indicator("compliance")
def uses_a_forbidden_phrase(call: WholeCall) -> Iterable[Finding]:
    """Missed where something is said that the creditor's script forbids."""
    for turn, span, text in forbidden_in(call):
        return [filled(missed("uses_a_forbidden_phrase", turn, span, call.view), forbidden=text)]
    return []


def forbidden_in(call: WholeCall) -> Iterator[tuple[AgentTurn, Span, str]]:
    """Where the script's forbidden phrases are said, and what they amount to."""
    phrases = call.case.creditor.forbidden if call.case else ()
    for turn in call.turns:
        for phrase in phrases:
            if span := phrase_in(phrase.heard_by, turn.text):
                yield turn, span, phrase.text


def _checked(call: WholeCall) -> Iterator[Checked]:
    outcome = call.record.outcome
    agreed = outcome is not None and outcome.type in AGREEMENTS
    other = call.record.answered != "debtor" or any(heard(m.before, "not_the_debtor") for m in call.moments)
    for statement in call.case.creditor.statements if call.case and not other else ():
        if statement.when == "always" or agreed:
            yield check(statement, call.turns)


def _with_status(name: str, status: str, call: WholeCall) -> Iterator[Finding]:
    for checked in _checked(call):
        if checked.status == status and checked.turn:
            yield _of_script(missed(name, checked.turn, checked.span, call.view), checked)


def _of_script(finding: Finding, checked: Checked) -> Finding:
    rule = checked.statement
    source = f" ({rule.source}, {rule.as_of})" if rule.source else ""
    return filled(finding, statement=rule.text, source=source, example=rule.example or rule.text)
