import pytest

from scenarios.load import list_scenarios, parse_scenario, path_of
from scenarios.playthrough import Playthrough
from scenarios.scenario import Scenario
from scenarios.source import read_nodes
from simulator.playthrough import failures, played_through
from simulator.recording import as_yaml, recorded

PLAYS = [(s, p) for s in list_scenarios() for p in s.playthroughs][:6]


@pytest.mark.parametrize(("scenario", "playthrough"), PLAYS, ids=lambda v: getattr(v, "id", None) or v.name)
def test_a_recorded_call_plays_again_as_recorded(scenario: Scenario, playthrough: Playthrough) -> None:
    text = "playthroughs:\n" + as_yaml(recorded(played_through(scenario, playthrough), "again"))
    (entry,) = read_nodes(text, "recorded").plain()["playthroughs"]
    again = Playthrough.model_validate(entry)
    assert [t.say or t.event for t in again.turns] == [t.say or t.event for t in playthrough.turns]
    assert any(t.expect.acts for t in again.turns)
    assert failures(scenario, again) == ()


def test_what_is_printed_can_be_pasted_at_the_end_of_the_file() -> None:
    scenario = next(s for s in list_scenarios() if s.id == "job_loss")
    entry = as_yaml(recorded(played_through(scenario, scenario.playthroughs[0]), "pasted"))
    whole = path_of("job_loss").read_text(encoding="utf-8").rstrip("\n") + "\n" + entry
    assert [p.name for p in parse_scenario(whole, "job_loss.yaml").playthroughs][-1] == "pasted"


def test_a_colon_and_a_quotation_survive() -> None:
    scenario, playthrough = PLAYS[0]
    said = 'Dijo: "mañana", y nada # de nada'
    turns = (playthrough.turns[0].model_copy(update={"say": said}), *playthrough.turns[1:])
    changed = playthrough.model_copy(update={"turns": turns})
    text = as_yaml(recorded(played_through(scenario, changed), "again"))
    assert read_nodes("playthroughs:\n" + text, "r").plain()["playthroughs"][0]["turns"][0]["say"] == said
