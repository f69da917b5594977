"""Conditions, ``after``, notes and playthroughs name only what exists."""

from scenarios.lint.rule import LintRule
from scenarios.references import unknown_references

RULE = LintRule("unknown_reference", unknown_references)
