"""``acuerdo doctor``: is everything well with this installation, and what to do where it is not."""

import os

import click

from simulator.commands.edge import as_json
from simulator.doctor import examine

SIGNS = {"ok": "✓", "look": "!", "mend": "✗"}


@click.command()
@click.option("--json", "json_wanted", is_flag=True, help="Print a JSON line for each point.")
def doctor(json_wanted: bool) -> None:
    """Look at settings, address, disk, database, audit log, languages, scenarios and helplines.

    Each point says what is well or what to do. Exit code 1 where something must be mended. Nothing is changed, and
    no browser is needed.
    """
    findings = []
    for finding in examine(os.environ):
        findings.append(finding)
        shown = f"{SIGNS[finding.state]} {finding.name}: {finding.words}"
        click.echo(as_json(finding.model_dump()) if json_wanted else shown)
    if any(finding.state == "mend" for finding in findings):
        raise SystemExit(1)
