"""``acuerdo drills``: the moments that are drilled, and the bank of them made anew."""

from collections import Counter

import click

from scenarios.load import list_scenarios
from simulator.commands.edge import explained, on_each_line
from simulator.printing import table


@click.command()
@click.option("--write", "write_wanted", is_flag=True, help="Find them anew in the library and keep them; a minute.")
def drills(write_wanted: bool) -> None:
    """How many drills there are, by language, criterion and kind of moment."""
    from simulator.drills import bank, finding  # noqa: PLC0415 - the engine is only loaded where it is used

    with explained():
        if write_wanted:
            bank.write(drill for scenario in list_scenarios() for drill in finding.moments_of(scenario))
        kept = bank.drills()
    counted = Counter((d.language, d.criterion, d.kind) for d in kept)
    rows = [
        {"language": language, "criterion": criterion, "kind": kind, "drills": n}
        for (language, criterion, kind), n in sorted(counted.items())
    ]
    on_each_line(table(rows, ["language", "criterion", "kind", "drills"]))
    click.echo(f"{len(kept)} drills from {len({d.scenario for d in kept})} scenarios")
