"""``acuerdo xapi``: what goes to the learning record store."""

import os

import click

from simulator.commands.edge import Explained, as_json, explained, kept, now
from simulator.deliveries import Deliveries
from simulator.exports.xapi.endpoint import endpoint_of
from simulator.exports.xapi.sending import Sender
from simulator.server import address
from simulator.settings import load_settings


@click.group()
def xapi() -> None:
    """Send the results of assessed calls to a learning record store (xAPI 1.0.3)."""


@xapi.command()
def send() -> None:
    """Send what is due now. Exit code 1 where the record store turns us away."""
    with explained():
        settings = load_settings(os.environ)
    endpoint = endpoint_of(settings)
    if endpoint is None:
        raise Explained("No record store is set. Set ACUERDO_LRS_URL, ACUERDO_LRS_KEY and ACUERDO_LRS_SECRET.")
    with kept() as store:
        done = Sender(store, now, endpoint, address(settings)).all()
    click.echo(f"{done.sent} delivered, {done.later} put off, {done.parked} refused")
    if done.stopped:
        raise Explained(f"The record store turns us away ({done.stopped}). Check ACUERDO_LRS_URL, key and secret.")


@xapi.command()
@click.option("--json", "json_wanted", is_flag=True, help="Print it as JSON.")
def status(json_wanted: bool) -> None:
    """How many wait, were refused and were delivered; what was refused, and why."""
    with kept() as store:
        desk = Deliveries(store, now, load_settings(os.environ).lrs_url)
        standing, parked = desk.standing(None), desk.parked(None)
    if json_wanted:
        refused = [one.model_dump(mode="json") for one in parked]
        return click.echo(as_json({"url": desk.url, **standing.model_dump(mode="json"), "refused": refused}))
    last = standing.last_sent_at
    click.echo(f"record store: {desk.url or 'none is set'}")
    click.echo(f"{standing.waiting} waiting, {standing.parked} refused, {standing.sent} delivered")
    click.echo(f"last delivered: {last.isoformat(sep=' ', timespec='seconds') if last else 'never'}")
    if standing.trouble:
        click.echo(f"the record store answered: {standing.trouble}")
    for one in parked:
        click.echo(f"{one.id}  {one.verb}  attempt {one.attempt}  {one.answer}")
    return None


@xapi.command()
def retry() -> None:
    """Let everything that was refused or put off be tried again, at the next `send` or by the running app."""
    with kept() as store:
        count = Deliveries(store, now, "").retry(None)
    click.echo(f"{count} statements will be tried again")
