"""Passwords: which may be chosen, how they are kept (argon2id), and how one is tried without telling who exists."""

import re
import threading
import unicodedata
from functools import cache
from importlib import resources

import yaml
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from simulator.access.refusals import WeakPassword

SHORTEST, LONGEST, FEWEST_KINDS = 10, 200, 5
AT_ONCE = 4
"""One trial takes 64 MiB: more than this many wait for their turn, so that a flood cannot exhaust the memory."""


def refuse_weak(password: str, *names: str) -> None:
    """Raise ``WeakPassword`` for one that is short, common, of few characters, or is one of the names."""
    plain = normalised(password)
    if not SHORTEST <= len(plain) <= LONGEST:
        raise WeakPassword(
            es=f"La contraseña lleva de {SHORTEST} a {LONGEST} caracteres. Pueden ser varias palabras.",
            en=f"A password has {SHORTEST} to {LONGEST} characters. Several words will do.",
        )
    if _core(plain) in common() or len(set(plain.casefold())) < FEWEST_KINDS:
        raise WeakPassword(
            es="Esa contraseña es de las primeras que se prueban. Elija tres o cuatro palabras que no vayan juntas.",
            en="That password is among the first that are tried. Choose three or four words that do not go together.",
        )
    if {_letters(plain)} & {_letters(name) for name in names if name}:
        raise WeakPassword(
            es="La contraseña no puede ser su nombre. Elija tres o cuatro palabras que no vayan juntas.",
            en="Your name cannot be the password. Choose three or four words that do not belong together.",
        )


def normalised(password: str) -> str:
    """One way of writing for what looks the same (NFKC), so that every keyboard gets in; half characters become ?."""
    return unicodedata.normalize("NFKC", password.encode("utf-8", "replace").decode("utf-8"))


@cache
def common() -> frozenset[str]:
    """The common passwords, without digits and marks at their ends; nothing but such is as common."""
    text = resources.files("simulator.access").joinpath("common_passwords.yaml").read_text("utf-8")
    return frozenset(str(word) for word in yaml.safe_load(text)) | {""}


def _core(password: str) -> str:
    """What is left without the digits and marks at both ends: of dates and telephone numbers, nothing."""
    return re.sub(r"^[\W\d_]+|[\W\d_]+$", "", password.casefold())


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", normalised(text).casefold())


class Passwords:
    """Keeping and trying passwords. ``hasher`` holds the parameters; its defaults are RFC 9106's second choice."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turns = threading.BoundedSemaphore(AT_ONCE)
        self._nobody = ""

    def kept(self, password: str) -> str:
        """The password as it is stored; never the same twice."""
        with self._turns:
            return self._hasher.hash(normalised(password))

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether this is the password. ``None`` (nobody) is tried as long as somebody, and never fits."""
        tried = kept or self._nobodys()
        with self._turns:
            try:
                self._hasher.verify(tried, normalised(password[:LONGEST]))
            except (VerificationError, InvalidHashError):
                return False
        return bool(kept)

    def outdated(self, kept: str) -> bool:
        """Whether it was stored with other parameters than today's."""
        return self._hasher.check_needs_rehash(kept)

    def _nobodys(self) -> str:
        if not self._nobody:
            self._nobody = self.kept("nobody ever typed this")
        return self._nobody
