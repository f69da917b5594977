"""Static rules over scenario files: one rule, one module, one card."""

from scenarios.lint.card import Card, card
from scenarios.lint.catalogue import RULES, lint, lint_text

__all__ = ["RULES", "Card", "card", "lint", "lint_text"]
