from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.country import countries, format_date, format_money, is_business_day, load_country
from scenarios.creditor import creditor_for, creditors
from scenarios.problem import ScenarioError
from scenarios.scenario import AccountSpec

ALL = countries()
PRODUCTS = AccountSpec.model_fields["product"].annotation.__args__  # type: ignore[union-attr]


def test_the_first_four_countries_have_packs() -> None:
    assert {"MX", "CL", "ES", "US"} <= set(ALL)


@pytest.mark.parametrize("code", ALL)
def test_a_pack_serves_every_product_and_rule_in_each_of_its_languages(code: str) -> None:
    pack = load_country(code)
    assert pack.code == code
    assert set(PRODUCTS) <= set(pack.products)
    for language in pack.languages:
        assert pack.channels[language]
        assert all(rule.text for rule in pack.rules_in(language))
        assert all(texts[language] for texts in pack.products.values())
        assert all(creditor_for(product, pack, language).complaints_unit for product in PRODUCTS)


@pytest.mark.parametrize("code", ALL)
def test_every_rule_on_contact_stands_in_both_languages_and_says_its_source(code: str) -> None:
    pack = load_country(code)
    assert len({rule.id for rule in pack.contact_rules}) == len(pack.contact_rules)
    for rule in pack.contact_rules:
        assert {"es", "en"} <= set(rule.text)
        assert {"es", "en"} <= set(rule.source)
        source = rule.source["en"]
        if "secondary" in source or "general knowledge" in source or rule.severity == "house":
            assert not rule.verified, rule.id


@pytest.mark.parametrize("code", ALL)
def test_the_minimum_wage_is_not_more_certain_than_its_source(code: str) -> None:
    wage = load_country(code).minimum_wage
    assert wage.value > 0
    assert not (wage.verified and "general knowledge" in wage.source)


def test_an_unknown_country_is_answered_with_those_there_are() -> None:
    with pytest.raises(ScenarioError, match=r"there is no pack for 'XX'.*MX"):
        load_country("XX")


def test_a_country_code_is_no_path() -> None:
    with pytest.raises(ScenarioError, match="no pack"):
        load_country("../countries/mx")


@pytest.mark.parametrize(
    ("amount", "code", "written"),
    [
        ("12450.50", "MX", "$12,450.50"), ("12450", "MX", "$12,450"), ("0.5", "MX", "$0.50"),
        ("-1200", "MX", "-$1,200"),
        ("1200000", "CL", "$1.200.000"), ("1200.4", "CL", "$1.200"), ("4815.60", "ES", "4.815,60 €"),
        ("1250", "ES", "1.250 €"), ("154.30", "US", "$154.30"), ("999.995", "US", "$1,000"),
    ],
)  # fmt: skip
def test_money_is_written_as_people_there_write_it(amount: str, code: str, written: str) -> None:
    assert format_money(Decimal(amount), code) == written


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(ALL))
def test_a_written_amount_reads_back(amount: Decimal, code: str) -> None:
    style = load_country(code).money
    number = format_money(amount, code).replace(style.symbol, "").replace(" ", "").replace(style.thousands, "")
    assert abs(Decimal(number.replace(style.decimal, ".")) - amount) <= Decimal(5).scaleb(-style.decimals - 1)


@pytest.mark.parametrize(
    ("language", "code", "plain", "with_weekday"),
    [
        ("es", "MX", "15 de diciembre", "martes 15 de diciembre"),
        ("es", "US", "15 de diciembre", "martes 15 de diciembre"),
        ("en", "US", "December 15", "Tuesday, December 15"),
        ("en", "ES", "15 December", "Tuesday 15 December"),
    ],
)
def test_days_are_written_in_words(language: str, code: str, plain: str, with_weekday: str) -> None:
    day = date(2026, 12, 15)
    assert format_date(day, language, code) == plain
    assert format_date(day, language, code, weekday=True) == with_weekday


def test_sundays_and_holidays_are_no_business_days() -> None:
    assert is_business_day(date(2026, 11, 23), "MX")
    assert not is_business_day(date(2026, 11, 22), "MX")
    assert not is_business_day(date(2026, 9, 16), "MX")
    assert is_business_day(date(2026, 9, 16), "ES")


def test_no_product_has_two_creditors() -> None:
    products = [product for creditor in creditors() for product in creditor.products]
    assert len(products) == len(set(products))


def test_a_country_without_an_office_is_said() -> None:
    with pytest.raises(ScenarioError, match="no creditor sells 'yachts' in MX"):
        creditor_for("yachts", load_country("MX"), "es")
