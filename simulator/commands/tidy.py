"""``acuerdo tidy``: delete practice that is older than the installation keeps it."""

import os

import click

from simulator.commands.edge import explained, kept, now
from simulator.retention import tidy as tidy_up
from simulator.settings import load_settings


@click.command()
def tidy() -> None:
    """Delete practice that nobody has touched for ACUERDO_RETENTION_DAYS. Assessed attempts stay.

    The app does the same when it starts; for one that runs for months, call this once a day.
    """
    with explained():
        days = load_settings(os.environ).retention_days
    if not days:
        click.echo("Practice is kept for good: ACUERDO_RETENTION_DAYS is 0. Nothing was deleted.")
        return
    with kept() as store:
        gone = tidy_up(store, days, now())
    click.echo(f"Deleted {gone.attempts} attempts and {gone.portfolios} portfolios not touched for {days} days.")
