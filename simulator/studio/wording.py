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

KINDS = {"good": "una buena", "mixed": "una regular", "bad": "una mala"}
TERMS = {
    "a block of keys": "un bloque de claves", "a list": "una lista", "nothing": "nada", "none": "nada",
    "one text": "un texto", "this very sentence": "esta misma frase", "it stands here twice": "está aquí dos veces",
    "its entries are overridden, or wait for another place or channel":
        "sus entradas se cambian aquí, o esperan otro lugar o canal",
}  # fmt: skip
"""What the program's messages put into their gaps."""
PATTERNS = Path(__file__).with_suffix(".es.yaml")


def said(message: str, language: str) -> str:
    """A message of the program in the person's language; one that has no pattern as it is."""
    return (_spanish(message) if language == "es" else None) or message


def in_a_line(problem: Problem, language: str) -> str:
    """Where, what is wrong and the remedy, as of a file that was sent."""
    what, mend = in_words(problem, language)
    where = f"renglón {problem.line}" if language == "es" else f"line {problem.line}"
    place = f"{where}, {problem.field}" if problem.field else where
    return f"{place}: {what}{'' if what.endswith(('?', '.', '!')) else '.'} {mend}".rstrip()


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
    """What stands in a gap: a few words of the program's own are put into Spanish, all else is as the text has it."""
    parts = varies.split(", ")
    if all(part in KINDS for part in parts):
        return ", ".join(KINDS[part] for part in parts)
    varies = re.sub(r"\(line (\d+)\)", r"(renglón \1)", varies)
    counted = re.fullmatch(r"(\d+) texts", varies)
    return f"{counted[1]} textos" if counted else TERMS.get(varies) or _spanish(varies) or varies


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
