"""The doctor: looks at an installation and says, point by point, what is well and what to do about what is not."""

import datetime
import gettext
import shutil
import socket
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from babel.messages.pofile import read_po

from scenarios.load import list_scenarios
from scenarios.problem import ScenarioError
from scenarios.values import Frozen
from simulator import i18n
from simulator.access.claims import load_mapping
from simulator.helplines import load_helplines
from simulator.refusals import Refusal
from simulator.server import address, refuse_open_solo
from simulator.settings import Settings, SettingsError, load_settings
from simulator.store import Store
from simulator.store.engine import absent
from simulator.store.ready import Readiness

TIGHT, TOO_TIGHT = 1 << 30, 100 << 20
"""Bytes of free disk below which there is a word of warning, and below which it will soon fail."""


class Finding(Frozen):
    """One point: ``ok``, ``look`` (it works, but not for long or not as meant) or ``mend``; and what to do."""

    name: str
    state: Literal["ok", "look", "mend"]
    words: str


def examine(environ: Mapping[str, str]) -> Iterator[Finding]:
    """All points in order, each as soon as it is known. Without settings that can be read there is only one."""
    try:
        settings = load_settings(environ)
    except SettingsError as error:
        yield Finding(name="settings", state="mend", words=str(error))
        return
    yield Finding(name="settings", state="ok", words=f"home {settings.home}, log level {settings.log_level}")
    for name, look in POINTS.items():
        try:
            yield look(settings)
        except Refusal as refusal:
            yield Finding(name=name, state="mend", words=str(refusal))


def _address(settings: Settings) -> Finding:
    refuse_open_solo(settings)
    return Finding(name="address", state="ok", words=f"{settings.address} serves as allowed")


def _port(settings: Settings) -> Finding:
    with socket.socket(socket.AF_INET6 if ":" in settings.address else socket.AF_INET) as probe:
        probe.settimeout(2)
        try:
            taken = probe.connect_ex((settings.address, settings.port)) == 0
        except OSError as error:
            words = f"{settings.address} cannot be reached ({error}); check ACUERDO_ADDRESS"
            return Finding(name="port", state="mend", words=words)
    words = f"{settings.port} is in use: by a running Acuerdo, or by another program; if so, set ACUERDO_PORT"
    return Finding(name="port", state="look" if taken else "ok", words=words if taken else f"{settings.port} is free")


def _disk(settings: Settings) -> Finding:
    folder = next(place for place in (settings.home, *settings.home.parents) if place.exists())
    free = shutil.disk_usage(folder).free
    state: Literal["ok", "look", "mend"] = "mend" if free < TOO_TIGHT else "look" if free < TIGHT else "ok"
    advice = "" if state == "ok" else "; make room, or move ACUERDO_HOME or ACUERDO_DATABASE_URL to another disk"
    return Finding(name="disk", state=state, words=f"{free / (1 << 20):,.0f} MiB free at {folder}{advice}")


def _database(settings: Settings) -> Finding:
    if absent(settings.database_url):
        return Finding(name="database", state="ok", words="there is none yet; the app makes it when it first starts")
    readiness = Readiness(settings.database_url)
    try:
        fault = readiness.fault()
        if "stands at revision" in fault:
            words = f"{fault}; it is brought up to date when the app starts: back it up first"
            return Finding(name="database", state="look", words=words)
        fault = fault or readiness.cannot_write() or readiness.unsound()
    finally:
        readiness.close()
    if fault:
        words = f"{fault}. Check ACUERDO_DATABASE_URL, that the server runs, and who may write"
        return Finding(name="database", state="mend", words=words)
    return Finding(name="database", state="ok", words="answers, takes writes, is up to date")


def _audit(settings: Settings) -> Finding:
    if absent(settings.database_url):
        return Finding(name="audit log", state="ok", words="nothing has happened yet")
    readiness = Readiness(settings.database_url)
    fault = readiness.fault()
    readiness.close()
    if fault:
        return Finding(name="audit log", state="look", words="not looked at, since the database is not ready")
    with Store.open(settings.database_url) as store:
        verdict = store.audit.verify()
    if verdict.fault:
        words = f"{verdict.fault}. Somebody changed the database by hand: compare with a backup"
        return Finding(name="audit log", state="mend", words=words)
    return Finding(name="audit log", state="ok", words=f"whole, {verdict.head.number} lines")


def _catalogues(_: Settings) -> Finding:
    behind = [language for language in i18n.LANGUAGES if not _compiled(language)]
    if behind:
        words = f"the compiled texts of {', '.join(behind)} are missing or old; install again, or run make messages"
        return Finding(name="languages", state="mend", words=words)
    return Finding(name="languages", state="ok", words="the pages' texts are complete: " + ", ".join(i18n.LANGUAGES))


def _compiled(language: str) -> bool:
    folder = i18n.LOCALES / language / "LC_MESSAGES"
    try:
        with (folder / "acuerdo.po").open("rb") as po, (folder / "acuerdo.mo").open("rb") as mo:
            compiled, written = gettext.GNUTranslations(mo), read_po(po)
    except (OSError, ValueError):
        return False
    singular = (message for message in written if isinstance(message.id, str) and message.id and message.string)
    return all(compiled.gettext(str(message.id)) == message.string for message in singular)


def _library(_: Settings) -> Finding:
    try:
        count = len(list_scenarios())
    except ScenarioError as error:
        return Finding(name="scenarios", state="mend", words=str(error))
    return Finding(name="scenarios", state="ok", words=f"{count} can be played")


def _helplines(settings: Settings) -> Finding:
    load_helplines(settings.helplines)
    if not settings.helplines.exists():
        words = f"none are named; write {settings.helplines} for calls with people in need"
        return Finding(name="helplines", state="look", words=words)
    return Finding(name="helplines", state="ok", words=str(settings.helplines))


def _sign_on(settings: Settings) -> Finding:
    """Whether the provider answers as the one that was named, and the mapping lets anybody in."""
    if settings.access != "sso":
        return Finding(name="single sign-on", state="ok", words="not used")
    from simulator.web.provider import Provider  # noqa: PLC0415 - only who uses it pays for it

    mapping = load_mapping(settings.sso_mapping)
    if not mapping.roles and settings.sso_unknown == "refuse":
        words = f"{settings.sso_mapping} gives nobody a role: nobody can come in; see docs/settings.md"
        return Finding(name="single sign-on", state="mend", words=words)
    try:
        Provider(settings, address(settings) + "/sso-return", _now).way_in("", "", "", "en")
    except Refusal:
        words = f"{settings.sso_issuer} does not answer as a provider of that name; check ACUERDO_SSO_ISSUER"
        return Finding(name="single sign-on", state="mend", words=words)
    words = f"{settings.sso_issuer} answers; it must know {address(settings)}/sso-return"
    return Finding(name="single sign-on", state="ok", words=words)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


POINTS: dict[str, Callable[[Settings], Finding]] = {
    "address": _address, "port": _port, "disk": _disk, "database": _database, "audit log": _audit,
    "languages": _catalogues, "scenarios": _library, "helplines": _helplines, "single sign-on": _sign_on,
}  # fmt: skip
