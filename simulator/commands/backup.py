"""``acuerdo backup``: everything that is kept, in one file, while the app runs."""

import os
from pathlib import Path

import click

from simulator.audited import Deed
from simulator.commands.edge import FILE, as_json, explained, now
from simulator.settings import load_settings
from simulator.store import Store
from simulator.store.backup import back_up
from simulator.store.upgrade import newest_revision


@click.command()
@click.argument("file", type=FILE)
@click.option("--json", "json_wanted", is_flag=True, help="Print what was saved as JSON.")
def backup(file: Path, json_wanted: bool) -> None:
    """Save everything to FILE, which must not exist yet. The app may go on running.

    The file is the same for SQLite and PostgreSQL, was read back before it got its name, and holds what people typed:
    keep it as safe as the database.
    """
    with explained():
        url = load_settings(os.environ).database_url
        manifest = back_up(url, file, now())
        rows = sum(table.rows for table in manifest.tables.values())
        if manifest.revision == newest_revision():  # an older database is left as it is
            with Store.open(url) as store:
                store.audit.note(Deed.BACKED_UP, now(), details={"rows": rows})
    if json_wanted:
        click.echo(as_json(manifest.model_dump(mode="json"), indent=2))
        return
    click.echo(f"{file}: {rows:,} rows of {len(manifest.tables)} tables, read back and verified.")
    click.echo(f"The audit log stood at {manifest.audit}. Note it elsewhere; see docs/operations.md.")
