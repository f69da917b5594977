"""The pictures of ``docs/manager.md``: ``python -m tests.e2e.manager_pictures docs/images`` (needs Chromium)."""

import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from simulator.store import Store
from tests.e2e.conftest import FLAGS, NAMES
from tests.e2e.site import Site
from tests.e2e.trainee import Trainee
from tests.simulator.team_floor import populated

PLACES = {"overview": "/team", "person": "/team?trainee={carla}", "breaches": "/compliance", "month": "/report"}


def main(folder: Path) -> None:
    """Take them all, as a manager sees them in Spanish on a wide screen."""
    folder.mkdir(parents=True, exist_ok=True)
    chromium = next(path for name in NAMES if (path := shutil.which(name)))
    with (
        sync_playwright() as playwright,
        tempfile.TemporaryDirectory() as home,
        tempfile.TemporaryDirectory() as played,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        site = Site(Path(home))
        with Store.open(site.database) as store:
            _, marta, _, people = populated(store, played, datetime.now(UTC))
        one = Trainee(browser, site.address, "es", 1280)
        try:
            one.be(marta.id)
            for name, place in PLACES.items():
                one.open(place.format(carla=people[2].id))
                one.finds(".page-title")
                drawn = (
                    "[data-testid=stSelectbox]" if name == "breaches" else "[data-testid=stPlotlyChart] svg.main-svg"
                )
                one.finds(drawn)
                one.page.wait_for_timeout(2_000)
                one.page.screenshot(path=folder / f"manager-{name}.png")
        finally:
            one.close()
            site.stop()
            browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
