"""What a card tells before the call is what the file shows, never what the debtor wants or can."""

import pytest

from scenarios.load import list_scenarios
from simulator.app_pages.outward import seen_before
from simulator.catalogue import card
from simulator.i18n import translator
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown

SECRETS = ("puede pagar y no quiere", "quiere pagar y no puede", "quiere pagar y puede", "ni puede ni quiere")


@pytest.mark.parametrize("scenario", list_scenarios(), ids=lambda s: s.id)
def test_two_scenarios_with_the_same_file_look_the_same_whatever_the_debtor_hides(scenario: object) -> None:
    _ = translator("es")
    shows = card(scenario, "es")  # type: ignore[arg-type]
    hidden = {"archetype": "another"}
    assert seen_before(_, shows) == seen_before(_, shows.model_copy(update=hidden))
    assert all(seen_before(_, shows))


def test_neither_the_shelf_nor_the_case_tells_the_secret(visit: Visit) -> None:
    tab = played.newcomer(visit)
    tab.button(key="shelf_all").click().run()
    page = shown(tab)
    assert "siempre paga tarde" in page
    assert not any(secret in page for secret in SECRETS)
    there = shown(visit(played.person_of(tab), "practise", scenario="bereaved"))
    assert "antes pagaba a tiempo" in there
    assert not any(secret in there for secret in SECRETS)
