"""``make soak``: every scenario explored and hunted for leaks, on all cores; a second run plays only what changed."""

import multiprocessing
import os
import shutil
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import click
import platformdirs

from scenarios.load import library
from simulator.trials.soak_page import page
from simulator.trials.soaked import Length, Soaked, reader_stamp, soaked

PAGE = Path(__file__).parents[2] / "docs" / "soak.md"
CACHE = platformdirs.user_cache_path("acuerdo", appauthor=False) / "soak"


@click.command()
@click.option("--plays", type=click.IntRange(1), default=500, show_default=True, help="Calls per scenario.")
@click.option("--hunt", type=click.IntRange(0), default=10_000, show_default=True, help="Calls of the hunt in all.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed plays the same calls.")
@click.option("--cores", type=click.IntRange(1), default=os.cpu_count() or 1, show_default=True)
@click.option("--fresh", is_flag=True, help="Play everything anew, as if nothing had been played before.")
@click.option("--write", is_flag=True, help="Keep the figures in docs/soak.md.")
def soak(plays: int, hunt: int, seed: int, cores: int, fresh: bool, write: bool) -> None:  # noqa: PLR0913, PLR0917
    """Explore the whole library at length; exit code 1 where something is wrong. Stopped, it goes on where it was."""
    _tidy(fresh)
    start, names = time.perf_counter(), list(library())
    length = Length(plays, -(-hunt // len(names)), seed)
    found = []
    for outcome, before in _outcomes(length, cores):
        found.append(outcome)
        click.echo(_in_brief(outcome, before))
    click.echo(f"{time.perf_counter() - start:.0f} s in all on {cores} cores")
    if write:
        PAGE.write_text("\n".join(page(found)) + "\n", encoding="utf-8")
    sys.exit(0 if all(one.report.sound and not one.found for one in found) else 1)


def _outcomes(length: Length, cores: int) -> Iterator[tuple[Soaked, bool]]:
    """Of each scenario in alphabetical order, as soon as it is there."""
    own = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(cores, mp_context=own) as workers:
        yield from workers.map(partial(soaked, length=length, cache=CACHE), library().values())


def _tidy(fresh: bool) -> None:
    """Away with what is not wanted, and with readings of readers that are no more."""
    if fresh:
        shutil.rmtree(CACHE, ignore_errors=True)
    for folder in (CACHE / "readings").glob("*"):
        if folder.name != reader_stamp():
            shutil.rmtree(folder, ignore_errors=True)


def _in_brief(outcome: Soaked, before: bool) -> str:
    """One line on the screen, and one for each thing that must never happen."""
    report, plays = outcome.report, outcome.report.plays + outcome.length.hunt
    spent = "as before" if before else f"{outcome.seconds:.0f} s, {outcome.seconds / plays * 1000:.0f} ms a play"
    lines = [
        f"{report.scenario}: {plays} plays, {report.turns + outcome.turns} turns ({spent});"
        f" {len(report.faults) + len(outcome.found)} faults, short of {', '.join(report.short) or '-'}"
    ]
    lines += [f"  {f.kind}: {f.what} ({f.where}, turn {f.turn})" for f in (*report.faults, *outcome.found)[:8]]
    return "\n".join(lines)


if __name__ == "__main__":
    soak()
