"""A trainer's scenario from its first word to its end: nothing is lost, nobody is surprised."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scenarios.source import MAX_BYTES
from simulator.accounts import Actor, NotAllowed
from simulator.assigned import Assignment, Task
from simulator.authoring import Authoring
from simulator.practice import Practice
from simulator.publishing import Publishing
from simulator.store import Store
from simulator.studio import checking
from simulator.studio.offered import title_of, with_published
from simulator.studio.refusals import InUse, NameTaken, NoSuchDraft, NotReady, TooLarge, UnknownRubric, WrittenMeanwhile
from tests.simulator.studio.conftest import Clock

Studio = tuple[Authoring, Publishing, Store, Clock]
HOSTILE = ("", "\x00", "a: &x [*x]", "format: 1\nid: [", "- 1", "format: 1\n" * 3, "{" * 300, "\ud800")


def test_copies_get_names_of_their_own_and_the_text_says_so(authoring: Authoring, tere: Actor, text: str) -> None:
    first, second = authoring.make(tere, text), authoring.make(tere, text)
    assert (first.name, second.name) == ("forgot", "forgot_2")
    assert "id: forgot_2\n" in second.text
    assert authoring.duplicate(tere, "first_call").name == "first_call_2"
    assert [line.kind for line in authoring.history(tere, second.id)] == ["made"]


def test_who_comes_too_late_loses_nothing(authoring: Authoring, tere: Actor, toni: Actor, text: str) -> None:
    made = authoring.make(tere, text)
    theirs = authoring.save(toni, made.id, text + "# Toni\n", made.version)
    with pytest.raises(WrittenMeanwhile) as late:
        authoring.save(tere, made.id, text + "# Tere\n", made.version)
    assert authoring.one(tere, made.id) == theirs
    assert authoring.edition(tere, made.id, late.value.aside).text == late.value.kept == text + "# Tere\n"
    over = authoring.save(tere, made.id, late.value.kept, theirs.version)
    assert over.text.endswith("# Tere\n")
    kept = next(line for line in authoring.history(tere, made.id) if line.kind == "kept")
    assert authoring.edition(tere, made.id, kept.number).text == theirs.text
    assert kept.by == toni.id, "it stands under the name of whoever wrote it"
    restored = authoring.restore(toni, made.id, kept.number)
    assert restored.text == theirs.text
    assert [line.by for line in authoring.history(tere, made.id)[:2]] == [toni.id, tere.id]


def test_one_who_writes_on_leaves_an_entry_now_and_then(
    authoring: Authoring, tere: Actor, clock: Clock, text: str
) -> None:
    made = authoring.make(tere, text)
    for minute in range(0, 90, 5):
        clock.now += datetime.timedelta(minutes=5)
        made = authoring.save(tere, made.id, f"{text}# {minute}\n", made.version)
    assert [line.kind for line in authoring.history(tere, made.id)] == ["kept", "kept", "made"]


def test_it_is_offered_only_once_it_holds_and_then_stays_as_it_was(
    studio: Studio, tere: Actor, ana: Actor, text: str
) -> None:
    authoring, publishing, store, clock = studio
    made = authoring.make(tere, text.partition("\nplaythroughs:")[0])
    with pytest.raises(NotReady) as why:
        publishing.publish(tere, made.id)
    assert "2" in str(why.value)
    ready = authoring.save(tere, made.id, text, made.version)
    out = publishing.publish(tere, ready.id)
    practice = Practice(store, clock, with_published(store))
    assert "forgot" in {card.id for card in practice.scenarios("es")}
    playing = practice.start(ana, "forgot", "MX", "es", seed=7)

    changed = authoring.save(tere, out.id, text.replace("Se le pasó la fecha", "Otra cosa"), out.version)
    assert publishing.standing(tere, changed) == ("published", "changed")
    assert {c.title for c in practice.scenarios("es") if c.id == "forgot"} == {"Se le pasó la fecha"}
    again = publishing.publish(tere, changed.id)
    assert {c.title for c in practice.scenarios("es") if c.id == "forgot"} == {"Otra cosa"}
    assert practice.open(ana, playing.id).scenario.title["es"] == "Se le pasó la fecha"

    assert publishing.withdraw(tere, again.id).status == "withdrawn"
    assert title_of(store, "forgot", "es") == "Otra cosa"
    assert title_of(store, "nowhere", "es") == "nowhere"
    assert "forgot" not in {card.id for card in practice.scenarios("es")}
    assert practice.begin_talk(ana, playing.id).phase == "talk"
    kinds = [line.kind for line in authoring.history(tere, made.id)]
    assert kinds == ["withdrawn", "published", "published", "made"]


def test_its_name_is_settled_once_it_was_out(
    authoring: Authoring, publishing: Publishing, tere: Actor, text: str
) -> None:
    made = authoring.make(tere, text)
    named = authoring.save(tere, made.id, text.replace("id: forgot\n", "id: mine\n"), made.version)
    assert named.name == "mine"
    out = publishing.publish(tere, named.id)
    other = authoring.save(tere, out.id, text.replace("id: forgot\n", "id: first_call\n"), out.version)
    assert other.name == "mine"
    with pytest.raises(NameTaken):
        publishing.publish(tere, other.id)


def test_it_is_not_offered_with_a_rubric_that_nobody_has(
    authoring: Authoring, publishing: Publishing, tere: Actor, text: str
) -> None:
    made = authoring.make(tere, text.replace("\nfacts:", "\nrubric: nobodys\nfacts:", 1))
    with pytest.raises(UnknownRubric) as refused:
        publishing.publish(tere, made.id)
    assert "default, full" in refused.value.in_language("es")


def test_what_is_in_use_is_not_deleted_and_the_uses_are_told(
    studio: Studio, tere: Actor, ana: Actor, text: str
) -> None:
    authoring, publishing, store, clock = studio
    made = authoring.make(tere, text)
    publishing.publish(tere, made.id)
    Practice(store, clock, with_published(store)).start(ana, "forgot", "MX", "es", seed=7)
    publishing.withdraw(tere, made.id)
    with pytest.raises(InUse) as refused:
        publishing.delete(tere, made.id)
    assert "1" in refused.value.in_language("es")
    assert publishing.use(tere)["forgot"].practice == 1
    other = authoring.make(tere, text)
    publishing.delete(tere, other.id)
    with pytest.raises(NoSuchDraft):
        authoring.one(tere, other.id)


def test_what_is_assigned_is_not_deleted_until_the_assignment_is_withdrawn(
    studio: Studio, tere: Actor, ana: Actor, text: str
) -> None:
    authoring, publishing, store, clock = studio
    made = authoring.make(tere, text)
    one = Assignment(
        id="one", by_id=tere.id, title="Antes del viernes", tasks=(Task(scenario=made.name),), country="MX",
        language="es", seed=7, opens_at=clock(), created_at=clock(),
    )  # fmt: skip
    store.assignments.add(one, {ana.id}, ())
    with pytest.raises(InUse) as refused:
        publishing.delete(tere, made.id)
    for words in (refused.value.in_language("es"), refused.value.in_language("en")):
        assert "Antes del viernes" in words
    store.assignments.change(one.id, withdrawn_at=clock())
    publishing.delete(tere, made.id)


def test_a_version_comes_back_and_the_one_it_replaces_stays(authoring: Authoring, tere: Actor, text: str) -> None:
    made = authoring.make(tere, text)
    changed = authoring.save(tere, made.id, "not yet: a scenario\n", made.version)
    back = authoring.restore(tere, changed.id, 1)
    assert back.text == made.text
    texts = [authoring.edition(tere, made.id, line.number).text for line in authoring.history(tere, made.id)]
    assert texts == [made.text, "not yet: a scenario\n", made.text]


def test_one_that_no_longer_holds_is_marked_and_goes_on(
    studio: Studio, tere: Actor, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    authoring, publishing, store, _clock = studio
    made = authoring.make(tere, text)
    out = publishing.publish(tere, made.id)
    monkeypatch.setattr(checking, "today", lambda: "a later reader")
    assert publishing.standing(tere, out) == ("published",)
    broken = text.replace("ending: promise", "ending: hung_up", 1)
    entry = authoring.entry(out, "published", tere).model_copy(
        update={"text": broken, "content": store.scenarios.edition(out.id, out.offered or 0).content}  # type: ignore[union-attr]
    )
    red = store.scenarios.save(out.model_copy(update={"offered": entry.number, "text": broken}), entry)
    assert publishing.standing(tere, red) == ("published", "red")
    assert out.name in {s.id for s in with_published(store)()}


def test_nobody_else_reads_or_writes_here(
    authoring: Authoring, publishing: Publishing, tere: Actor, ana: Actor
) -> None:
    made = authoring.make(tere, "format: 1\n")
    deeds = (
        lambda: authoring.all(ana), lambda: authoring.one(ana, made.id), lambda: authoring.make(ana, "x"),
        lambda: authoring.save(ana, made.id, "x", 1), lambda: authoring.restore(ana, made.id, 1),
        lambda: authoring.edition(ana, made.id, 1), lambda: authoring.text_of(ana, "job_loss"),
        lambda: publishing.publish(ana, made.id), lambda: publishing.delete(ana, made.id), lambda: publishing.use(ana),
    )  # fmt: skip
    for deed in deeds:
        with pytest.raises(NotAllowed):
            deed()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_is_typed_is_kept_and_checked_without_harm(authoring: Authoring, tere: Actor, hostile: str) -> None:
    made = authoring.make(tere, "format: 1\n")
    saved = authoring.save(tere, made.id, hostile, made.version)
    assert checking.verdict(saved.text).errors
    assert checking.scenario_of(saved.text) is None


def test_too_much_is_refused_and_handed_back(authoring: Authoring, tere: Actor) -> None:
    made = authoring.make(tere, "format: 1\n")
    with pytest.raises(TooLarge) as refused:
        authoring.save(tere, made.id, "ñ" * MAX_BYTES, made.version)
    assert len(refused.value.kept) == MAX_BYTES


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_no_text_breaks_the_checks(text: str) -> None:
    assert checking.problems_of(text)
    assert checking.recorded(text) == 0
