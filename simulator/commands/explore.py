"""``acuerdo scenarios explore``: players play scenarios at random and by design, and say what they found."""

import sys
from collections.abc import Iterator
from datetime import datetime

import click

from scenarios.load import library, load_scenario, path_of
from simulator.commands.edge import DAY, RATED_ON, as_json, explained, on_each_line
from simulator.printing import table
from simulator.trials.exploring import explored
from simulator.trials.own import drafted, own_beats
from simulator.trials.report import GRAVE, LIMITS, SHOWN, Report

COLUMNS = (
    "scenario",
    "plays",
    *LIMITS,
    "pack_beats",
    "rules",
    *GRAVE,
    "good",
    "middling",
    "bad",
    "declared",
    "measured",
)


@click.command()
@click.argument("names", nargs=-1)
@click.option("--plays", type=click.IntRange(1, 100_000), default=500, show_default=True, help="Calls per scenario.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed plays the same calls.")
@click.option("--on", type=DAY, default=RATED_ON, show_default="2026-11-23")
@click.option("--json", "json_wanted", is_flag=True, help="Print a JSON list.")
def explore(names: tuple[str, ...], plays: int, seed: int, on: datetime, json_wanted: bool) -> None:
    """Play scenarios (all by default) many times over; exit code 1 where something is wrong or out of reach."""

    reports = []
    with explained():
        for path in [path_of(name) for name in names] or list(library().values()):
            scenario = load_scenario(path)
            report, _ = explored(scenario, own_beats(drafted(path)), plays, seed, on.date())
            reports.append(report)
            if not json_wanted and sys.stderr.isatty():
                click.echo(f"{scenario.id}: {report.turns} turns played", err=True)
    if json_wanted:
        click.echo(as_json([report.as_dict() for report in reports], indent=2))
    else:
        on_each_line(table([_row(report) for report in reports], COLUMNS))
        for report in reports:
            on_each_line(_findings(report))
    sys.exit(0 if all(report.sound for report in reports) else 1)


def _row(report: Report) -> dict[str, object]:
    row: dict[str, object] = {"scenario": report.scenario, "plays": report.plays}
    row |= {kind: f"{share.percent:.0f} %" for kind, share in report.shares.items()}
    row |= {kind: report.count(kind) for kind in GRAVE}
    row |= {success.style: round(success.rate, 2) for success in report.successes}
    return row | {"declared": report.declared, "measured": report.measured}


def _findings(report: Report) -> Iterator[str]:
    """What was not reached and what went wrong, a line each."""
    for kind, share in report.shares.items():
        if share.missed:
            yield f"{report.scenario}: {kind} never reached: {', '.join(share.missed)}"
    shown: set[tuple[str, str]] = set()
    for fault in report.faults:
        if (fault.kind, fault.what) not in shown and len(shown) < SHOWN:
            shown.add((fault.kind, fault.what))
            yield f"{report.scenario}: {fault.kind}, turn {fault.turn} ({fault.where}): {fault.what}"
    if len(report.faults) > len(shown):
        yield f"{report.scenario}: {len(report.faults)} faults in all"
