"""What is wrong with a file, in the trainer's language: the message itself in English, in Spanish by its pattern.

What has no pattern of its own is said as the rule's card says it, with the place that the file names.
"""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from scenarios.lint.card import card, card_names
from scenarios.problem import Problem
from simulator.trials.lint import CARDS as PLAYED_CARDS

KINDS = {"good": "buena", "mixed": "regular", "bad": "mala"}
PATTERNS = Path(__file__).with_suffix(".es.yaml")


def in_words(problem: Problem, language: str) -> tuple[str, str]:
    """What is wrong, and the remedy."""
    if language != "es":
        return problem.message, problem.remedy
    message, remedy = _spanish(problem.message), _spanish(problem.remedy)
    if message and (remedy or not problem.remedy):
        return message, remedy or ""
    what, mend = _of_card(problem.rule)
    return message or what or problem.message, remedy or mend or problem.remedy


@lru_cache(maxsize=256)
def _spanish(text: str) -> str | None:
    """The Spanish of a message that is known; ``None`` of another."""
    for pattern, words in _patterns():
        found = pattern.fullmatch(text)
        if found:
            return words.format(*map(_term, found.groups()))
    return None


def _term(varies: str) -> str:
    """What stands in a gap: the kinds of recorded calls have words of their own, all else is as the text has it."""
    parts = varies.split(", ")
    return ", ".join(f"una {KINDS[part]}" for part in parts) if all(part in KINDS for part in parts) else varies


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """English with ``{}`` for what varies → Spanish with the same gaps, in order or by number."""
    known: dict[str, str] = yaml.safe_load(PATTERNS.read_text(encoding="utf-8"))
    return tuple((re.compile("(.*?)".join(map(re.escape, english.split("{}"))), re.S), es)
                 for english, es in known.items())  # fmt: skip


def _of_card(rule: str) -> tuple[str, str]:
    """What the rule finds, and its remedy, as its card says them; empty of a rule without one."""
    if rule in card_names():
        found = card(rule)
    elif rule in card_names(PLAYED_CARDS):
        found = card(rule, PLAYED_CARDS)
    else:
        return "", ""
    return found.what["es"], found.remedy["es"]
