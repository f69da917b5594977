from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.country import countries, format_money, load_country
from scoring.criteria.cues import find_cue
from scoring.followup.noted import WORDS
from scoring.followup.paying import METHODS
from scoring.reading.reader import read
from scoring.reading.values import ReadingContext

SAYS = {"es": "Su saldo vencido es de {amount}.", "en": "Your overdue balance is {amount}."}
SPOKEN = [(code, language) for code in countries() for language in load_country(code).languages]


@given(st.sampled_from(SPOKEN), st.floats(0.05, 4))
@settings(max_examples=60)
def test_an_amount_of_the_case_file_is_read_as_it_was_meant(spoken: tuple[str, str], share: float) -> None:
    code, language = spoken
    pack = load_country(code)
    amount = (pack.minimum_wage.value * Decimal(str(share))).quantize(pack.money.billed_to)
    text = SAYS[language].format(amount=format_money(amount, code))
    context = ReadingContext(
        language=language, country=code, on=date(2026, 11, 23), currency=pack.money.currency, balance=amount
    )
    assert [(a.value, a.currency) for a in read(text, context).amounts] == [(amount, pack.money.currency)]


@pytest.mark.parametrize(("code", "language"), SPOKEN)
def test_every_way_of_paying_in_a_country_is_known_to_the_reader_of_notes(code: str, language: str) -> None:
    for channel in load_country(code).channels[language]:
        assert any(find_cue(method, channel, language, WORDS) for method in METHODS), channel
