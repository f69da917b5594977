"""A trainer at the browser: teaches the reader what a reply means, and publishes a rubric after seeing its effect."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from scenarios.values import Country, Language
from scoring.transcript import FollowUp
from simulator.improving import Improve
from simulator.kept import Profile, Role
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.state import Said
from simulator.store import Store
from tests.e2e.trainee import WAIT, Trainee

pytestmark = pytest.mark.browser
Sit = Callable[[str, int], Trainee]
ODD: dict[Language, str] = {"es": "Aflójele tantito al asunto", "en": "Lob something in the tin, yeah?"}
MEANS = {"es": "Pide un compromiso", "en": "Asks for a commitment"}
PLACES: dict[Language, Country] = {"es": "MX", "en": "US"}


def now() -> datetime:
    return datetime.now(UTC)


def person(store: Store, name: str, role: Role, language: Language) -> Profile:
    profiles = Profiles(store, now)
    made = profiles.create(name, role)
    profiles.save(profiles.actor(made.id), made.model_copy(update={"language": language}))
    return made


def trainer_with_a_call(store: Store, language: Language) -> str:
    """A trainer's id, after one assessed call in which somebody said an odd thing."""
    who = Profiles(store, now).actor(person(store, f"T {language}", "trainee", language).id)
    practice = Practice(store, now)
    view = practice.start(who, "job_loss", PLACES[language], language, seed=3, mode="assessed")
    practice.begin_talk(who, view.id)
    practice.say(who, view.id, Said(text=ODD[language]), "k1", 1)
    practice.end_talk(who, view.id)
    practice.finish(who, view.id, FollowUp(note="–"))
    return person(store, f"Coach {language}", "trainer", language).id


@pytest.mark.parametrize(("language", "width"), [("es", 390), ("en", 1280)])
def test_a_trainer_teaches_a_reply_and_publishes_a_rubric(
    sit_down: Sit, store: Store, language: Language, width: int
) -> None:
    coach = trainer_with_a_call(store, language)
    groups = Improve(store, now).queue(Profiles(store, now).actor(coach)).groups
    key = next(group.key for group in groups if group.text == ODD[language])
    trainer = sit_down(language, width)
    trainer.be(coach)
    trainer.open("/improve")
    trainer.finds(f".st-key-odd_{key} a")
    trainer.settled()
    trainer.page.locator(f".st-key-odd_{key} a").click()
    box = trainer.page.locator(f".st-key-act_{key} input")
    box.fill(MEANS[language])
    box.press("Enter")
    trainer.sees(f"→ {MEANS[language]}")
    assert trainer.page.url.endswith(f"?reply={key}"), "the address says where one is"
    assert not trainer.overflows()
    trainer.click("teach")
    expect(trainer.page.locator(f".st-key-odd_{key}")).to_have_count(0, timeout=WAIT)
    trainer.open("/rubrics?rubric=default")
    trainer.click("rubric_copy")
    weights = [("calm", "40"), ("empathy", "10")]
    for criterion, weight in weights:
        field = trainer.page.locator(f".st-key-rubric_0_weight_{criterion} input")
        field.fill(weight)
        field.press("Enter")
    trainer.sees("40 + 10 + 25 + 25 = 100")
    trainer.page.get_by_role("tab").nth(2).click()
    trainer.finds("[role=tabpanel] .lead")
    assert not trainer.overflows()
    trainer.click("rubric_publish")
    trainer.finds(".st-key-rubric_withdraw")
    assert trainer.complaints == []
    assert trainer.abroad == []
