"""Sums and days of a line come from the case, not from the file."""

import re
from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem
from scenarios.references import lines

_MONTHS = (
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|january|february|march|april|may|june|july|august|september|october|november|december"
)
_SUM = re.compile(
    r"(?:[$€£]|\bS/) ?\d[\d.,]*|\b\d[\d.,]* ?(?:€|£|(?:pesos|euros|soles|dólares|lucas|dollars|bucks|pounds|quid)\b)",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"\b\d{{1,2}} de (?:{_MONTHS})\b|\b(?:{_MONTHS}) \d{{1,2}}\b|\b\d{{1,2}} (?:{_MONTHS})\b", re.IGNORECASE
)


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each line in which an amount of money or a day of the year stands in figures."""
    for path, _, line in lines(draft):
        found = (_SUM.search(line) or _DAY.search(line)) if any(c.isdigit() for c in line) else None
        if found:
            message = f"'{found[0]}' is the same in every case and country"
            remedy = "Use a placeholder such as {account.balance}, {facts.earlier_payment} or {budget.next_payday}"
            yield draft.problem(path, message, remedy, RULE.id, "warning")


RULE = LintRule("figure_in_text", check)
