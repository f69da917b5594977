"""``acuerdo demo``: a believable floor in an empty database, to look at, to try things on, and to measure with."""

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from functools import partial
from typing import Any

import click

from simulator.access.audit import audited
from simulator.access.invitations import LASTS, Invitations
from simulator.access.passwords import Passwords
from simulator.access.people import SHELL
from simulator.commands.edge import DAY, Explained, explained, now, on_each_line
from simulator.demo.floor import Floor, small_floor, whole_floor
from simulator.demo.making import Made, make
from simulator.demo.multiplying import multiplied
from simulator.server import address
from simulator.settings import Settings, load_settings
from simulator.store import Store

LARGEST = 1_000_000
SEED = 7


@click.command()
@click.option("--into", metavar="URL", help="The empty database; by default that of the settings.")
@click.option("--on", type=DAY, help="The day that the weeks lead up to; today by default.")
@click.option("--small", is_flag=True, help="Two cohorts, 8 trainees, 4 weeks, in place of 3, 40 and 12.")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=SEED, show_default=True)
@click.option("--processes", type=click.IntRange(1, 64), help="How many play at once; one for each processor, to 8.")
@click.option("--attempts", type=click.IntRange(1, LARGEST), help="Copy what was played until there are so many.")
def demo(**options: Any) -> None:
    """Fill an EMPTY database with a floor of trainees, for looking at and measuring.

    Every call is played by seeded players through the real engine, reading and scoring: nothing is made up. Only
    --attempts copies: the same calls again under other people and on other days, for benchmarks.
    """
    with explained():
        settings = load_settings(os.environ)
        url, floor = options["into"] or settings.database_url, _floor(options)
        made = _made(url, floor, options["processes"])
        on_each_line(_counted(floor, made))
        if options["attempts"]:
            _multiplied(url, floor, options["attempts"])
        on_each_line(_ways_in(settings, url, made))


def _floor(options: dict[str, Any]) -> Floor:
    day: datetime = options["on"] or now()
    return (small_floor if options["small"] else whole_floor)(day.date(), options["seed"])


def _made(url: str, floor: Floor, processes: int | None) -> Made:
    at_once = processes or min(os.cpu_count() or 1, 8)
    with _bar(len(floor.trainees), "Playing") as bar:
        try:
            return make(url, floor, now(), at_once, partial(_shown, bar))
        except KeyboardInterrupt:
            raise Explained("\nInterrupted; the database is as it was.") from None


def _multiplied(url: str, floor: Floor, attempts: int) -> None:
    with _bar(attempts, "Copying") as bar:
        try:
            counts = multiplied(url, floor, attempts, partial(_shown, bar))
        except KeyboardInterrupt:
            raise Explained("\nInterrupted; what was copied so far stands, each call whole.") from None
    click.echo(
        f"Copied for benchmarks: {counts['attempt']:,} calls with {counts['turn']:,} turns are copies of those played, "
        f"under {counts['profile']:,} more people and on other days. They say nothing about anybody."
    )


def _shown(bar: Any, count: int) -> None:
    """Move the bar, where there is one, to so many."""
    if bar is not None:
        bar.update(count - bar.pos)


def _bar(length: int, label: str) -> AbstractContextManager[Any]:
    """A bar where somebody looks at it."""
    if not sys.stderr.isatty():
        return nullcontext()
    return click.progressbar(length=length, label=label, file=sys.stderr)


def _counted(floor: Floor, made: Made) -> list[str]:
    rows, trainees = made.rows, len(floor.trainees)
    return [
        f"{len(floor.squads)} cohorts, {trainees} trainees, {len(floor.people) - trainees} others; "
        f"{floor.weeks} weeks up to {floor.on}: {rows['attempt']:,} calls, {rows['turn']:,} turns, "
        f"{rows['scorecard']:,} scorecards, {rows['drill_try']:,} drills.",
        "All of it was played by seeded players and scored as anybody's calls are.",
    ]


def _ways_in(settings: Settings, url: str, made: Made) -> list[str]:
    """Where people sign in: a one-time link for one of each role. Elsewhere profiles are simply chosen."""
    if settings.access == "solo":
        return ["Start the app and choose a profile: acuerdo run"]
    lines = [f"One-time links, for {LASTS.days} days; `acuerdo people reset NAME` makes more:"]
    with Store.open(url) as store:
        invitations = Invitations(store, now, Passwords(), audited(store, now))
        for key in ("administrator 1", "manager 1", "trainer 1", "MX 1"):
            token, profile = invitations.link_for(SHELL, made.ids[key]), store.profiles.get(made.ids[key])
            name = f"{profile.name} ({profile.role})" if profile else key
            lines.append(f"  {name}: {address(settings)}/invitation?token={token}")
    return lines
