"""``acuerdo restore``: a backup, into an empty database of either engine."""

import os
from pathlib import Path

import click

from simulator.audited import Deed
from simulator.commands.edge import FILE, explained, now
from simulator.settings import load_settings
from simulator.store import Store
from simulator.store.restore import restore as bring_back


@click.command()
@click.argument("file", type=FILE)
@click.option("--into", metavar="URL", help="The empty database; by default that of the settings.")
def restore(file: Path, into: str | None) -> None:
    """Bring the backup FILE back, into an empty database.

    It is refused where the database holds anything, or where the file is not exactly what was saved. Rows, hashes
    and the audit log are compared before anything counts.
    """
    with explained():
        url = into or load_settings(os.environ).database_url
        manifest = bring_back(file, url)
        rows = sum(table.rows for table in manifest.tables.values())
        with Store.open(url) as store:
            store.audit.note(Deed.RESTORED, now(), details={"rows": rows, "made_at": manifest.made_at})
    click.echo(f"{file}: {rows:,} rows of {len(manifest.tables)} tables are back, compared row by row.")
