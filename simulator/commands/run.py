"""``acuerdo run``: the app on this machine."""

import os

import click

from simulator.commands.edge import explained, now
from simulator.retention import tidy
from simulator.server import serve
from simulator.settings import load_settings
from simulator.store import Store
from simulator.workspace import retention_days, workspace_of


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
def run(port: int | None, no_browser: bool) -> None:
    """Start the app on this machine."""
    with explained():
        settings = load_settings(os.environ)
        with Store.open(settings.database_url) as store:  # a database that cannot be used stops here, in words
            tidy(store, retention_days(settings.retention_days, workspace_of(store)), now())
        serve(settings.model_copy(update={"port": port}) if port else settings, open_browser=not no_browser)
