"""An account over two contacts in a real browser, on a narrow screen: the moment chosen, the way on, the memory."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.test_first_call import welcome, wrap_up
from tests.e2e.trainee import INPUT, Trainee

pytestmark = pytest.mark.browser

SitDown = Callable[[str, int], Trainee]


def pick(trainee: Trainee, name: str, words: str) -> None:
    """Choose by its words in one of the lists of the contact, once the page has settled after the choice before."""
    trainee.page.locator(f'[class*="st-key-approach_{name}_"] input').first.click()
    trainee.page.get_by_role("option").filter(has_text=words).first.click()
    trainee.page.wait_for_timeout(1_000)


def test_an_account_goes_on_in_spanish_on_a_narrow_screen(sit_down: SitDown, server_log: Path) -> None:
    trainee = sit_down("es", 390)
    welcome(trainee)
    trainee.click("begin")
    trainee.click("choose_promise_breaker")
    trainee.click("start_promise_breaker")
    trainee.finds(".st-key-approach")
    assert not trainee.overflows()
    expect(trainee.page.locator(".st-key-call button")).to_be_enabled()
    pick(trainee, "at", "16:00")
    pick(trainee, "who", "El empleador")
    trainee.refresh()
    expect(trainee.page.locator(".st-key-call button")).to_be_enabled()
    trainee.click("call")
    trainee.finds(INPUT)
    trainee.finds(".st-key-discretion")

    wrap_up(trainee)
    trainee.write_note("Contestó otra persona. Vuelvo a llamar el jueves.")
    trainee.click("finish")
    trainee.sees("Cómo hizo el contacto")
    trainee.sees("La cuenta sigue")
    assert not trainee.overflows()

    trainee.click("go_on")
    trainee.sees("Contactos anteriores")
    trainee.sees("Vuelvo a llamar el jueves.")
    trainee.refresh()
    trainee.sees("Contactos anteriores")
    assert not trainee.overflows()
    assert trainee.complaints == []
    assert trainee.abroad == []
    assert "Traceback" not in server_log.read_text("utf-8")
