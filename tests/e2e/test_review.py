"""A reviewer at the browser: what waits, a contest answered beside its evidence, and the trainee who reads it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from simulator.accounts import Actor
from simulator.contesting import About
from simulator.kept import Role
from simulator.practice import Practice
from simulator.store import Store
from simulator.view import AttemptView
from tests.e2e.trainee import WAIT, Trainee
from tests.simulator.branches import NOTE, NOW, Clock, said, somebody

pytestmark = pytest.mark.browser
EARLY = {
    "es": "Su deuda es de $4,500 y está vencida desde hace 40 días.",
    "en": "Your debt is $4,500 and it has been overdue for 40 days.",
}
WORDS = {
    "es": ("Tiene razón: fue sereno.", "Una persona le contestó", "Contestado: tenía usted razón", "Sí"),
    "en": ("You are right: it was calm.", "A person answered you", "Answered: you were right", "Yes"),
}


def speaking(store: Store, name: str, language: str, role: Role = "trainee") -> Actor:
    one = somebody(store, name, role)
    profile = store.profiles.get(one.id)
    assert profile is not None
    store.profiles.save(profile.model_copy(update={"language": language}))
    return one


def call_of(store: Store, language: str) -> tuple[Actor, Actor, AttemptView]:
    """A trainer, and a trainee with an assessed call that they contest."""
    eva, ana = speaking(store, f"Eva {language}", language, "trainer"), speaking(store, f"Ana {language}", language)
    practice = Practice(store, Clock())
    country = {"es": "MX", "en": "US"}[language]
    view = practice.start(ana, "job_loss", country, language, seed=7, on=NOW.date(), mode="assessed")  # type: ignore[arg-type]
    view = said(practice, ana, practice.begin_talk(ana, view.id), (EARLY[language],))
    practice.end_talk(ana, view.id)
    view = practice.finish(ana, view.id, NOTE)
    practice.contests.contest(ana, view.id, About(kind="criterion", about="calm"), "No grité / I did not shout", 3)
    return eva, ana, view


@pytest.mark.parametrize(("language", "width"), [("es", 390), ("en", 1280)])
def test_a_contest_is_answered_and_read(
    sit_down: Callable[..., Trainee], store: Store, language: str, width: int
) -> None:
    eva, ana, view = call_of(store, language)
    words, answered, right, yes = WORDS[language]
    assert view.scorecard is not None
    machine = view.scorecard.judgement("calm").level or 0
    reviewer = sit_down(language, width)
    reviewer.be(eva.id)
    reviewer.open("/scorecards")
    reviewer.page.get_by_role("link", name=f"Ana {language}").first.click()
    reviewer.sees(EARLY[language])
    assert not reviewer.overflows()
    for choice, text in (("upheld", yes), ("level", str((machine + 1) % 5))):
        group = reviewer.page.locator(f".st-key-{choice}_criterion_calm [data-testid=stRadioOption]")
        group.filter(has_text=text).click()
        expect(group.filter(has_text=text).locator("input")).to_be_checked(timeout=WAIT)
    reviewer.page.locator(".st-key-reason_criterion_calm textarea").fill(words)
    reviewer.click("keep_criterion_calm")
    reviewer.finds(".st-key-criterion_calm .reviewed")
    assert reviewer.complaints == []
    assert reviewer.abroad == []
    trainee = sit_down(language, width)
    trainee.be(ana.id)
    trainee.open()
    trainee.sees(answered)
    trainee.click(f"read_answer_{view.id}")
    trainee.finds(".st-key-fold_skills")
    trainee.page.locator(".st-key-fold_skills summary").first.click()
    expect(trainee.page.locator(".st-key-criterion_calm .pending")).to_contain_text(right)
    trainee.sees(words)
    assert not trainee.overflows()
    assert trainee.complaints == []


DECIDED = {
    "es": (
        "No hubo falta",
        "Preguntó antes.",
        "De acuerdo con el nivel",
        "como el programa",
        "Segunda revisión",
    ),
    "en": ("No breach", "They had asked.", "Agree with level", "as the program gave", "Second review"),
}


@pytest.mark.parametrize(("language", "width"), [("es", 390), ("en", 1280)])
def test_a_breach_is_decided_a_level_agreed_and_another_given_twice_and_the_files_are_taken(
    sit_down: Callable[..., Trainee], store: Store, language: str, width: int
) -> None:
    eva, _, view = call_of(store, language)
    other = speaking(store, f"Teo {language}", language, "trainer")
    no_breach, reason, agree, as_given, second = DECIDED[language]
    assert view.scorecard is not None
    gate, machine = view.scorecard.gates[0].id, view.scorecard.judgement("empathy").level or 0
    reviewer = sit_down(language, width)
    reviewer.be(eva.id)
    reviewer.open(f"/scorecards?attempt={view.id}")
    reviewer.sees(EARLY[language])
    choose(reviewer, f"breach_gate_{gate}", no_breach)
    reviewer.page.locator(f".st-key-reason_gate_{gate} textarea").fill(reason)
    reviewer.click(f"keep_gate_{gate}")
    reviewer.finds(f".st-key-gate_{gate} .reviewed")
    expect(reviewer.page.locator(".st-key-agree_criterion_empathy button")).to_have_text(f"{agree} {machine}")
    reviewer.click("agree_criterion_empathy")
    expect(reviewer.page.locator(".st-key-criterion_empathy .reviewed")).to_contain_text(as_given, timeout=WAIT)
    with reviewer.page.expect_download() as paper:
        reviewer.click("paper")
    assert paper.value.path().read_bytes()[:5] == b"%PDF-"
    assert not reviewer.overflows()
    assert reviewer.complaints == reviewer.abroad == []
    reviewer.be(other.id)
    reviewer.open(f"/scorecards?attempt={view.id}")
    reviewer.sees(EARLY[language])
    choose(reviewer, "other_criterion_empathy", str((machine + 1) % 5))
    reviewer.page.locator(".st-key-reason_criterion_empathy textarea").fill(reason)
    expect(reviewer.page.locator(".st-key-keep_criterion_empathy button")).to_have_text(second)
    reviewer.click("keep_criterion_empathy")
    expect(reviewer.page.locator(".st-key-criterion_empathy .reviewed")).to_contain_text(
        f"Teo {language}", timeout=WAIT
    )
    reviewer.close()


def choose(reviewer: Trainee, key: str, text: str) -> None:
    """Choose what is called so, and see that it stands."""
    option = reviewer.page.locator(f".st-key-{key} [data-testid=stRadioOption]").filter(has_text=text)
    option.first.click()
    expect(option.first.locator("input")).to_be_checked(timeout=WAIT)
