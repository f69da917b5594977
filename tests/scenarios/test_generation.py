import os
import subprocess
import sys
import threading
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.case import Case, Gender
from scenarios.country import countries, is_business_day, load_country
from scenarios.draws import in_form
from scenarios.generation import countries_of, generate_case, languages_in
from scenarios.ledger import add_months
from scenarios.means import PAYDAYS, next_paydays
from scenarios.names import load_names
from scenarios.problem import ScenarioError
from scenarios.scenario import Scenario
from scenarios.text import polite_name

ON = date(2026, 11, 23)
TINY = Path(__file__).parent / "data" / "tiny.yaml"
SEEDS = st.integers(0, 2**31)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
CALLS = st.sampled_from([(code, language) for code in countries() for language in load_country(code).languages])
GENDERS: tuple[Gender, ...] = ("female", "male")
PATTERNS = ("good_then_stopped", "always_late", "erratic", "never_paid", "good_one_open")
PRODUCTS = ("personal_loan", "credit_card", "store_credit", "telecom", "utility", "supplier_invoice")
KINDS = st.tuples(st.sampled_from(PRODUCTS), st.sampled_from(PATTERNS))


@pytest.fixture(scope="module")
def tiny(tiny: Scenario) -> Scenario:
    """The tiny scenario, offered in every country that has a pack."""
    return tiny.model_copy(update={"countries": countries()})


def with_account(scenario: Scenario, product: str, pattern: str, days: tuple[int, int] = (0, 400)) -> Scenario:
    history = scenario.account.history.model_copy(update={"pattern": pattern})
    account = scenario.account.model_copy(update={"product": product, "history": history, "days_past_due": days})
    return scenario.model_copy(update={"account": account})


@given(SEEDS, CALLS, DAYS)
@settings(max_examples=60)
def test_equal_inputs_give_an_equal_case(tiny: Scenario, seed: int, call: tuple[str, str], on: date) -> None:
    case = generate_case(tiny, call[0], seed, on, call[1])
    assert generate_case(tiny, call[0], seed, on, call[1]) == case
    assert Case.model_validate_json(case.model_dump_json()) == case


@given(SEEDS, CALLS, DAYS)
@settings(max_examples=60)
def test_the_person_is_of_one_piece(tiny: Scenario, seed: int, call: tuple[str, str], on: date) -> None:
    country, language = call
    case = generate_case(tiny, country, seed, on, language)
    person, pack = case.debtor, load_country(country)
    born = person.birth_date
    assert person.age == on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    assert tiny.debtor.age[0] <= person.age <= tiny.debtor.age[1]
    assert person.title == pack.title(person.gender, case.language)
    assert person.full_name == f"{person.first_name} {person.last_name}"
    assert person.city in {city.name for city in pack.cities}
    assert person.city in person.address
    assert person.email.isascii() and person.email.split("@")[1].startswith("example.")
    assert "{" not in person.occupation + person.address + person.phone + "".join(case.facts.values())
    assert case.facts["other_city"] != person.city
    assert case.account.contract_date > born


@given(SEEDS, CALLS, DAYS, KINDS)
@settings(max_examples=120)
def test_the_account_adds_up(tiny: Scenario, seed: int, call: tuple[str, str], on: date, kind: tuple[str, str]) -> None:
    scenario = with_account(tiny, *kind)
    case = generate_case(scenario, call[0], seed, on, call[1])
    account, wage = case.account, load_country(call[0]).minimum_wage.value
    unpaid = [line for line in account.history if line.paid < line.amount]
    assert account.balance == sum((line.amount - line.paid for line in account.history), account.late_fees)
    assert 0 <= account.late_fees < account.balance
    assert Decimal("0.98") * wage <= account.balance <= Decimal("3.02") * wage
    assert 0 < account.instalment <= account.balance + account.instalment * Decimal("0.6")
    assert account.due_date == unpaid[0].due == on - timedelta(days=account.days_past_due)
    dues = [line.due for line in account.history]
    assert dues == sorted(set(dues))
    assert dues[-1] <= on and account.contract_date < dues[0]
    assert all(line.paid_on and line.paid_on < on for line in account.history if line.paid)
    assert account.original_amount > 0


@given(SEEDS, DAYS)
@settings(max_examples=40)
def test_amounts_are_rounded_as_they_are_billed_there(tiny: Scenario, seed: int, on: date) -> None:
    for country in countries():
        step = load_country(country).money.billed_to
        account = generate_case(tiny, country, seed, on).account
        assert all(a % step == 0 for a in (account.balance, account.late_fees, account.instalment))


@given(SEEDS)
@settings(max_examples=30)
def test_the_pattern_can_be_read_from_the_history(tiny: Scenario, seed: int) -> None:
    def lines(pattern: str) -> list[tuple[bool, int]]:
        case = generate_case(with_account(tiny, "personal_loan", pattern, (35, 75)), "MX", seed, ON)
        return [(h.paid == h.amount, (h.paid_on - h.due).days if h.paid_on else 0) for h in case.account.history]

    good = lines("good_then_stopped")
    assert [paid for paid, _ in good] == sorted((paid for paid, _ in good), reverse=True)
    assert all(late <= 0 for paid, late in good if paid)
    assert all(late >= 5 for paid, late in lines("always_late") if paid)
    assert not any(paid for paid, _ in lines("never_paid"))
    assert [paid for paid, _ in lines("good_one_open")].count(False) == 1


@given(SEEDS, CALLS, DAYS)
@settings(max_examples=60)
def test_the_budget_is_drawn_from_the_minimum_wage(tiny: Scenario, seed: int, call: tuple[str, str], on: date) -> None:
    budget, pack = generate_case(tiny, call[0], seed, on, call[1]).budget, load_country(call[0])
    wage, half_step = pack.minimum_wage.value, pack.money.round_to / 20
    assert wage * Decimal("0.8") - half_step <= budget.income <= wage * Decimal("1.4") + half_step
    assert 0 <= budget.disposable <= budget.income
    assert len(budget.paydays) == PAYDAYS
    assert all(on < a < b for a, b in zip(budget.paydays, budget.paydays[1:], strict=False))


@given(st.sampled_from(["quincena", "month_end", "monthly", "fortnight", "weekly"]), st.sampled_from(countries()), DAYS)
@settings(max_examples=60)
def test_paydays_fall_on_business_days(rhythm: str, country: str, on: date) -> None:
    assert all(is_business_day(day, country) for day in next_paydays(rhythm, country, on))


def test_the_quincena_is_the_15th_and_the_last_day_or_the_business_day_before() -> None:
    days = next_paydays("quincena", "MX", date(2026, 11, 23))
    assert days[:4] == (date(2026, 11, 30), date(2026, 12, 15), date(2026, 12, 31), date(2027, 1, 15))
    assert next_paydays("quincena", "MX", date(2026, 8, 1))[0] == date(2026, 8, 14)


def test_a_month_later_stays_within_the_month() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2026, 1, 31), -2) == date(2025, 11, 30)


def test_seeds_give_different_people(tiny: Scenario) -> None:
    names = {generate_case(tiny, "MX", seed, ON).debtor.full_name for seed in range(30)}
    assert len(names) > 25


@pytest.mark.parametrize("country", countries())
def test_two_hundred_seeds_give_cases_that_hold_and_stay_the_same(tiny: Scenario, country: str) -> None:
    pack = load_country(country)
    cases = [generate_case(tiny, country, seed, ON) for seed in range(200)]
    assert cases[::20] == [generate_case(tiny, country, seed, ON) for seed in range(0, 200, 20)]
    assert len({case.debtor.full_name for case in cases}) > 150
    assert {case.debtor.city for case in cases} == {city.name for city in pack.cities}
    areas = {city.name: city.area for city in pack.cities}
    for case in cases:
        assert tiny.debtor.age[0] <= case.debtor.age <= tiny.debtor.age[1]
        assert areas[case.debtor.city] in case.debtor.phone or "{area}" not in pack.phone
        assert case.account.currency == pack.money.currency
        assert polite_name(case).startswith(pack.title(case.debtor.gender, case.language))


def test_both_genders_are_drawn_unless_the_scenario_says_one(tiny: Scenario) -> None:
    assert {generate_case(tiny, "MX", seed, ON).debtor.gender for seed in range(20)} == {"female", "male"}
    women = tiny.model_copy(update={"debtor": tiny.debtor.model_copy(update={"gender": "female"})})
    assert {generate_case(women, "MX", seed, ON).debtor.gender for seed in range(20)} == {"female"}


def test_what_a_scenarios_debtor_lives_on_stands_in_the_case_and_moves_nothing_else(tiny: Scenario) -> None:
    own = tiny.debtor.model_copy(update={"occupation": {"es": "dueñ{debtor:o|a} de un puesto"}, "gender": "female"})
    drawn = tiny.model_copy(update={"debtor": own.model_copy(update={"occupation": {}})})
    case, other = (generate_case(s, "MX", 7, ON) for s in (tiny.model_copy(update={"debtor": own}), drawn))
    assert case.debtor.occupation == "dueña de un puesto"
    assert case.debtor.model_copy(update={"occupation": other.debtor.occupation}) == other.debtor


def test_whoever_works_in_a_trade_works_where_that_trade_is_done(tiny: Scenario) -> None:
    for country in countries():
        language = languages_in(tiny, country)[0]
        known = load_country(country).occupations[language]
        places = {in_form(each.does, gender): each.at for each in known for gender in GENDERS}
        for seed in range(12):
            case = generate_case(tiny, country, seed, ON, language)
            before, after = places[case.debtor.occupation].split("{name}")
            employer = case.facts["employer"]
            assert employer.startswith(before) and employer.endswith(after) and len(employer) > len(before + after)


def test_who_came_from_elsewhere_bears_a_name_from_there_and_moves_nothing_else(tiny: Scenario) -> None:
    abroad = tiny.debtor.model_copy(update={"names": {"es": "haitian"}})
    case, other = (generate_case(s, "MX", 7, ON) for s in (tiny.model_copy(update={"debtor": abroad}), tiny))
    names = load_names("haitian")
    assert names is not None and case.debtor.first_name in names.female + names.male
    assert set(case.debtor.last_name.split()) <= set(names.last)
    assert (case.account, case.budget, case.facts) == (other.account, other.budget, other.facts)


def test_surnames_are_as_many_as_the_country_has(tiny: Scenario) -> None:
    for country in countries():
        surnames = {len(generate_case(tiny, country, seed, ON).debtor.last_name.split()) for seed in range(20)}
        assert load_country(country).surnames in surnames
    two = {country for country in countries() if load_country(country).surnames == 2}
    assert two == {"MX", "CL", "CO", "PE", "ES"}


def test_a_business_case_has_a_company_and_the_person_is_its_contact(tiny: Scenario) -> None:
    business = with_account(
        tiny.model_copy(update={"market": "business"}), "supplier_invoice", "good_one_open", (20, 60)
    )
    for country in countries():
        case = generate_case(business, country, 4, ON)
        assert case.company and case.company.name and case.company.payment_run and case.company.contact_role
        assert "{" not in case.company.name + case.company.contact_role
    assert generate_case(tiny, "MX", 4, ON).company is None


def test_the_language_follows_the_country_unless_it_is_given(tiny: Scenario) -> None:
    assert generate_case(tiny, "MX", 1, ON).language == "es"
    assert generate_case(tiny, "US", 1, ON).language == "en"
    assert generate_case(tiny, "US", 1, ON, "es").account.product_name == "préstamo personal"
    assert languages_in(tiny, "US") == ("en", "es")


def test_only_countries_with_a_pack_and_a_common_language_are_offered(tiny: Scenario) -> None:
    assert countries_of(tiny) == countries()
    english = tiny.model_copy(update={"title": {"en": "Lost the job"}})
    assert countries_of(english) == ("GB", "US")
    spanish = tiny.model_copy(update={"title": {"es": "Perdió el empleo"}})
    assert "GB" not in countries_of(spanish)


def test_a_scenario_in_one_language_plays_in_it(tiny: Scenario) -> None:
    spanish = tiny.model_copy(update={"title": {"es": "Perdió el empleo"}})
    assert generate_case(spanish, "US", 1, ON).language == "es"
    english = tiny.model_copy(update={"title": {"en": "Lost the job"}})
    with pytest.raises(ScenarioError, match="no text in a language of MX"):
        generate_case(english, "MX", 1, ON)


@pytest.mark.parametrize(
    ("country", "language", "said"),
    [
        ("PE", None, "Choose one of: MX, US"),
        ("MX", "en", "Choose: es"),
        ("US", "fr", "Choose: en, es"),
    ],
)
def test_what_is_not_offered_is_answered_with_the_choices(
    tiny: Scenario, country: str, language: str | None, said: str
) -> None:
    two = tiny.model_copy(update={"countries": ("MX", "US")})
    with pytest.raises(ScenarioError, match=said):
        generate_case(two, country, 1, ON, language)


def test_threads_do_not_disturb_each_other(tiny: Scenario) -> None:
    expected = {seed: generate_case(tiny, "MX", seed, ON) for seed in range(12)}
    found: dict[int, Case] = {}

    def draw(seeds: range) -> None:
        found.update({seed: generate_case(tiny, "MX", seed, ON) for seed in seeds})

    threads = [threading.Thread(target=draw, args=(range(start, 12, 4),)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == expected


def test_another_process_draws_the_same(tiny: Scenario) -> None:
    code = (
        "from datetime import date; from scenarios.generation import generate_case;"
        "from scenarios.load import load_scenario;"
        f"tiny = load_scenario({str(TINY)!r}).model_copy(update={{'countries': ('MX', 'PE')}});"
        "print(*(generate_case(tiny, code, 7, date(2026, 11, 23)).debtor.email for code in ('MX', 'PE')))"
    )
    out = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "77"},
    )
    assert out.stdout.split() == [generate_case(tiny, code, 7, ON).debtor.email for code in ("MX", "PE")]
