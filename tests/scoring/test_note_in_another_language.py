"""A note in the other language cannot be read, and so is not judged; one that is merely short is."""

import pytest

from scoring.followup.tongue import other_language
from tests.scoring.test_follow_up import judged

ENGLISH = "Spoke with the account holder and she will pay the balance on Friday by card."


def test_such_a_note_is_not_assessed_and_says_why() -> None:
    judgement, checks = judged(ENGLISH)
    assert (judgement.level, judgement.why_not) == (None, "la nota está en inglés y la llamada fue en español")
    assert checks == {}


@pytest.mark.parametrize(
    ("note", "language", "heard"),
    [
        (ENGLISH, "en", None),
        (ENGLISH, "es", "en"),
        ("Se habló con la titular y va a pagar el viernes con tarjeta.", "en", "es"),
        ("PTP 96.20 4/12 app. SMS 3/12. Rsn: phone broke", "es", None),
        ("ok", "es", None),
        ("La titular dijo «I will pay on Friday» y colgó; llamo el lunes.", "es", None),
    ],
)
def test_the_language_is_doubted_only_where_it_is_plain(note: str, language: str, heard: str | None) -> None:
    assert other_language(note, language) == heard
