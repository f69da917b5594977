import re
from datetime import date, time
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.country import countries, format_date, format_money, is_business_day, load_country
from scenarios.creditor import creditor_for, creditors
from scenarios.draws import digits, stream
from scenarios.problem import ScenarioError
from scenarios.scenario import AccountSpec
from scenarios.values import Country

ALL = countries()
PRODUCTS = AccountSpec.model_fields["product"].annotation.__args__  # type: ignore[union-attr]


def test_every_country_that_a_scenario_may_name_has_a_pack() -> None:
    assert set(ALL) == set(get_args(Country))


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
        doubted = any(said in source for said in ("secondary", "general knowledge", "not read", "not confirmed"))
        if doubted or rule.severity == "house":
            assert not rule.verified, rule.id


@pytest.mark.parametrize("code", ALL)
def test_the_hours_of_contact_are_times_in_order_on_days_of_the_week(code: str) -> None:
    (numbers,) = (rule.numbers for rule in load_country(code).contact_rules if rule.id == "hours")
    hours = {edge: time.fromisoformat(str(said)) for edge, said in numbers.items() if edge.endswith(("from", "to"))}
    assert hours["from"] < hours["to"]
    assert hours.get("saturday_from", hours["from"]) < hours.get("saturday_to", hours["to"])
    assert 5 <= int(numbers.get("last_weekday", 7)) <= 7


@pytest.mark.parametrize("code", ALL)
def test_the_rules_of_a_pack_are_told_in_the_language_of_the_call(code: str) -> None:
    pack = load_country(code)
    for language in pack.languages:
        for told, rule in zip(pack.rules_in(language), pack.contact_rules, strict=True):
            assert (told.text, told.source) == (rule.text[language], rule.source[language])
            assert (told.as_of, told.verified, told.severity) == (rule.as_of, rule.verified, rule.severity)


def test_only_what_was_read_in_the_primary_text_is_verified() -> None:
    verified = {code: {r.id for r in load_country(code).contact_rules if r.verified} for code in ALL}
    assert {code for code, rules in verified.items() if rules} == {"GB", "US"}
    assert "hours" not in verified["GB"]


def test_the_reason_is_not_asked_in_colombia_and_may_be_asked_elsewhere() -> None:
    forbidding = {c for c in ALL if any(r.id == "no_asking_reason" for r in load_country(c).contact_rules)}
    assert forbidding == {"CO"}


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
        ("1200000", "CL", "$1.200.000"), ("1200.4", "CL", "$1.200"), ("4815.60", "ES", "4.815,60\u00a0€"),
        ("1250", "ES", "1.250\u00a0€"), ("154.30", "US", "$154.30"), ("999.995", "US", "$1,000"),
        ("1250000.5", "AR", "$1.250.000,50"), ("84500", "AR", "$84.500"), ("1200000", "CO", "$1.200.000"),
        ("1250.50", "PE", "S/\u00a01,250.50"), ("-95", "PE", "-S/\u00a095"), ("154.30", "GB", "£154.30"),
    ],
)  # fmt: skip
def test_money_is_written_as_people_there_write_it(amount: str, code: str, written: str) -> None:
    assert format_money(Decimal(amount), code) == written


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(ALL))
def test_a_written_amount_reads_back(amount: Decimal, code: str) -> None:
    style = load_country(code).money
    number = format_money(amount, code).replace(style.symbol, "").replace("\u00a0", "").replace(style.thousands, "")
    assert abs(Decimal(number.replace(style.decimal, ".")) - amount) <= Decimal(5).scaleb(-style.decimals - 1)


@pytest.mark.parametrize(
    ("language", "code", "plain", "with_weekday"),
    [
        ("es", "MX", "15 de diciembre", "martes 15 de diciembre"),
        ("es", "US", "15 de diciembre", "martes 15 de diciembre"),
        ("en", "US", "December 15", "Tuesday, December 15"),
        ("es", "AR", "15 de diciembre", "martes 15 de diciembre"),
        ("en", "GB", "15 December", "Tuesday 15 December"),
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


@pytest.mark.parametrize(
    ("code", "closed"),
    [
        ("AR", date(2026, 7, 9)), ("CO", date(2026, 7, 20)), ("CO", date(2026, 11, 16)), ("PE", date(2026, 7, 28)),
        ("PE", date(2026, 12, 9)), ("GB", date(2026, 4, 6)), ("GB", date(2026, 8, 31)), ("GB", date(2026, 12, 28)),
    ],
)  # fmt: skip
def test_holidays_are_those_of_the_country(code: str, closed: date) -> None:
    assert not is_business_day(closed, code)
    assert is_business_day(closed, "US")


BELONGS_TO_NOBODY = {
    "AR": r"\d{2,3} 0000-\d{4}",  # no subscriber's number begins with 0
    "CL": r"\+56 \d 0000 \d{4}",
    "CO": r"\(60[1-8]\) 000 \d{4}",  # neither does a fixed line's
    "ES": r"000 \d{3} \d{3}",
    "GB": r"0(20 7946|\d{3} 49[68]|29 2018) 0\d{3}|03069 990\d{3}",  # set aside by Ofcom for drama
    "MX": r"\d{2,3} 0000 ?\d{3,4}",
    "PE": r"\(0\d{1,2}\) 000-\d{4}",
    "US": r"\(\d{3}\) 555-01\d{2}",
}


@pytest.mark.parametrize("code", ALL)
def test_telephone_numbers_can_belong_to_nobody(code: str) -> None:
    pack, rng = load_country(code), stream("phones", code)
    numbers = [digits(pack.phone.replace("{area}", city.area), rng) for city in pack.cities]
    numbers += [creditor.offices[pack.code].phone for creditor in creditors()]
    for number in numbers:
        assert re.fullmatch(BELONGS_TO_NOBODY[code], number), number


@pytest.mark.parametrize("code", ALL)
def test_the_complaints_unit_is_the_offices_own_in_both_languages(code: str) -> None:
    for creditor in creditors():
        office = creditor.offices[load_country(code).code]
        for text in (office.complaints_unit["es"], office.complaints_unit["en"]):
            assert office.name in text
            assert office.phone[:-2] in text


def test_no_product_has_two_creditors() -> None:
    products = [product for creditor in creditors() for product in creditor.products]
    assert len(products) == len(set(products))


def test_a_country_without_an_office_is_said() -> None:
    with pytest.raises(ScenarioError, match="no creditor sells 'yachts' in MX"):
        creditor_for("yachts", load_country("MX"), "es")


@pytest.mark.parametrize("code", ALL)
def test_the_name_of_who_calls_gives_no_debt_away(code: str) -> None:
    telling = re.compile(r"collect|debt|cobran|cobro|deuda|moros", re.IGNORECASE)
    for creditor in creditors():
        office = creditor.offices[load_country(code).code]
        assert not telling.search(office.agency or office.name)
