"""Laws of all finders together: no text breaks them, no span lies outside, no text takes long."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.reading.amounts import find_amounts
from scoring.reading.counts import find_counts, find_percentages
from scoring.reading.dates import find_dates
from scoring.reading.offers import find_offers
from scoring.reading.values import ReadingContext
from tests.scoring.reading.pieces import context

WORDS = (
    *("mil", "dos", "tres", "500", "50", "$", "£", "€", "S/", ",", ".", "y", "o", "el", "15", "30", "de", "diciembre"),
    *("enero", "cada", "quincena", "pago", "pagos", "cuotas", "lucas", "palo", "medio", "hoy", "mañana", "viernes"),
    *("desde", "venció", "la", "mitad", "resto", "%", "por", "ciento", "1,200.50", "23/11", "2026-11-30", "en", "a"),
    *("los", "días", "half", "of", "the", "5th", "and", "or", "Friday", "every", "other", "month", "two", "hundred"),
    *("thousand", "-", "'", "\n", "(", "?", "si", "le", "quito", "31", "febrero", "0", "00", "k", "M", "9999999999"),
)
texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
contexts = st.sampled_from([context(c, balance=b) for c in ("MX", "CL", "PE", "ES", "US", "GB") for b in (4500, 10**7)])


def everything(text: str, c: ReadingContext) -> list[tuple[int, int]]:
    found = (find_amounts(text, c), find_dates(text, c), find_counts(text, c), find_percentages(text, c))
    pieces = [*found[0], *found[1], *found[2], *found[3], *find_offers(text, c, *found)]
    return [(piece.start, piece.end) for piece in pieces]


@settings(max_examples=300)
@given(texts, contexts)
def test_any_text_is_read_and_every_span_lies_in_it(text: str, c: ReadingContext) -> None:
    assert all(0 <= start < end <= len(text) for start, end in everything(text, c))


@settings(max_examples=100)
@given(texts, contexts)
def test_amounts_are_in_order_and_never_overlap(text: str, c: ReadingContext) -> None:
    found = find_amounts(text, c)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    ["1" * 20_000, "1," * 10_000, "1 " * 10_000, "mil " * 5_000, "a." * 10_000, "dos y " * 3_300, "el 15 y 30 " * 1_800,
     "$5 o " * 4_000, "una mitad " * 2_000, "en 3 pagos de 500 cada mes " * 740, "five " * 4_000, "\n" * 20_000,
     "1 000 " * 3_300, "la la la la " * 1_660],
)  # fmt: skip
@pytest.mark.parametrize("country", ["MX", "US"])
def test_no_text_of_twenty_thousand_characters_ties_the_grammar_up(text: str, country: str) -> None:
    """How fast it is, ``make bench`` says; a grammar that backtracks would take minutes here."""
    started = time.process_time()
    everything(text[:20_000], context(country, balance=4500))
    assert time.process_time() - started < 15
