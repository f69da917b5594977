"""The workspace: what administrators choose for everybody, edition by edition, none ever lost."""

import datetime
from collections.abc import Callable
from typing import Any

from pydantic import ValidationError

from scenarios.values import Frozen
from simulator.accounts import Action, Actor, require
from simulator.audited import Deed
from simulator.installed import Workspace
from simulator.refusals import Refusal
from simulator.store import Conflict, Store
from simulator.typed import storable

EDITIONS = 20


class Edition(Frozen):
    """A workspace as it was saved: when, by whom (a name, or empty), and which fields it changed."""

    workspace: Workspace
    saved_at: datetime.datetime
    saved_by: str
    changed: tuple[str, ...]


class BadWorkspace(Refusal):
    """Something of it cannot be used; the words say which."""


class WorkspaceChanged(Refusal):
    """Somebody else saved it meanwhile; ``now`` is what stands."""

    def __init__(self, now: Workspace) -> None:
        super().__init__(
            es="Otra persona guardó cambios mientras usted escribía. Lo suyo sigue aquí: mire abajo qué cambió y "
            "guarde otra vez si lo quiere así.",
            en="Somebody else saved changes while you were writing. Yours are still here: look below at what changed, "
            "and save again if you want it this way.",
        )
        self.now = now


def workspace_of(store: Store) -> Workspace:
    """What counts now, for everybody."""
    found = store.workspaces.latest()
    return Workspace() if found is None else _read(found[0], found[1])


class WorkspaceDesk:
    """Looking at the workspace and changing it. Every act asks for leave; ``NotAllowed`` where there is none."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock = store, clock

    def now(self, actor: Actor) -> Workspace:
        """What counts now."""
        require(actor, Action.CHANGE_INSTALLATION)
        return workspace_of(self._store)

    def save(self, actor: Actor, seen: int, chosen: dict[str, Any]) -> Workspace:
        """A new edition with what was chosen, by field. ``seen`` is the version that one was looking at.

        Raises ``BadWorkspace``, and ``WorkspaceChanged`` where it is not the latest. Choosing what stands changes
        nothing.
        """
        require(actor, Action.CHANGE_INSTALLATION)
        before = workspace_of(self._store)
        if before.version != seen:
            raise WorkspaceChanged(before)
        after = _checked({**before.model_dump(), **chosen, "version": seen + 1})
        fields = changed(before, after)
        if not fields:
            return before
        try:
            with self._store.acting(
                Deed.WORKSPACE_CHANGED, self._clock(), actor.id, str(after.version), {"fields": " ".join(fields)}
            ):
                content = after.model_dump(mode="json", exclude={"version"})
                self._store.workspaces.save(after.version, content, self._clock(), self._known(actor))
        except Conflict:
            raise WorkspaceChanged(workspace_of(self._store)) from None
        return after

    def editions(self, actor: Actor) -> tuple[Edition, ...]:
        """The latest editions, the newest first."""
        require(actor, Action.CHANGE_INSTALLATION)
        found = self._store.workspaces.editions(EDITIONS + 1)
        if not found:
            return ()
        names = {profile.id: profile.name for profile in self._store.profiles.all()}
        read = [_read(version, content) for version, content, _, _ in found]
        before = [*read[1:], Workspace() if len(found) <= EDITIONS else None]
        return tuple(
            Edition(workspace=one, saved_at=at, saved_by=names.get(by or "", ""), changed=changed(old, one))
            for one, old, (_, _, at, by) in zip(read, before, found, strict=True) if old is not None
        )  # fmt: skip

    def _known(self, actor: Actor) -> str | None:
        return actor.id if self._store.profiles.get(actor.id) else None


def changed(before: Workspace, after: Workspace) -> tuple[str, ...]:
    """The fields in which two editions differ."""
    return tuple(
        name for name in Workspace.model_fields
        if name != "version" and getattr(before, name) != getattr(after, name)
    )  # fmt: skip


def retention_days(setting: int, workspace: Workspace) -> int:
    """How long untouched practice is kept: as the server's setting says, else as the workspace does; 0: always."""
    return setting or workspace.retention_days


def _read(version: int, content: dict[str, Any]) -> Workspace:
    """An edition as it was kept; what a later or an older program knew beyond our fields is left aside."""
    known = {name: value for name, value in content.items() if name in Workspace.model_fields}
    try:
        return Workspace.model_validate({**known, "version": version})
    except ValidationError as error:
        bad = {str(one["loc"][0]) for one in error.errors()}
        return Workspace.model_validate({n: v for n, v in known.items() if n not in bad} | {"version": version})


def _checked(chosen: dict[str, Any]) -> Workspace:
    plain = {name: " ".join(storable(v).split()) if isinstance(v, str) else v for name, v in chosen.items()}
    try:
        return Workspace.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0])
        raise BadWorkspace(
            es=f"Un dato no se puede guardar: {_FIELDS.get(field, field)}. Revíselo.",
            en=f"{field.replace('_', ' ').capitalize()} cannot be saved: {first['msg'].removeprefix('Value error, ')}.",
        ) from None


_FIELDS = {
    "name": "el nombre", "time_zone": "la zona horaria", "languages": "los idiomas (al menos uno)",
    "countries": "los países", "creditors": "los acreedores", "review_days": "el plazo de revisión (de 1 a 60 días)",
    "retention_days": "el plazo de conservación", "helplines": "las líneas de ayuda",
}  # fmt: skip
