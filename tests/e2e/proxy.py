"""A small proxy before two replicas, as nginx stands there: a browser stays with one replica while that one lives."""

import contextlib
import re
import socket
import threading
from itertools import count
from socketserver import BaseRequestHandler, ThreadingTCPServer

COOKIE = "acuerdo_route"
_ROUTE = re.compile(COOKIE.encode() + rb"=(\d)")
END_OF_HEAD = b"\r\n\r\n"


class Proxy(ThreadingTCPServer):
    """Passes every connection on, websockets too, each in threads of its own."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, *ports: int) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.replicas, self.turn = ports, count()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,))
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://localhost:{self.server_address[1]}"

    def stop(self) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()

    def reach(self, first: int) -> tuple[int, socket.socket]:
        """The replica of the cookie, or, where that one is gone, the next."""
        for step in range(len(self.replicas)):
            route = (first + step) % len(self.replicas)
            with contextlib.suppress(OSError):
                return route, socket.create_connection(("127.0.0.1", self.replicas[route]))
        raise ConnectionError("no replica answers")


class _Connection(BaseRequestHandler):
    server: Proxy

    def handle(self) -> None:
        with contextlib.suppress(OSError):
            head = _read_head(self.request)
            known = _ROUTE.search(head)
            first = int(known[1]) if known else next(self.server.turn) % len(self.server.replicas)
            route, replica = self.server.reach(first)
            with replica:
                replica.sendall(head)
                back = threading.Thread(target=self._answer, args=(replica, route), daemon=True)
                back.start()
                _pass_on(self.request, replica)
                back.join()

    def _answer(self, replica: socket.socket, route: int) -> None:
        with contextlib.suppress(OSError):
            head, rest = _read_head(replica).split(END_OF_HEAD, 1)
            cookie = f"\r\nset-cookie: {COOKIE}={route}; Path=/; HttpOnly".encode()
            self.request.sendall(head + cookie + END_OF_HEAD + rest)
            _pass_on(replica, self.request)


def _read_head(source: socket.socket) -> bytes:
    head = b""
    while END_OF_HEAD not in head:
        data = source.recv(1 << 16)
        if not data:
            raise ConnectionError("closed before a head came")
        head += data
    return head


def _pass_on(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(1 << 16):
            sink.sendall(data)
    for end in (source, sink):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
