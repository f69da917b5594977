"""What is kept of the ways in. Frozen values; how they are stored is the store's affair. Instants carry their zone."""

import datetime
from typing import Literal

from pydantic import Field

from scenarios.values import Frozen
from simulator.kept import Profile

Place = Literal["trainee", "manager"]
"""What somebody is in a cohort: who learns, or who leads."""


class Account(Frozen):
    """How a person signs in. Without ``password_hash`` the invitation waits to be accepted."""

    profile_id: str
    sign_in_name: str | None = None
    password_hash: str | None = Field(default=None, repr=False)
    password_set_at: datetime.datetime | None = None
    team: str = ""
    created_at: datetime.datetime
    disabled_at: datetime.datetime | None = None


class Identity(Frozen):
    """Who somebody is at a sign-on provider."""

    issuer: str
    subject: str
    profile_id: str


class Session(Frozen):
    """A browser that signed in. ``fingerprint`` is the SHA-256 of the token, which only the browser holds."""

    fingerprint: str
    profile_id: str
    created_at: datetime.datetime
    seen_at: datetime.datetime
    expires_at: datetime.datetime
    revoked_at: datetime.datetime | None = None
    browser: str = ""


class Invitation(Frozen):
    """A one-time link, by the fingerprint of its token."""

    fingerprint: str
    profile_id: str
    created_at: datetime.datetime
    expires_at: datetime.datetime
    used_at: datetime.datetime | None = None
    revoked_at: datetime.datetime | None = None

    def stands(self, at: datetime.datetime) -> bool:
        """Whether it can still be used."""
        return self.used_at is None and self.revoked_at is None and at < self.expires_at


class Cohort(Frozen):
    """A group of trainees; ``time_zone`` is a name of the IANA list, or empty."""

    id: str
    name: str
    site: str = ""
    shift: str = ""
    time_zone: str = ""


class Membership(Frozen):
    """Somebody in a cohort."""

    cohort_id: str
    profile_id: str
    place: Place


class Person(Frozen):
    """Somebody as an administrator sees them: who, how they come in, where they belong. Nothing of their calls."""

    profile: Profile
    account: Account | None
    invited_until: datetime.datetime | None = None
    memberships: tuple[Membership, ...] = ()


class Newcomer(Frozen):
    """Somebody who comes in with a roster: the person, an account without a password, the link, the cohorts."""

    profile: Profile
    account: Account
    invitation: Invitation
    memberships: tuple[Membership, ...] = ()
