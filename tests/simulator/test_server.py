"""The server's door: the port, the address, the front page, the headers' words."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator import app, server
from simulator.settings import Settings


def settings(port: int, address: str = "127.0.0.1") -> Settings:
    return Settings(home=Path("/nowhere"), database_url="sqlite://", port=port, address=address)


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_a_port_that_was_asked_for_and_is_taken_is_said_with_a_remedy(taken: int) -> None:
    with pytest.raises(server.CannotServe, match=f"Port {taken} is taken.*ACUERDO_PORT"):
        server.bind(settings(taken))


def test_where_the_default_port_is_taken_the_next_free_one_serves(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "DEFAULT_PORT", taken)
    with server.bind(settings(taken)) as listener:
        assert taken < listener.getsockname()[1] < taken + server.PORTS_TO_TRY


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.0.2.1", "acuerdo.example"])
def test_without_accounts_nobody_beyond_this_machine_is_served(address: str) -> None:
    with pytest.raises(server.CannotServe, match="serves this machine only") as refusal:
        server.serve(settings(8799, address), open_browser=False)
    assert "esta máquina" in refusal.value.in_language("es")


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_this_machine_is_served_without_accounts(address: str) -> None:
    server.refuse_open_solo(settings(8799, address))


def test_an_address_that_is_not_this_machines_is_said_with_a_remedy() -> None:
    with pytest.raises(server.CannotServe, match="ACUERDO_ADDRESS"):
        server.bind(settings(8799, "203.0.113.7"))


@pytest.mark.parametrize(
    ("address", "shown"),
    [("127.0.0.1", "http://localhost:80"), ("0.0.0.0", "http://localhost:80"), ("::1", "http://[::1]:80")],
)
def test_the_address_is_one_that_can_be_typed(address: str, shown: str) -> None:
    assert server.address(settings(80, address)) == shown


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.4", "floor.example"])
def test_without_accounts_nothing_but_this_machine_is_served(address: str) -> None:
    with pytest.raises(server.CannotServe, match="ACUERDO_ACCESS=accounts") as refusal:
        server.serve(settings(8799, address), open_browser=False)
    assert "cualquiera" in refusal.value.in_language("es")


@pytest.mark.parametrize(("address", "access"), [("127.0.0.1", "solo"), ("::1", "solo"), ("0.0.0.0", "accounts")])
def test_this_machine_or_accounts_may_be_served(address: str, access: str) -> None:
    server.refuse_open_solo(settings(8799, address).model_copy(update={"access": access}))


def test_the_address_that_people_type_is_the_one_that_was_set() -> None:
    public = settings(80).model_copy(update={"public_url": "https://acuerdo.example"})
    assert server.address(public) == "https://acuerdo.example"
    assert public.https


def test_the_front_page_is_ours_and_runs_no_script_of_its_own() -> None:
    page = app.front_page().decode()
    assert "<title>Acuerdo</title>" in page
    assert '<html lang="es">' in page
    assert "acuerdo.css" in page
    assert "<script>" not in page


@pytest.mark.parametrize(
    ("path", "page"),
    [("/", True), ("/progress", True), ("/call/", True), ("/healthz", False), ("/readyz", False),
     ("/metrics", False), ("/acuerdo.js", False),
     ("/_stcore/stream", False), ("/static/js/index.js", False)],
)  # fmt: skip
def test_pages_are_told_from_files_and_from_the_frameworks_addresses(path: str, page: bool) -> None:
    assert app.is_page(path) is page


def test_no_page_may_reach_or_be_framed_by_anybody_else() -> None:
    assert "default-src 'self'" in app.POLICY
    assert "frame-ancestors 'none'" in app.POLICY
    assert "unsafe-eval" not in app.POLICY
    assert "http" not in app.POLICY


def test_the_frameworks_options_are_known_to_it() -> None:
    app.configure(settings(8799))
    from streamlit import config  # noqa: PLC0415

    assert config.get_option("server.allowedHosts") == ["localhost", "127.0.0.1", "::1"]
    assert config.get_option("browser.gatherUsageStats") is False
    assert config.get_option("runner.postScriptGC") is False
    assert config.get_option("client.showErrorDetails") == "none"


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_both_themes_can_be_read(mode: str) -> None:
    theme = {k.removeprefix(f"theme.{mode}."): v for k, v in app.options().items() if k.startswith(f"theme.{mode}.")}
    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        for ink in ("textColor", "grayTextColor", "linkColor"):
            assert contrast(theme[ink], theme[ground]) >= 4.5, (ink, ground)
    assert contrast("#ffffff", theme["primaryColor"]) >= 4.5
