"""Settings: from the environment, then the file, then the default; refused with words; each documented."""

import re
from pathlib import Path

import pytest

from simulator.settings import Settings, SettingsError, load_settings

DOCUMENT = Path(__file__).parents[2] / "docs" / "settings.md"
"""Settings whose default the document says in words."""


def _in(home: Path, **more: str) -> dict[str, str]:
    return {"ACUERDO_HOME": str(home), **{f"ACUERDO_{name}": value for name, value in more.items()}}


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    settings = load_settings({"ACUERDO_HOME": str(tmp_path)})
    assert settings.database_url == f"sqlite:///{tmp_path}/acuerdo.sqlite3"
    assert (settings.address, settings.port, settings.log_level) == ("127.0.0.1", 8501, "info")


def test_without_a_home_the_system_s_folder_is_taken() -> None:
    assert load_settings({}).home.name == "acuerdo"


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "acuerdo.toml").write_text('port = 8600\nlog_level = "debug"\n', encoding="utf-8")
    settings = load_settings(_in(tmp_path, PORT="8700"))
    assert (settings.port, settings.log_level) == (8700, "debug")


def test_an_empty_variable_counts_as_unset(tmp_path: Path) -> None:
    assert load_settings(_in(tmp_path, PORT="")).port == 8501


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"),
        ("PORT", "70000"),
        ("PORT", "ninety"),
        ("LOG_LEVEL", "loud"),
        ("ADDRESS", "256.1.1.1"),
        ("ADDRESS", "a b"),
        ("ACCESS", "open"),
        ("PUBLIC_URL", "acuerdo.example.com"),
        ("PUBLIC_URL", "https://acuerdo.example.com/path"),
        ("PUBLIC_URL", "https://acuerdo.example.com\nx: y"),
        ("PROXIES", "*"),
    ],
)
def test_a_value_that_cannot_be_used_names_its_variable(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"ACUERDO_{name}") as refusal:
        load_settings(_in(tmp_path, **{name: value}))
    assert "no sirve" in refusal.value.in_language("es")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("prot = 1", "Try: port"),
        ("port = ", "cannot be read"),
        ("port = 99999", "acuerdo.toml: port"),
        ("a" * 70_000, "64 KiB"),
        ("x = " + "[" * 5000, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, text: str, names: str) -> None:
    (tmp_path / "acuerdo.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=re.escape(names)) as refusal:
        load_settings(_in(tmp_path))
    assert str(tmp_path / "acuerdo.toml") in str(refusal.value)


def test_a_changed_file_or_variable_holds_at_the_next_look(tmp_path: Path) -> None:
    file = tmp_path / "acuerdo.toml"
    seen = [load_settings(_in(tmp_path)).port]
    for text in ("port = 8701", "port = 8702"):
        file.write_text(text, encoding="utf-8")
        seen += [load_settings(_in(tmp_path)).port, load_settings(_in(tmp_path, PORT="8703")).port]
    file.unlink()
    assert [*seen, load_settings(_in(tmp_path)).port] == [8501, 8701, 8703, 8702, 8703, 8501]


def test_a_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="not a folder"):
        load_settings(_in(tmp_path / "file"))


def test_a_password_is_not_printed(tmp_path: Path) -> None:
    settings = load_settings(_in(tmp_path, DATABASE_URL="postgresql://ana:secret@host/db"))
    assert settings.database_url.endswith("secret@host/db")
    assert "secret" not in repr(settings) + str(settings)


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_documented_with_its_default(name: str) -> None:
    row = next(
        (r for r in DOCUMENT.read_text(encoding="utf-8").splitlines() if f"| `ACUERDO_{name.upper()}` |" in r), None
    )
    assert row is not None, f"docs/settings.md says nothing of ACUERDO_{name.upper()}"
    default = Settings.model_fields[name].get_default()
    by_home = ("home", "database_url", "helplines", "sso_mapping")
    assert name in by_home or default == "" or f"| `{default}` |" in row


def test_every_documented_setting_exists() -> None:
    documented = set(re.findall(r"^\| `ACUERDO_(\w+)`", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE))
    assert documented == {name.upper() for name in Settings.model_fields}
