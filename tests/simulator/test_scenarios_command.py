"""``acuerdo scenarios lint`` as a person calls it."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scenarios.reference import GUIDE
from simulator.cli import main

TINY = Path(__file__).parents[1] / "scenarios" / "data" / "tiny.yaml"


def lint(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["scenarios", "lint", *map(str, args)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tiny.yaml").write_text(TINY.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a scenario", encoding="utf-8")
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "own.yaml").write_text("beats:\n  - {id: a, on: hold, say: {es: Sí.}}\n", encoding="utf-8")
    return tmp_path


def test_a_folder_is_checked_file_by_file_and_none_twice(folder: Path) -> None:
    result = lint(folder, folder / "tiny.yaml")
    assert result.output.splitlines()[-1].startswith("1 scenario, 0 errors")
    assert "warning: tiny.yaml:" in result.output
    assert result.exit_code == 0


def test_a_folder_of_packs_is_checked_as_packs(folder: Path) -> None:
    result = lint(folder / "packs")
    assert "error: packs/own.yaml:2: beats[a].say: has no text in 'en'" in result.output
    assert "[missing_translation]" in result.output
    assert result.output.splitlines()[-1] == "1 pack, 1 errors, 0 warnings"
    assert result.exit_code == 1


def test_what_is_wrong_is_said_in_spanish_where_asked(folder: Path) -> None:
    result = lint("--language", "es", folder / "packs")
    assert "packs/own.yaml:2: beats[a].say: no tiene texto en «en», y el título sí" in result.output


def test_the_shared_packs_are_checked_beside_what_is_named(folder: Path) -> None:
    last = lint("--packs", folder / "tiny.yaml").output.splitlines()[-1]
    assert last.startswith("1 scenario, ")
    assert " packs, 0 errors" in last


def test_a_folder_without_scenarios_is_said(tmp_path: Path) -> None:
    result = lint(tmp_path)
    assert result.exit_code != 0
    assert "the folder holds no YAML file" in result.output


def test_the_guides_own_scenario_plays_as_it_says(tmp_path: Path) -> None:
    parts = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)
    path = tmp_path / "moved_house.yaml"
    path.write_text("".join(parts), encoding="utf-8")
    result = CliRunner().invoke(main, ["scenarios", "test", str(path)])
    assert result.output == "ok moved_house / good_mx\nok moved_house / good_again_mx\n"
