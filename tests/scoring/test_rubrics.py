from pathlib import Path

import pytest

from scoring.gates import GATES
from scoring.rubrics import HERE, RubricError, find_rubric, load_rubric, parse_rubric, read_rubric, rubric_ids
from scoring.rubrics.known import indicators_of

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
    assert set(rubric.gates) <= set(GATES)


def test_every_rubric_that_ships_loads():
    assert [load_rubric(one).id for one in rubric_ids()] == list(rubric_ids())


def test_an_unknown_rubric_names_those_that_exist():
    with pytest.raises(RubricError, match="known: default"):
        load_rubric("nope")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("format: 1", "format: 2", r"r\.yaml:2: format: '2' is not known here\. Known: 1"),
        (
            "pass_mark: 60",
            "pass_mark: 160",
            r"r\.yaml:8: pass_mark: must be at most 100, not '160'\. Change the number",
        ),
        ("version: 2", "verzion: 2", r"r\.yaml:4: verzion: unknown key 'verzion'\. Did you mean 'version'\?"),
        ("criterion: empathy", "criterion: empathi", r"r\.yaml:26: criteria\[2\]\.criterion: .*mean 'empathy'\?"),
        ("criterion: empathy", "criterion: calm", r"r\.yaml:26: criteria\[2\]\.criterion: 'calm' stands twice"),
        ("gates: [threat,", "gates: [thread,", r"r\.yaml:9: gates\[1\]: there is no gate 'thread'\. .*'threat'\?"),
        ("title:", "title: [", r"r\.yaml:\d+: this is not YAML"),
        ("title:", "title: &a", r"r\.yaml:5: anchors \(&\) and aliases"),
        ("  es: R", "  fr: R", r"r\.yaml:5: title: has no text in 'es'\. Add 'es:'"),
        (
            "levels:",
            "indicators: [threatns]\n    levels:",
            r":13: criteria\[1\]\.indicators\[1\]: 'threatns' .*'threatens'\?",
        ),
        ("levels:", "indicators: []\n    levels:", r":13: criteria\[1\]\.indicators: .*at least 1"),
        (
            '        - "Hostil: insulta',
            '        # "Hostil: insulta',
            r":14: criteria\[1\]\.levels\.es: has 4 levels in words",
        ),
        ("weight: 25", "weight: many", r"r\.yaml:12: criteria\[1\]\.weight: must be a whole number, not 'many'"),
    ],
)
def test_a_broken_rubric_says_file_line_field_and_remedy(old, new, expected):
    with pytest.raises(RubricError, match=expected):
        parse_rubric(TEXT.replace(old, new, 1), "r.yaml")


def test_weights_that_do_not_sum_are_added_up_line_by_line():
    with pytest.raises(RubricError) as error:
        parse_rubric(TEXT.replace("weight: 25", "weight: 30", 1), "r.yaml")
    assert "the weights sum to 105, not 100: 30 (line 12) + 25 (line 27) + 25 (line 42) + 25 (line 57)" in str(
        error.value
    )
    assert str(error.value).endswith("Take away 5")


def test_everything_that_is_wrong_is_said_at_once_in_the_order_of_the_file():
    broken = (
        TEXT.replace("pass_mark: 60", "pass_mark: x").replace("threat,", "thread,").replace("weight: 25", "weight: 5")
    )
    with pytest.raises(RubricError) as error:
        parse_rubric(broken, "r.yaml")
    assert [p.line for p in error.value.problems] == [8, 9, 10]


def test_every_indicator_that_has_a_card_may_be_named_and_no_other():
    for criterion in ("calm", "empathy", "clarity", "documented_follow_up"):
        named = f"criterion: {criterion}\n    indicators: [{', '.join(indicators_of(criterion))}]"
        assert parse_rubric(TEXT.replace(f"criterion: {criterion}", named, 1), "r.yaml").of(criterion)
    assert "empty" not in indicators_of("documented_follow_up")
    assert indicators_of("charm") == ()


def test_a_rubric_that_is_a_list_is_refused():
    with pytest.raises(RubricError, match="must be a block of keys"):
        parse_rubric("- a\n", "r.yaml")


def test_a_rubric_file_of_half_a_megabyte_is_refused(tmp_path: Path):
    path = tmp_path / "big.yaml"
    path.write_text("# " + "x" * 500_000, encoding="utf-8")
    with pytest.raises(RubricError, match="larger than"):
        read_rubric(path)


def test_a_file_of_ones_own_is_found_by_its_path(tmp_path: Path):
    path = tmp_path / "mine.yaml"
    path.write_text(TEXT.replace("id: default", "id: mine"), encoding="utf-8")
    assert find_rubric(str(path)).id == "mine"
    assert find_rubric("default") == load_rubric()
    with pytest.raises(RubricError, match="cannot be read"):
        find_rubric(str(tmp_path / "nowhere.yaml"))


def test_the_content_hash_follows_the_content_and_not_the_layout():
    spaced = parse_rubric(TEXT.replace("\n", "\n\n") + "\n# a remark", "r.yaml")
    other = parse_rubric(TEXT.replace("pass_mark: 60", "pass_mark: 61"), "r.yaml")
    assert spaced.content_hash == load_rubric().content_hash != other.content_hash


SHIPPED = {("default", 2): "c1f6c2ae64fc639fe2d3f29b720eba01ac95d5b8ce897b8afc44fd33fd55a0de"}
"""What stood under each id and version when it was released: scorecards are pinned to it."""


def test_a_shipped_rubric_changes_only_under_a_new_version():
    rubric = load_rubric("default")
    assert SHIPPED[rubric.id, rubric.version] == rubric.content_hash
