"""Static rules over scenario files and packs: one rule, one module, one card."""

from scenarios.lint.card import Card, card
from scenarios.lint.catalogue import RULES, lint, lint_draft, lint_pack, lint_text
from scenarios.lint.pack import is_pack

__all__ = ["RULES", "Card", "card", "is_pack", "lint", "lint_draft", "lint_pack", "lint_text"]
