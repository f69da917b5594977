"""Placeholders that a case or the talk can fill."""

from scenarios.lint.rule import LintRule
from scenarios.references import broken_placeholders

RULE = LintRule("unknown_placeholder", broken_placeholders)
