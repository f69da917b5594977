"""A call that was played is scored again from its file, and shows the same scorecard in the same shape."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from simulator.cli import main

REPLIES = """
on: 2026-11-23
plan: "Ofrecer dos pagos o una fecha."
replies:
  - "Buenas tardes, le habla Laura Méndez, de la financiera. ¿Hablo con el titular de la cuenta?"
  - "Siempre pagó puntual y me imagino que algo cambió. ¿Qué le pasó?"
  - {event: wait}
  - {event: end}
follow_up: {disposition: no_agreement, next_date: 2026-11-30, note: "No hubo acuerdo. Llamo el lunes 30."}
"""


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    (tmp_path / "replies.yaml").write_text(REPLIES, encoding="utf-8")
    args = ["play", "job_loss", "--seed", "7", "--replies", str(tmp_path / "replies.yaml"), "--json"]
    path = tmp_path / "call.json"
    path.write_text(CliRunner().invoke(main, args).output, encoding="utf-8")
    return path


def scores(path: Path, *args: str) -> dict:
    found = CliRunner().invoke(main, ["score", str(path), *args])
    assert found.exit_code == 0, found.output
    return json.loads(found.output)


def test_playing_and_scoring_give_the_same_scorecard(exported: Path) -> None:
    played = json.loads(exported.read_text(encoding="utf-8"))
    row = scores(exported)
    assert (row.pop("id"), row.pop("unit")) == (played["id"], "call")
    assert row == played["scorecard"]
    assert set(row["criteria"]) == {"calm", "empathy", "clarity", "documented_follow_up"}
    assert set(row["criteria"]["calm"]) == {"level", "score", "findings", "terms", "capped_by", "why_not"}


def test_many_calls_stand_one_a_line(exported: Path, tmp_path: Path) -> None:
    played = json.loads(exported.read_text(encoding="utf-8"))
    lines = tmp_path / "calls.jsonl"
    lines.write_text("\n".join(json.dumps(played | {"id": str(n)}) for n in range(2)), encoding="utf-8")
    found = CliRunner().invoke(main, ["score", str(lines)]).output.splitlines()
    assert [json.loads(row)["id"] for row in found] == ["0", "1"]


def test_the_plan_and_the_case_come_along(exported: Path) -> None:
    row = scores(exported, "--rubric", "full")
    assert row["criteria"]["preparation"]["level"] is not None
    assert row["criteria"]["compliance"]["level"] is not None


def test_a_rubric_of_ones_own_is_named_by_its_file(exported: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    shown = CliRunner().invoke(main, ["rubrics", "show", "default", "--json"]).output
    mine.write_text(json.dumps(json.loads(shown) | {"id": "mine", "version": 3}), encoding="utf-8")
    assert scores(exported, "--rubric", str(mine))["rubric"] == "mine 3"


def test_an_export_that_was_changed_is_refused_with_its_field(exported: Path) -> None:
    played = json.loads(exported.read_text(encoding="utf-8"))
    played["record"]["outcome"]["type"] = "magic"
    exported.write_text(json.dumps(played), encoding="utf-8")
    found = CliRunner().invoke(main, ["score", str(exported)])
    assert found.exit_code == 1
    assert "call.json:1: outcome.type: 'magic' is not known here" in found.output
