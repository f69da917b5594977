"""``make soak``: every scenario explored, then a long hunt for leaks; on the screen, and in docs/soak.md if wished."""

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from scenarios.load import library, load_scenario
from simulator.trials.exploring import explored
from simulator.trials.faults import Fault
from simulator.trials.hunt import found_in, hunting
from simulator.trials.own import drafted, own_beats
from simulator.trials.playing import reading_of
from simulator.trials.report import Report

PAGE = Path(__file__).parents[2] / "docs" / "soak.md"
_KINDS = ("endings", "facts", "own_beats", "pack_beats", "rules")
_FAULTS = ("leak", "exception", "endless", "repetition", "stuck")


@click.command()
@click.option("--plays", type=click.IntRange(1), default=500, show_default=True, help="Calls per scenario.")
@click.option(
    "--hunt", type=click.IntRange(0), default=10_000, show_default=True, help="Calls of the leak hunt in all."
)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--write", is_flag=True, help="Keep the figures in docs/soak.md.")
def soak(plays: int, hunt: int, seed: int, write: bool) -> None:
    """Explore the whole library at length; exit code 1 where something is wrong."""
    start = time.perf_counter()
    reports = []
    for name, path in library().items():
        report, _ = explored(load_scenario(path), own_beats(drafted(path)), plays, seed)
        reports.append(report)
        click.echo(
            f"{name}: {report.turns} turns, {len(report.faults)} faults, short of {', '.join(report.short) or '-'}"
        )
    turns, faults = _hunt(hunt, seed)
    took = time.perf_counter() - start
    if write:
        PAGE.write_text("\n".join(page(reports, (hunt, turns, len(faults)), seed)) + "\n", encoding="utf-8")
    click.echo(f"leak hunt: {hunt} plays, {turns} turns, {len(faults)} found; {took:.0f} s in all")
    for fault in faults[:20]:
        click.echo(f"  {fault.kind}: {fault.what} ({fault.where}, turn {fault.turn})")
    sys.exit(0 if all(report.sound for report in reports) and not faults else 1)


def _hunt(plays: int, seed: int) -> tuple[int, list[Fault]]:
    """Turns played and what was found, the plays shared out evenly over the library."""
    turns, faults, scenarios = 0, list[Fault](), [load_scenario(path) for path in library().values()]
    for at, scenario in enumerate(scenarios):
        share = plays // len(scenarios) + (at < plays % len(scenarios))
        for trial in hunting(scenario, share, seed + 100_000):
            turns += len(trial.steps) - 1
            faults += found_in(trial)
        reading_of.cache_clear()
        click.echo(f"leak hunt {at + 1}/{len(scenarios)}: {scenario.id}, {share} plays, {len(faults)} found so far")
    return turns, faults


def page(reports: Sequence[Report], hunted: tuple[int, int, int], seed: int) -> Iterator[str]:
    """The page's lines; ``hunted``: plays, turns and faults of the leak hunt."""
    plays, turns, faults = hunted
    yield "# Soak"
    yield ""
    yield f"`make soak` plays every scenario with seeded players (seed {seed}) and writes this page."
    yield f"Leak hunt: {plays:,} further plays, {turns:,} turns, {faults} leaks, exceptions or calls without an end."
    yield ""
    heads = ("scenario", "plays", "turns", *_KINDS, *_FAULTS, "good", "middling", "bad", "declared", "measured")
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for report in reports:
        cells = [report.scenario, report.plays, report.turns]
        cells += [f"{report.shares[kind].percent:.0f} %" for kind in _KINDS]
        cells += [report.count(kind) for kind in _FAULTS]
        cells += [f"{success.rate:.2f}" for success in report.successes]
        yield f"| {' | '.join(map(str, [*cells, report.declared, report.measured]))} |"
    yield ""
    yield "Coverage is of entries; good, middling and bad are the rates at which such players succeed (1 is always)."
    yield "Measured difficulty is 1 less these rates, weighted 0.5, 0.4 and 0.1; declared is 1 to 5."
    for report in reports:
        missed = [
            f"{kind} {', '.join(s.missed)}" for kind, s in report.shares.items() if s.missed and kind != "pack_beats"
        ]
        if missed:
            yield ""
            yield f"Never reached in {report.scenario}: {'; '.join(missed)}."


if __name__ == "__main__":
    soak()
