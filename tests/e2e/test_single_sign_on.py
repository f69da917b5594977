"""Somebody comes in with the company account, in a real browser, from a provider that others wrote, and leaves."""

import contextlib
import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.site import Site, free_port
from tests.e2e.trainee import Trainee

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    people = ({"sub": "ana", "name": "Ana Ruiz", "groups": ["agents"]}, {"sub": "eve", "name": "Eve", "groups": []})
    given = [word for one in people for word in ("--user-claims", json.dumps(one))]
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", *given]
    with (tmp_path_factory.mktemp("provider") / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    address, end = f"http://127.0.0.1:{port}", time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/jwks", timeout=5):
            break
        time.sleep(0.1)
    yield address
    process.terminate()
    process.wait()


@pytest.fixture(scope="module")
def floor(chromium: str, issuer: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    home = tmp_path_factory.mktemp("floor")
    (home / "sso.yaml").write_text("roles: {agents: trainee}\n", encoding="utf-8")
    said = {"ISSUER": issuer, "CLIENT_ID": "acuerdo", "CLIENT_SECRET": "between-us", "NAME": "Cobranza del Norte"}
    running = Site(home, ACUERDO_ACCESS="sso", **{f"ACUERDO_SSO_{name}": value for name, value in said.items()})
    yield running
    running.stop()


@pytest.mark.parametrize(("language", "width"), [("es", 390), ("en", 1280)])
def test_coming_in_with_the_company_account_and_leaving(
    browser: Browser, floor: Site, issuer: str, language: str, width: int
) -> None:
    ana = Trainee(browser, floor.address, language, width)
    ana.open("/progress")
    assert "/sign-in?next=%2Fprogress" in ana.page.url
    assert ana.page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    ana.page.keyboard.press("Tab")
    ana.page.get_by_role("link", name="Cobranza del Norte").press("Enter")
    ana.page.get_by_role("button", name="ana", exact=True).click()
    ana.finds(".page-title")
    ana.complaints.clear()  # those of the provider's own pages
    assert ana.page.url == f"{floor.address}/progress"
    ana.open("/settings")
    ana.finds(".st-key-my_name")
    expect(ana.page.locator(".st-key-my_name input")).to_have_value("Ana Ruiz")
    assert ana.page.get_by_role("link", name="password").count() == 0
    if width > 600:
        ana.click("sign_out")
    else:
        ana.click("menu_narrow")
        ana.page.locator(".st-key-sign_out_here button").click()
    ana.page.wait_for_url("**/sign-in")
    there = ana.page.get_by_role("link", name={"es": "Cerrar también", "en": "Sign out there too"}[language])
    assert str(there.get_attribute("href")).startswith(f"{issuer}/oauth2/end_session?")
    assert ana.complaints == []
    ana.close()


def test_somebody_in_no_group_reads_why_and_the_log_holds_no_code(browser: Browser, floor: Site) -> None:
    eve = Trainee(browser, floor.address, "en", 1280)
    eve.open("/sign-in")
    eve.page.get_by_role("link", name="Cobranza del Norte").click()
    eve.page.get_by_role("button", name="eve", exact=True).click()
    eve.page.get_by_role("alert").wait_for()
    assert "in no group" in eve.page.get_by_role("alert").inner_text()
    eve.close()
    log = Path(floor.home / "server.log").read_text("utf-8", "replace")
    assert "code=" not in log
    assert "state=" not in log
