from typing import get_args

import pytest

from scenarios.dials import Dial, turned
from scenarios.load import list_scenarios
from scenarios.scenario import Scenario


@pytest.mark.parametrize("scenario", list_scenarios(), ids=lambda s: s.id)
def test_a_harder_debtor_begins_angrier_and_trusts_less(scenario: Scenario) -> None:
    easier, written, harder = (turned(scenario, dial).debtor for dial in get_args(Dial))
    assert easier.anger <= written.anger <= harder.anger < 95
    assert easier.trust >= written.trust >= harder.trust
    assert easier.irritability <= written.irritability <= harder.irritability
    assert easier != written != harder


def test_difficulty_stays_on_its_scale(tiny: Scenario) -> None:
    hardest = tiny.model_copy(update={"difficulty": 5})
    assert turned(hardest, "harder").difficulty == 5
    assert turned(hardest, "easier").difficulty == 4


def test_as_written_changes_nothing(tiny: Scenario) -> None:
    assert turned(tiny, "as_written") is tiny
