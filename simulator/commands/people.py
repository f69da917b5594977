"""``acuerdo people``: who may come in, and their one-time links."""

import datetime
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import click

from simulator.access.audit import audited
from simulator.access.importing import Importing, Plan, links_as_csv
from simulator.access.invitations import LASTS, Invitations
from simulator.access.kept import Person
from simulator.access.passwords import Passwords
from simulator.access.people import SHELL, People
from simulator.access.refusals import NoSuchPerson
from simulator.access.roster import LARGEST, read_roster
from simulator.commands.edge import FILE, Explained, explained, on_each_line
from simulator.kept import Role
from simulator.printing import table
from simulator.server import address
from simulator.settings import load_settings
from simulator.store import Store

ROLE = click.Choice(get_args(Role))


@dataclass(frozen=True, slots=True)
class Desk:
    """What these commands work with."""

    people: People
    invitations: Invitations
    importing: Importing
    base: str
    solo: bool

    def link(self, profile_id: str) -> str:
        """A new one-time link."""
        return f"{self.base}/invitation?token={self.invitations.link_for(SHELL, profile_id)}"

    def find(self, who: str) -> Person:
        """By id, sign-in name, or name where only one has it. Raises ``NoSuchPerson``."""
        everybody = self.people.all(SHELL)
        exact = [p for p in everybody if who in (p.profile.id, p.account and p.account.sign_in_name)]
        called = [p for p in everybody if p.profile.name.casefold() == who.casefold()]
        found = exact or called
        if len(found) != 1:
            raise NoSuchPerson(who)
        return found[0]


@contextmanager
def desk() -> Iterator[Desk]:
    """Open the database; what is refused is said in words."""
    with explained():
        settings = load_settings(os.environ)
        with Store.open(settings.database_url) as store:
            audit = audited(store, _now)
            guests, invitations = People(store, _now, audit), Invitations(store, _now, Passwords(), audit)
            importing = Importing(store, _now, guests, invitations)
            yield Desk(guests, invitations, importing, address(settings), settings.access == "solo")


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@click.group()
def people() -> None:
    """Who may come in, and as what: add, list, reset, disable, import. Links are for ACUERDO_ACCESS=accounts."""


@people.command()
@click.argument("name")
@click.option("--role", type=ROLE, default="trainee", show_default=True)
def add(name: str, role: Role) -> None:
    """Add a trainee, trainer, manager or administrator; prints the one-time link to give them."""
    with desk() as at:
        _print_link(at.link(at.people.add(SHELL, name, role).id))
        if at.solo:
            click.echo(f"Nobody signs in here (ACUERDO_ACCESS=solo): choose {name!r} on the first page.", err=True)


@people.command("list")
def list_them() -> None:
    """Everybody, with how they come in."""
    with desk() as at:
        rows = [_row(person) for person in at.people.all(SHELL)]
    on_each_line(table(rows, ["name", "role", "signs_in_as", "stands", "id"]))


@people.command()
@click.argument("who")
def reset(who: str) -> None:
    """Make a new one-time link for somebody (name, sign-in name or id)."""
    with desk() as at:
        _print_link(at.link(at.find(who).profile.id))


@people.command()
@click.argument("who")
def disable(who: str) -> None:
    """Shut somebody out at once (name, sign-in name or id); `reset` lets them in again."""
    with desk() as at:
        person = at.find(who)
        at.people.disable(SHELL, person.profile.id)
    click.echo(f"{person.profile.name} can no longer sign in.")


@people.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--links", type=FILE, required=True, help="File to write the one-time links to, as CSV.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
def import_them(file: Path, links: Path, dry_run: bool) -> None:
    """Bring in a roster (CSV: name, role, cohort, site, team, shift, time_zone, leaver)."""
    with desk() as at:
        plan = at.importing.plan(SHELL, read_roster(file.read_bytes()[: LARGEST + 1]))
        if plan.faults:
            raise Explained("\n".join(f"{file}: row {fault.line}: {fault.en}" for fault in plan.faults))
        if not dry_run:
            _bring_in(at, plan, links)
    click.echo(" · ".join(f"{what}: {plan.count(what)}" for what in ("invite", "update", "disable", "nothing")))


def _bring_in(at: Desk, plan: Plan, links: Path) -> None:
    """The file is made first, for its owner only: links that could not be kept would be lost."""
    try:
        file = os.fdopen(os.open(links, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
    except OSError as error:
        raise Explained(f"{links}: {error.strerror}; name a new file") from None
    with file:
        file.write(links_as_csv(at.importing.carry_out(SHELL, plan), at.base))


def _print_link(link: str) -> None:
    click.echo(link)
    click.echo(f"It works once, for {LASTS.days} days. Give it to nobody else.", err=True)


def _row(person: Person) -> dict[str, object]:
    account = person.account
    return {
        "name": person.profile.name, "role": person.profile.role, "id": person.profile.id,
        "signs_in_as": (account and account.sign_in_name) or "", "stands": stands(person),
    }  # fmt: skip


def stands(person: Person) -> str:
    """How somebody's account stands, in a word or two."""
    account = person.account
    if account is None:
        return "no account"
    if account.disabled_at is not None:
        return "disabled"
    if account.password_hash is not None:
        return "active"
    return "invited" if person.invited_until else "link expired"
