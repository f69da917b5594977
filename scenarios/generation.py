"""Scenario + country + seed → ``Case``. Everything is drawn once, from streams that depend on these alone."""

from datetime import date, timedelta
from decimal import Decimal
from typing import NoReturn

from scenarios.case import Account, Case, Person
from scenarios.country import CountryPack, countries, format_date, format_money, load_country
from scenarios.creditor import creditor_for
from scenarios.draws import Drawing, stream, to_step
from scenarios.ledger import draw_account
from scenarios.means import draw_budget
from scenarios.persona import draw_company, draw_gender, draw_name, draw_person, employer_name
from scenarios.problem import Problem, ScenarioError
from scenarios.scenario import Scenario
from scenarios.text import render
from scenarios.values import Country, Language, localized


def generate_case(scenario: Scenario, country: str, seed: int, on: date, language: str | None = None) -> Case:
    """The case of a scenario in a country on a day; equal arguments give an equal case.

    Without a ``language`` the country's usual one that the scenario offers. Raises ``ScenarioError``, with the
    choices there are, for a country or a language that the scenario or the country does not offer.
    """
    pack = _pack(scenario, country)
    spoken = _language(scenario, pack, language)

    def drawing(purpose: str) -> Drawing:
        return Drawing(pack, spoken, on, stream(seed, scenario.id, country, purpose))

    debtor = draw_person(drawing("person"), scenario.debtor)
    account = draw_account(drawing("account"), scenario.account)
    business = scenario.market == "business"
    case = Case(
        scenario=scenario.id,
        scenario_version=scenario.version,
        country=pack.code,
        language=spoken,
        seed=seed,
        on=on,
        market=scenario.market,
        channel=scenario.channel,
        debtor=debtor,
        company=draw_company(drawing("company"), debtor, scenario.debtor.role) if business else None,
        creditor=creditor_for(scenario.account.product, pack, spoken, scenario.creditor),
        account=account,
        policy=scenario.policy,
        budget=draw_budget(drawing("budget"), scenario.budget),
        contact_rules=pack.rules_in(spoken),
        facts=_drawn_facts(drawing("facts"), debtor, account),
    )
    approved = localized(scenario.templates, spoken, pack.code) or ()
    return case.model_copy(update={"templates": tuple(render(line, case, {}) for line in approved)})


def languages_in(scenario: Scenario, country: str) -> tuple[Language, ...]:
    """The languages a call of this scenario can have in a country, the usual one first."""
    return tuple(language for language in load_country(country).languages if language in scenario.languages)


def countries_of(scenario: Scenario) -> tuple[Country, ...]:
    """The scenario's countries in which a call can be played: those with a pack and a common language."""
    packs = countries()
    return tuple(code for code in scenario.countries if code in packs and languages_in(scenario, code))


def _pack(scenario: Scenario, country: str) -> CountryPack:
    if country not in scenario.countries:
        _refuse(scenario, "countries", f"'{country}' is not offered", f"Choose one of: {', '.join(scenario.countries)}")
    return load_country(country)


def _language(scenario: Scenario, pack: CountryPack, language: str | None) -> Language:
    offered = languages_in(scenario, pack.code)
    if not offered:
        message = f"the scenario has no text in a language of {pack.code} ({', '.join(pack.languages)})"
        _refuse(scenario, "title", message, "Choose another country")
    if language is None:
        return offered[0]
    if language not in offered:
        _refuse(scenario, "language", f"'{language}' is not offered in {pack.code}", f"Choose: {', '.join(offered)}")
    return next(known for known in offered if known == language)


def _refuse(scenario: Scenario, field: str, message: str, remedy: str) -> NoReturn:
    raise ScenarioError([Problem(f"{scenario.id}.yaml", 1, field, message, remedy)])


def _drawn_facts(drawing: Drawing, debtor: Person, account: Account) -> dict[str, str]:
    """Values beside the person's own that lines may name; their meanings stand in ``scenarios.text.DRAWN``."""
    pack, rng = drawing.pack, drawing.rng
    others = [city.name for city in pack.cities if city.name != debtor.city] or [debtor.city]
    share = Decimal(str(rng.uniform(0.4, 1.0)))
    payment = max(to_step(account.instalment * share, pack.money.round_to / 10), pack.money.billed_to)
    day = drawing.on - timedelta(days=rng.randint(14, 35))
    return {
        "employer": employer_name(drawing, debtor),
        "relative": draw_name(drawing, gender := draw_gender(rng))[0],
        "relative_gender": gender,
        "other_city": rng.choice(others),
        "earlier_payment": format_money(payment, pack.code),
        "earlier_payment_date": format_date(day, drawing.language, pack.code),
    }
