"""``acuerdo scenarios``: check, test and show scenarios."""

import sys
from datetime import datetime

import click

from scenarios.generation import generate_case
from scenarios.lint import lint as problems_in
from scenarios.load import library, list_scenarios, load_scenario, path_of
from simulator.commands.edge import DAY, RATED_ON, explained, on_each_line
from simulator.playthrough import failures
from simulator.printing import case_lines, table


@click.group()
def scenarios() -> None:
    """Check, test and show scenarios."""


@scenarios.command("list")
def list_them() -> None:
    """The scenarios there are."""

    with explained():
        rows = [
            {"id": s.id, "v": s.version, "difficulty": s.difficulty, "market": s.market,
             "countries": " ".join(s.countries), "title": s.title.get("es") or s.title.get("en")}
            for s in list_scenarios()
        ]  # fmt: skip
    on_each_line(table(rows, ["id", "v", "difficulty", "market", "countries", "title"]))


@scenarios.command()
@click.argument("names", nargs=-1)
def lint(names: tuple[str, ...]) -> None:
    """Check scenarios by id or path (all by default); exit code 1 where there is an error."""

    with explained():
        paths = [path_of(name) for name in names] if names else list(library().values())
        problems = [problem for path in paths for problem in problems_in(path)]
    for problem in problems:
        click.echo(f"{problem.severity}: {problem}")
    errors = sum(p.severity == "error" for p in problems)
    click.echo(f"{len(paths)} scenarios, {errors} errors, {len(problems) - errors} warnings")
    sys.exit(1 if errors else 0)


@scenarios.command("test")
@click.argument("names", nargs=-1)
def test_them(names: tuple[str, ...]) -> None:
    """Play the playthroughs of scenarios (all by default); exit code 1 where one behaves otherwise."""

    with explained():
        chosen = [load_scenario(name) for name in names] if names else list(list_scenarios())
    failed = 0
    for scenario in chosen:
        for playthrough in scenario.playthroughs:
            found = failures(scenario, playthrough)
            failed += bool(found)
            click.echo(f"{'FAILED' if found else 'ok'} {scenario.id} / {playthrough.name}")
            on_each_line(f"  {line}" for line in found)
    sys.exit(1 if failed else 0)


@scenarios.command()
@click.argument("name")
@click.option("--country", help="Show a generated case of this country too.")
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--on", type=DAY, default=RATED_ON, show_default="2026-11-23")
def show(name: str, country: str | None, seed: int, on: datetime) -> None:
    """What a scenario holds, and a case of it."""

    with explained():
        scenario = load_scenario(name)
        case = generate_case(scenario, country, seed, on.date()) if country else None
    click.echo(
        f"{scenario.id} v{scenario.version} · {' / '.join(scenario.title.values())} · difficulty {scenario.difficulty}"
    )
    for kind, entries in (("fact", scenario.facts), ("rule", scenario.rules), ("beat", scenario.beats)):
        click.echo(f"{kind}s: {', '.join(e.id for e in entries)}")
    for ending in scenario.endings:
        click.echo(f"ending {ending.id} → {ending.disposition} when {ending.when.text}")
    if case:
        on_each_line(case_lines(case))
