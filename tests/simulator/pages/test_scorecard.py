"""The scorecard's first screen, what is folded behind it, and what can be done from there."""

from datetime import date
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from scenarios.disposition import Disposition
from scoring.transcript import AgreedInstalment, FollowUp
from simulator.accounts import Actor
from simulator.app_pages.history import AT_ONCE, FOLDED
from simulator.contesting import About
from simulator.practice import Practice
from simulator.store import Store
from simulator.view import AttemptView
from tests.simulator.branches import NOW, Clock, said, somebody
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown

NOTE = FollowUp(disposition=Disposition.NO_AGREEMENT, note="Perdió el empleo. Se le llama el lunes.")
WITH_A_PLAN = NOTE.model_copy(update={
    "disposition": Disposition.PLAN, "method": "SPEI",
    "instalments": (AgreedInstalment(amount=Decimal(500), date=date(2026, 12, 1)),),
})  # fmt: skip


@pytest.fixture
def practice(store: Store) -> Practice:
    return Practice(store, Clock())


@pytest.fixture
def ana(store: Store) -> Actor:
    return somebody(store, "Ana")


def closed(
    practice: Practice, ana: Actor, note: FollowUp = NOTE, scenario: str = "job_loss", replies: tuple[str, ...] = ()
) -> AttemptView:
    """A call played and scored beneath the pages."""
    view = practice.start(ana, scenario, "MX", "es", seed=7, on=NOW.date())
    view = said(practice, ana, practice.begin_talk(ana, view.id), replies or played.REPLIES)
    practice.end_talk(ana, view.id)
    return practice.finish(ana, view.id, note)


@pytest.fixture
def call(practice: Practice, ana: Actor) -> AttemptView:
    return closed(practice, ana)


def page_of(visit: Visit, ana: Actor, view: AttemptView, **query: str) -> AppTest:
    tab = visit(ana.id, "attempt", attempt=view.id, **query)
    assert not tab.exception
    assert "no se puede mostrar" not in shown(tab)
    return tab


def test_the_first_screen_says_how_it_was_what_was_good_and_why(visit: Visit, ana: Actor, call: AttemptView) -> None:
    page = shown(page_of(visit, ana, call))
    for once in ('class="total"', "Lo que estuvo bien", "Cambie una cosa", "Práctica: solo usted la ve"):
        assert page.count(once) == 1, once
    assert "Empatía" in page.split("levels-at-a-glance")[1].split("</ul>")[0]
    asked = {part.split('"')[0] for part in page.split('href="#line-')[1:]}
    there = {part.split('"')[0] for part in page.split('id="line-')[1:]}
    assert asked
    assert asked <= there, "every quotation of the talk leads to a line that is there"
    why = next(part for part in page.split('class="why-level"')[1:] if "Lo que la " in part.split("<details>")[0])
    assert why.index("Lo que la ") < why.index("Las cifras detrás"), "plain words before figures"
    assert "Anota: " in page, "a fact to note is named as the scenario does"
    assert "Fact:" not in page
    trusted = page.index("que valoró un modelo, no personas")
    assert page.rindex("Las cifras detrás", 0, trusted) > 0, "how far to trust it stands among the figures"


def test_one_tries_it_differently_and_sees_both_side_by_side(
    visit: Visit, practice: Practice, ana: Actor, call: AttemptView
) -> None:
    tab = page_of(visit, ana, call)
    tab.button(key="fork_2").click().run()
    fork = practice.open(ana, played.attempt_of(tab))
    assert (fork.forked_from, fork.forked_turn) == (call.id, 2)
    assert tab.chat_input
    said(practice, ana, fork, ("Siento mucho lo que me cuenta. ¿Cómo está usted hoy?",))
    practice.end_talk(ana, fork.id)
    writing = page_of(visit, ana, fork).button(key="to_follow_up").click().run()
    assert "Aquí puede dejar vacío el seguimiento" in shown(writing)
    writing.button(key="finish").click().run()
    assert "a partir del turno 2" in shown(page_of(visit, ana, fork))
    page = shown(page_of(visit, ana, fork, part="compare"))
    assert "Siento mucho lo que me cuenta" in page
    assert played.REPLIES[1] in page
    assert "Qué cambió" in page
    assert "El seguimiento queda fuera" in page
    assert "Seguimiento documentado" not in page
    assert "Desde el turno 2" in str([link.proto.label for link in page_of(visit, ana, call).get("page_link")])


def test_a_running_call_can_be_tried_differently_too_and_goes_on(visit: Visit, practice: Practice, ana: Actor) -> None:
    started = practice.begin_talk(ana, practice.start(ana, "job_loss", "MX", "es", seed=7, on=NOW.date()).id)
    running = said(practice, ana, started, played.REPLIES)
    replay = page_of(visit, ana, running, part="replay")
    replay.button(key="fork_1").click().run()
    assert played.attempt_of(replay) != running.id
    assert "Otro intento, desde el turno 1" in shown(replay)
    assert practice.open(ana, running.id).phase == "talk"


@pytest.mark.parametrize("scenario", ["whatsapp_ghost", "sms_suspicious", "email_accounts"])
def test_a_talk_that_the_trainee_opens_in_writing_has_its_scorecard_too(
    visit: Visit, practice: Practice, ana: Actor, scenario: str
) -> None:
    country = "MX" if scenario == "whatsapp_ghost" else "ES"
    view = practice.start(ana, scenario, country, "es", seed=7, on=NOW.date())
    view = said(practice, ana, practice.begin_talk(ana, view.id), played.REPLIES)
    assert view.steps[0].words == ""
    practice.end_talk(ana, view.id)
    page = shown(page_of(visit, ana, practice.finish(ana, view.id, NOTE)))
    assert played.REPLIES[0] in page


def test_what_looks_wrong_is_said_kept_shown_and_taken_back(
    visit: Visit, practice: Practice, ana: Actor, call: AttemptView
) -> None:
    tab = page_of(visit, ana, call, part="contest", kind="criterion", about="calm", place="0")
    assert "Calma" in shown(tab)
    tab.button(key="contest").click().run()
    assert 'role="alert"' in shown(tab)
    tab.text_area(key="contest_text").set_value("No grité <b>nunca</b>.")
    tab.selectbox(key="contest_level").set_value(4)
    tab.button(key="contest").click().run()
    assert "Pendiente de revisión" in shown(tab)
    assert "No grité &lt;b&gt;nunca&lt;/b&gt;." in shown(tab)
    tab.button(key="unsay_criterion_calm_0_0").click().run()
    assert "Pendiente de revisión" not in shown(tab)
    assert practice.contests.of(ana, call.id) == ()


@pytest.mark.parametrize("kind", ["gate", "nonsense", "criterion"])
def test_what_is_not_on_the_card_cannot_be_contested_by_its_address(
    visit: Visit, ana: Actor, call: AttemptView, kind: str
) -> None:
    tab = page_of(visit, ana, call, part="contest", kind=kind, about="<b>x</b>" * 90, place="-1")
    tab.text_area(key="contest_text").set_value("algo")
    tab.button(key="contest").click().run()
    assert "no está en esta calificación" in shown(tab)
    assert tab.text_area(key="contest_text").value == "algo"


def test_one_reply_is_shared_read_by_the_coach_and_revoked(
    visit: Visit, store: Store, ana: Actor, call: AttemptView
) -> None:
    coach = somebody(store, "Marta", "trainer").id
    sharing = page_of(visit, ana, call, part="share", turn="2")
    assert played.REPLIES[1] in shown(sharing)
    assert played.REPLIES[0] not in shown(sharing)
    sharing.text_area(key="share_note").set_value("¿Cómo lo diría usted?")
    sharing.button(key="share").click().run()
    (share,) = store.shares.to(coach)
    assert not share.named
    desk = visit(coach, "shared")
    assert "¿Cómo lo diría usted?" in shown(desk)
    desk.button(key=f"read_{share.id}").click().run()
    assert played.REPLIES[1] in shown(desk)
    assert played.REPLIES[0] not in shown(desk)
    sharing.button(key=f"revoke_{share.id}").click().run()
    assert played.REPLIES[1] not in shown(visit(coach, "shared", share=share.id))


def test_a_whole_call_is_read_without_what_only_its_trainee_may_do(
    visit: Visit, store: Store, practice: Practice, ana: Actor, call: AttemptView
) -> None:
    coach = somebody(store, "Marta", "trainer")
    share = practice.sharing.share(ana, call.id, coach.id)
    practice.contests.contest(ana, call.id, About(kind="criterion", about="calm"), "Yo no grité.", 4)
    read = visit(coach.id, "shared", share=share.id)
    assert "Yo no grité. Nivel propuesto: 4." in shown(read)
    assert all(reply in shown(read) for reply in played.REPLIES)
    assert not [b for b in read.button if b.key.startswith(("fork_", "wrong_", "delete", "share"))]
    assert "Ana" not in shown(read)
    assert not read.exception


def test_a_trainee_has_no_page_of_what_was_shared(visit: Visit, ana: Actor) -> None:
    tab = visit(ana.id, "shared")
    assert "Esto no está entre lo suyo" in shown(tab)
    assert "Compartido con usted" not in str([link.proto.label for link in tab.get("page_link")])


def test_a_call_is_deleted_after_being_asked_once(visit: Visit, store: Store, ana: Actor, call: AttemptView) -> None:
    tab = page_of(visit, ana, call)
    tab.button(key="delete_yes").click().run()
    assert store.attempts.get(call.id) is None
    assert "Después de su primera llamada" in shown(tab)


def test_a_letter_says_what_it_lacks(visit: Visit, practice: Practice, ana: Actor) -> None:
    unfinished = WITH_A_PLAN.model_copy(update={"method": "", "instalments": (AgreedInstalment(amount=Decimal(500)),)})
    page = shown(page_of(visit, ana, closed(practice, ana, unfinished), part="letter"))
    assert "el día de cada pago" in page
    assert "cómo se pagará" in page
    assert 'class="paper"' not in page


def test_a_letter_is_shown_as_it_will_be_sent(visit: Visit, practice: Practice, ana: Actor) -> None:
    view = closed(practice, ana, WITH_A_PLAN)
    assert [b for b in page_of(visit, ana, view).button if b.key == "to_letter"]
    tab = page_of(visit, ana, view, part="letter")
    paper = shown(tab).split('class="paper"')[1]
    for words in ("1 de diciembre de 2026", "$500", "SPEI", view.case.debtor.full_name, view.case.creditor.name):
        assert words in paper
    assert len(tab.get("download_button")) == 2


def test_after_a_call_of_care_nothing_asks_for_money_beside_the_word_of_support(
    visit: Visit, practice: Practice, ana: Actor
) -> None:
    replies = ("Su papá debía $5,000. ¿Cuándo paga usted?", "Entonces, ¿le queda bien el viernes?")
    view = closed(practice, ana, scenario="bereaved", replies=replies)
    tab = page_of(visit, ana, view)
    assert view.scenario.care["es"][:40] in shown(tab)
    assert not [b for b in tab.button if b.key in ("go_on", "to_letter")]
    assert "La cuenta sigue" not in shown(tab)
    coached = shown(tab).split('class="coached"')[1:]
    models = [part.split('class="better"')[1].split("</p>")[0] for part in coached if 'class="better"' in part]
    assert not [m for m in models if "pagar" in m.lower() or "$" in m]


def test_earlier_calls_are_unfolded_some_at_a_time(visit: Visit, store: Store, ana: Actor, call: AttemptView) -> None:
    attempt = store.attempts.get(call.id)
    assert attempt is not None
    for n in range(AT_ONCE + FOLDED + 4):
        store.attempts.add(attempt.model_copy(update={"id": f"copy-{n}"}))
    tab = visit(ana.id, "progress")
    assert f"{FOLDED + 5} llamadas anteriores" in [e.label for e in tab.expander]
    assert len(_lines(tab)) == AT_ONCE + FOLDED
    tab = tab.button(key="fold_more_earlier").click().run()
    assert len(_lines(tab)) == AT_ONCE + FOLDED + 5
    assert "fold_more_earlier" not in [button.key for button in tab.button]


def _lines(tab: AppTest) -> list[str]:
    return [b.key or "" for b in tab.button if (b.key or "").startswith("delete_")]


def test_progress_lists_calls_by_when_they_were_played_and_lets_one_take_the_data_along(
    visit: Visit, practice: Practice, ana: Actor, call: AttemptView
) -> None:
    fork = practice.forks.start(ana, call.id, 1)
    practice.end_talk(ana, fork.id)
    practice.finish(ana, fork.id, NOTE)
    later = closed(practice, ana)
    tab = visit(ana.id, "progress")
    page = shown(tab)
    assert "Técnicas: " in str([e.label for e in tab.expander])
    assert "1 llamada probada de otra manera" in [e.label for e in tab.expander]
    lines = [link.proto.query_string for link in tab.get("page_link") if "attempt=" in link.proto.query_string]
    listed = [line.split("attempt=")[1] for line in lines][-3:]
    assert listed == [later.id, call.id, fork.id], "the last played first, what was tried differently apart"
    assert "pocas para saber" in page
    assert "día del caso" in page
    assert len(tab.get("download_button")) == 1
    tab.button(key=f"delete_{call.id}_yes").click().run()
    assert {a.id for a in practice.recent(ana, forks=True)} == {later.id}
