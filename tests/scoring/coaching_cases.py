"""Model replies as a trainee would read them: every wording, in every country and address, with and without a case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from scenarios.case import Case
from scenarios.country import countries, load_country
from scenarios.generation import countries_of, generate_case
from scenarios.load import list_scenarios
from scoring.coaching.facts import facts_of, proposed_facts
from scoring.coaching.situations import BEFORE_KNOWING, TO_ANYBODY
from scoring.coaching.wordings import filled, fitting, situations, words_of
from scoring.moments import moments
from scoring.transcript import CallRecord, Transcript, Turn

ON = date(2026, 11, 23)
WITHOUT_A_CASE = {"es": ("AR", "CO", "PE"), "en": ("GB",)}
FORMAL = {
    "third_party", "opening", "not_yet_known", "unintroduced", "voicemail", "business_opening", "business_elsewhere",
}  # fmt: skip
"""Said before it is known who is there: usted, however the trainee speaks later."""


@dataclass(frozen=True)
class Reply:
    language: str
    country: str
    address: str
    situation: str
    group: str
    heard: str
    text: str
    facts: dict[str, str]
    case: Case | None

    def __str__(self) -> str:
        return f"{self.situation}/{self.group} {self.country} {self.address}: {self.heard!r} → {self.text!r}"


def call(language: str, country: str, case: Case | None, *said: tuple[str, str]) -> CallRecord:
    turns = tuple(Turn(number=n, who=who, text=text) for n, (who, text) in enumerate(said, 1))
    return CallRecord(language=language, country=country, on=ON, case=case, transcript=Transcript(turns=turns))


@lru_cache(maxsize=1)
def replies() -> tuple[Reply, ...]:
    """Every wording in every country and address, each after one of its debtor's lines, the scenarios by turns."""
    return tuple(
        reply for language, country, case, address in _calls() for reply in _in_call(language, country, case, address)
    )


def _calls() -> Iterator[tuple[str, str, Case | None, str]]:
    scenarios = list_scenarios()
    for number, country in enumerate(countries()):
        for language in load_country(country).languages:
            near = "vos" if country == "AR" else "tu"
            offered = [s for s in scenarios if country in countries_of(s) and language in s.languages]
            for turn, address in enumerate(("usted", near) if language == "es" else ("usted",)):
                if not offered:
                    continue
                scenario = offered[(number + turn) % len(offered)]
                yield language, country, generate_case(scenario, country, 7 + number, ON, language), address
    for language, codes in WITHOUT_A_CASE.items():
        for country in codes:
            yield language, country, None, "vos" if country == "AR" else "usted"


def _in_call(language: str, country: str, case: Case | None, address: str) -> Iterator[Reply]:
    record, words = call(language, country, case), words_of(language, country)
    for name, situation in situations(language).items():
        facts = facts_of(record, address, known=name not in BEFORE_KNOWING, alone=name not in TO_ANYBODY)
        if name in ("proposal", "business_closing"):
            facts |= _proposed(language, country, case)
        for group in situation.say:
            for number, wording in enumerate(fitting(situation, group, country, facts)):
                heard = situation.heard[number % len(situation.heard)]
                text = filled(wording, facts, words, address)
                yield Reply(language, country, address, name, group, heard, text, facts, case)


def _proposed(language: str, country: str, case: Case | None) -> dict[str, str]:
    said = {"es": "Puedo pagar 1500 el 30 de noviembre.", "en": "I can pay 150 on November 30."}[language]
    record = call(language, country, case, ("debtor", said), ("agent", "Ok."))
    return proposed_facts(moments(record)[0].before, record)
