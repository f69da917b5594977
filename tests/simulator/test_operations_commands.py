"""The commands of whoever runs an installation, as they call them."""

import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli import main
from simulator.profiles import Profiles
from simulator.store import Store


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ACUERDO_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("ACUERDO_DATABASE_URL", raising=False)
    monkeypatch.setenv("ACUERDO_PORT", "8798")
    return tmp_path / "home"


@pytest.fixture
def ana(home: Path) -> str:
    from simulator.commands.edge import now  # noqa: PLC0415

    with Store.open(f"sqlite:///{home / 'acuerdo.sqlite3'}") as store:
        return Profiles(store, now).create("Ana Ñandú").id


def acuerdo(*args: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, list(args), input=typed)


def test_what_is_backed_up_is_restored_elsewhere_and_both_are_noted(ana: str, tmp_path: Path) -> None:
    saved = acuerdo("backup", str(tmp_path / "b.zip"))
    assert saved.exit_code == 0, saved.output
    assert "read back and verified" in saved.output
    again = acuerdo("restore", str(tmp_path / "b.zip"))
    assert again.exit_code == 1
    assert "not empty" in again.stderr
    other = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    assert acuerdo("restore", str(tmp_path / "b.zip"), "--into", other).exit_code == 0
    with Store.open(other) as store:
        assert [profile.id for profile in store.profiles.all()] == [ana]
        assert [line.deed for line in store.audit.lines()] == ["profile_made", "restored"]
    listed = [json.loads(line)["deed"] for line in acuerdo("audit", "list", "--json").output.splitlines()]
    assert listed == ["profile_made", "backed_up"]


def test_the_audit_log_is_verified_and_a_change_is_told_with_exit_code_one(ana: str, home: Path) -> None:
    whole = acuerdo("audit", "verify")
    assert whole.exit_code == 0
    head = whole.output.splitlines()[-1]
    assert acuerdo("audit", "verify", "--noted", head).exit_code == 0
    assert acuerdo("audit", "verify", "--noted", "5:abc").exit_code == 1
    with sqlite3.connect(home / "acuerdo.sqlite3") as connection:
        connection.execute("DROP TRIGGER audit_no_update")
        connection.execute("UPDATE audit SET target = 'luis'")
    connection.close()
    told = acuerdo("audit", "verify", "--json")
    assert told.exit_code == 1
    assert json.loads(told.stdout)["fault"] == "line 1 was changed"
    assert "line 1 was changed" in acuerdo("doctor").output


def test_a_person_is_copied_to_a_file_of_ones_own_and_erased_after_a_question(ana: str, tmp_path: Path) -> None:
    out = tmp_path / "ana.json"
    assert acuerdo("person", "export", "Ana Ñandú", "--out", str(out)).exit_code == 0
    assert out.stat().st_mode & 0o077 == 0
    assert json.loads(out.read_text("utf-8"))["kept"]["profile"][0]["name"] == "Ana Ñandú"
    assert acuerdo("person", "export", ana, "--out", str(out)).exit_code == 1
    assert acuerdo("person", "erase", "Ana Ñandu", "--yes").exit_code == 1
    assert acuerdo("person", "erase", ana, typed="n\n").exit_code == 1
    assert acuerdo("person", "erase", ana, typed="y\n").exit_code == 0
    assert "Ana Ñandú" in acuerdo("person", "erase", "Ana Ñandú", "--yes").stderr


def test_tidying_says_what_it_did(ana: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "kept for good" in acuerdo("tidy").output
    monkeypatch.setenv("ACUERDO_RETENTION_DAYS", "30")
    assert "Deleted 0 attempts and 0 portfolios" in acuerdo("tidy").output


def points(result: Result) -> dict[str, tuple[str, str]]:
    found = [json.loads(line) for line in result.output.splitlines()]
    return {point["name"]: (point["state"], point["words"]) for point in found}


def test_the_doctor_finds_a_new_installation_well_and_changes_nothing(home: Path) -> None:
    result = acuerdo("doctor", "--json")
    assert result.exit_code == 0, result.output
    assert {name: state for name, (state, _) in points(result).items()} == {
        "settings": "ok", "address": "ok", "port": "ok", "disk": "ok", "database": "ok", "audit log": "ok",
        "languages": "ok", "scenarios": "ok", "helplines": "look", "single sign-on": "ok",
    }  # fmt: skip
    assert not home.exists()


def test_the_doctor_finds_a_running_installation_well(ana: str) -> None:
    result = acuerdo("doctor")
    assert result.exit_code == 0, result.output
    assert "✓ database: answers, takes writes, is up to date" in result.output
    assert "✓ audit log: whole, 1 lines" in result.output


@pytest.mark.parametrize(
    ("variable", "value", "point", "told"),
    [
        ("ACUERDO_PORT", "ninety", "settings", "ACUERDO_PORT"),
        ("ACUERDO_ADDRESS", "0.0.0.0", "address", "this machine only"),
        ("ACUERDO_DATABASE_URL", "postgresql://ana:secret@127.0.0.1:1/x", "database", "ACUERDO_DATABASE_URL"),
        ("ACUERDO_DATABASE_URL", "nonsense", "database", "ACUERDO_DATABASE_URL"),
        ("ACUERDO_HELPLINES", __file__, "helplines", "test_operations_commands.py"),
    ],
)
def test_the_doctor_says_what_to_mend(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, point: str, told: str
) -> None:
    monkeypatch.setenv(variable, value)
    result = acuerdo("doctor", "--json")
    assert result.exit_code == 1, result.output
    state, words = points(result)[point]
    assert state == "mend"
    assert told in words
    assert "secret" not in result.output


@pytest.mark.parametrize("groups", ["", "roles: {agents: trainee}"])
def test_the_doctor_asks_the_sign_on_provider(home: Path, monkeypatch: pytest.MonkeyPatch, groups: str) -> None:
    home.mkdir()
    (home / "sso.yaml").write_text(groups or "roles: {}", encoding="utf-8")
    for name, value in (("ACCESS", "sso"), ("SSO_ISSUER", "http://127.0.0.1:9"), ("SSO_CLIENT_ID", "acuerdo")):
        monkeypatch.setenv(f"ACUERDO_{name}", value)
    state, words = points(acuerdo("doctor", "--json"))["single sign-on"]
    assert state == "mend"
    assert ("does not answer" if groups else "nobody can come in") in words


def test_the_doctor_says_that_a_port_is_in_use_and_a_database_behind(
    ana: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket  # noqa: PLC0415

    with sqlite3.connect(home / "acuerdo.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.close()
    with socket.create_server(("127.0.0.1", 0)) as other:
        monkeypatch.setenv("ACUERDO_PORT", str(other.getsockname()[1]))
        found = points(acuerdo("doctor", "--json"))
    assert found["port"][0] == "look"
    assert "back it up first" in found["database"][1]
