"""What the grammar finds in a reply that is laid out: money, days, numbers, shares, proposals."""

from dataclasses import replace

from scoring.reading.amounts import find_amounts
from scoring.reading.counts import find_counts, find_percentages
from scoring.reading.date_rough import definite
from scoring.reading.dates import find_dates
from scoring.reading.offers import find_offers
from scoring.reading.view import Figures, View


def figures_of(view: View) -> Figures:
    """All figures of the original text, read in the reply's own language."""
    text, context = view.folded.original, replace(view.context, language=view.language)
    amounts, dates = find_amounts(text, context), find_dates(text, context)
    counts, shares = find_counts(text, context), find_percentages(text, context)
    offers = find_offers(text, context, amounts, definite(text, dates), counts, shares)
    return Figures(amounts, dates, counts, shares, offers)
