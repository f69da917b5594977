from pathlib import Path

import pytest

from scoring.gates import GATES
from scoring.rubrics import HERE, RubricError, load_rubric, parse_rubric, read_rubric, rubric_ids

TEXT = (HERE / "default.yaml").read_text(encoding="utf-8")


def test_the_default_rubric_weighs_four_criteria_equally_in_two_languages():
    rubric = load_rubric()
    assert [(c.criterion, c.weight) for c in rubric.criteria] == [
        ("calm", 25),
        ("empathy", 25),
        ("clarity", 25),
        ("documented_follow_up", 25),
    ]
    assert all(set(c.levels) == {"es", "en"} for c in rubric.criteria)
    assert set(rubric.gates) == set(GATES)


def test_every_rubric_that_ships_loads():
    assert [load_rubric(one).id for one in rubric_ids()] == list(rubric_ids())


def test_an_unknown_rubric_names_those_that_exist():
    with pytest.raises(RubricError, match="known: default"):
        load_rubric("nope")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("format: 1", "format: 2", r"r\.yaml:2: format: .*use one of"),
        ("pass_mark: 60", "pass_mark: 160", r"r\.yaml:8: pass_mark: .*less than or equal to 100"),
        ("version: 1", "verzion: 1", r"r\.yaml:2: version: Field required; add `version:`"),
        ("weight: 25", "weight: 26", r"r\.yaml:2: the rubric: the weights sum to 101"),
        ("criterion: empathy", "criterion: charm", r"r\.yaml:26: criteria\.1\.criterion"),
        ("title:", "title: [", r"r\.yaml:\d+: not YAML"),
        ("title:", "title: &a", r"r\.yaml:5: anchors and aliases are not allowed"),
    ],
)
def test_a_broken_rubric_says_file_line_field_and_remedy(old, new, expected):
    with pytest.raises(RubricError, match=expected):
        parse_rubric(TEXT.replace(old, new, 1), "r.yaml")


def test_a_rubric_that_is_a_list_is_refused():
    with pytest.raises(RubricError, match="a rubric is a mapping"):
        parse_rubric("- a\n", "r.yaml")


def test_a_rubric_file_of_a_hundred_kilobytes_is_refused(tmp_path: Path):
    path = tmp_path / "big.yaml"
    path.write_text("# " + "x" * 100_000, encoding="utf-8")
    with pytest.raises(RubricError, match="larger than"):
        read_rubric(path)
