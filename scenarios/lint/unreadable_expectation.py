"""Expected levels of a playthrough are comparisons."""

from scenarios.lint.rule import LintRule
from scenarios.references import unreadable_expectations

RULE = LintRule("unreadable_expectation", unreadable_expectations)
