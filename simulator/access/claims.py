"""What a sign-on provider says of somebody, and what that means here: a role and cohorts, by the agency's own file.

``sso.yaml`` in the home folder (or the file that ``ACUERDO_SSO_MAPPING`` names)::

    roles:
      collections-leads: manager
      collections-agents: trainee
    cohorts:
      floor-north: Norte
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic import Field, ValidationError

from scenarios.problem import ScenarioError
from scenarios.source import read_nodes, read_text
from scenarios.values import Frozen, Language
from simulator.kept import Role
from simulator.refusals import Refusal
from simulator.typed import storable

MOST, LONGEST = 200, 255
_STRONGEST: tuple[Role, ...] = ("administrator", "manager", "trainer", "trainee")
assert set(_STRONGEST) == set(get_args(Role))


class ClaimMapping(Frozen):
    """Which value of the provider's claims gives which role, and which places somebody in which cohort, by name."""

    roles: dict[str, Role] = Field(default_factory=dict, max_length=MOST)
    cohorts: dict[str, str] = Field(default_factory=dict, max_length=MOST)


class Claimed(Frozen):
    """Somebody as the provider knows them. ``role`` is ``None`` where nothing that it says gives one."""

    issuer: str
    subject: str
    name: str
    language: Language
    role: Role | None
    cohorts: tuple[str, ...]


class BadMapping(Refusal):
    """The agency's file cannot be used; the words say where and what would do."""


def load_mapping(path: Path) -> ClaimMapping:
    """The agency's file; an empty mapping where there is none. Raises ``BadMapping``."""
    if not path.is_file():
        return ClaimMapping()
    try:
        return ClaimMapping.model_validate(read_nodes(read_text(path), path.name).plain())
    except ScenarioError as error:
        raise _bad(path, str(error)) from None
    except ValidationError as error:
        first = error.errors()[0]
        raise _bad(path, f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}") from None


def claimed(
    claims: Mapping[str, Any], mapping: ClaimMapping, roles_in: str = "groups", cohorts_in: str = "groups"
) -> Claimed:
    """What verified claims come to. ``roles_in`` and ``cohorts_in`` name claims, with dots into nested ones.

    Of several roles the strongest counts; values that the mapping does not name count for nothing.
    """
    found = {mapping.roles[value] for value in values(claims, roles_in) if value in mapping.roles}
    cohorts = (mapping.cohorts[value] for value in values(claims, cohorts_in) if value in mapping.cohorts)
    return Claimed(
        issuer=str(claims["iss"])[:LONGEST], subject=str(claims["sub"]), name=_name(claims),
        language="en" if str(claims.get("locale", "")).lower().startswith("en") else "es",
        role=next((role for role in _STRONGEST if role in found), None), cohorts=tuple(dict.fromkeys(cohorts)),
    )  # fmt: skip


def values(claims: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """The texts of a claim, be it one text or a list; nothing where it is missing or something else."""
    here: Any = claims.get(name)
    if here is None:
        here = claims
        for part in name.split("."):
            here = here.get(part) if isinstance(here, Mapping) else None
    listed = [here] if isinstance(here, str) else here if isinstance(here, list) else []
    return tuple(one for one in listed if isinstance(one, str))


def _name(claims: Mapping[str, Any]) -> str:
    """The name to be shown at first: people change it in their settings."""
    for key in ("name", "preferred_username", "email", "sub"):
        name = claims.get(key)
        plain = " ".join(storable(name[:160]).split())[:80] if isinstance(name, str) else ""
        if plain:
            return plain
    return "–"


def _bad(path: Path, what: str) -> BadMapping:
    return BadMapping(
        es=f"{path}: no se pudo leer qué grupo da qué puesto ({what}). Corrija el archivo; vea docs/security.md.",
        en=f"{path}: which group gives which role cannot be read ({what}). Mend the file; see docs/security.md.",
    )
