"""``acuerdo scenarios``: check, test and show scenarios."""

import sys
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from scenarios.generation import generate_case
from scenarios.lint import is_pack
from scenarios.lint import lint as problems_in
from scenarios.load import library, list_scenarios, load_scenario, path_of
from scenarios.packs import PACKS
from scenarios.problem import Problem, ScenarioError
from scenarios.values import Language
from simulator.commands.edge import DAY, RATED_ON, explained, on_each_line
from simulator.commands.explore import explore
from simulator.commands.graph import graph
from simulator.playthrough import failures
from simulator.printing import case_lines, table
from simulator.studio.wording import in_words, said
from simulator.trials.lint import lint_played

LANGUAGE = click.option(
    "--language",
    type=click.Choice(["es", "en"]),
    default="en",
    show_default=True,
    help="In which to say what is wrong.",
)


@click.group()
def scenarios() -> None:
    """Check, test and show scenarios."""


scenarios.add_command(explore)
scenarios.add_command(graph)


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
@click.option("--packs", is_flag=True, help="Check the shared packs too.")
@LANGUAGE
@click.option("--played", is_flag=True, help="Play each scenario too, and say what the plays found (a minute or so).")
def lint(names: tuple[str, ...], packs: bool, language: Language, played: bool) -> None:
    """Check scenarios by id, file or folder (the library by default); exit code 1 where there is an error.

    A file in a folder named packs is checked as a pack.
    """

    with explained():
        paths = [path for name in names for path in _files_of(name)]
        if not names:
            paths = [*library().values()]
        if packs:
            paths += sorted(PACKS.glob("*.yaml"))
        paths = list({path.resolve(): path for path in paths}.values())
        problems = list(dict.fromkeys(problem for path in paths for problem in _problems(path, played)))
    for problem in problems:
        what, mend = in_words(problem, language)
        words = replace(problem, message=what, remedy=mend)
        click.echo(f"{problem.severity}: {words}" + (f" [{problem.rule}]" if problem.rule else ""))
    errors = sum(p.severity == "error" for p in problems)
    click.echo(f"{_counted(paths)}, {errors} errors, {len(problems) - errors} warnings")
    sys.exit(1 if errors else 0)


def _problems(path: Path, played: bool) -> Iterable[Problem]:
    """What the static rules say of a file, then what the plays of a scenario found."""
    yield from problems_in(path)
    if played and not is_pack(path):
        yield from lint_played(path)


def _files_of(name: str) -> list[Path]:
    """The file of an id or a path; of a folder, its YAML files. Raises ``ScenarioError``."""
    folder = Path(name)
    if not folder.is_dir():
        return [path_of(name)]
    found = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    if not found:
        message = "the folder holds no YAML file"
        raise ScenarioError([Problem(folder.name or name, 1, "", message, "Name a folder of scenarios or of packs")])
    return found


def _counted(paths: Collection[Path]) -> str:
    """As in "3 scenarios, 1 pack"; packs only where there are some."""
    packs = sum(is_pack(path) for path in paths)
    counts = {"scenario": len(paths) - packs, "pack": packs}
    said = [f"{n} {what}{'' if n == 1 else 's'}" for what, n in counts.items() if n]
    return ", ".join(said) or "0 scenarios"


@scenarios.command("test")
@click.argument("names", nargs=-1)
@LANGUAGE
def test_them(names: tuple[str, ...], language: Language) -> None:
    """Play the playthroughs of scenarios (all by default); exit code 1 where one behaves otherwise."""

    with explained():
        chosen = [load_scenario(name) for name in names] if names else list(list_scenarios())
    failed = 0
    for scenario in chosen:
        for playthrough in scenario.playthroughs:
            found = failures(scenario, playthrough)
            failed += bool(found)
            click.echo(f"{'FAILED' if found else 'ok'} {scenario.id} / {playthrough.name}")
            on_each_line(f"  {said(line, language)}" for line in found)
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
