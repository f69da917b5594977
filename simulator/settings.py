"""Settings: read once, at the edge, from the environment and from ``acuerdo.toml`` in the home folder.

``docs/settings.md`` documents each one; a test fails where one is missing there.
"""

import ipaddress
import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import platformdirs
from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails

from scenarios.values import Frozen
from simulator.refusals import Refusal, nearest

PREFIX, FILE, MAX_FILE = "ACUERDO_", "acuerdo.toml", 64 * 1024
_HOST = re.compile(r"^(?!-)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*$")
_ENDPOINT = re.compile(r"https?://[A-Za-z0-9.-]{1,253}(:\d{1,5})?(/[A-Za-z0-9._~%/-]{0,300})?")
_URL = re.compile(r"https?://[A-Za-z0-9.-]{1,253}(:\d{1,5})?/?")


class Settings(Frozen):
    """What an installation may choose. ``database_url`` may hold a password and so is never printed."""

    home: Path = Field(description="folder of the database and of acuerdo.toml")
    database_url: str = Field(min_length=1, repr=False, description="SQLAlchemy URL of the database")
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    port: int = Field(default=8501, ge=1, le=65535)
    address: str = "127.0.0.1"
    access: Literal["solo", "accounts", "sso"] = "solo"
    public_url: str = Field(default="", description="address that people type, where it is not the one listened on")
    proxies: str = "127.0.0.1"
    retention_days: int = Field(default=0, ge=0, le=36500, description="untouched practice is kept so long; 0: always")
    contest_days: int = Field(default=14, ge=1, le=365, description="days in which a contested score is answered")
    helplines: Path = Field(default=Path("helplines.yaml"), description="file of the helplines that the agency names")

    sso_issuer: str = Field(default="", validate_default=True, description="the sign-on provider, as it names itself")
    sso_client_id: str = Field(default="", validate_default=True, description="our name at the provider")
    sso_client_secret: str = Field(default="", repr=False, description="empty where the provider gave none")
    sso_name: str = Field(default="", max_length=60, description="what people call the provider, on the button")
    sso_scopes: str = "openid profile email"
    sso_prompt: Literal["select_account", "login", "consent", "omitted"] = "select_account"
    sso_role_claim: str = Field(default="groups", min_length=1, description="the claim that gives roles")
    sso_cohort_claim: str = Field(default="groups", min_length=1, description="the claim that gives cohorts")
    sso_mapping: Path = Field(default=Path("sso.yaml"), description="file that says which group gives which role")
    sso_unknown: Literal["refuse", "trainee"] = "refuse"
    sso_hours: int = Field(default=12, ge=1, le=168, description="hours after which one signs in again")
    lrs_url: str = Field(default="", description="address of the learning record store that statements go to")
    lrs_key: str = Field(default="", max_length=200, repr=False, description="name of its client")
    lrs_secret: str = Field(default="", max_length=500, repr=False, description="password of its client")

    @property
    def https(self) -> bool:
        """Whether people reach it by https, so that cookies are sent by nothing else."""
        return self.public_url.startswith("https://")

    @field_validator("sso_issuer", "sso_client_id")
    @classmethod
    def _of_a_provider(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("access") == "sso" and not value:
            raise ValueError("ACUERDO_ACCESS is sso, which needs it; the provider's page says what it is")
        if value and info.field_name == "sso_issuer" and not is_ours_to_reach(value, value):
            raise ValueError("write the provider's address as it writes it, as in https://login.example.com")
        return value

    @field_validator("log_level", "access", mode="before")
    @classmethod
    def _any_case(cls, value: object) -> object:
        return value.strip().lower() if isinstance(value, str) else value

    @field_validator("address")
    @classmethod
    def _an_address(cls, value: str) -> str:
        try:
            ipaddress.ip_address(value)
        except ValueError:
            if not _HOST.match(value) or re.fullmatch(r"[\d.]+", value):
                raise ValueError("write an IP address or a host name, as in 127.0.0.1") from None
        return value

    @field_validator("public_url")
    @classmethod
    def _a_url(cls, value: str) -> str:
        if value and not _URL.fullmatch(value):
            raise ValueError("write it as in https://acuerdo.example.com, without a path")
        return value.rstrip("/")

    @field_validator("lrs_url")
    @classmethod
    def _an_endpoint(cls, value: str) -> str:
        if value and not _ENDPOINT.fullmatch(value):
            raise ValueError("write it as in https://lrs.example.com/xapi, without name, password or question mark")
        return value.rstrip("/")

    @field_validator("proxies")
    @classmethod
    def _networks(cls, value: str) -> str:
        for one in value.split(","):
            ipaddress.ip_network(one.strip(), strict=False)
        return value


def is_ours_to_reach(address: str, issuer: str) -> bool:
    """Whether an address may be asked for a provider's matters: by https, or on this machine where the issuer is."""
    try:
        at, home = urlsplit(address), urlsplit(issuer)
    except ValueError:
        return False
    here = ("localhost", "127.0.0.1")
    local = at.scheme == "http" and at.hostname in here and home.hostname in here
    return bool(at.hostname) and not at.username and address.isprintable() and (at.scheme == "https" or local)


_NAMES = tuple(name for name in Settings.model_fields if name != "home")
_VARIABLES = tuple((name, PREFIX + name.upper()) for name in _NAMES)


class SettingsError(Refusal):
    """A setting that cannot be used; the words say which, where it was read and what would do."""


def load_settings(environ: Mapping[str, str]) -> Settings:
    """The settings of this installation; the environment goes before the file. Raises ``SettingsError``."""
    home = _home(environ)
    given = tuple((name, value) for name, variable in _VARIABLES if (value := environ.get(variable)))
    return _settings(home, given, _raw(home / FILE))


@lru_cache(maxsize=8)
def _settings(home: Path, from_environment: tuple[tuple[str, str], ...], raw: bytes) -> Settings:
    """Every page asks for them several times: what was read the same is the same."""
    file, given = _read(raw, home / FILE), dict(from_environment)
    usual = {
        "database_url": f"sqlite:///{(home / 'acuerdo.sqlite3').as_posix()}",
        "helplines": home / "helplines.yaml",
        "sso_mapping": home / "sso.yaml",
    }
    values = {**usual, **file, **given, "home": home}
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise _unusable(error.errors()[0], given, home / FILE) from None


def _home(environ: Mapping[str, str]) -> Path:
    stated = environ.get(PREFIX + "HOME")
    home = Path(stated).expanduser() if stated else platformdirs.user_data_path("acuerdo", appauthor=False)
    if home.exists() and not home.is_dir():
        raise SettingsError(
            es=f"ACUERDO_HOME apunta a {home}, que no es una carpeta. Indique una carpeta.",
            en=f"ACUERDO_HOME points to {home}, which is not a folder. Name a folder.",
        )
    return home.absolute()


def _raw(path: Path) -> bytes:
    """The file as it is, but no more of it than one byte too many; nothing where there is none."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise _unreadable(path, error) from None


def _read(raw: bytes, path: Path) -> dict[str, object]:
    try:
        if len(raw) > MAX_FILE:
            raise ValueError(f"longer than {MAX_FILE // 1024} KiB")
        found = tomllib.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _unreadable(path, error) from None
    _refuse_unknown(found, path)
    return found


def _unreadable(path: Path, error: Exception) -> SettingsError:
    return SettingsError(
        es=f"{path}: no se pudo leer ({error}). Corríjalo o bórrelo.",
        en=f"{path}: cannot be read ({error}). Mend it or delete it.",
    )


def _refuse_unknown(found: Mapping[str, object], path: Path) -> None:
    for key in found:
        if key not in _NAMES:
            near = nearest(key, _NAMES) or ", ".join(_NAMES)
            raise SettingsError(
                es=f"{path}: no existe el ajuste {key!r}. Pruebe con: {near}.",
                en=f"{path}: there is no setting {key!r}. Try: {near}.",
            )


def _unusable(error: ErrorDetails, given: Mapping[str, str], path: Path) -> SettingsError:
    name = str(error["loc"][0])
    where = PREFIX + name.upper() if name in given else f"{path}: {name}"
    what = error["msg"].removeprefix("Value error, ")
    return SettingsError(
        es=f"{where}: el valor no sirve ({what}). Vea docs/settings.md.",
        en=f"{where}: the value cannot be used ({what}). See docs/settings.md.",
    )
