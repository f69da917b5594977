"""``acuerdo tidy``: delete practice that is older than the installation keeps it."""

import os

import click

from simulator.commands.edge import explained, kept, now
from simulator.retention import tidy as tidy_up
from simulator.settings import load_settings
from simulator.workspace import retention_days, workspace_of


@click.command()
def tidy() -> None:
    """Delete practice that nobody has touched for so long as the setting or the workspace says. Assessed attempts stay.

    The app does the same when it starts; for one that runs for months, call this once a day.
    """
    with explained():
        setting = load_settings(os.environ).retention_days
    with kept() as store:
        days = retention_days(setting, workspace_of(store))
        gone = tidy_up(store, days, now())
    if not days:
        click.echo("Practice is kept for good: neither ACUERDO_RETENTION_DAYS nor the workspace says otherwise.")
        return
    click.echo(f"Deleted {gone.attempts} attempts and {gone.portfolios} portfolios not touched for {days} days.")
