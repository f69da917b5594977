"""A call recorded as good does nothing that the law or the creditor forbids."""

import re
from collections.abc import Iterator

from scenarios.acts import COSTLY, DialogueAct
from scenarios.country import countries, load_country
from scenarios.creditor import creditors
from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.lint.words import words_of
from scenarios.playthrough import PlayedTurn, Playthrough
from scenarios.problem import Problem

MODEL = "good"
"""How the name of a recorded call begins that shows how it is done."""
_NO_REASON = re.compile(r"(?:no_asking_reason|no_reason_asked|reason_not_asked)")
_ASKS_REASON = re.compile(
    r"¿(?:y )?(?:por qué no (?:ha |pudo |siguió )?pag|qué (?:le )?(?:pasó|ocurrió|sucedió))", re.I
)
_SETTLES_WHO = re.compile(r"\b(?:hablo con|con quién|me comunico con|am i speaking|is this|speaking with)\b", re.I)
_TELLS_THE_DEBT = re.compile(
    r"(?:[$€£]|\bS/) ?\d|\d ?(?:€|£)|\b(?:saldo|adeudo|deuda|atraso|balance|past due|overdue)\b", re.I
)


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each turn of a good call that is no model: an offence, a forbidden phrase or question, or the debt
    told before anyone was asked who they are.
    """
    for i, played in enumerate(draft.scenario.playthroughs):
        if not played.name.startswith(MODEL):
            continue
        forbidden = _forbidden(draft, played)
        for j, turn in enumerate(played.turns):
            for message, remedy in _faults(played, turn, j, forbidden):
                yield draft.problem(("playthroughs", i, "turns", j), message, remedy, RULE.id, "warning")


def _faults(played: Playthrough, turn: PlayedTurn, at: int, forbidden: dict[str, str]) -> Iterator[tuple[str, str]]:
    said = f" {' '.join(words_of(turn.say or ''))} "
    for phrase, meaning in forbidden.items():
        if f" {' '.join(words_of(phrase))} " in said:
            yield f"'{phrase}' amounts to {meaning}, which the creditor forbids", "Say it another way"
    for act in sorted(COSTLY.intersection(turn.expect.acts)):
        yield f"expects '{act}' of a good call", "Rename the playthrough, or mend the reply"
    asks = DialogueAct.ASK_REASON in turn.expect.acts or _ASKS_REASON.search(turn.say or "")
    if asks and not _may_ask_reason(played.country):
        yield f"asks why, which {played.country} does not allow", "Ask what can be paid, and when"
    if _TELLS_THE_DEBT.search(turn.say or "") and not _settled_who(played.turns[:at]):
        yield "tells the debt before asking whom one speaks to", "Ask for the person first"


def _forbidden(draft: Draft, played: Playthrough) -> dict[str, str]:
    """Phrases that the scripts of whoever may be the creditor forbid in the call's language, with their meaning."""
    named, product = draft.scenario.creditor, draft.scenario.account.product
    scripts = [c.script for c in creditors() if (c.id == named if named else product in c.products)]
    return {
        phrase: rule.text.get(played.language, rule.id)
        for script in scripts
        for rule in script.forbidden
        for phrase in rule.phrases.get(played.language, ())
    }


def _may_ask_reason(country: str) -> bool:
    """Colombia forbids it whether or not its pack is there (Ley 2300 de 2023, from a secondary source)."""
    if country not in countries():
        return country != "CO"
    return not any(_NO_REASON.fullmatch(rule.id) for rule in load_country(country).contact_rules)


def _settled_who(before: tuple[PlayedTurn, ...]) -> bool:
    """Whether somebody was asked in an earlier turn who they are."""
    return any(DialogueAct.VERIFY_IDENTITY in t.expect.acts or _SETTLES_WHO.search(t.say or "") for t in before)


RULE = LintRule("prohibited_in_model_answer", check, whole=True)
