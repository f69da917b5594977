"""Words for people: roles, how an account stands, and a line of all that."""

from collections.abc import Mapping

from simulator.access.kept import Person
from simulator.app_pages.opening import by_provider
from simulator.i18n import Translator


def role(_: Translator, name: str) -> str:
    """A role."""
    return {
        "trainee": _("Trainee"), "trainer": _("Trainer"), "manager": _("Manager"), "administrator": _("Administrator"),
    }[name]  # fmt: skip


def stands(_: Translator, person: Person) -> str:
    """How somebody's account stands."""
    account = person.account
    if account is None:
        return _("no account yet")
    if account.disabled_at is not None:
        return _("shut out")
    if account.password_hash is not None or by_provider():
        return _("active")
    return _("invited") if person.invited_until else _("the link has expired")


def line(_: Translator, person: Person, cohorts: Mapping[str, str]) -> str:
    """Role, cohorts, team, how the account stands."""
    account = person.account
    groups = (cohorts.get(one.cohort_id, "") for one in person.memberships)
    parts = [role(_, person.profile.role), *groups, account.team if account else "", stands(_, person)]
    return " · ".join(part for part in parts if part)


def label(name: str) -> str:
    """A name on a link, where Markdown would be read: every mark escaped."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]()#+-.!~$<>:|&^=" else c for c in name)
