import pytest

from scoring.criteria.card import CARDS
from scoring.criteria.whole_call import HERE, call_indicators
from scoring.yaml_data import load_yaml

TECHNIQUES = load_yaml(HERE.parent / "techniques.yaml")
KNOWN = {f"{path.parent.name}.{path.name.partition('.')[0]}" for path in CARDS.glob("*/*.md")}
ROWS = 24


def test_every_row_of_the_techniques_stands_once_and_in_order():
    assert [t["row"] for t in TECHNIQUES] == list(range(1, ROWS + 1))


@pytest.mark.parametrize("row", TECHNIQUES, ids=lambda t: str(t["row"]))
def test_every_technique_is_seen_by_an_indicator_that_exists(row):
    assert row["indicators"]
    assert set(row["indicators"]) <= KNOWN
    assert all(row["technique"][language] for language in ("es", "en"))


def test_every_indicator_serves_a_technique():
    assert {name for row in TECHNIQUES for name in row["indicators"]} == KNOWN
    assert {f"{i.criterion}.{i.id}" for i in call_indicators()} <= KNOWN
