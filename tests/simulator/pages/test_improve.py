"""The pages on which trainers write rubrics and teach the reader."""

import re
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from scenarios.acts import DialogueAct
from scoring.transcript import FollowUp
from simulator.accounts import Actor
from simulator.app_pages import improve_words
from simulator.improved import LexiconVersion
from simulator.improving import Improve
from simulator.kept import Role
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.rubric_studio import RubricStudio
from simulator.state import Said
from simulator.store import Store
from tests.simulator.pages.conftest import Visit, shown

XSS = '<img src=x onerror="alert(1)">'
ODD = "Aflójele tantito al asunto"
PAGES = ("rubrics", "improve")


def now() -> datetime:
    return datetime.now(UTC)


def somebody(store: Store, name: str, role: Role) -> Actor:
    profiles = Profiles(store, now)
    return profiles.actor(profiles.create(name, role).id)


@pytest.fixture
def coach(store: Store) -> Actor:
    return somebody(store, "Rosa", "trainer")


def played(store: Store, *replies: str) -> None:
    """One assessed call of Ana's, in which she says this."""
    ana, practice = somebody(store, "Ana", "trainee"), Practice(store, now)
    view = practice.start(ana, "job_loss", "MX", "es", seed=3, mode="assessed")
    view = practice.begin_talk(ana, view.id)
    for text in replies:
        view = practice.say(ana, view.id, Said(text=text), f"k{view.next_number}", view.next_number)
    if view.phase == "talk":
        practice.end_talk(ana, view.id)
    practice.finish(ana, view.id, FollowUp(note="Sin acuerdo."))


def links(tab: AppTest) -> str:
    return " ".join(str(link.proto) for link in tab.get("page_link"))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", ["trainee", "manager", "administrator"])
def test_the_pages_are_for_trainers_alone(visit: Visit, store: Store, page: str, role: Role) -> None:
    played(store, ODD)
    tab = visit(somebody(store, "X", role).id, page)
    assert ODD not in shown(tab)
    assert 'role="alert"' in shown(tab)
    assert not tab.get("file_uploader")


@pytest.mark.parametrize("query", [{"reply": "nope"}, {"scenario": "nope"}, {"more": "x"}, {"lexicon": "1"}])
def test_any_address_of_improve_is_answered_in_words(visit: Visit, coach: Actor, query: dict[str, str]) -> None:
    tab = visit(coach.id, "improve", **query)
    assert not tab.exception
    assert "page-title" in shown(tab)


@pytest.mark.parametrize("query", [{"draft": "nope"}, {"rubric": "nope"}, {"rubric": "default", "version": "x"}])
def test_any_address_of_rubrics_is_answered_in_words(visit: Visit, coach: Actor, query: dict[str, str]) -> None:
    tab = visit(coach.id, "rubrics", **query)
    assert not tab.exception
    assert "page-title" in shown(tab)


def test_a_reply_is_taught_in_two_choices_and_leaves_the_queue(visit: Visit, store: Store, coach: Actor) -> None:
    played(store, "Buenas tardes.", ODD, XSS)
    tab = visit(coach.id, "improve")
    assert ODD in shown(tab)
    assert "<img" not in shown(tab)
    assert "Ana" not in shown(tab)
    key = next(g.key for g in Improve(store, now).queue(coach).groups if g.text == ODD)
    tab = visit(coach.id, "improve", reply=key)
    assert "teach" not in {b.key for b in tab.button}
    tab.selectbox(key=f"act_{key}").select("ask_commitment").run()
    assert "Pide un compromiso" in shown(tab)
    assert "Las calificaciones pasadas no se tocan" in shown(tab)
    tab.button(key="teach").click().run()
    lexicon = Improve(store, now).lexicon(coach)
    assert [(p.text, p.act) for p in lexicon.phrases] == [(ODD, "ask_commitment")]
    assert ODD not in shown(tab)
    assert ODD in shown(visit(coach.id, "improve", lexicon="1"))


def test_what_accuses_asks_for_another_trainer_who_finds_it_at_the_top(
    visit: Visit, store: Store, coach: Actor
) -> None:
    played(store, ODD)
    (key,) = (g.key for g in Improve(store, now).queue(coach).groups)
    tab = visit(coach.id, "improve", reply=key)
    tab.selectbox(key=f"act_{key}").select("threaten").run()
    assert "otra persona que capacite" in shown(tab)
    tab.button(key="teach").click().run()
    (waiting,) = Improve(store, now).proposals(coach)
    assert f"agree_{waiting.id}" not in {b.key for b in tab.button}
    other = visit(somebody(store, "Ian", "trainer").id, "improve")
    other.button(key=f"agree_{waiting.id}").click().run()
    assert isinstance(Improve(store, now).lexicon(coach), LexiconVersion)
    assert Improve(store, now).lexicon(coach).version == 1
    assert Improve(store, now).proposals(coach) == ()


def test_a_phrase_is_taken_out_and_the_version_before_is_still_told(visit: Visit, store: Store, coach: Actor) -> None:
    played(store, ODD)
    (key,) = (g.key for g in Improve(store, now).queue(coach).groups)
    tab = visit(coach.id, "improve", reply=key)
    tab.segmented_control[0].set_value("nothing").run()
    tab.button(key="teach").click().run()
    tab = visit(coach.id, "improve", lexicon="1")
    tab.button(key="out_0").click().run()
    assert Improve(store, now).lexicon(coach).version == 2
    assert "Versión 1" in shown(tab)


def test_a_scenario_says_with_how_many_calls_it_speaks_and_that_they_are_few(
    visit: Visit, store: Store, coach: Actor
) -> None:
    played(store, "Usted es un inútil y un sinvergüenza, pague ya.")
    tab = visit(coach.id, "improve", scenario="job_loss")
    assert "1 llamada evaluada (muy pocas para saber)" in shown(tab)
    assert "Nadie llegó a:" in shown(tab)
    assert "sinvergüenza" in shown(tab)


def test_a_copy_is_edited_by_the_form_and_every_change_is_kept(visit: Visit, store: Store, coach: Actor) -> None:
    tab = visit(coach.id, "rubrics", rubric="default")
    tab.button(key="rubric_copy").click().run()
    (draft,) = RubricStudio(store, now).drafts(coach)
    tab.number_input(key="rubric_0_weight_calm").set_value(30).run()
    assert "sobran 5" in shown(tab)
    assert "rubric_publish" not in {b.key for b in tab.button}
    assert "weight: 30" in RubricStudio(store, now).draft(coach, draft.id).text
    tab.number_input(key="rubric_0_weight_empathy").set_value(20).run()
    tab.text_input(key="rubric_0_title_es").set_value(XSS).run()
    assert "<img" not in shown(tab)
    again = visit(coach.id, "rubrics", draft=draft.id)
    assert again.number_input(key="rubric_0_weight_calm").value == 30
    tab.button(key="rubric_publish").click().run()
    (edition,) = RubricStudio(store, now).editions(coach, "default_own")
    assert [c.weight for c in edition.rubric.criteria] == [30, 20, 25, 25]
    assert edition.rubric.title["es"] == XSS
    assert "<img" not in shown(tab)
    assert "<img" not in shown(visit(coach.id, "rubrics"))


def test_text_that_is_no_rubric_is_kept_with_its_problems_and_their_lines(
    visit: Visit, store: Store, coach: Actor
) -> None:
    draft = RubricStudio(store, now).copy(coach, "default")
    tab = visit(coach.id, "rubrics", draft=draft.id)
    tab.text_area(key=f"rubric_text_{draft.id}_0").set_value("format: 1\nformat: 1").run()
    assert RubricStudio(store, now).draft(coach, draft.id).text == "format: 1\nformat: 1"
    assert "Línea 2" in shown(tab)  # where the key stands for the second time
    assert "demasiado lejos" in shown(tab)


def test_two_trainers_at_one_draft_lose_nothing(visit: Visit, store: Store, coach: Actor) -> None:
    draft = RubricStudio(store, now).copy(coach, "default")
    one, other = (visit(coach.id, "rubrics", draft=draft.id) for _ in range(2))
    one.number_input(key="rubric_0_pass").set_value(70).run()
    other.number_input(key="rubric_0_pass").set_value(80).run()
    assert "Alguien más guardó un cambio" in shown(other)
    assert "pass_mark: 80" in other.code[0].value
    assert "pass_mark: 70" in RubricStudio(store, now).draft(coach, draft.id).text
    assert other.number_input(key="rubric_1_pass").value == 70


def test_an_own_rubric_is_offered_where_calls_begin_and_explained_where_scores_are(
    visit: Visit, store: Store, coach: Actor
) -> None:
    studio = RubricStudio(store, now)
    draft = studio.copy(coach, "default")
    studio.publish(coach, draft.id, draft.edits)
    choice = visit(coach.id, "practise", scenario="job_loss").selectbox(key="rubric_job_loss")
    assert "Rúbrica general (copia)" in choice.options
    assert "Rúbrica general (copia)" in visit(coach.id, "scores").selectbox(key="rubric").options
    tab = visit(coach.id, "rubrics", rubric="default_own")
    tab.button(key="rubric_withdraw").click().run()
    assert "Retirada" in shown(tab)
    assert studio.shelf.ids() == ("default", "full")


def test_any_two_versions_of_a_rubric_stand_beside_each_other(visit: Visit, store: Store, coach: Actor) -> None:
    studio = RubricStudio(store, now)
    for number, mark in enumerate((70, 60, 80), start=1):
        draft = studio.copy(coach, "default_own" if number > 1 else "default")
        text = re.sub(r"pass_mark: \d+", f"pass_mark: {mark}", draft.text)
        draft = studio.save(coach, draft.id, text, draft.edits)
        studio.publish(coach, draft.id, draft.edits)
    tab = visit(coach.id, "rubrics", rubric="default_own")
    tab.selectbox(key="rubric_before").set_value("default_own 1").run()
    tab.selectbox(key="rubric_after").set_value("default_own 3").run()
    assert not tab.exception
    assert "70 → 80" in shown(tab)
    tab.selectbox(key="rubric_before").set_value("full 1").run()
    assert "Negociación" in shown(tab)


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_act_has_a_name_on_its_card(language: str) -> None:
    assert len({improve_words.act_name(act, language) for act in DialogueAct}) == len(DialogueAct)
