"""The comforts of a profile, and how the debtor's words are delivered."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from simulator.comfort import Comfort, comfort_of, with_comfort
from simulator.delivery import FAST, LONGEST, SHORTEST, SLOW, speaking_rate, thinking_ms
from simulator.kept import Profile
from simulator.state import Said, Step
from tests.simulator.engine import state

ANA = Profile(id="a", name="Ana", role="trainee", created_at=datetime(2026, 11, 23, tzinfo=UTC))


def test_what_is_chosen_is_kept_and_the_rest_of_the_settings_stays() -> None:
    chosen = Comfort(text_size=130, voice=True, meter=False)
    kept = with_comfort(ANA.model_copy(update={"settings": {"other": 1}}), chosen)
    assert comfort_of(kept) == chosen
    assert kept.settings["other"] == 1


def test_nobody_and_a_new_profile_have_the_usual() -> None:
    assert comfort_of(None) == comfort_of(ANA) == Comfort()
    assert not Comfort().dictation


@given(
    st.dictionaries(
        st.sampled_from([*Comfort.model_fields, "x"]), st.none() | st.integers() | st.sampled_from(["", "on", "115"])
    )
)
def test_settings_of_an_unknown_form_are_as_usual(settings: dict[str, object]) -> None:
    comfort = comfort_of(ANA.model_copy(update={"settings": settings}))
    assert comfort.text_size in (100, 115, 130)


def step(words: str, number: int = 1, **levels: object) -> Step:
    return Step(number=number, said=Said(text="x"), reading=None, words=words, state=state(**levels))


levels = st.integers(0, 100)


@given(words=st.integers(1, 400), anger=levels, trust=levels, commitment=levels)
def test_thought_and_pace_keep_their_bounds(words: int, anger: int, trust: int, commitment: int) -> None:
    answer = step("palabra " * words, anger=anger, trust=trust, commitment=commitment)
    assert SHORTEST <= thinking_ms(answer) <= LONGEST
    assert SLOW <= speaking_rate(answer) <= FAST


def test_who_picks_up_and_who_says_nothing_does_not_think() -> None:
    assert thinking_ms(step("¿Bueno?", number=0)) == 0
    assert thinking_ms(step("")) == 0


def test_long_words_take_longer_distrust_hesitates_and_anger_hurries() -> None:
    short, long = step("Sí.", anger=20, trust=50), step("sí " * 30, anger=20, trust=50)
    assert thinking_ms(short) < thinking_ms(long)
    assert thinking_ms(step("sí " * 20, anger=20, trust=5)) > thinking_ms(step("sí " * 20, anger=20, trust=70))
    assert thinking_ms(step("sí " * 20, anger=95, trust=50)) < thinking_ms(step("sí " * 20, anger=20, trust=50))
    assert speaking_rate(step("Sí.", anger=95)) > speaking_rate(step("Sí.", anger=20, commitment=0))
