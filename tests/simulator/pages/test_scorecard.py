"""The scorecard's first screen, what is folded behind it, and what can be done from there."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from simulator.profiles import Profiles
from simulator.store import Store
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown


def scored(visit: Visit) -> AppTest:
    tab = played.finished(visit)
    assert not tab.exception
    assert "no se puede mostrar" not in shown(tab)
    return tab


def test_the_first_screen_says_how_it_was_what_was_good_and_one_thing_to_change(visit: Visit) -> None:
    page = shown(scored(visit))
    assert page.count('class="total"') == 1
    assert page.count("Lo que estuvo bien") == 1
    assert page.count("Cambie una cosa") == 1
    assert "Práctica: solo usted la ve" in page
    assert "Empatía" in page.split("levels-at-a-glance")[1].split("</ul>")[0]


def test_every_quotation_of_the_talk_leads_to_a_line_that_is_there(visit: Visit) -> None:
    page = shown(scored(visit))
    asked = {part.split('"')[0] for part in page.split('href="#line-')[1:]}
    there = {part.split('"')[0] for part in page.split('id="line-')[1:]}
    assert asked
    assert asked <= there
    assert 'id="quoted"' in page


def test_why_a_level_is_said_in_plain_words_before_its_figures(visit: Visit) -> None:
    page = shown(scored(visit))
    first = page.split('class="why-level"')[1]
    assert first.index("Lo que la") < first.index("Las cifras detrás")
    assert "Qué tanto fiarse" in page or "correlación" in page


def test_one_tries_it_differently_and_sees_both_side_by_side(visit: Visit, store: Store) -> None:
    tab = scored(visit)
    call = played.attempt_of(tab)
    tab.button(key="fork_2").click().run()
    fork = played.attempt_of(tab)
    assert fork != call
    assert tab.chat_input
    played.say(tab, "Siento mucho lo que me cuenta. ¿Cómo está usted hoy?")
    tab.button(key="deed_end").click().run()
    tab.button(key="to_follow_up").click().run()
    tab.text_area(key=f"note_{fork}").set_value("Perdió el empleo.").run()
    tab.button(key="finish").click().run()
    assert "a partir del turno 2" in shown(tab)
    both = played.again(visit, tab, part="compare")
    page = shown(both)
    assert "Siento mucho lo que me cuenta" in page
    assert played.REPLIES[1] in page
    assert "Qué cambió" in page
    assert not both.exception
    listed = visit(played.person_of(tab), "attempt", attempt=call)
    assert "Desde el turno 2" in str([link.proto.label for link in listed.get("page_link")])
    assert len(store.scorecards.of(played.person_of(tab))) == 1


def test_a_running_call_can_be_tried_differently_too_and_goes_on(visit: Visit) -> None:
    tab = played.say(played.talking(visit), played.REPLIES[0])
    call = played.attempt_of(tab)
    replay = played.again(visit, tab, part="replay")
    replay.button(key="fork_1").click().run()
    assert played.attempt_of(replay) != call
    assert visit(played.person_of(tab), "attempt", attempt=call).chat_input


def test_what_looks_wrong_is_said_kept_shown_and_taken_back(visit: Visit) -> None:
    tab = scored(visit)
    person, call = played.person_of(tab), played.attempt_of(tab)
    tab.button(key="wrong_criterion_calm_0_0").click().run()
    assert "Calma" in shown(tab)
    tab.button(key="contest").click().run()
    assert 'role="alert"' in shown(tab)
    tab.text_area(key="contest_text").set_value("No grité <b>nunca</b>.").run()
    tab.selectbox(key="contest_level").set_value(4).run()
    tab.button(key="contest").click().run()
    card = visit(person, "attempt", attempt=call)
    assert "Pendiente de revisión" in shown(card)
    assert "No grité &lt;b&gt;nunca&lt;/b&gt;." in shown(card)
    card.button(key="unsay_criterion_calm_0_0").click().run()
    assert "Pendiente de revisión" not in shown(visit(person, "attempt", attempt=call))


def coach_of(store: Store, language: str = "es") -> str:
    return Profiles(store, lambda: datetime.now(UTC)).create("Marta", "trainer", language).id  # type: ignore[arg-type]


def test_one_reply_is_shared_read_by_the_coach_and_revoked(visit: Visit, store: Store) -> None:
    tab = scored(visit)
    person, call, coach = played.person_of(tab), played.attempt_of(tab), coach_of(store)
    sharing = visit(person, "attempt", attempt=call, part="share", turn="2")
    assert played.REPLIES[1] in shown(sharing)
    assert played.REPLIES[0] not in shown(sharing)
    sharing.text_area(key="share_note").set_value("¿Cómo lo diría usted?").run()
    sharing.button(key="share").click().run()
    desk = visit(coach, "shared")
    assert "¿Cómo lo diría usted?" in shown(desk)
    (share,) = store.shares.to(coach)
    read = shown(visit(coach, "shared", share=share.id))
    assert played.REPLIES[1] in read
    assert played.REPLIES[0] not in read
    visit(person, "attempt", attempt=call).button(key=f"revoke_{share.id}").click().run()
    assert played.REPLIES[1] not in shown(visit(coach, "shared", share=share.id))


def test_a_whole_call_is_shared_without_what_only_the_trainee_may_do(visit: Visit, store: Store) -> None:
    tab = scored(visit)
    coach = coach_of(store)
    card = played.again(visit, tab)
    card.button(key="share").click().run()
    (share,) = store.shares.to(coach)
    read = visit(coach, "shared", share=share.id)
    assert all(reply in shown(read) for reply in played.REPLIES)
    assert not [b for b in read.button if b.key.startswith(("fork_", "wrong_", "delete", "share"))]
    assert not read.exception


def test_a_trainee_has_no_page_of_what_was_shared(visit: Visit) -> None:
    person = played.person_of(played.newcomer(visit))
    tab = visit(person, "shared")
    assert "Esto no está entre lo suyo" in shown(tab)
    assert "Compartido con usted" not in str([link.proto.label for link in tab.get("page_link")])


def test_a_call_is_deleted_after_being_asked_once(visit: Visit, store: Store) -> None:
    tab = scored(visit)
    call = played.attempt_of(tab)
    tab.button(key="delete_yes").click().run()
    assert store.attempts.get(call) is None
    assert "Después de su primera llamada" in shown(tab)


def test_a_letter_says_what_it_lacks_and_is_made_once_it_is_recorded(visit: Visit) -> None:
    tab = played.wrapping_up(visit)
    call = played.attempt_of(tab)
    tab.number_input(key=f"amount_0_{call}").set_value(500.0).run()
    tab.text_area(key=f"note_{call}").set_value("Paga 500.").run()
    tab.button(key="finish").click().run()
    tab.button(key="to_letter").click().run()
    page = shown(tab)
    assert "el día de cada pago" in page
    assert "cómo se pagará" in page
    assert 'class="paper"' not in page


def test_one_takes_ones_own_data_along(visit: Visit, store: Store) -> None:
    tab = scored(visit)
    progress = visit(played.person_of(tab), "progress")
    progress.button(key="my_data").click().run()
    assert progress.get("download_button")
