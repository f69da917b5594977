"""A call played on the pages, stage by stage."""

from streamlit.testing.v1 import AppTest

from simulator.app_pages.visit import CHOSEN
from tests.simulator.pages.conftest import Visit

REPLIES = (
    "Buenas tardes, le llama Laura Gómez de Crédito Solidario. ¿Hablo con el titular?",
    "Entiendo que está molesto. ¿Qué le pasó?",
)


def newcomer(visit: Visit) -> AppTest:
    return visit().button(key="begin").click().run()


def choosing(visit: Visit) -> AppTest:
    return newcomer(visit).button(key="choose_job_loss").click().run()


def preparing(visit: Visit, seed: int = 7) -> AppTest:
    tab = choosing(visit)
    tab.number_input(key="seed_job_loss").set_value(seed).run()
    return tab.button(key="start_job_loss").click().run()


def talking(visit: Visit) -> AppTest:
    return preparing(visit).button(key="call").click().run()


def say(tab: AppTest, text: str) -> AppTest:
    return tab.chat_input[0].set_value(text).run()


def hang_up(tab: AppTest) -> AppTest:
    """Ask to end the call, and say yes."""
    return tab.button(key="deed_end").click().run().button(key="end_yes").click().run()


def ended(visit: Visit) -> AppTest:
    tab = talking(visit)
    for reply in REPLIES:
        say(tab, reply)
    return hang_up(tab)


def wrapping_up(visit: Visit) -> AppTest:
    return ended(visit).button(key="to_follow_up").click().run()


def finished(visit: Visit) -> AppTest:
    tab = wrapping_up(visit)
    tab.text_area(key=f"note_{attempt_of(tab)}").set_value("Perdió el empleo. Se le llama el lunes.").run()
    return tab.button(key="finish").click().run()


def attempt_of(tab: AppTest) -> str:
    named = tab.query_params["attempt"]
    return named if isinstance(named, str) else str(named[0])


def person_of(tab: AppTest) -> str:
    return str(tab.session_state[CHOSEN])


def again(visit: Visit, tab: AppTest, page: str = "attempt", **query: str) -> AppTest:
    """The same person at the same attempt in a new tab: what a refresh or another window does."""
    asked = {"attempt": attempt_of(tab)} if page == "attempt" else {}
    return visit(person_of(tab), page, **asked, **query)
