"""What a fact hides is not said before it is known."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.holds import Given, Patience
from scenarios.lint.rule import LintRule
from scenarios.lint.words import words_of
from scenarios.problem import Problem
from scenarios.references import Path
from scenarios.scenario import Scenario
from scenarios.text import placeholders

_DRAWN = "facts."
_SENTENCE = 4


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each line of a beat, and each text shown before the call, that gives away what facts tell:
    a value such as ``{facts.employer}`` that facts name, or a fact's own sentence.
    """
    tellers, patience = _tellers(draft.scenario), Patience()
    for path, line in _shown_before(draft.scenario):
        for secret in sorted(_secrets(line) & tellers.keys()):
            yield _leak(draft, path, secret, tellers[secret])
    for i, beat in enumerate(draft.scenario.beats):
        for language, said in beat.say.items():
            for at, line in enumerate(said):
                for secret in sorted((_secrets(line) | _sentence(line)) & tellers.keys()):
                    if patience.can_hold(beat.when, _untold(draft.scenario, tellers[secret])):
                        yield _leak(draft, ("beats", i, "say", language, at), secret, tellers[secret])


def _leak(draft: Draft, path: Path, secret: str, tellers: frozenset[str]) -> Problem:
    fact = min(tellers)
    shown = f"{{{secret}}}" if secret.startswith(_DRAWN) else "this very sentence"
    message = f"{shown} is told by the fact '{fact}', and is given away here before it is known"
    remedy = f'Ask for it: when: "fact({fact})"' if path[0] == "beats" else "Say it another way"
    return draft.problem(path, message, remedy, RULE.id, "warning")


def _secrets(line: str) -> frozenset[str]:
    return frozenset(name for name in placeholders(line, forms=False) if name.startswith(_DRAWN))


def _sentence(line: str) -> frozenset[str]:
    """The line itself, where it is long enough to be a sentence of its own."""
    return frozenset({line} if len(words_of(line)) >= _SENTENCE else ())


def _tellers(scenario: Scenario) -> dict[str, frozenset[str]]:
    """The facts that tell each secret: a drawn value that they name, or a whole sentence of theirs."""
    found: dict[str, frozenset[str]] = {}
    for fact in scenario.facts:
        for said in fact.say.values():
            for line in said:
                for secret in _secrets(line) | _sentence(line):
                    found[secret] = found.get(secret, frozenset()) | {fact.id}
    return found


def _shown_before(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for language, text in scenario.briefing.items():
        yield ("briefing", language), text
    for language, goals in scenario.goals.items():
        for i, goal in enumerate(goals):
            yield ("goals", language, i), goal


def _untold(scenario: Scenario, tellers: frozenset[str]) -> Given:
    """That none of these facts is known, nor any that comes after one of them."""
    unknown = set(tellers)
    while later := {fact.id for fact in scenario.facts if unknown.intersection(fact.after)} - unknown:
        unknown |= later
    return frozenset(((told, name), (False,)) for name in unknown for told in ("fact", "known"))


RULE = LintRule("fact_leaks", check)
