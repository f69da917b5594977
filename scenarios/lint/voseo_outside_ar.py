"""Voseo belongs to Argentina's texts (``es-AR``); elsewhere a debtor says usted."""

import re
from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.problem import Problem
from scenarios.references import lines

_VOSEO = re.compile(
    r"\b(vos|sos|tenés|querés|podés|sabés|decís|venís|hacés|debés|pagás|llamás|pensás|entendés|creés|vivís|necesitás"
    r"|decime|fijate|mirá|mandame|pasame|dejame|esperá|escuchá|avisame|explicame|llamame|andá|hacé|vení)\b",
    re.IGNORECASE,
)


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each line in Spanish of other countries that addresses the agent as vos."""
    if set(draft.scenario.countries) == {"AR"}:
        return
    for path, language, line in lines(draft):
        found = _VOSEO.search(line) if language.startswith("es") and language != "es-AR" else None
        if found:
            message = f"'{found[0]}' is voseo, in a text for '{language}'"
            remedy = "Move the line under 'es-AR:', or write it with usted"
            yield draft.problem(path, message, remedy, RULE.id, "warning")


RULE = LintRule("voseo_outside_ar", check)
