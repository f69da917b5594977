"""The pictures of ``docs/trainer.md``: ``python -m tests.e2e.trainer_pictures docs/images`` (needs Chromium)."""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from simulator.store import Store
from tests.e2e.conftest import FLAGS, NAMES
from tests.e2e.floor import person
from tests.e2e.pictures import REPLIES
from tests.e2e.site import Site
from tests.e2e.test_studio import begin, line
from tests.e2e.trainee import INPUT, Trainee


def main(folder: Path) -> None:
    """Take them all, as a trainer sees them in Spanish on a wide screen."""
    folder.mkdir(parents=True, exist_ok=True)
    chromium = next(path for name in NAMES if (path := shutil.which(name)))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        site = Site(Path(home))
        one = Trainee(browser, site.address, "es", 1280)
        try:
            with Store.open(site.database) as store:
                one.be(person(store, "Tere", "trainer", "es").id)
            scenario = begin(one, "es")
            _write(one, folder)
            _play(one, folder, scenario)
            _see(one, folder)
        finally:
            one.close()
            site.stop()
            browser.close()


def _write(one: Trainee, folder: Path) -> None:
    """An error at its line, and how to mend it; mended again afterwards."""
    line(one, "difficulty:").click()
    one.page.keyboard.press("End")
    one.page.keyboard.type("9")
    one.finds(".cm-lint-marker-error")
    one.page.wait_for_timeout(1_500)
    one.page.screenshot(path=folder / "trainer-write.png")
    one.page.keyboard.press("Backspace")
    one.page.wait_for_timeout(2_000)


def _play(one: Trainee, folder: Path, scenario: str) -> None:
    one.open(f"/studio?scenario={scenario}&view=play")
    one.finds(INPUT)
    for number, reply in enumerate(REPLIES["es"][:2], start=1):
        one.page.locator(INPUT).fill(reply)
        one.page.locator(INPUT).press("Enter")
        one.finds(f".st-key-try_talk .talk.agent >> nth={number - 1}")
        one.settled()
    one.page.wait_for_timeout(1_500)
    one.page.screenshot(path=folder / "trainer-play.png")


def _see(one: Trainee, folder: Path) -> None:
    """A scenario that ships, after a hundred plays."""
    one.open("/studio?scenario=job_loss&view=see")
    one.click("explore_go")
    one.page.locator("ul.met").wait_for(timeout=300_000)
    one.settled()
    one.page.locator(".st-key-explore").scroll_into_view_if_needed()
    one.page.wait_for_timeout(1_500)
    one.page.screenshot(path=folder / "trainer-see.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
