"""All rules, found in this folder: a module with a ``RULE`` is one."""

import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from scenarios.draft import Draft, draft
from scenarios.lint.pack import host_of, is_pack
from scenarios.lint.rule import LintRule
from scenarios.load import LIBRARY
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
    """Everything wrong with a file, errors first, in the order of the file; empty where it is sound.

    A file in a folder named ``packs`` is a pack, and is checked as one.
    """
    if is_pack(path):
        return lint_pack(path)
    try:
        found = draft(read_text(path), path.name, packs)
    except ScenarioError as error:
        return _as_format(error)
    return _checked(found, RULES, _misnamed(found) if path.parent == LIBRARY and found.scenario.id != path.stem else ())


def lint_text(text: str, name: str = "scenario.yaml", packs: Path = PACKS) -> tuple[Problem, ...]:
    """The same for a scenario's text; ``name`` is what problems call the file."""
    try:
        return lint_draft(draft(text, name, packs))
    except ScenarioError as error:
        return _as_format(error)


def lint_draft(found: Draft) -> tuple[Problem, ...]:
    """The same for what was read already."""
    return _checked(found, RULES)


def lint_pack(path: Path) -> tuple[Problem, ...]:
    """Everything wrong with a pack by itself, as a scenario of all countries would meet it."""
    host, file = host_of(path)
    rules = tuple(rule for rule in RULES if not rule.whole)
    try:
        problems = _checked(draft(host, "", path.parent), rules)
    except ScenarioError as error:
        problems = _as_format(error)
    return tuple(problem for problem in problems if problem.file in ("", file))


def _checked(found: Draft, rules: Iterable[LintRule], more: Iterable[Problem] = ()) -> tuple[Problem, ...]:
    problems = {problem for rule in rules for problem in rule.check(found)} | set(more)
    return tuple(sorted(problems, key=lambda p: (p.severity, p)))


def _misnamed(found: Draft) -> tuple[Problem, ...]:
    """A file of the library bears its scenario's id."""
    message = f"the id '{found.scenario.id}' differs from the file's name"
    return (found.problem(("id",), message, "Write the file's name here, or rename the file", FORMAT),)


def _as_format(error: ScenarioError) -> tuple[Problem, ...]:
    return tuple(replace(p, rule=p.rule or FORMAT) for p in error.problems)
