"""Played rules over scenario files: one rule, one module, one card; they need the reader and the engine."""

from simulator.trials.lint.catalogue import CARDS, PLAYS, RULES, lint_played, lint_played_text

__all__ = ["CARDS", "PLAYS", "RULES", "lint_played", "lint_played_text"]
