"""``acuerdo scenarios graph``: a scenario as a drawing, with what plays reached of it."""

from collections import Counter
from pathlib import Path

import click

from scenarios.graph import Graph
from scenarios.graph import graph as graph_of
from scenarios.load import load_scenario, path_of
from scenarios.scenario import Scenario
from simulator.commands.edge import explained
from simulator.picture import svg
from simulator.trials.coverage import reached_by
from simulator.trials.exploring import plays_of
from simulator.trials.own import drafted, own_beats


@click.command()
@click.argument("name")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="SVG file; standard output without.")
@click.option("--language", type=click.Choice(["es", "en"]), default="es", show_default=True)
@click.option("--plays", type=click.IntRange(0, 10_000), default=0, show_default=True, help="Calls to count reach by.")
def graph(name: str, out: Path | None, language: str, plays: int) -> None:
    """Draw a scenario: what may be said when, what is told, how it ends; with --plays, how often each was reached."""

    with explained():
        path = path_of(name)
        scenario, own = load_scenario(path), own_beats(drafted(path))
        drawn = graph_of(scenario, language)
        counts = _reached(scenario, drawn, plays) if plays else None
        picture = svg(drawn, own, language, counts, plays)
    if out is None:
        return click.echo(picture)
    out.write_text(picture, encoding="utf-8")
    return click.echo(str(out))


def _reached(scenario: Scenario, drawn: Graph, plays: int) -> Counter[str]:
    """How many of the plays came to each node."""
    counts: Counter[str] = Counter()
    nodes = [(n.id, n.kind, n.id.partition(":")[2]) for n in drawn.nodes if n.kind != "phase"]
    for trial in plays_of(scenario, plays, seed=1):
        reached = reached_by(trial)
        counts.update(node for node, kind, name in nodes if reached.has(kind, name))
    return counts
