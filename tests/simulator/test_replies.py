from pathlib import Path

import pytest

from scenarios.problem import ScenarioError
from simulator.replies import load_replies


def written(folder: Path, text: str) -> Path:
    path = folder / "replies.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_words_and_events_are_read_in_order(tmp_path: Path) -> None:
    script = load_replies(written(tmp_path, "replies: ['Buenas tardes', {event: hold}, {say: 'Gracias'}]\n"))
    assert [(r.say, r.event) for r in script.replies] == [("Buenas tardes", ""), ("", "hold"), ("Gracias", "")]


def test_the_follow_up_is_read_with_amounts_and_dates(tmp_path: Path) -> None:
    form = "follow_up:\n  disposition: plan\n  instalments: [{amount: 500, date: 2026-12-01}]\n"
    script = load_replies(written(tmp_path, "on: 2026-11-23\nreplies: [hola]\n" + form))
    assert script.follow_up is not None
    assert script.follow_up.instalments[0].amount == 500


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("replies: []\n", 1, "replies"),
        ("replies: [hola]\nfolow_up: {}\n", 2, "follow_up"),
        ("replies:\n  - hola\n  - {event: dance}\n", 3, "event"),
        ("replies: [hola]\nfollow_up:\n  disposition: maybe\n", 3, "disposition"),
        ("on: tomorrow\nreplies: [hola]\n", 1, "2026-11-23"),
        ("replies: [&a hola, *a]\n", 1, "anchors"),
        ("replies: [hola\n", 2, "YAML"),
        ("replies:\n  - hola\n  - ''\n", 3, "wait"),
        ("replies:\n  - " + "a" * 20_000 + "\n", 2, "5,000"),
        ("- hola\n", 1, "keys"),
    ],
)
def test_a_broken_file_names_its_line_and_the_remedy(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        load_replies(written(tmp_path, text))
    assert f"replies.yaml:{line}:" in str(caught.value)
    assert words in str(caught.value)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="no such file"):
        load_replies(tmp_path / "nowhere.yaml")


def test_a_plan_may_be_one_text(tmp_path: Path) -> None:
    script = load_replies(written(tmp_path, "plan: un plan que pueda cumplir\nreplies: [{event: send_document}]\n"))
    assert script.plan == {"goal": "un plan que pueda cumplir"}
