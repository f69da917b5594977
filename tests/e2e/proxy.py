"""A small proxy before two replicas, as nginx stands there: a browser stays with one replica while that one lives."""

import asyncio
import contextlib
import re
import threading
from itertools import count

from tests.e2e.site import free_port

COOKIE = "acuerdo_route"
_ROUTE = re.compile(COOKIE.encode() + rb"=(\d)")
END_OF_HEAD = b"\r\n\r\n"


class Proxy:
    """Passes every connection on, websockets too, from a thread of its own."""

    def __init__(self, *ports: int) -> None:
        self._ports, self._turn, self.port = ports, count(), free_port()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._server = self._run(asyncio.start_server(self._serve, "127.0.0.1", self.port))

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def stop(self) -> None:
        self._run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, coroutine):  # type: ignore[no-untyped-def]
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(timeout=30)

    async def _end(self) -> None:
        self._server.close()
        running = asyncio.all_tasks() - {asyncio.current_task()}
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _serve(self, browser: asyncio.StreamReader, to_browser: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            head = await browser.readuntil(END_OF_HEAD)
            known = _ROUTE.search(head)
            first = int(known[1]) if known else next(self._turn) % len(self._ports)
            route, replica, to_replica = await self._reach(first)
            to_replica.write(head)
            back = asyncio.create_task(self._answer(replica, to_browser, route))
            await _pass_on(browser, to_replica)
            await back
        to_browser.close()

    async def _reach(self, first: int) -> tuple[int, asyncio.StreamReader, asyncio.StreamWriter]:
        """The replica of the cookie, or, where that one is gone, the next."""
        for step in range(len(self._ports)):
            route = (first + step) % len(self._ports)
            with contextlib.suppress(OSError):
                return route, *await asyncio.open_connection("127.0.0.1", self._ports[route])
        raise ConnectionError("no replica answers")

    async def _answer(self, replica: asyncio.StreamReader, to_browser: asyncio.StreamWriter, route: int) -> None:
        head = await replica.readuntil(END_OF_HEAD)
        cookie = f"\r\nset-cookie: {COOKIE}={route}; Path=/; HttpOnly".encode()
        to_browser.write(head[: -len(END_OF_HEAD)] + cookie + END_OF_HEAD)
        await _pass_on(replica, to_browser)


async def _pass_on(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await source.read(1 << 16):
            sink.write(data)
            await sink.drain()
    sink.close()
