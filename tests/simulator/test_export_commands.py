"""The commands of what leaves: a cohort's calls, statements, a rubric that comes back."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from scoring.rubrics import load_rubric, read_rubric
from simulator.cli import main
from simulator.store import Store
from tests.fresh import fresh
from tests.simulator.branches import somebody
from tests.simulator.exports.played import assessed, cohort_of, practising


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ACUERDO_HOME", str(tmp_path))
    monkeypatch.delenv("ACUERDO_LRS_URL", raising=False)
    with Store.open(fresh(tmp_path)) as store:
        ana = somebody(store, "Ana")
        cohort_of(store, ana, name="Turno de mañana")
        assessed(practising(store), ana)
    return tmp_path


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, list(words))
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.output


def test_a_cohort_is_written_for_its_owner_only_and_never_over_another_file(home: Path) -> None:
    out = home / "calls.json"
    asked = ("export", "cohort", "Turno de mañana", "--as", "json", "--out", str(out))
    assert run(*asked) == (0, f"{out}: 1 calls\n")
    assert out.stat().st_mode & 0o077 == 0
    document = json.loads(out.read_text(encoding="utf-8"))
    assert (document["named"], document["calls"][0]["name"]) == (False, "")
    code, said = run(*asked)
    assert (code, "name a new file" in said) == (1, True)


def test_a_cohort_that_is_none_is_said_in_words(home: Path) -> None:
    code, said = run("export", "cohort", "Nadie", "--out", str(home / "x.xlsx"))
    assert (code, "no longer exists" in said) == (1, True)
    assert not (home / "x.xlsx").exists()


def test_statements_wait_until_a_record_store_is_set(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = run("xapi", "send")
    assert (code, "ACUERDO_LRS_URL" in said) == (1, True)
    assert json.loads(run("xapi", "status", "--json")[1])["waiting"] == 4
    monkeypatch.setenv("ACUERDO_LRS_URL", "http://127.0.0.1:9/xapi")
    monkeypatch.setenv("ACUERDO_LRS_SECRET", "un-secreto")
    code, said = run("xapi", "send")
    assert code == 0
    assert said.startswith("0 delivered, ")
    assert run("xapi", "retry") == (0, "4 statements will be tried again\n")
    assert "un-secreto" not in run("xapi", "status")[1]


@pytest.mark.parametrize("url", ["lrs.example.com", "https://me:secret@lrs.example.com/x", "https://x.example/?a=1"])
def test_an_address_that_cannot_be_used_names_the_setting(
    home: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("ACUERDO_LRS_URL", url)
    code, said = run("xapi", "send")
    assert (code, "ACUERDO_LRS_URL" in said, "secret" in said) == (1, True, False)


def test_a_rubric_printed_as_json_can_be_used_again(tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text(run("rubrics", "show", "full", "--json")[1], encoding="utf-8")
    assert read_rubric(file) == load_rubric("full")
