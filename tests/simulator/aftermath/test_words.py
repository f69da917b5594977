"""The sentences: complete in both languages and every country, with no gap left open."""

import re
from pathlib import Path
from typing import get_args

import pytest

from scenarios.country import countries, load_country
from scenarios.disposition import AGREEMENTS, Disposition
from scenarios.generation import generate_case
from scenarios.text import placeholders
from scenarios.values import Language
from simulator.aftermath import aftermath
from simulator.aftermath.assumptions import as_markdown, assumptions
from simulator.aftermath.outcome import Kept, Kind
from simulator.aftermath.sentences import bank, who
from tests.simulator.aftermath.calls import fitting, shares, told
from tests.simulator.engine import ON, case, job_loss, state

DOCUMENT = Path(__file__).parents[3] / "docs" / "aftermath.md"
LANGUAGES = get_args(Language)
PLACES = [(code, language) for code in countries() for language in load_country(code).languages]


def test_both_languages_tell_the_same_things() -> None:
    assert bank("es").lines.keys() == bank("en").lines.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_to_begin_and_every_fate_has_its_sentence(language: Language) -> None:
    lines = bank(language).lines
    assert {f"began_{kind}" for kind in get_args(Kind)} - {"began_none"} <= lines.keys()
    assert {f"ended_{ended}" for ended in Disposition if ended not in AGREEMENTS} <= lines.keys()
    weights = {"kept": ("easy", "tight", "over", "plainly", "run"), "late": ("easy", "tight"),
               "part": ("easy", "tight", "over"), "broken": ("easy", "slip", "tight", "over", "run")}  # fmt: skip
    assert weights.keys() == set(get_args(Kept))
    assert {f"{fate}_{weight}" for fate, some in weights.items() for weight in some} <= lines.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_says_the_same_thing_its_own_way(language: Language) -> None:
    given = bank(language)
    for country, own in given.countries.items():
        for key, lines in own.items():
            known = {name for line in given.lines[key] for name in placeholders(line)}
            for line in lines:
                assert placeholders(line) <= known, (country, key)
                assert line not in given.lines[key], (country, key)


@pytest.mark.parametrize(("country", "language"), PLACES)
def test_every_story_is_told_without_a_gap(country: str, language: str) -> None:
    anywhere = job_loss().model_copy(update={"countries": countries()})
    for seed in range(2):
        of = generate_case(anywhere, country, seed, ON, language)
        for agreed in (None, fitting(of), shares(of, "0.3"), shares(of, "9")):
            for ended in Disposition:
                story = aftermath(job_loss(), of, state(agreement=agreed, disposition=ended, acts={"insult": 1}))
                assert not re.search(r"[{}]|\bNone\b|\.\.| de el | a el ", told(story)), told(story)


def test_a_person_is_spoken_of_as_in_the_country() -> None:
    spanish = {who(case(seed, country, "es")) for country in ("MX", "CL", "ES") for seed in range(6)}
    assert all(name.startswith(("el señor ", "la señora ", "don ")) for name in spanish), spanish
    assert all(re.match(r"M[rs]s?\.? ", who(case(seed, "US", "en"))) for seed in range(6))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_documentation_prints_every_assumption_as_it_is(language: Language) -> None:
    assert as_markdown(language) in DOCUMENT.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_assumptions_say_that_they_forecast_nobody(language: Language) -> None:
    assert {"es": "personas reales", "en": "real people"}[language] in assumptions().disclaimer[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_assumption_shows_its_number(language: Language) -> None:
    for group in assumptions().groups:
        for one in group.numbers:
            assert "{n}" in one.es and "{n}" in one.en, one.id
            assert re.search(r"\d", one.sentence(language)), one.id


def test_why_a_payment_was_missed_depends_on_means_and_on_will() -> None:
    def reasons(parts: tuple[str, ...], commitment: int) -> str:
        ends = [state(agreement=shares(case(seed), *parts), commitment=commitment, trust=20) for seed in range(24)]
        return "\n".join(told(aftermath(job_loss(), case(seed), end)) for seed, end in enumerate(ends))

    small, large = ("0.02", "0.02"), ("3", "3")
    assert "Le faltó convencerse" in reasons(small, 20)
    assert "Le faltó convencerse" not in reasons(small, 80)
    assert "Algo se le atravesó" in reasons(small, 80)
    assert "No podía" in reasons(large, 80)
    assert "No podía" not in reasons(small, 20)
