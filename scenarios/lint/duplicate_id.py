"""An id stands once in its list."""

from scenarios.lint.rule import LintRule
from scenarios.references import duplicate_ids

RULE = LintRule("duplicate_id", duplicate_ids)
