import pytest

from scenarios.load import load_scenario
from simulator.turn import another_may_speak


@pytest.mark.parametrize(
    ("scenario", "another"),
    [("debt_adviser", True), ("spouse_answers", True), ("wrong_person", True), ("bereaved", True),
     ("job_loss", False), ("payables_gatekeeper", False)],
)  # fmt: skip
def test_where_another_may_pick_up_nobody_is_called_by_the_debtors_name(scenario: str, another: bool) -> None:
    assert another_may_speak(load_scenario(scenario)) is another
