"""``acuerdo calibrate``: agreement with raters."""

from datetime import datetime
from pathlib import Path

import click

from scoring.calibration import calibrate as agreement
from simulator.commands.edge import DAY, FILE, RATED_ON, as_json, explained, on_each_line
from simulator.printing import table


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--on", type=DAY, default=RATED_ON, show_default="2026-11-23")
@click.option("--json", "json_wanted", is_flag=True, help="Print a JSON list.")
def calibrate(files: tuple[Path, ...], on: datetime, json_wanted: bool) -> None:
    """How well the scores agree with rated turns, calls and notes."""

    with explained():
        rows = agreement(files, on.date())
    if json_wanted:
        return click.echo(as_json(rows, indent=2))
    columns = ["unit", "language", "criterion", "n", "assessed", "spearman", "low", "high", "qwk", "exact"]
    on_each_line(table(rows, [*columns, "within_one", "file"]))
    return click.echo("Model-rated: these figures are agreement with a model's ratings, not with people's.")
