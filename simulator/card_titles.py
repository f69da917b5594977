"""What an indicator is called on its card. Knows the cards, and no screen."""

from functools import cache

from scoring.criteria.card import Card, CardError, card
from simulator.app_pages.names import spoken

_KINDS = {"fact": {"es": "Anota lo que salió en la llamada", "en": "Notes what came out in the call"}}
"""What a named part (``fact:lost_job``) is called: all of a kind alike, for their ids are not words to show."""


@cache
def found(criterion: str, indicator: str, language: str) -> Card | None:
    """The card; ``None`` where there is none, or where the names could be no card's."""
    if not (criterion.isidentifier() and indicator.isidentifier()):
        return None
    try:
        return card(criterion, indicator, language)
    except CardError:
        return None


def title(criterion: str, indicator: str, language: str) -> str:
    """The indicator's name, as its card gives it."""
    kind, part, _name = indicator.partition(":")
    if part and kind in _KINDS:
        return _KINDS[kind]["en" if language == "en" else "es"]
    known = found(criterion, indicator, language)
    return known.title if known else spoken(indicator)
