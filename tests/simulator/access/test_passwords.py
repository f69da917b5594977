"""Which passwords may be chosen, and how they are kept."""

import pytest
from argon2 import PasswordHasher
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.access.passwords import Passwords, common, refuse_weak
from simulator.access.refusals import WeakPassword
from tests.simulator.access.conftest import CHEAP


@pytest.mark.parametrize(
    "weak",
    [
        "", "nine char", "x" * 201, "password2026!", "¡Contraseña2026", "P@ssw0rd1234", "1234567890", "2026-11-23 15",
        "aaaaaaaaaaaa", "abababababab", "Ana Ruiz 2026", "ana.ruiz.99!", "BIENVENIDOS1", "qwertyuiop",
    ],
)  # fmt: skip
def test_what_is_guessed_first_is_refused_with_words(weak: str) -> None:
    with pytest.raises(WeakPassword) as refusal:
        refuse_weak(weak, "Ana Ruiz", "ana.ruiz")
    assert refusal.value.in_language("es") != refusal.value.in_language("en")
    assert refusal.value.kept == "", "a password is never handed back"


@pytest.mark.parametrize(
    "strong", ["tres gatos en bici", "Ana Ruiz tiene tres gatos", "ñandúes y 7 pájaros", "kX9#mQ2$vL"]
)
def test_several_words_or_a_drawn_one_will_do(strong: str) -> None:
    refuse_weak(strong, "Ana Ruiz", "ana")


def test_the_common_ones_are_listed_as_they_are_compared() -> None:
    assert all(word == word.casefold() for word in common())
    assert len(common()) > 80


def test_the_parameters_are_those_of_the_rfc() -> None:
    kept = Passwords().kept("tres gatos en bici")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=60)
def test_a_password_fits_itself_and_no_other(one: str, other: str) -> None:
    passwords = Passwords(PasswordHasher(**CHEAP))
    kept = passwords.kept(one)
    assert passwords.fits(kept, one)
    assert passwords.fits(kept, other) == (passwords.fits(passwords.kept(other), one))


def test_letters_composed_in_two_ways_are_one_password() -> None:
    passwords = Passwords(PasswordHasher(**CHEAP))
    assert passwords.fits(passwords.kept("ma\u00f1ana en bici"), "man\u0303ana en bici")


@pytest.mark.parametrize("kept", [None, "", "plain", "$argon2id$broken"])
def test_nobody_and_a_broken_hash_never_fit(kept: str | None) -> None:
    assert not Passwords(PasswordHasher(**CHEAP)).fits(kept, "nobody ever typed this")
