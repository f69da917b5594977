"""The pictures of ``docs/trainee.md``: ``python -m tests.e2e.trainee_pictures docs/images`` (needs Chromium)."""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.e2e.conftest import FLAGS, NAMES
from tests.e2e.site import Site
from tests.e2e.test_first_visit import EXAMPLE
from tests.e2e.trainee import INPUT, Trainee

LANGUAGE, WIDTH = "es", 390
NOTE = (
    "Se comprobó la identidad. Cambió de celular y perdió el recordatorio. Promete pagar el día acordado por SPEI. "
    "Hoy se manda la confirmación y un día antes se le recuerda. Ana."
)


def main(folder: Path) -> None:
    """Take them all, from the welcome to the scorecard."""
    folder.mkdir(parents=True, exist_ok=True)
    chromium = next(path for name in NAMES if (path := shutil.which(name)))
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        site = Site(Path(home))
        trainee = Trainee(browser, site.address, LANGUAGE, WIDTH)
        try:
            _walk(trainee, folder)
        finally:
            trainee.close()
            site.stop()
            browser.close()


def _take(trainee: Trainee, folder: Path, what: str) -> None:
    trainee.page.wait_for_timeout(1_500)
    trainee.page.screenshot(path=folder / f"trainee-{what}.png")


def _walk(trainee: Trainee, folder: Path) -> None:
    trainee.open()
    trainee.finds(".st-key-begin_guided")
    trainee.page.locator(".st-key-new_name input").fill("Ana")
    _take(trainee, folder, "welcome")
    trainee.click("begin_guided")
    trainee.finds(".said")
    while not trainee.page.locator(".st-key-over").count():
        trainee.finds(f"{INPUT}, .st-key-over")
        trainee.say(trainee.page.locator(EXAMPLE).inner_text().strip("«»“”"))
        if trainee.page.locator(".guide").count():
            _take(trainee, folder, "guide")
    trainee.click("to_follow_up")
    trainee.finds(".st-key-what_to_note")
    trainee.page.locator("textarea").first.fill(NOTE)
    _take(trainee, folder, "follow-up")
    trainee.click("finish")
    trainee.finds(".summary")
    _take(trainee, folder, "scorecard")
    trainee.open("/practise")
    trainee.finds(".st-key-choose_job_loss")
    _take(trainee, folder, "choose")
    trainee.open("/practise?scenario=job_loss")
    trainee.click("start_job_loss")
    trainee.finds(".st-key-file")
    _take(trainee, folder, "prepare")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
