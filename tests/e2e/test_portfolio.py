"""A portfolio at a narrow screen: taken over, worked, refreshed, restarted, the day ended."""

from collections.abc import Callable

import pytest

from tests.e2e.site import Site
from tests.e2e.test_first_call import welcome
from tests.e2e.trainee import Trainee

pytestmark = pytest.mark.browser


def test_a_day_of_a_portfolio_survives_refresh_and_restart(sit_down: Callable[..., Trainee], site: Site) -> None:
    trainee = sit_down("es", 390)
    welcome(trainee)
    trainee.click("begin")
    trainee.finds(".st-key-card_job_loss")
    trainee.open("/portfolios")
    trainee.finds(".st-key-portfolio_start")
    trainee.click("portfolio_start")
    trainee.sees("Quedan 6 h 00 min hoy")
    assert not trainee.overflows()
    trainee.page.locator('[class*="st-key-head_"] a').nth(3).click()
    trainee.finds(".st-key-touch")
    trainee.click("do_call")
    trainee.finds("[role=status]")
    assert not trainee.overflows()
    trainee.refresh()
    trainee.finds("[role=status]")
    site.restart()
    trainee.refresh()
    trainee.finds("[role=status]")
    trainee.page.locator(".st-key-way_back a").click()
    trainee.finds(".st-key-end_day")
    trainee.click("end_day")
    trainee.sees("¿terminar de todos modos?")
    assert not trainee.overflows()
    trainee.click("end_day_now")
    trainee.sees("Día 2 de 20")
    trainee.sees("Quedan 6 h 00 min hoy")
    assert trainee.abroad == []
