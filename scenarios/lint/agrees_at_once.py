"""A difficult debtor has to be won: nobody agrees before anything was said."""

from collections.abc import Iterator

from scenarios.acts import DialogueAct
from scenarios.draft import Draft
from scenarios.expressions import Condition, Value
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem
from scenarios.scenario import DebtorSpec

_EASY = 1


class _AtTheStart:
    """The debtor as the call begins, and an offer on the table: nothing else was said or told."""

    def __init__(self, debtor: DebtorSpec, country: str, channel: str) -> None:
        self.known: dict[str, Value] = {
            "anger": debtor.anger, "trust": debtor.trust, "commitment": debtor.commitment,
            "irritability": debtor.irritability * 100, "phase": "talk", "turn": 1, "contact": 1, "offers": 1,
            "country": country, "channel": channel, "event": "", "promise": "none",
        }  # fmt: skip

    def name(self, name: str) -> Value:
        return self.known.get(name, 0)

    def call(self, function: str, argument: str) -> bool:
        return function in ("said", "does") and argument == DialogueAct.OFFER_INSTALMENTS


def check(draft: Draft) -> Iterator[Problem]:
    """A warning where the first offer of a call is taken whatever was said, in a scenario harder than 1."""
    scenario = draft.scenario
    if scenario.difficulty <= _EASY:
        return
    start = _AtTheStart(scenario.debtor, next(iter(scenario.countries), ""), scenario.channel)
    condition: Condition = scenario.debtor.accepts_when
    if condition.holds(start):
        message = f"'{condition.text}' already holds as the call begins"
        remedy = 'Start with less commitment or more anger, or ask for a fact: accepts_when: "fact(…) and trust >= 40"'
        yield draft.problem(("debtor", "accepts_when"), message, remedy, RULE.id, "warning")


RULE = LintRule("agrees_at_once", check, whole=True)
