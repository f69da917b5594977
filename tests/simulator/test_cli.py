"""The command as a person calls it, in this process; standard output and error as they would see them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli import COMMANDS, main

GOOD = """
on: 2026-11-23
replies:
  - "Buenas tardes, le habla Laura Méndez, de la financiera. ¿Hablo con el titular de la cuenta?"
  - "Siempre pagó puntual y me imagino que algo cambió. ¿Qué le pasó?"
  - {event: end}
follow_up: {disposition: no_agreement, note: "No hubo acuerdo."}
"""


def acuerdo(*args: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, list(args), input=typed)


@pytest.fixture
def replies(tmp_path: Path) -> Path:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_the_help_page_lists_every_command() -> None:
    shown = acuerdo("--help").output
    assert all(command in shown for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    result = acuerdo(command, "--help")
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 4


def test_the_same_inputs_print_the_same_call_byte_for_byte(replies: Path) -> None:
    args = ("play", "job_loss", "--country", "MX", "--seed", "7", "--replies", str(replies), "--json")
    first, second = acuerdo(*args), acuerdo(*args)
    assert first.exit_code == 0
    assert first.stdout_bytes == second.stdout_bytes


def test_a_played_call_has_the_documented_shape(replies: Path) -> None:
    result = acuerdo("play", "job_loss", "--seed", "7", "--replies", str(replies), "--json")
    played = json.loads(result.output)
    assert {"scenario", "version", "country", "language", "seed", "on", "case", "turns", "ending", "disposition",
            "aftermath", "scorecard"} <= played.keys()  # fmt: skip
    assert played["on"] == "2026-11-23"
    assert [t["who"] for t in played["turns"]][:3] == ["debtor", "agent", "debtor"]


def test_another_seed_is_another_debtor(replies: Path) -> None:
    shown = [acuerdo("play", "job_loss", "--seed", s, "--replies", str(replies), "--json").output for s in "123"]
    assert len({json.loads(call)["case"]["debtor"]["full_name"] for call in shown}) > 1


def test_a_call_played_for_the_eye_ends_in_a_scorecard(replies: Path) -> None:
    shown = acuerdo("play", "job_loss", "--seed", "7", "--replies", str(replies)).output
    assert "calm:" in shown
    assert "total:" in shown
    assert "aftermath:" in shown


def test_a_played_call_carries_its_coaching_for_programs_and_for_the_eye(replies: Path) -> None:
    args = ("play", "job_loss", "--country", "MX", "--seed", "7", "--replies", str(replies))
    coaching = json.loads(acuerdo(*args, "--json").output)["scorecard"]["coaching"]
    printed = acuerdo(*args).output
    assert coaching["moments"] or coaching["best"]
    assert all(f"  > {moment['model']}" in printed for moment in coaching["moments"])
    assert coaching["practise"] is None or f"PRACTISE {coaching['practise']['name']}" in printed


def test_a_call_is_played_in_the_terminal_to_its_scorecard() -> None:
    shown = acuerdo("play", "job_loss", "--seed", "7", typed="Buenas tardes, ¿hablo con Luis?\n/end\nSin acuerdo.\n")
    assert shown.exit_code == 0
    assert "total:" in shown.output


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("play", "job_los"), "job_loss"),
        (("play", "job_loss", "--country", "XX"), "MX"),
        (("play", "job_loss", "--country", "MX", "--language", "fr"), "es"),
        (("play", "job_loss", "--replies", "nowhere.yaml"), "nowhere.yaml"),
        (("read",), "--input"),
        (("read", "hola", "--country", "XX"), "MX"),
        (("calibrate", "nowhere.jsonl"), "nowhere.jsonl"),
        (("score", "nowhere.jsonl"), "nowhere.jsonl"),
    ],
)
def test_a_mistake_is_answered_in_words_with_exit_code_1(args: tuple[str, ...], words: str) -> None:
    result = acuerdo(*args)
    assert result.exit_code == 1
    assert words in result.output
    assert "Traceback" not in result.output


def test_lines_are_read_in_order_and_extra_keys_are_kept() -> None:
    lines = '{"text": "Le doy dos pagos de $500", "id": "a"}\n\n{"text": "thank you", "language": "en", "id": "b"}\n'
    result = acuerdo("read", "--input", "-", typed=lines)
    rows = [json.loads(line) for line in result.output.splitlines()]
    assert [row["id"] for row in rows] == ["a", "b"]
    assert rows[0]["amounts"][0]["value"] == 500


def test_what_is_known_of_the_case_is_understood_from_the_line() -> None:
    line = '{"text": "¿Podría pagarme la mitad hoy?", "balance": 900, "currency": "MXN", "before": "No puedo todo."}\n'
    row = json.loads(acuerdo("read", "--input", "-", typed=line).output)
    assert row["offers"][0]["instalments"][0]["amount"] == 450


def test_a_balance_that_is_no_number_is_named_with_its_line() -> None:
    result = acuerdo("read", "--input", "-", typed='{"text": "hola"}\n{"text": "hola", "balance": "mucho"}\n')
    assert result.exit_code == 1
    assert ":2:" in result.output
    assert "balance" in result.output


def test_a_line_that_is_no_json_is_named() -> None:
    result = acuerdo("read", "--input", "-", typed='{"text": "hola"}\nnope\n')
    assert result.exit_code == 1
    assert ":2:" in result.output


def test_the_shipped_scenarios_are_listed() -> None:
    assert "job_loss" in acuerdo("scenarios", "list").output


def test_show_tells_what_a_scenario_holds() -> None:
    shown = acuerdo("scenarios", "show", "job_loss", "--country", "CL").output
    assert "lost_job" in shown
    assert "hung_up" in shown
