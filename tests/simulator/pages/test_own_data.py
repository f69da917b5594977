"""One's own data on the settings page: offered, made only when asked for, and noted."""

from simulator.app_pages.opening import person_data
from simulator.store import Store
from tests.simulator.pages import played
from tests.simulator.pages.conftest import Visit, shown


def test_the_settings_page_offers_a_copy_and_makes_none_by_being_looked_at(visit: Visit, store: Store) -> None:
    talking = played.say(played.talking(visit), played.REPLIES[0])
    (person,) = store.profiles.all()
    tab = visit(person.id, "settings")
    assert not talking.exception
    assert not tab.exception
    assert "Sus datos" in shown(tab)
    assert "person_exported" not in [line.deed for line in store.audit.lines()]

    copy = person_data().copy(None, person.id)
    assert played.REPLIES[0] in [row["text"] for row in copy["kept"]["turn"]]
    assert [line.deed for line in store.audit.lines()][-1] == "person_exported"
