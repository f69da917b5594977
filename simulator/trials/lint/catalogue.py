"""All played rules, found in this folder: a module with a ``RULE`` is one."""

import importlib
import pkgutil
from pathlib import Path

from scenarios.draft import Draft, draft
from scenarios.problem import Problem, ScenarioError
from scenarios.source import read_text
from simulator.trials.exploring import explored
from simulator.trials.lint.rule import PlayedRule
from simulator.trials.own import own_beats

CARDS = Path(__file__).parent
"""The folder of the cards; ``scenarios.lint.card.card`` reads them."""
PLAYS = 120
"""Plays that tell a rare entry from one that never comes, mostly."""


def _found() -> tuple[PlayedRule, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules([str(CARDS)]))
    modules = [importlib.import_module(f"simulator.trials.lint.{name}") for name in names if name != "catalogue"]
    return tuple(module.RULE for module in modules if hasattr(module, "RULE"))


RULES: tuple[PlayedRule, ...] = _found()


def lint_played(path: Path, plays: int = PLAYS, seed: int = 1) -> tuple[Problem, ...]:
    """What so many plays find wrong with a file; empty where it cannot be read, which the static rules say."""
    try:
        return _checked(draft(read_text(path), path.name), plays, seed)
    except ScenarioError:
        return ()


def lint_played_text(text: str, name: str = "scenario.yaml", plays: int = PLAYS, seed: int = 1) -> tuple[Problem, ...]:
    """The same for a text; ``name`` is what problems call the file."""
    try:
        return _checked(draft(text, name), plays, seed)
    except ScenarioError:
        return ()


def _checked(found: Draft, plays: int, seed: int) -> tuple[Problem, ...]:
    report, _ = explored(found.scenario, own_beats(found), plays, seed)
    problems = {problem for rule in RULES for problem in rule.check(found, report)}
    return tuple(sorted(problems, key=lambda p: (p.severity, p)))
