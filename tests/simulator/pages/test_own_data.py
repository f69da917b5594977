"""One's own data on the page of progress: offered, made only when asked for, and noted."""

from simulator.app_pages.opening import practice_and_profiles
from simulator.store import Store
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown


def test_the_page_of_progress_offers_a_copy_and_makes_none_by_being_looked_at(visit: Visit, store: Store) -> None:
    talking = played.say(played.talking(visit), played.REPLIES[0])
    (person,) = store.profiles.all()
    tab = visit(person.id, "progress")
    assert not talking.exception
    assert not tab.exception
    assert "Sus datos" in shown(tab)
    assert "person_exported" not in [line.deed for line in store.audit.lines()]

    practice, profiles = practice_and_profiles()
    copy = practice.person_data.copy(profiles.actor(person.id), person.id)["kept"]
    assert played.REPLIES[0] in [turn["text"] for turn in copy["turn"]]
    assert copy["drill_try"] == []
    assert [line.deed for line in store.audit.lines()][-1] == "person_exported"
