import pytest

from scenarios.graph import GraphEdge, graph
from scenarios.load import list_scenarios
from scenarios.scenario import Scenario


def test_phases_follow_each_other_and_end_in_endings(tiny: Scenario) -> None:
    edges = graph(tiny).edges
    assert GraphEdge("phase:open", "phase:talk", "passes") in edges
    assert GraphEdge("phase:closing", "ending:plan", "ends", "agreement") in edges
    assert GraphEdge("phase:talk", "ending:hung_up", "ends", "anger >= 95") in edges


def test_a_later_fact_hangs_on_the_earlier(tiny: Scenario) -> None:
    edges = graph(tiny).edges
    assert GraphEdge("fact:lost_job", "fact:can_pay_on_payday", "needs") in edges
    assert not any(e.source == "phase:talk" and e.target == "fact:can_pay_on_payday" for e in edges)
    assert any(e.source == "fact:lost_job" and e.target == "beat:cold" for e in edges)


def test_labels_are_in_the_language_asked_for(tiny: Scenario) -> None:
    labels = {language: {n.id: n.label for n in graph(tiny, language).nodes} for language in ("es", "en")}
    assert labels["es"]["fact:lost_job"] == "Perdió el empleo"
    assert labels["en"]["beat:what"] == "Sorry?"


@pytest.mark.parametrize("scenario", list_scenarios(), ids=lambda s: s.id)
def test_every_edge_joins_nodes_and_every_node_stands_once(scenario: Scenario) -> None:
    made = graph(scenario)
    ids = [node.id for node in made.nodes]
    assert len(ids) == len(set(ids))
    assert all(edge.source in ids and edge.target in ids for edge in made.edges)
