"""Many people practising at once, as their browsers speak with the server: ``python -m tests.benchmarks.load 60 100``.

A server of its own, a browser's worth of websocket for each person: the call's page is drawn, then reply after reply
is sent as the chat input sends it, some seconds apart. Times are by the clock on the wall, so the load of the machine
is printed beside them.
"""

import asyncio
import os
import random
import sys
import tempfile
import time
import urllib.request
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from simulator.app_pages.visit import COOKIE
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.settings import load_settings
from simulator.store import Store
from tests.benchmarks.__main__ import REPLIES
from tests.benchmarks.measured import HEADS, Row
from tests.e2e.site import Site

PAUSE = (15.0, 45.0)
"""Seconds between a person's replies: reading an answer, thinking, and some fifteen words at forty a minute."""
ALLOWED = {"first draw": 1_500.0, "reply": 300.0}
"""Milliseconds at the 95th percentile, for a class of 60."""
GIVEN_UP = 120.0
"""Seconds after which nobody waits any longer."""
LESSON = 360.0
"""Seconds after which a class ends, finished or not: on a busy machine one still learns what there is to learn."""
TOLD = 20.0
"""Seconds after which one hears again how far it is."""


@dataclass(slots=True)
class Measured:
    """Milliseconds of what was asked for, by kind, and what went wrong."""

    taken: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in ALLOWED})
    wrong: list[str] = field(default_factory=list)


class Browser:
    """One tab: what it shows of the page it needs to know to go on."""

    def __init__(self, socket: ClientConnection, query: str) -> None:
        self._socket, self._query, self._page, self._box, self._fragment = socket, query, "", "", ""

    async def draw(self) -> float:
        """The call's page for the first time; milliseconds."""
        asked = BackMsg()
        asked.rerun_script.query_string, asked.rerun_script.page_name = self._query, "call"
        return await self._run(asked)

    async def say(self, text: str) -> float:
        """A reply into the chat input; milliseconds until the page with the answer is whole."""
        if not self._box:
            raise RuntimeError("no chat input on the page")
        asked = BackMsg()
        asked.rerun_script.query_string, asked.rerun_script.page_script_hash = self._query, self._page
        asked.rerun_script.fragment_id = self._fragment
        widget = asked.rerun_script.widget_states.widgets.add(id=self._box)
        widget.chat_input_value.data = text
        self._box = ""  # only a page of the talk brings it again
        return await self._run(asked)

    async def _run(self, asked: BackMsg) -> float:
        began = time.perf_counter()
        await self._socket.send(asked.SerializeToString())
        async with asyncio.timeout(GIVEN_UP):
            while not self._seen(ForwardMsg.FromString(bytes(await self._socket.recv(decode=False)))):
                pass
        return (time.perf_counter() - began) * 1000

    def _seen(self, message: ForwardMsg) -> bool:
        """Take in a message; whether it was the last of a run."""
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self._page = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "chat_input":
            self._box, self._fragment = message.delta.new_element.chat_input.id, message.delta.fragment_id
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(message.delta.new_element.exception.message)
        return kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY


def main(people: Sequence[int]) -> None:
    """One class after the other, each on a server of its own."""
    for count in people:
        with tempfile.TemporaryDirectory() as home:
            tabs = _prepared(Path(home), count)
            site = Site(Path(home))
            try:
                load, spent = os.getloadavg()[0], site.spent
                measured = asyncio.run(_class(site, tabs))
                spent = site.spent - spent
            finally:
                site.stop()
            wrong = [*measured.wrong, *_lost(Path(home), tabs)]
        print(f"{count} people at once, load {load:.1f} before and {os.getloadavg()[0]:.1f} after; {len(wrong)} errors")
        for line in wrong[:5]:
            print(f"  {line}")
        print(HEADS)
        for kind, taken in measured.taken.items():
            print(Row(f"{count} people: {kind}", tuple(taken), limit95=ALLOWED[kind]))
        drawn = sum(map(len, measured.taken.values()))
        print(Row("  of it the server's processor", (spent / max(drawn, 1) * 1000,)), flush=True)


def _prepared(home: Path, count: int) -> dict[str, str]:
    """So many people, each in the talk of a call of their own; attempts by profile."""
    with Store.open(settings_of(home)) as store:
        profiles, practice = Profiles(store, now), Practice(store, now)
        tabs = {}
        for number in range(count):
            profile = profiles.create(f"Persona {number + 1}")
            actor = profiles.actor(profile.id)
            view = practice.start(actor, "job_loss", "MX", "es", seed=number)
            tabs[profile.id] = practice.begin_talk(actor, view.id).id
        return tabs


async def _class(site: Site, tabs: dict[str, str]) -> Measured:
    measured = Measured()
    persons = {
        asyncio.create_task(_person(site, profile, attempt, measured, random.Random(number)))
        for number, (profile, attempt) in enumerate(tabs.items())
    }
    end = time.monotonic() + LESSON
    while persons and time.monotonic() < end:
        _, persons = await asyncio.wait(persons, timeout=TOLD)
        said = len(measured.taken["reply"])
        print(f"    {said} replies of {6 * len(tabs)}, {len(measured.wrong)} errors", file=sys.stderr, flush=True)
    for person in persons:
        person.cancel()
    await asyncio.gather(*persons, return_exceptions=True)
    measured.wrong += [f"not done after {LESSON:.0f} s"] * len(persons)
    return measured


async def _person(site: Site, profile: str, attempt: str, measured: Measured, rng: random.Random) -> None:
    """Somebody comes, reads, and says half of a call."""
    await asyncio.sleep(rng.uniform(0, PAUSE[1]))
    try:
        async with opened(site, profile, attempt) as browser:
            measured.taken["first draw"].append(await browser.draw())
            for reply in REPLIES[:6]:
                await asyncio.sleep(rng.uniform(*PAUSE))
                measured.taken["reply"].append(await browser.say(reply))
    except Exception as error:
        measured.wrong.append(f"{type(error).__name__}: {error}")


@asynccontextmanager
async def opened(site: Site, profile: str, attempt: str) -> AsyncIterator[Browser]:
    """A tab of this person at this call."""
    xsrf = await asyncio.to_thread(_xsrf, site)
    headers = {"Cookie": f"_streamlit_xsrf={xsrf}; {COOKIE}={profile}"}
    address = site.address.replace("http", "ws") + "/_stcore/stream"
    spoken = [Subprotocol("streamlit"), Subprotocol(xsrf)]
    async with connect(
        address, subprotocols=spoken, additional_headers=headers, origin=Origin(site.address), max_size=None,
        proxy=None, open_timeout=GIVEN_UP,
    ) as socket:  # fmt: skip
        yield Browser(socket, f"attempt={attempt}")


def _xsrf(site: Site) -> str:
    with urllib.request.urlopen(f"{site.address}/_stcore/health", timeout=GIVEN_UP) as answer:
        cookies = SimpleCookie(answer.headers.get("set-cookie", ""))
    return cookies["_streamlit_xsrf"].value


def _lost(home: Path, tabs: dict[str, str]) -> list[str]:
    """The calls in which not every reply was saved."""
    with Store.open(settings_of(home)) as store:
        turns = {attempt: len(store.attempts.turns(attempt)) for attempt in tabs.values()}
    return [f"{attempt}: {count - 1} replies saved" for attempt, count in turns.items() if count != 7]


def settings_of(home: Path) -> str:
    return load_settings({"ACUERDO_HOME": str(home)}).database_url


def now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [60, 100])
