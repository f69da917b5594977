"""The soak: what was played is kept, what changed is played anew, and the page says what came of it."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from scenarios.load import library, load_scenario
from scoring.reading.values import ReadingContext
from simulator.trials import readings
from simulator.trials.difficulty import worth_of_endings
from simulator.trials.soak_page import page
from simulator.trials.soaked import Length, Soaked, soaked

BRIEF = Length(plays=2, hunt=1, seed=1, wordings=0)


@pytest.fixture(scope="module")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("soak")


@cache
def outcome(folder: Path) -> tuple[Soaked, bool]:
    return soaked(library()["job_loss"], BRIEF, folder)


def test_a_second_run_finds_what_the_first_has_played(cache_folder: Path) -> None:
    first, known = outcome(cache_folder)
    again, known_again = soaked(library()["job_loss"], BRIEF, cache_folder)
    assert (known, known_again) == (False, True)
    assert again == first
    assert first.report.plays == 2
    assert first.turns > 0


def test_another_length_or_a_damaged_file_is_played_anew(cache_folder: Path) -> None:
    outcome(cache_folder)
    for kept in (cache_folder / "soaked").iterdir():
        kept.write_text("{", encoding="utf-8")
    assert soaked(library()["job_loss"], replace(BRIEF, plays=1), cache_folder)[1] is False


def test_readings_that_were_kept_are_the_reader_s_own(tmp_path: Path) -> None:
    path, context = tmp_path / "readings.gz", ReadingContext(before="No tengo dinero.")
    for text in ("Podemos dividirlo en 3 pagos de $500, desde el 30 de noviembre.", "Entiendo que esté molesto."):
        readings.reading_of(text, context)
    before = readings.known()
    readings.keep(path)
    readings.forget()
    assert readings.recall(path) == len(before) > 0
    assert readings.known() == before


@pytest.mark.parametrize("content", [b"", b"no such thing", b"\x1f\x8b\x08\x00cut off"])
def test_damaged_readings_count_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "readings.gz"
    path.write_bytes(content)
    assert readings.recall(path) == 0
    assert readings.recall(tmp_path / "missing.gz") == 0


def test_the_page_names_the_scenario_and_what_it_falls_short_of(cache_folder: Path) -> None:
    one, _ = outcome(cache_folder)
    lines = "\n".join(page([one]))
    assert "| job_loss | 2 |" in lines
    assert "own beats 95 %): job_loss." in lines
    assert "Spearman" not in lines
    met = [replace(s, worth=s.plays / 2) for s in one.report.successes]
    harder = replace(one, report=replace(one.report, declared=3, successes=tuple(met)))
    assert "Spearman 1.00" in "\n".join(page([one, harder, harder]))


def test_money_promised_falls_half_short_where_a_good_call_may_end_without() -> None:
    assert worth_of_endings(load_scenario("job_loss"))["promise"] == 1.0
    illness = worth_of_endings(load_scenario("illness"))
    assert (illness["looked_after"], illness["plan"]) == (1.0, 0.5)
