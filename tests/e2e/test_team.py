"""The manager's desk in a browser: from who needs help to the line of the call, a note shared, the month to print."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from simulator.accounts import Actor
from simulator.store import Store
from tests.e2e.test_accessibility import broken
from tests.e2e.trainee import Trainee
from tests.simulator.team_floor import populated

pytestmark = pytest.mark.browser
Team = tuple[Actor, tuple[Actor, ...]]


@pytest.fixture(scope="module")
def team(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Team:
    """A manager, and the trainees whom she leads, with some weeks of calls."""
    _, marta, _, people = populated(store, str(tmp_path_factory.mktemp("calls")), datetime.now(UTC))
    return marta, people


def seat(sit_down: Callable[..., Trainee], who: Actor, language: str, width: int) -> Trainee:
    one = sit_down(language, width)
    one.be(who.id)
    return one


def test_from_who_needs_help_to_the_line_of_the_call_on_a_telephone(
    sit_down: Callable[..., Trainee], team: Team
) -> None:
    marta = seat(sit_down, team[0], "es", 390)
    marta.open("/team")
    marta.sees("A quién ayudar esta semana")
    marta.finds(".need")
    assert "Carla Díaz" in marta.page.locator(".need").first.inner_text()
    assert not marta.overflows()
    assert broken(marta, "team") == []
    marta.page.locator(".need a").first.click()
    marta.sees("Lo que se repite")
    assert not marta.overflows()
    assert broken(marta, "one trainee") == []
    quoted = marta.page.locator(".recurs a", has_text="línea").first
    number = quoted.inner_text().rsplit(maxsplit=1)[-1]
    quoted.click()
    marta.finds(f"#line-{number}.marked")
    marta.open("/compliance")
    marta.sees("sin lugar a dudas")
    assert not marta.overflows()
    assert broken(marta, "breaches") == []
    assert marta.complaints == marta.abroad == []


def test_a_note_reaches_the_trainee_and_the_month_can_be_printed(sit_down: Callable[..., Trainee], team: Team) -> None:
    marta = seat(sit_down, team[0], "en", 1280)
    marta.open("/")
    marta.page.locator(".st-key-switch_language button").first.click()
    marta.sees("Waiting for you")
    marta.open(f"/team?trainee={team[1][0].id}")
    marta.sees("Coaching notes")
    marta.page.locator(".st-key-note_new textarea").fill("You close early. Sum up first.")
    marta.page.locator(".st-key-note_shared label").click()
    marta.click("note_go")
    marta.sees("shared with the trainee")
    marta.open("/report")
    marta.sees("What to do")
    with marta.page.expect_download() as waited:
        marta.click("report_file")
    file = waited.value.path().read_text("utf-8")
    assert "What these figures rest on" in file
    assert marta.complaints == marta.abroad == []
    ana = seat(sit_down, team[1][0], "es", 390)
    ana.open("/progress")
    ana.sees("You close early. Sum up first.")
