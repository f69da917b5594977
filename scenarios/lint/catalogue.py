"""All rules, found in this folder: a module with a ``RULE`` is one."""

import importlib
import pkgutil
from dataclasses import replace
from pathlib import Path

from scenarios.draft import draft
from scenarios.lint.rule import LintRule
from scenarios.load import LIBRARY, load_scenario
from scenarios.packs import PACKS
from scenarios.problem import Problem, ScenarioError
from scenarios.source import read_text

FORMAT = "format"
"""The rule of what cannot be read at all."""


def _found() -> tuple[LintRule, ...]:
    folder = str(Path(__file__).parent)
    names = sorted(module.name for module in pkgutil.iter_modules([folder]))
    modules = [importlib.import_module(f"scenarios.lint.{name}") for name in names if name != "catalogue"]
    return tuple(module.RULE for module in modules if hasattr(module, "RULE"))


RULES: tuple[LintRule, ...] = _found()


def lint(path: Path, packs: Path = PACKS) -> tuple[Problem, ...]:
    """Everything wrong with a file, errors first, in the order of the file; empty where it is sound."""
    try:
        problems = lint_text(read_text(path), path.name, packs)
        if path.parent == LIBRARY and not any(p.severity == "error" for p in problems):
            load_scenario(path, packs)  # a file of the library bears its scenario's id
    except ScenarioError as error:
        return _as_format(error)
    return problems


def lint_text(text: str, name: str = "scenario.yaml", packs: Path = PACKS) -> tuple[Problem, ...]:
    """The same for a text; ``name`` is what problems call the file."""
    try:
        found = draft(text, name, packs)
    except ScenarioError as error:
        return _as_format(error)
    problems = {problem for rule in RULES for problem in rule.check(found)}
    return tuple(sorted(problems, key=lambda p: (p.severity, p)))


def _as_format(error: ScenarioError) -> tuple[Problem, ...]:
    return tuple(replace(p, rule=p.rule or FORMAT) for p in error.problems)
