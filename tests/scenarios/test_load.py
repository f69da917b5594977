import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scenarios.load import (
    LIBRARY,
    ScenarioError,
    content_hash,
    library,
    library_problems,
    list_scenarios,
    load_scenario,
    parse_scenario,
)
from scenarios.problem import Problem
from scenarios.scenario import Scenario

DATA = Path(__file__).parent / "data"
Change = Callable[[str, str], str]


def problems(text: str, packs: Path | None = None) -> tuple[Problem, ...]:
    with pytest.raises(ScenarioError) as caught:
        parse_scenario(text, "s.yaml", packs) if packs else parse_scenario(text, "s.yaml")
    return caught.value.problems


def only(text: str) -> Problem:
    found = problems(text)
    assert len(found) == 1, [str(p) for p in found]
    return found[0]


def test_a_sound_file_loads(tiny: Scenario) -> None:
    assert tiny.id == "tiny"
    assert tiny.languages == ("es", "en")
    assert tiny.beats[0].on == "opening"
    assert tiny.endings[0].say["es"] == ("Adiós.",)


def test_a_scenario_survives_json(tiny: Scenario) -> None:
    assert Scenario.model_validate_json(tiny.model_dump_json()) == tiny


def test_the_hash_follows_the_content(tiny: Scenario, tiny_text: str, changed: Change) -> None:
    assert content_hash(parse_scenario(tiny_text, "other.yaml")) == content_hash(tiny)
    assert content_hash(parse_scenario(changed("anger: 55", "anger: 56"), "s.yaml")) != content_hash(tiny)
    assert len(content_hash(tiny)) == 64


def test_every_problem_of_a_file_is_said_with_its_line_and_a_remedy() -> None:
    with pytest.raises(ScenarioError) as caught:
        load_scenario(DATA / "unknown_act.yaml")
    said = str(caught.value).splitlines()
    assert "unknown_act.yaml:15: debtor.anger: must be at most 100, not '155'. Change the number" in said
    assert any(s.startswith("unknown_act.yaml:15: debtor.humour: unknown key 'humour'. Known: anger") for s in said)
    assert (
        "unknown_act.yaml:18: rules[heard].acts_any[1]: 'acknowledge_emotions' is not known here."
        " Did you mean 'acknowledge_emotion'?" in said
    )
    assert any("unknown_act.yaml:22: endings[plan].when: unknown name 'agreed'; did you mean" in s for s in said)


def test_a_key_given_twice_is_refused() -> None:
    with pytest.raises(ScenarioError, match=r"two_keys\.yaml:4: the key 'id' stands twice \(first in line 2\)"):
        load_scenario(DATA / "two_keys.yaml")


def test_aliases_are_refused_before_they_multiply() -> None:
    with pytest.raises(ScenarioError, match=r"alias_bomb\.yaml:2: anchors"):
        load_scenario(DATA / "alias_bomb.yaml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is empty"),
        ("- a\n- b", "must be a block of keys"),
        ("just words", "must be a block of keys"),
        ("format: 1\n---\nformat: 1", "a second document"),
        ("format: 1\nid: [a", "this is not YAML"),
        ("format: 1\nid: !!python/object/apply:os.system ['true']", "tags are not allowed"),
        ("format: 1\nid: !x y", "tags are not allowed"),
        ("format: 1\n? [a, b]\n: c", "a key must be a plain word"),
        ("format: 1\nid: \x00", "a character that YAML does not allow"),
        ("format: 1\nid: \ud800", "a character that YAML does not allow"),
        ("format: 1\nx: " + "[" * 30 + "]" * 30, "nested deeper than 20"),
        ("format: 1\nx: '" + "a" * 300_000 + "'", "larger than 256 KiB"),
        ("id: a", "does not say its format"),
        ("format: true", "does not say its format"),
        ("format: 2", "Update the program"),
    ],
)
def test_what_is_no_plain_data_is_refused_in_words(text: str, said: str) -> None:
    problem = only(text)
    assert said in str(problem)
    assert problem.remedy


@pytest.mark.parametrize(
    ("old", "new", "field", "said"),
    [
        ("difficulty: 2", "difficulty: high", "difficulty", "must be a whole number, not 'high'"),
        ("skills: [calm, empathy]", "skills: calm", "skills", "must be a list, not 'calm'"),
        ("difficulty: 2\n", "", "difficulty", "is missing. Add 'difficulty:'"),
        ("countries: [MX, CL, ES, US]", "countries: [MX, UK]", "countries[2]", "'UK' is not known here"),
        ("{id: heard, acts_any", "{id: heard, act_any", "rules[heard].act_any", "Did you mean 'acts_any'?"),
        ("on: opening", "on: openning", "beats[hello].on", "Did you mean 'opening'?"),
        ("on: 2026-11-23", "on: soon", "playthroughs[good].on", "must be a date, not 'soon'. Write it as 2026-11-23"),
        ("id: heard", "id: Heard!", "rules[Heard!].id", "lower-case letters"),
        ("days_past_due: [35, 75]", "days_past_due: [75, 35]", "account.days_past_due", "runs backwards"),
        ("essentials_share: [0.4, 0.6]", "essentials_share: [nan, 1]", "budget.essentials_share[1]", "be a number"),
        ("essentials_share: [0.4, 0.6]", "essentials_share: [0.4]", "budget.essentials_share[2]", "both numbers"),
        ("when: \"agreement\"", "when: 3", "endings[plan].when", "a condition is a text"),
        ("segment: {willing: true, able: false}", "segment: yes", "segment", "must be a block of keys, not 'yes'"),
        ("after: [lost_job]", "after: [lost_jbo]", "facts[can_pay_on_payday].after", "Did you mean 'lost_job'?"),
        ("not fact(lost_job)", "not fact(lost)", "beats[cold].when", "Did you mean 'lost_job'?"),
        ("not fact(lost_job)", "said(apologize)", "beats[cold].when", "Did you mean 'apologise'?"),
        ("not fact(lost_job)", "beat(helo)", "beats[cold].when", "Did you mean 'hello'?"),
        ("    ending: plan", "    ending: paln", "playthroughs[good].ending", "Did you mean 'plan'?"),
        ("must_record: [lost_job]", "must_record: [job]", "follow_up.must_record", "names nothing that exists"),
        ("reveals: [lost_job]", "reveals: [job]", "playthroughs[good].turns[1].expect.reveals", "names nothing"),
        ("country: MX", "country: PE", "playthroughs[good].country", "'PE' names nothing that exists"),
        ('trust: ">= 30"', "trust: about 30", "playthroughs[good].turns[1].expect.trust", "is no comparison"),
        ("when: \"anger >= 95\"", "when: fact(lost)", "endings[hung_up].when", "Did you mean 'lost_job'?"),
        ("commitment: 30}", "commitment: 30, accepts_when: fact(x)}", "debtor.accepts_when", "names nothing"),
        ("id: cold, on", "id: what, on", "beats[what].id", "stands twice in beats"),
        ("{facts.employer} let", "{facts.boss} let", "facts[lost_job].say.en[1]", "unknown placeholder '{facts.boss}'"),
        ("{facts.employer} let", "{facts.employer let", "facts[lost_job].say.en[1]", "a brace belongs to no"),
        ("{facts.employer} let", "{debtor} let", "facts[lost_job].say.en[1]", "is a person, not a text"),
        ("en: \"Goodbye.\"", "en: []", "endings[hung_up].say.en", "has an empty text"),
        ("en: \"Goodbye.\"", "en: [' ']", "endings[hung_up].say.en", "has an empty text"),
        ("en: \"Goodbye.\"", "es_AR: Chau", "endings[hung_up].say.es_AR", "Did you mean 'es-AR'?"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_at_its_place(changed: Change, old: str, new: str, field: str, said: str) -> None:
    text = changed(old, new)
    problem = only(text)
    assert problem.field == field
    assert said in str(problem)
    if new:
        assert problem.line == text[: text.rindex(new.strip())].count("\n") + 1


def test_words_that_other_readers_take_for_truths_stay_words(changed: Change) -> None:
    scenario = parse_scenario(changed('es: "Adiós."', "es: No"), "s.yaml")
    assert scenario.endings[0].say["es"] == ("No",)


@given(st.text(max_size=400))
@example("{" * 400)
@example("? " * 200)
@example("- " * 200)
@example("&a " * 100)
@example("a: |\n" + " " * 300)
@settings(max_examples=80, deadline=1000)
def test_any_text_is_a_scenario_or_problems(text: str) -> None:
    try:
        parse_scenario(text, "s.yaml")
    except ScenarioError as error:
        assert error.problems
        assert all(p.file == "s.yaml" and p.line >= 1 and p.message for p in error.problems)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(Scenario.model_fields)), PLAIN)
@settings(max_examples=80, deadline=1000)
def test_any_value_under_any_key_is_a_scenario_or_problems(tiny_text: str, key: str, value: object) -> None:

    text = "\n".join([f"{key}: {json.dumps(value)}", *_without(key, tiny_text)])
    try:
        parse_scenario(text, "s.yaml")
    except ScenarioError as error:
        assert all(p.message for p in error.problems)


def _without(key: str, whole: str) -> list[str]:
    """The lines without those indented under a key."""
    kept, inside = [], False
    for line in whole.splitlines():
        if not line.startswith(" "):
            inside = line.startswith(f"{key}:")
        if not inside:
            kept.append(line)
    return kept


@pytest.mark.parametrize(
    "text",
    [
        "[" * 250_000,
        "{a: " * 60_000,
        "- " * 120_000,
        "a: 'x\n" * 40_000,
        "x: " + "9" * 200_000,
        "? " * 100_000,
    ],
    ids=["lists", "maps", "dashes", "quotes", "digits", "keys"],
)
def test_hostile_files_are_refused_quickly(text: str) -> None:
    began = time.perf_counter()
    assert problems(text)
    assert time.perf_counter() - began < 2


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match="cannot be read"):
        load_scenario(tmp_path / "none.yaml")


def test_a_file_in_another_encoding_is_said(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("format: 1\ntitle: Adiós".encode("latin-1"))
    with pytest.raises(ScenarioError, match=r"latin\.yaml:2: the file is not UTF-8"):
        load_scenario(path)


@pytest.mark.parametrize("name", ["no_such_scenario", "../tiny", "/etc/passwd", "", "a" * 500])
def test_an_unknown_id_is_answered_with_the_library(name: str) -> None:
    with pytest.raises(ScenarioError, match="no scenario"):
        load_scenario(name)


def test_the_library_loads_whole_and_by_id() -> None:
    assert library_problems() == ()
    assert {s.id for s in list_scenarios()} == set(library())
    assert [load_scenario(s.id) for s in list_scenarios()] == list(list_scenarios())
    assert all(path.parent == LIBRARY for path in library().values())


PACK = """
beats:
  - {id: hello, on: opening, say: {es: "¿Diga?", en: "Yes?"}}
  - {id: bye, on: closing, say: {es: "Hasta luego.", en: "Bye."}}
"""


def packs(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def including(tiny_text: str, include: str) -> str:
    return f"{tiny_text}include: {include}\n"


def test_a_pack_adds_entries_and_the_scenario_overrides_them(tiny_text: str, tmp_path: Path) -> None:
    scenario = parse_scenario(including(tiny_text, "[courtesy]"), "s.yaml", packs(tmp_path, courtesy=PACK))
    assert [b.id for b in scenario.beats] == ["hello", "what", "cold", "bye"]
    assert scenario.beats[0].say["es"][0] == "¿Bueno?"


def test_a_pack_may_include_another_and_each_counts_once(tiny_text: str, tmp_path: Path) -> None:
    other = "beats: [{id: bye, on: closing, say: {es: Chao, en: Bye}}, {id: mm, on: hold, say: {es: Mm, en: Mm}}]"
    folder = packs(tmp_path, one=f"include: [two]\n{PACK}", two=other)
    scenario = parse_scenario(including(tiny_text, "[one, two]"), "s.yaml", folder)
    assert [b.id for b in scenario.beats] == ["hello", "what", "cold", "bye", "mm"]
    assert scenario.beats[3].say["es"] == ("Hasta luego.",)


@pytest.mark.parametrize(
    ("include", "texts", "where"),
    [
        ("[courtsy]", {"courtesy": PACK}, ("s.yaml", "Did you mean 'courtesy'?")),
        ("[../tiny]", {"courtesy": PACK}, ("s.yaml", "Write its name, not a path")),
        ("courtesy", {"courtesy": PACK}, ("s.yaml", "must be a list")),
        ("[a]", {"a": "include: [b]", "b": "include: [a]"}, ("packs/b.yaml", "in a circle: a → b → a")),
        ("[a]", {"a": "facts: []"}, ("packs/a.yaml", "unknown key 'facts'")),
        ("[a]", {"a": "beats: 3"}, ("packs/a.yaml", "must be a list")),
        ("[a]", {"a": "\nbeats:\n  - {id: x, say: {es: 1}}"}, ("packs/a.yaml", "must be a text")),
        ("[a]", {"a": "\nbeats:\n  - 3"}, ("packs/a.yaml", "must be a block of keys")),
    ],
)
def test_a_mistake_around_packs_is_said_in_its_file(
    tiny_text: str, tmp_path: Path, include: str, texts: dict[str, str], where: tuple[str, str]
) -> None:
    file, said = where
    found = problems(including(tiny_text, include), packs(tmp_path, **texts))
    assert [p.file for p in found] == [file]
    assert said in str(found[0])
    if file.startswith("packs") and "\n" in texts["a"]:
        assert found[0].line == 3
