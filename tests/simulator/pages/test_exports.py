"""The pages of what leaves: for whom they are, what they say; nobody else sees anything of it."""

import pytest

from simulator.app_pages import cohort_files
from simulator.app_pages.opening import jobs
from simulator.exporting import How
from simulator.exports.xapi.answers import Answer
from simulator.exports.xapi.sending import Sender
from simulator.store import Store
from tests.simulator.branches import somebody
from tests.simulator.exports.outbox import next_day, states
from tests.simulator.exports.played import assessed, cohort_of, practising
from tests.simulator.pages.conftest import Visit, shown


class Refusing:
    """A record store that takes nothing."""

    def put(self, statements: object) -> Answer:
        return Answer(status=400, words="<b>actor</b> is wrong")

    def held(self, statement_id: str) -> None:
        return None


def test_an_administrator_reads_why_it_was_refused_and_tries_again(
    visit: Visit, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACUERDO_LRS_URL", "https://lrs.example.com/xapi")
    attempt = assessed(practising(store), somebody(store, "Ana")).id
    Sender(store, next_day(), Refusing(), "https://acuerdo.example.com").all()
    tab = visit(somebody(store, "Ada", "administrator").id, "deliveries")
    assert "400 &lt;b&gt;actor&lt;/b&gt; is wrong" in shown(tab)
    assert "https://lrs.example.com/xapi" in shown(tab)
    tab.button(key="retry").click().run()
    assert not tab.exception
    assert states(store, attempt) == ["waiting"] * 4
    assert "Lo que se rechazó" not in shown(tab)


def test_without_a_record_store_the_page_says_how_to_name_one(visit: Visit, store: Store) -> None:
    tab = visit(somebody(store, "Ada", "administrator").id, "deliveries")
    assert "ACUERDO_LRS_URL" in shown(tab)
    assert not [button for button in tab.button if button.key == "retry"]


def test_a_manager_finds_the_files_of_the_cohort_and_no_other(visit: Visit, store: Store) -> None:
    eva = somebody(store, "Eva", "manager")
    cohort_of(store, somebody(store, "Ana"), led_by=eva, name="Turno de mañana")
    cohort_of(store, somebody(store, "Luis"), name="Turno de noche")
    tab = visit(eva.id, "exports")
    assert tab.selectbox(key="export_cohort").options == ["Turno de mañana"]
    assert not tab.exception


def test_a_large_file_is_made_beside_the_page_and_handed_over_when_it_is_ready(
    visit: Visit, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cohort_files, "AT_ONCE", 1)
    eva, ana = somebody(store, "Eva", "manager"), somebody(store, "Ana")
    for _ in range(2):
        assessed(practising(store), ana)
    cohort = cohort_of(store, ana, led_by=eva)
    tab = visit(eva.id, "exports")
    assert "2 llamadas evaluadas." in shown(tab)
    assert not tab.get("download_button")
    how = How(kind="xlsx", language="es")
    tab.button(key="make_xlsx").click().run()
    job = jobs().get(f"export {eva.id} {cohort.id} {how.model_dump_json()}")
    assert job is not None
    assert job.future is not None
    assert job.future.result(timeout=30).content()[:2] == b"PK"
    assert (job.done, job.of) == (2, 2)
    tab.run()
    assert "2 llamadas, 0.1 MB" in shown(tab)
    assert [one.proto.label for one in tab.get("download_button")] == ["Descargar libro (.xlsx)"]
    monkeypatch.setitem(cohort_files.MOST, "json", 1)
    assert f"acuerdo export cohort {cohort.id} --as json" in shown(tab.run())


@pytest.mark.parametrize("page", ["exports", "deliveries"])
def test_a_trainee_is_shown_neither(visit: Visit, store: Store, page: str) -> None:
    tab = visit(somebody(store, "Ana").id, page)
    assert "Esta página no se puede mostrar" in shown(tab)
    assert "Turno" not in shown(tab)
