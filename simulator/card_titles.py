"""What an indicator is called on its card. Knows the cards, and no screen."""

from functools import cache

from scoring.criteria.card import Card, CardError, card
from simulator.app_pages.names import spoken


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
    known = found(criterion, indicator, language)
    return known.title if known else spoken(indicator)
