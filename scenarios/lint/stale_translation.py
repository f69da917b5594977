"""The languages of a text still say the same: one was not changed, or left untranslated, behind the other's back."""

import re
from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.lint.words import words_of
from scenarios.problem import Problem
from scenarios.references import texts

_FIGURE = re.compile(r"\d[\d.,]*")
_LONG_WORDS = 3
_MANY, _FEW = 4, 1


def check(draft: Draft) -> Iterator[Problem]:
    """A warning where one language names other figures, is a copy, or has far fewer lines than the other."""
    for path, by_language in texts(draft):
        if not {"es", "en"} <= by_language.keys():
            continue
        es, en = (_lines(by_language[language]) for language in ("es", "en"))
        for message, remedy in _differences(es, en, path == ("goals",)):
            yield draft.problem(path, message, remedy, RULE.id, "warning")


def _lines(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else said


def _differences(es: tuple[str, ...], en: tuple[str, ...], listed: bool) -> Iterator[tuple[str, str]]:
    """What tells the languages apart, as message and remedy; ``listed`` texts go pair by pair."""
    copied = next((line for line in es if line in en and len(words_of(line)) > _LONG_WORDS), None)
    if copied is not None:
        yield f"'{copied[:50]}' stands unchanged in both languages", "Translate it"
    figures = [frozenset(figure for line in lines for figure in _figures(line)) for lines in (es, en)]
    if figures[0] and figures[1] and figures[0] != figures[1]:
        shown = " and ".join(", ".join(sorted(each)) for each in figures)
        yield f"the languages name other figures: {shown}", "Bring the older one up to date"
    fewer, more = sorted((len(es), len(en)))
    if (listed and fewer != more) or (fewer <= _FEW and more >= _MANY):
        yield f"'es' has {len(es)} lines and 'en' has {len(en)}", "Write the missing ones"


def _figures(line: str) -> Iterator[str]:
    """Figures of a line without their separators; a single digit may be a word in the other language."""
    for found in _FIGURE.findall(re.sub(r"\{[^{}]*\}", "", line)):
        digits = re.sub(r"[.,]", "", found)
        if len(digits) > 1:
            yield digits


RULE = LintRule("stale_translation", check)
