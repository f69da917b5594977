"""Texts stand in languages of a call, and are not empty."""

from scenarios.lint.rule import LintRule
from scenarios.references import unusable_texts

RULE = LintRule("unusable_text", unusable_texts)
