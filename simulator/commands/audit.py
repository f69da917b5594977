"""``acuerdo audit``: the log of who did what, and whether it is whole."""

import click

from simulator.audited import Head, Line
from simulator.commands.edge import Explained, as_json, kept


@click.group()
def audit() -> None:
    """Read the audit log, and verify that nobody changed it."""


@audit.command("list")
@click.option("--after", type=click.IntRange(min=0), default=0, help="Only lines after this number.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many lines.")
@click.option("--json", "json_wanted", is_flag=True, help="Print a JSON line for each.")
def list_lines(after: int, limit: int | None, json_wanted: bool) -> None:
    """Print the lines, the oldest first: number, instant, who, what, which. People appear by id."""
    with kept() as store:
        for line in store.audit.lines(after, limit):
            click.echo(as_json(line.model_dump(mode="json")) if json_wanted else _shown(line))


@audit.command()
@click.option("--noted", metavar="NUMBER:HASH", help="A head noted earlier, which must still be in the log.")
@click.option("--json", "json_wanted", is_flag=True, help="Print the verdict as JSON.")
def verify(noted: str | None, json_wanted: bool) -> None:
    """Follow the chain from its first line. Exit code 1, and the first fault, where a line was changed or removed."""
    head = Head.read(noted) if noted else None
    if noted and head is None:
        raise Explained(f"{noted!r} is no noted head; write it as printed: NUMBER:HASH.")
    with kept() as store:
        verdict = store.audit.verify(head)
    if json_wanted:
        click.echo(as_json({"ok": not verdict.fault, "head": str(verdict.head), "fault": verdict.fault}))
    if verdict.fault:
        raise Explained(f"The audit log is not whole: {verdict.fault}.")
    if not json_wanted:
        click.echo(f"The audit log is whole: {verdict.head.number} lines. Its head, to be noted elsewhere:")
        click.echo(str(verdict.head))


def _shown(line: Line) -> str:
    details = " ".join(f"{name}={value}" for name, value in line.details.items())
    at = line.at.isoformat(sep=" ", timespec="seconds")
    return f"{line.number}  {at}  {line.actor or '–'}  {line.deed}  {line.target}  {details}".rstrip()
