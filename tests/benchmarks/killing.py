"""The server killed again and again while people practise: ``python -m tests.benchmarks.killing 100``.

Each time a server starts over the same database, people draw their calls and reply over websockets as their browsers
do, and at a random moment the process is killed. Whatever reply had been answered must be there once, and once only.
"""

import asyncio
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.store import Store
from tests.benchmarks.__main__ import REPLIES
from tests.benchmarks.load import PAUSE, now, opened, settings_of
from tests.e2e.site import Site

PEOPLE = 6
MOMENT = (0.05, 6.0)
"""Seconds after the first answer of a server's life at which it is killed."""
SOONEST = 0.3
"""The longest that anybody here waits before a reply, as a share of what people take."""

Answered = dict[str, list[str]]
"""What was said and answered, by attempt."""


def main(kills: int) -> None:
    """Print how many replies were answered, and which of them are not there, or there twice."""
    rng, answered = random.Random(11), dict[str, list[str]]()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with Store.open(settings_of(home)) as store:
            profiles = Profiles(store, now)
            people = [profiles.create(f"Persona {number + 1}").id for number in range(PEOPLE)]
        site: Site | None = None
        for number in range(kills):
            tabs = _calls(home, people)
            site = _started(site, home)
            asyncio.run(_life(site, tabs, answered, rng))
            wrong = _wrong(home, answered)
            said = sum(map(len, answered.values()))
            print(f"{number + 1} kills, {said} replies answered, {len(wrong)} lost or doubled {wrong[:3]}", flush=True)
        with Store.open(settings_of(home)) as store:
            print(f"the audit log: {store.audit.verify().fault or 'whole'}")


def _started(site: Site | None, home: Path) -> Site:
    if site is None:
        return Site(home)
    site.restart()
    return site


def _calls(home: Path, people: Sequence[str]) -> dict[str, str]:
    """A new call in its talk for each; attempts by profile."""
    with Store.open(settings_of(home)) as store:
        profiles, practice = Profiles(store, now), Practice(store, now)
        tabs = {}
        for profile in people:
            actor = profiles.actor(profile)
            begun = practice.start(actor, "job_loss", "MX", "es")
            tabs[profile] = practice.begin_talk(actor, begun.id).id
        return tabs


async def _life(site: Site, tabs: dict[str, str], answered: Answered, rng: random.Random) -> None:
    """People reply until the server is killed, some time after the first answer."""
    first, seed = asyncio.Event(), rng.random()
    persons = [
        asyncio.create_task(_person(site, profile, attempt, answered, first, random.Random(f"{seed} {profile}")))
        for profile, attempt in tabs.items()
    ]
    everybody = asyncio.gather(*persons, return_exceptions=True)
    spoken = asyncio.create_task(first.wait())
    await asyncio.wait([spoken, everybody], return_when=asyncio.FIRST_COMPLETED)
    spoken.cancel()
    await asyncio.sleep(rng.uniform(*MOMENT))
    await asyncio.to_thread(site.kill)
    for person in persons:
        person.cancel()
    await everybody


async def _person(  # noqa: PLR0917 - all that a person here is
    site: Site, profile: str, attempt: str, answered: Answered, first: asyncio.Event, rng: random.Random
) -> None:
    async with opened(site, profile, attempt) as browser:
        await browser.draw()
        for reply in REPLIES[:6]:  # with these nobody hangs up
            text = f"{reply} {rng.getrandbits(40)}"
            await browser.say(text)
            answered.setdefault(attempt, []).append(text)
            first.set()
            await asyncio.sleep(rng.uniform(0, PAUSE[0] * SOONEST))


def _wrong(home: Path, answered: Answered) -> list[str]:
    """Replies that were answered and do not stand exactly once."""
    with Store.open(settings_of(home)) as store:
        stand = {one: Counter(turn.step.said.text for turn in store.attempts.turns(one)) for one in answered}
    return [text for attempt, said in answered.items() for text in said if stand[attempt][text] != 1]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
