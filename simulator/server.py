"""Start the web application in this process: a free port, one printed address, then serve until stopped."""

import errno
import socket
import sys
import threading
import webbrowser

from simulator import logs
from simulator.refusals import Refusal
from simulator.settings import Settings

DEFAULT_PORT = 8501
PORTS_TO_TRY = 20
BACKLOG = 2048
LOOPBACK = ("localhost", "127.0.0.1", "::1")
ANY = {"0.0.0.0": "localhost", "::": "localhost", "127.0.0.1": "localhost"}  # noqa: S104 - read, not bound


class CannotServe(Refusal):
    """The address or the port cannot be used."""


def serve(settings: Settings, open_browser: bool) -> None:
    """Serve until stopped (Ctrl+C). Prints the address once it answers. Raises ``CannotServe``."""
    from uvicorn import Config, Server  # noqa: PLC0415 - the command line starts fast without them

    from simulator.app import create_app  # noqa: PLC0415
    from simulator.app_pages.opening import now, warm_up  # noqa: PLC0415
    from simulator.exports.xapi.background import sending  # noqa: PLC0415

    refuse_open_solo(settings)
    listener = bind(settings)
    settings = settings.model_copy(update={"port": listener.getsockname()[1]})
    app = create_app(settings)
    logs.configure(settings.log_level)  # after the framework, which sets up the server's loggers its own way
    warm_up(settings)
    config = Config(
        app, ws="websockets-sansio", log_config=None, access_log=False, server_header=False,
        forwarded_allow_ips=settings.proxies,
    )  # fmt: skip
    print(f"Acuerdo → {address(settings)}   (Ctrl+C)", flush=True)
    if open_browser:
        threading.Timer(0.8, webbrowser.open, (address(settings),)).start()
    with sending(settings, now, address(settings)):
        Server(config).run(sockets=[listener])


def refuse_open_solo(settings: Settings) -> None:
    """Raise ``CannotServe`` where anybody on the network could take any profile."""
    if settings.access == "solo" and settings.address not in LOOPBACK and not settings.address.startswith("127."):
        raise CannotServe(
            es=f"Sin cuentas, Acuerdo solo atiende a esta máquina, y ACUERDO_ADDRESS es {settings.address}: cualquiera "
            "en la red podría entrar como cualquiera. Ponga ACUERDO_ACCESS=accounts y cree la primera cuenta con: "
            "acuerdo people add NOMBRE --role administrator. O quite ACUERDO_ADDRESS.",
            en=f"Without accounts Acuerdo serves this machine only, and ACUERDO_ADDRESS is {settings.address}: anybody "
            "on the network could come in as anybody. Set ACUERDO_ACCESS=accounts and make the first account with: "
            "acuerdo people add NAME --role administrator. Or remove ACUERDO_ADDRESS.",
        )


def address(settings: Settings) -> str:
    """What to type in the browser."""
    if settings.public_url:
        return settings.public_url
    host = ANY.get(settings.address, settings.address)
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


def bind(settings: Settings) -> socket.socket:
    """A listening socket: the port asked for, or, where that is the default and taken, the next free one."""
    ports = [settings.port]
    if settings.port == DEFAULT_PORT:
        ports += range(DEFAULT_PORT + 1, DEFAULT_PORT + PORTS_TO_TRY)
    for port in ports:
        try:
            return _listen(settings.address, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise _refused(settings, error) from None
    raise CannotServe(
        es=f"El puerto {settings.port} está ocupado. Cierre el otro programa o indique otro con ACUERDO_PORT.",
        en=f"Port {settings.port} is taken. Close the other program, or name another port with ACUERDO_PORT.",
    )


def _listen(host: str, port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except BaseException:
        listener.close()
        raise
    return listener


def _refused(settings: Settings, error: OSError) -> CannotServe:
    where = f"{settings.address}:{settings.port}"
    return CannotServe(
        es=f"No se puede escuchar en {where} ({error.strerror}). Revise ACUERDO_ADDRESS y ACUERDO_PORT.",
        en=f"Cannot listen on {where} ({error.strerror}). Check ACUERDO_ADDRESS and ACUERDO_PORT.",
    )
