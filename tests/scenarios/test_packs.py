"""The shared packs: enough words in both languages, said as each country says them."""

from collections import Counter
from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml

from scenarios.acts import DialogueAct
from scenarios.case import Case
from scenarios.country import countries, load_country
from scenarios.expressions import Condition
from scenarios.generation import generate_case
from scenarios.load import parse_scenario
from scenarios.packs import PACKS
from scenarios.scenario import Beat, Scenario
from scenarios.text import OF_THE_TALK, render
from simulator.debtor import Scene, choose_beat
from simulator.state import State

ON = date(2026, 11, 23)
TURNS = 14
LEAST, LEAST_IN_A_COUNTRY = 4, 2
SPOKEN = sorted(path.stem for path in PACKS.glob("*.yaml") if path.stem != "dynamics")
ORDER = ["messages", "telephone", "bargaining", "again", "courtesy", "grumbles", "dynamics", "endings"]
PLACES = [(code, language) for code in countries() for language in load_country(code).languages]


@cache
def entries(pack: str) -> list[dict[str, Any]]:
    content = yaml.safe_load((PACKS / f"{pack}.yaml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = content.get("beats", []) + content.get("endings", [])
    return found


@pytest.fixture(scope="module")
def spoken_to(tiny_text: str) -> Scenario:
    """The tiny scenario in every country, with nothing but the packs to say."""
    before, _, rest = tiny_text.partition("\nbeats:\n")
    _, _, after = rest.partition("\nendings:\n")
    text = f"{before}\nbeats: []\nendings:\n{after.partition('playthroughs:')[0]}"
    text = text.replace("countries: [MX, CL, ES, US]", f"countries: [{', '.join(countries())}]")
    return parse_scenario(text.replace("\naccount:", f"\ninclude: [{', '.join(ORDER)}]\naccount:", 1), "spoken_to.yaml")


def scene(case: Case, **state: Any) -> Scene:
    return Scene(
        State(**{"anger": 50, "trust": 35, "commitment": 30, "phase": "talk", "turn": 3} | state), case, frozenset()
    )


BRIEF = {"voicemail", "somebody_else", "acquaintance", "at_work"}
"""Packs of contacts that are over in a turn or two: a machine, somebody who picks up in another's place."""


@pytest.mark.parametrize("pack", sorted(set(SPOKEN) - BRIEF))
def test_each_moment_has_several_ways_to_say_it(pack: str) -> None:
    few = [
        (entry["id"], key)
        for entry in entries(pack)
        for key, said in entry["say"].items()
        if len(set(said)) < (LEAST if key in ("es", "en") else LEAST_IN_A_COUNTRY)
    ]
    assert few == []


@pytest.mark.parametrize("pack", SPOKEN)
def test_a_country_is_written_for_only_where_it_says_it_otherwise(pack: str) -> None:
    same = [
        (entry["id"], key)
        for entry in entries(pack)
        for key, said in entry["say"].items()
        if "-" in key and set(said) <= set(entry["say"][key.partition("-")[0]])
    ]
    assert same == []


@pytest.mark.parametrize("pack", SPOKEN)
def test_no_line_stands_twice_under_one_key(pack: str) -> None:
    for entry in entries(pack):
        for said in entry["say"].values():
            assert len(said) == len(set(said)), entry["id"]


@pytest.mark.parametrize(("code", "language"), PLACES)
def test_every_line_can_be_spoken_in_every_country(spoken_to: Scenario, code: str, language: str) -> None:
    case = generate_case(spoken_to, code, 7, ON, language=language)
    talk = dict.fromkeys(OF_THE_TALK, "3")
    keys = (language, f"{language}-{code}")
    for entry in (e for pack in SPOKEN for e in entries(pack)):
        for line in (line for key in keys for line in entry["say"].get(key, ())):
            words = render(line, case, talk)
            assert words
            assert not set("{}") & set(words)


@pytest.mark.parametrize("mood", [(80, 10), (80, 50), (50, 10), (50, 50), (20, 20), (20, 70)])
@pytest.mark.parametrize(("code", "language"), PLACES)
def test_whoever_grumbles_for_fourteen_turns_never_repeats_a_line(
    spoken_to: Scenario, code: str, language: str, mood: tuple[int, int]
) -> None:
    case, said, spoken = generate_case(spoken_to, code, 3, ON, language=language), [], []
    for turn in range(3, 3 + TURNS):
        now = scene(case, anger=mood[0], trust=mood[1], turn=turn, lines=tuple(said), beats=tuple(spoken))
        chosen = choose_beat(spoken_to, "reply", now)
        assert chosen is not None
        spoken.append(chosen[0].id)
        said.append(chosen[1])
    assert Counter(said).most_common(1)[0][1] == 1


@pytest.mark.parametrize(
    ("channel", "moment", "begins"),
    [("call", "propose", "proposes"), ("whatsapp", "propose", "chat_proposes"), ("sms", "counter", "chat_counters"),
     ("email", "accept", "mail_agrees"), ("email", "opening", "mail_opens"), ("whatsapp", "opening", "chat_opens")],
)  # fmt: skip
def test_each_channel_has_its_own_voice(spoken_to: Scenario, channel: Any, moment: Any, begins: str) -> None:
    case = generate_case(spoken_to, "PE", 7, ON).model_copy(update={"channel": channel})
    chosen = choose_beat(spoken_to, moment, scene(case))
    assert chosen is not None
    assert chosen[0].id == begins


@pytest.mark.parametrize(
    ("promise", "expected"),
    [("kept", "picks_up_kept"), ("broken", "picks_up_broken"), ("due", "picks_up_due"), ("none", "picks_up_again")],
)
def test_a_second_call_is_answered_by_what_became_of_the_promise(
    spoken_to: Scenario, promise: str, expected: str
) -> None:
    case = generate_case(spoken_to, "CO", 7, ON)
    chosen = choose_beat(spoken_to, "opening", scene(case, contact=2, promise=promise, turn=0))
    assert chosen is not None
    assert chosen[0].id == expected


def test_a_scenario_that_says_as_much_as_a_pack_is_heard_first(spoken_to: Scenario) -> None:
    own = Beat(
        id="own", on="reply", acts_any=(DialogueAct.ASK_REASON,), when=Condition("trust < 90"),
        say={"es": ("Se me quemó la casa.",), "en": ("My house burnt down.",)},
    )  # fmt: skip
    written = spoken_to.model_copy(update={"beats": (own, *spoken_to.beats)})
    case = generate_case(written, "AR", 7, ON)
    asked = Scene(scene(case).state, case, frozenset({DialogueAct.ASK_REASON}))
    chosen = choose_beat(written, "reply", asked)
    assert chosen is not None
    assert chosen[0].id == "own"
