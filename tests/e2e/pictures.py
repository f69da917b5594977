"""Pictures of every page and state: ``python -m tests.e2e.pictures FOLDER`` (needs Chromium).

Spanish and English, 1280 and 390 wide, light and dark; one folder, one file a picture.
"""

import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.e2e.conftest import FLAGS, NAMES
from tests.e2e.site import Site
from tests.e2e.trainee import INPUT, Trainee

REPLIES = {
    "es": (
        "Buenas tardes, le llama Laura Gómez, del área de cobranza. ¿Hablo con el titular de la cuenta?",
        "Le llamo por su préstamo. Antes de hablar de pagos quiero escucharle: ¿qué le pasó en estos meses?",
        "Siento mucho lo del trabajo; con razón está así. ¿Cuánto podría pagar al mes sin descuidar su casa?",
    ),
    "en": (
        "Good afternoon, this is Laura Gómez from collections. Am I speaking with the account holder?",
        "I'm calling about your loan. Before we talk about payments, I'd like to hear from you: what happened?",
        "I'm so sorry about the job; no wonder you feel this way. What could you pay a month and still cover home?",
    ),
}
NOTES = {
    "es": "Titular verificado. Perdió el empleo hace dos meses y vive de trabajos sueltos. Sin acuerdo: se le llama "
    "el lunes 30 de noviembre con una propuesta de pagos. Laura Gómez.",
    "en": "Account holder verified. Lost the job two months ago and lives on odd jobs. No agreement: call again "
    "Monday, November 30 with a payment plan. Laura Gómez.",
}


def main(folder: Path) -> None:
    """Take them all."""
    folder.mkdir(parents=True, exist_ok=True)
    chromium = next(path for name in NAMES if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for language, width, scheme in product(("es", "en"), (1280, 390), ("light", "dark")):
            with tempfile.TemporaryDirectory() as home:
                site = Site(Path(home))
                trainee = Trainee(browser, site.address, language, width, scheme)
                try:
                    _walk(Album(trainee, folder, f"{language}-{width}-{scheme}"), language)
                finally:
                    trainee.close()
                    site.stop()
        browser.close()


class Album:
    """Numbers the pictures of one walk."""

    def __init__(self, trainee: Trainee, folder: Path, name: str) -> None:
        self.trainee, self._folder, self._name, self._taken = trainee, folder, name, 0

    def take(self, what: str, *, whole: bool = False) -> None:
        """One picture; ``whole`` with all of the page, however long."""
        page, size = self.trainee.page, self.trainee.page.viewport_size
        assert size is not None
        page.wait_for_timeout(900)
        if whole:
            height = page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollHeight")
            page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
            page.wait_for_timeout(600)
        self._taken += 1
        page.screenshot(path=self._folder / f"{self._name}-{self._taken:02d}-{what}.png")
        page.set_viewport_size(size)
        if self.trainee.overflows():
            print(f"{self._name} {what}: wider than the screen")


def _walk(album: Album, language: str) -> None:
    trainee = album.trainee
    trainee.open()
    trainee.finds(".st-key-begin")
    album.take("welcome")
    trainee.click("begin")
    trainee.finds(".st-key-card_job_loss")
    album.take("choose", whole=True)
    trainee.click("choose_job_loss")
    trainee.finds(".st-key-start_job_loss")
    album.take("chosen", whole=True)
    trainee.page.locator(".st-key-chosen_job_loss summary").last.click()
    trainee.page.locator(".st-key-seed_job_loss input").fill("21")
    trainee.page.locator(".st-key-seed_job_loss input").press("Tab")
    trainee.page.wait_for_timeout(800)
    trainee.click("start_job_loss")
    trainee.finds(".st-key-call")
    album.take("prepare", whole=True)
    _call(album, language)
    _follow_up(album, language)
    for path in ("progress", "scores", "settings", "", "call?attempt=unknown"):
        trainee.open(f"/{path}")
        trainee.finds(".page-title")
        album.take(path.partition("?")[0] or "home", whole=True)


def _call(album: Album, language: str) -> None:
    trainee = album.trainee
    trainee.click("call")
    trainee.finds(INPUT)
    album.take("talk-begins")
    for reply in REPLIES[language]:
        trainee.say(reply)
    album.take("talk")
    trainee.page.locator('[class*="st-key-why_"] summary').last.click()
    album.take("why")
    trainee.page.locator(".st-key-at_hand button").first.click()
    album.take("case-at-hand")
    trainee.page.keyboard.press("Escape")
    trainee.page.locator(INPUT).fill("a" * 5_001)
    trainee.page.locator(INPUT).press("Enter")
    trainee.finds(".notice")
    album.take("too-long")
    trainee.page.locator(INPUT).fill("")


def _follow_up(album: Album, language: str) -> None:
    trainee = album.trainee
    trainee.click("deed_end")
    trainee.click("end_yes")
    trainee.finds(".st-key-over")
    album.take("over")
    trainee.click("to_follow_up")
    trainee.finds(".st-key-finish")
    trainee.page.locator("textarea").first.fill(NOTES[language])
    trainee.page.wait_for_timeout(1_500)
    album.take("follow-up", whole=True)
    trainee.click("finish")
    trainee.finds(".summary")
    album.take("scorecard")
    for folds in ('[class*="st-key-fold_"] > details > summary', '[class*="st-key-found_"] summary'):
        for summary in trainee.page.locator(folds).all():
            summary.click()
        trainee.page.wait_for_timeout(800)
    album.take("scorecard-whole", whole=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
