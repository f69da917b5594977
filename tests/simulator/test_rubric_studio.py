"""Rubrics of an installation: written, seen in their effect, published as versions that never change, withdrawn."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.load import parse_scenario
from scoring.rubric import Rubric
from scoring.rubrics import RubricError, load_rubric, parse_rubric
from scoring.rubrics.differing import differing, same_judgements
from scoring.rubrics.writing import as_yaml, plain
from scoring.scoring import POINTS, score, total_of
from simulator.accounts import Actor, NotAllowed
from simulator.improved import Edition
from simulator.practice import Practice
from simulator.rubric_effect import MOST, Effect
from simulator.rubric_form import form_of
from simulator.rubric_refusals import NameTaken, NoSuchRubric, SomebodyWasQuicker, TooMuchText, VersionStands
from simulator.rubric_studio import RubricStudio, checked
from simulator.store import Store
from tests.fresh import fresh
from tests.simulator.branches import NOTE, Clock, closed, finished, somebody, talked

SHORT = Path(__file__).parent / "data" / "short_call.yaml"
DEFAULT = load_rubric("default")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(fresh(tmp_path)) as opened:
        yield opened


@pytest.fixture
def studio(store: Store) -> RubricStudio:
    return RubricStudio(store, Clock())


@pytest.fixture
def practice(store: Store) -> Practice:
    scenario = parse_scenario(SHORT.read_text(encoding="utf-8"), SHORT.name)
    return Practice(store, Clock(), library=lambda: (scenario,))


@pytest.fixture
def coach(store: Store) -> Actor:
    return somebody(store, "Coach", "trainer")


@pytest.fixture
def ana(store: Store) -> Actor:
    return somebody(store, "Ana")


def changed(rubric: Rubric = DEFAULT, **different: Any) -> Rubric:
    return Rubric.model_validate(plain(rubric) | {"id": "ours", "version": 1} | different)


def weighing(*weights: int) -> Rubric:
    entries = zip(plain(DEFAULT)["criteria"], weights, strict=True)
    return changed(criteria=[entry | {"weight": weight} for entry, weight in entries])


def published(studio: RubricStudio, coach: Actor, rubric: Rubric) -> Edition:
    draft = studio.take_in(coach, as_yaml(rubric).encode())
    return studio.publish(coach, draft.id, draft.edits)


def test_only_trainers_write_rubrics(studio: RubricStudio, store: Store, ana: Actor) -> None:
    for actor in (ana, somebody(store, "M", "manager"), somebody(store, "A", "administrator")):
        for refused in (
            studio.all, studio.drafts, lambda a: studio.read(a, "default"),
            lambda a: studio.copy(a, "default"), lambda a: studio.take_in(a, b"x"), lambda a: studio.editions(a, "x"),
            lambda a: studio.effect(a, DEFAULT, "default"), lambda a: studio.takes_a_while(a, DEFAULT, "default"),
            lambda a: studio.draft(a, "x"), lambda a: studio.withdraw(a, "x"), lambda a: studio.publish(a, "x", 1),
        ):  # fmt: skip
            with pytest.raises(NotAllowed):
                refused(actor)


def test_a_copy_becomes_a_rubric_that_calls_are_scored_with(
    studio: RubricStudio, practice: Practice, coach: Actor, ana: Actor
) -> None:
    draft = studio.copy(coach, "default")
    assert practice.rubrics.ids() == ("default", "full")
    edition = studio.publish(coach, draft.id, draft.edits)
    assert (edition.rubric.id, edition.rubric.version, edition.based_on) == ("default_own", 1, "default")
    assert edition.rubric.criteria == DEFAULT.criteria
    assert edition.rubric.title["es"] == "Rúbrica general (copia)"
    assert practice.rubrics.ids() == ("default", "default_own", "full")
    view = practice.start(ana, "short_call", "MX", "es", seed=7, rubric="default_own")
    practice.begin_talk(ana, view.id)
    done = finished(practice, ana, practice.open(ana, view.id))
    assert done.scorecard is not None
    assert (done.scorecard.rubric, done.scorecard.rubric_version) == ("default_own", 1)
    assert practice.rubric_of(done.scorecard) == edition.rubric
    assert studio.drafts(coach) == ()
    assert next(one for one in studio.all(coach) if one.own).calls == 1


def test_a_call_is_scored_with_the_version_it_began_with_even_once_withdrawn(
    studio: RubricStudio, practice: Practice, coach: Actor, ana: Actor
) -> None:
    published(studio, coach, changed())
    begun = practice.start(ana, "short_call", "MX", "es", seed=7, rubric="ours")
    practice.begin_talk(ana, begun.id)
    published(studio, coach, changed(version=2, pass_mark=99))
    studio.withdraw(coach, "ours")
    with pytest.raises(RubricError, match="no rubric 'ours'"):
        practice.start(ana, "short_call", "MX", "es", rubric="ours")
    done = finished(practice, ana, begun)
    assert done.scorecard is not None
    assert done.scorecard.rubric_version == 1
    studio.offer_again(coach, "ours")
    fresh = practice.start(ana, "short_call", "MX", "es", rubric="ours")
    assert practice.rubrics.load("ours").version == 2
    assert practice.open(ana, fresh.id).phase == "prepare"


def test_a_published_version_never_changes(studio: RubricStudio, coach: Actor) -> None:
    first = published(studio, coach, changed())
    with pytest.raises(VersionStands, match="version: 2"):
        published(studio, coach, changed(pass_mark=10))
    following = studio.copy(coach, "ours")
    assert form_of(following.text).version == 2  # type: ignore[union-attr]
    assert studio.read(coach, "ours") == first.rubric


def test_the_names_of_those_that_ship_are_theirs(studio: RubricStudio, coach: Actor) -> None:
    with pytest.raises(NameTaken):
        published(studio, coach, changed(id="full"))
    with pytest.raises(NoSuchRubric):
        studio.withdraw(coach, "default")
    with pytest.raises(NoSuchRubric):
        studio.read(coach, "nowhere")
    with pytest.raises(NoSuchRubric):
        studio.draft(coach, "nowhere")


def test_what_is_half_done_is_kept_and_who_was_slower_is_told_with_what_they_wrote(
    studio: RubricStudio, coach: Actor
) -> None:
    draft = studio.copy(coach, "default")
    half = draft.text.replace("weight: 25", "weight: 20", 1)
    saved = studio.save(coach, draft.id, half, draft.edits)
    assert (studio.draft(coach, draft.id).text, saved.edits) == (half, 2)
    found = checked(half)
    assert found.rubric is None
    assert "sum to 95" in found.problems[0].message
    assert half.splitlines()[found.problems[0].line - 1].startswith("criteria:")
    form = form_of(half)
    assert form is not None
    assert form.total == 95
    with pytest.raises(SomebodyWasQuicker) as refusal:
        studio.save(coach, draft.id, "mine", draft.edits)
    assert refusal.value.kept == "mine"
    with pytest.raises(RubricError):
        studio.publish(coach, draft.id, saved.edits)
    studio.throw_away(coach, draft.id)
    assert studio.drafts(coach) == ()


HOSTILE = [
    b"", b"\xff\xfe",
    b"{", b"- a\n- b", b"&a [*a, *a]", b"!!python/object/apply:os.system [x]", b"format: 1\nformat: 1",
    b"a: " * 200, b"id: \x00", b'{"format": 1, "id": "<script>"}', ("[" * 400).encode(),
]  # fmt: skip


@pytest.mark.parametrize("data", HOSTILE)
def test_a_hostile_file_becomes_a_draft_with_problems_or_is_refused_in_words(
    studio: RubricStudio, coach: Actor, data: bytes
) -> None:
    try:
        draft = studio.take_in(coach, data)
    except TooMuchText as refusal:
        assert refusal.in_language("es")
        return
    assert checked(draft.text).problems
    assert form_of(draft.text) is None
    with pytest.raises(RubricError):
        studio.publish(coach, draft.id, draft.edits)


def test_a_file_that_is_far_too_large_is_refused(studio: RubricStudio, coach: Actor) -> None:
    with pytest.raises(TooMuchText):
        studio.take_in(coach, b"a" * 300_000)


def test_json_comes_in_as_yaml_does(studio: RubricStudio, coach: Actor) -> None:
    draft = studio.take_in(coach, json.dumps(plain(changed()), ensure_ascii=False).encode())
    assert checked(draft.text).rubric == changed()


def test_other_weights_are_seen_at_once_with_what_they_do_to_each_call(
    studio: RubricStudio, practice: Practice, coach: Actor, ana: Actor
) -> None:
    call = closed(practice, ana, mode="assessed")
    closed(practice, ana)
    assert call.scorecard is not None
    rubric = weighing(100, 0, 0, 0)
    assert not studio.takes_a_while(coach, rubric, "default")
    found = studio.effect(coach, rubric, "default")
    assert (found.calls, found.looked, found.again) == (1, 1, False)
    (one,) = found.affected
    level = call.scorecard.judgement("calm").level
    assert level is not None
    assert (one.total_before, one.total_after) == (call.scorecard.total, level * POINTS)
    assert one.moved == {}
    assert studio.effect(coach, DEFAULT, "default").affected == ()


def test_other_indicators_are_seen_by_scoring_again_and_nothing_that_stands_changes(
    studio: RubricStudio, practice: Practice, store: Store, coach: Actor, ana: Actor
) -> None:
    call = closed(practice, ana, mode="assessed")
    entries = [dict(entry) for entry in plain(DEFAULT)["criteria"]]
    entries[3]["indicators"] = ["facts_only", "neutral_wording", "owner"]
    rubric = changed(criteria=entries)
    told: list[tuple[int, int]] = []
    assert studio.takes_a_while(coach, rubric, "default")
    found = studio.effect(coach, rubric, "default", lambda done, of: told.append((done, of)))
    assert told == [(1, 1)]
    assert found.again
    (one,) = found.affected
    again = score(practice.open(ana, call.id).record(NOTE), rubric)
    assert call.scorecard is not None
    before, after = (card.judgement("documented_follow_up").level for card in (call.scorecard, again))
    assert one.moved == {"documented_follow_up": (before, after)}
    assert (found.levels, one.total_after, one.result_after) == (1, again.total, again.result)
    (kept,) = store.scorecards.all(call.id)
    assert kept.scorecard == call.scorecard


def test_an_unscored_rubric_has_no_effect_yet(studio: RubricStudio, coach: Actor) -> None:
    found = studio.effect(coach, DEFAULT, "default")
    assert found == Effect(calls=0, looked=0, again=False, passed_before=0, passed_after=0)
    assert MOST > 0


def test_the_effect_leaves_out_calls_that_are_not_over(
    studio: RubricStudio, practice: Practice, coach: Actor, ana: Actor
) -> None:
    talked(practice, ana, mode="assessed")
    assert studio.effect(coach, weighing(100, 0, 0, 0), "default").calls == 0


def test_two_versions_differ_in_what_was_changed_and_in_nothing_else() -> None:
    assert differing(DEFAULT, DEFAULT) == ()
    other = changed(weighing(40, 20, 20, 20), pass_mark=70, gates=["threat"], title={"es": "Otra", "en": "Other"})
    found = differing(DEFAULT, other)
    assert {c.what for c in found} == {"title", "pass_mark", "gate", "weight"}
    assert [c.after for c in found if c.what == "weight"] == ["40", "20", "20", "20"]
    assert same_judgements(DEFAULT, other)
    assert not same_judgements(other, DEFAULT)  # a gate more is looked for
    assert not same_judgements(DEFAULT, load_rubric("full"))


LEVELS = st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=4, max_size=4)
CUTS = st.lists(st.integers(0, 100), min_size=3, max_size=3).map(sorted)


@settings(max_examples=60)
@given(LEVELS, CUTS)
def test_the_total_is_the_weighted_mean_of_what_was_assessed(levels: list[int | None], cuts: list[int]) -> None:
    weights = [cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2]]
    rubric = weighing(*weights)
    named = dict(zip((c.criterion for c in rubric.criteria), levels, strict=True))
    total = total_of(named, rubric)  # type: ignore[arg-type]
    pairs = [(level, weight) for level, weight in zip(levels, weights, strict=True) if level is not None]
    whole = sum(weight for _, weight in pairs)
    if not whole:
        assert total is None
    else:
        assert total == pytest.approx(sum(POINTS * level * weight for level, weight in pairs) / whole, abs=0.051)


@pytest.mark.parametrize("name", ["default", "full"])
def test_what_is_written_is_read_back_to_the_same_content(name: str) -> None:
    rubric = load_rubric(name)
    assert parse_rubric(as_yaml(rubric), "x.yaml").content_hash == rubric.content_hash
    form = form_of(as_yaml(rubric))
    assert form is not None
    assert parse_rubric(form.text, "x.yaml") == rubric
