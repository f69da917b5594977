"""``acuerdo people``: the first administrator, resets, shutting out, rosters."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.access.tokens import fingerprint
from simulator.cli import main
from simulator.store import Store


@pytest.fixture
def acuerdo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ACUERDO_HOME", str(tmp_path))
    monkeypatch.setenv("ACUERDO_PUBLIC_URL", "https://acuerdo.example")
    return tmp_path


def ask(*words: str) -> Result:
    return CliRunner().invoke(main, ["people", *words])


def test_the_first_administrator_gets_a_link_that_stands_in_the_database(acuerdo: Path) -> None:
    link = ask("add", "Eva Sol", "--role", "administrator").stdout.strip()
    assert link.startswith("https://acuerdo.example/invitation?token=")
    with Store.open(f"sqlite:///{acuerdo / 'acuerdo.sqlite3'}") as store:
        invitation = store.accounts.invitation(fingerprint(link.partition("token=")[2]))
        assert invitation is not None
        (profile,) = store.profiles.all()
        assert (profile.id, profile.role) == (invitation.profile_id, "administrator")


def test_people_are_listed_reset_and_shut_out_by_name(acuerdo: Path) -> None:
    ask("add", "Ana Ruiz")
    assert "invited" in ask("list").stdout
    assert "no longer" in ask("disable", "ana ruiz").stdout
    assert "disabled" in ask("list").stdout
    assert "token=" in ask("reset", "Ana Ruiz").stdout
    assert "invited" in ask("list").stdout


def test_a_name_that_nobody_has_or_two_have_is_refused(acuerdo: Path) -> None:
    ask("add", "Ana Ruiz")
    ask("add", "Ana Ruiz")
    for who in ("Nadie", "Ana Ruiz"):
        refused = ask("disable", who)
        assert refused.exit_code == 1
        assert "acuerdo people list" in refused.stderr


def test_a_roster_is_told_then_brought_in_and_its_links_kept_for_the_owner_only(acuerdo: Path) -> None:
    roster, links = acuerdo / "roster.csv", acuerdo / "links.csv"
    roster.write_text("name,role\nAna Ruiz,trainee\nLuis Gil,manager\n", encoding="utf-8")
    assert "invite: 2" in ask("import", str(roster), "--links", str(links), "--dry-run").stdout
    assert not links.exists()
    assert "invite: 2" in ask("import", str(roster), "--links", str(links)).stdout
    assert links.read_text("utf-8-sig").count("https://acuerdo.example/invitation?token=") == 2
    assert links.stat().st_mode & 0o077 == 0


def test_links_never_write_over_a_file_and_then_nobody_is_brought_in(acuerdo: Path) -> None:
    roster = acuerdo / "roster.csv"
    roster.write_text("name\nAna Ruiz\n", encoding="utf-8")
    refused = ask("import", str(roster), "--links", str(roster))
    assert refused.exit_code == 1
    assert "roster.csv" in refused.stderr
    assert "Ana" not in ask("list").stdout


def test_faults_of_a_roster_are_said_by_row(acuerdo: Path) -> None:
    roster = acuerdo / "roster.csv"
    roster.write_text("name,role\nAna Ruiz,boss\n", encoding="utf-8")
    refused = ask("import", str(roster), "--links", str(acuerdo / "links.csv"))
    assert refused.exit_code == 1
    assert "row 2: role: 'boss'" in refused.stderr
