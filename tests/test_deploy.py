"""The files for containers say what the documentation promises; no container is started here."""

import re
import threading
import tomllib
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulator.settings import Settings
from tests.nginx import Nginx

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "docs" / "deploy"
PROXY = (DEPLOY / "nginx.conf").read_text("utf-8")
BUILD = (DEPLOY / "Dockerfile").read_text("utf-8")
ENTRANCE = {"access", "public_url", "proxies"}
"""Settings of the mode in which people sign in."""


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    read = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    assert isinstance(read, dict)
    return read


def test_two_replicas_are_the_same_in_all_but_their_folder(compose: dict[str, Any]) -> None:
    one, two = (compose["services"][name] for name in ("one", "two"))
    assert {**one, "volumes": 0} == {**two, "volumes": 0}
    assert one["volumes"] != two["volumes"]
    assert "@database/" in one["environment"]["ACUERDO_DATABASE_URL"]


@pytest.mark.parametrize("name", ["one", "two", "database", "front"])
def test_every_service_is_watched_restarted_and_of_a_known_version(compose: dict[str, Any], name: str) -> None:
    service = compose["services"][name]
    assert service["healthcheck"]["test"][0] == "CMD"
    assert service["restart"] == "unless-stopped"
    assert service["image"] == "acuerdo" or re.search(r":\d+(\.\d+)?$", service["image"])
    for needed, condition in service.get("depends_on", {}).items():
        assert needed in compose["services"]
        assert condition == {"condition": "service_healthy"}


@pytest.mark.parametrize("name", ["one", "two", "front"])
def test_what_people_reach_cannot_write_its_image_nor_gain_rights(compose: dict[str, Any], name: str) -> None:
    service = compose["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


def test_only_the_proxy_is_published_and_on_this_machine_unless_said_otherwise(compose: dict[str, Any]) -> None:
    published = {name: service["ports"] for name, service in compose["services"].items() if "ports" in service}
    assert published == {"front": ["${ACUERDO_PUBLISHED:-127.0.0.1:8080}:8080"]}
    assert "listen 8080;" in PROXY


def test_no_secret_stands_in_a_file_and_each_must_be_given() -> None:
    text = (DEPLOY / "compose.yaml").read_text("utf-8")
    example = (DEPLOY / "example.env").read_text("utf-8")
    for secret in ("ACUERDO_DATABASE_PASSWORD", "ACUERDO_COOKIE_SECRET"):
        assert f"${{{secret}:?" in text
        assert f"{secret}=\n" in example
    for variable in re.findall(r"\$\{(\w+)", text):
        assert f"{variable}=" in example


def test_every_setting_given_exists(compose: dict[str, Any]) -> None:
    known = {f"ACUERDO_{name.upper()}" for name in {*Settings.model_fields, *ENTRANCE}}
    given = {name for name in compose["services"]["one"]["environment"] if name.startswith("ACUERDO_")}
    assert given <= known
    assert "ACUERDO_ACCESS" in given, "beyond one machine people sign in"
    assert set(re.findall(r"ACUERDO_\w+", BUILD)) <= known


def test_the_proxy_knows_both_replicas_and_keeps_a_browser_with_one(compose: dict[str, Any]) -> None:
    port = compose["services"]["one"]["environment"]["ACUERDO_PORT"]
    assert re.findall(r"^\s+server (\w+):(\d+) ", PROXY, re.MULTILINE) == [("one", port), ("two", port)]
    assert "hash $route consistent;" in PROXY
    assert "add_header Set-Cookie $set_route always;" in PROXY
    assert "proxy_set_header Upgrade $http_upgrade;" in PROXY


def test_the_proxy_trusts_nobody_with_the_figures_and_its_blocks_close() -> None:
    for path in ("/metrics", "/readyz"):
        assert re.search(rf"location = {path}\s+{{ deny all; }}", PROXY)
    assert PROXY.count("{") == PROXY.count("}")
    lines = [line.split("#")[0].strip() for line in PROXY.splitlines()]
    assert [line for line in lines if line and line[-1] not in ";{}"] == []


def test_the_proxys_network_is_the_one_that_is_believed(compose: dict[str, Any]) -> None:
    (network,) = compose["networks"]["inside"]["ipam"]["config"]
    assert network["subnet"] == compose["services"]["one"]["environment"]["ACUERDO_PROXIES"]


def test_the_image_runs_as_nobody_in_particular_and_is_watched() -> None:
    steps = re.findall(r"^([A-Z]+) ", BUILD, re.MULTILINE)
    last = len(steps) - 1 - steps[::-1].index("FROM")
    assert "USER" in steps[last:]
    assert re.search(r"^USER [1-9]\d*$", BUILD, re.MULTILINE)
    assert steps[-1] == "CMD"
    assert "/readyz" in BUILD
    assert ":latest" not in BUILD


def test_the_image_is_made_of_pinned_packages_with_hashes_and_holds_nothing_else() -> None:
    assert "--require-hashes -r requirements.lock" in BUILD
    lock = (DEPLOY / "requirements.lock").read_text("utf-8")
    assert re.search(r"^psycopg==", lock, re.MULTILINE)
    assert "http" not in lock
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    for requirement in wanted:
        name = re.split(r"[><=\[]", requirement)[0]
        assert re.search(rf"^{name}==", lock, re.MULTILINE | re.IGNORECASE), name
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert "*" in ignored
    for copied in re.findall(r"^COPY (?!--from)(.+) \S+$", BUILD, re.MULTILINE):
        for path in copied.split():
            assert f"!{path}" in ignored
            assert (ROOT / path).exists()


def test_the_same_packages_run_with_and_without_containers() -> None:
    def pins(path: Path) -> set[str]:
        return set(re.findall(r"^[\w.-]+==[^ \\]+", path.read_text("utf-8"), re.MULTILINE))

    more = pins(DEPLOY / "requirements.lock") - pins(ROOT / "requirements.lock")
    assert {pin.split("==")[0] for pin in more} == {"psycopg", "psycopg-binary"}


def test_nginx_itself_takes_the_file(tmp_path: Path) -> None:
    assert Nginx(tmp_path, 1, 2).complaint() == ""


@pytest.fixture
def replicas(tmp_path: Path) -> Iterator[tuple[list[str], Nginx]]:
    """Two servers that answer with their number and what they were told, behind nginx."""
    told: list[str] = []

    def server(number: int) -> ThreadingHTTPServer:
        class Replica(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                told.append(f"{number} {self.path} {self.headers.get('x-forwarded-for')} {self.headers.get('host')}")
                self.send_response(200)
                self.send_header("content-length", "1")
                self.end_headers()
                self.wfile.write(str(number).encode())

            def log_message(self, *_: Any) -> None:
                """Silent."""

        return ThreadingHTTPServer(("127.0.0.1", 0), Replica)

    standing = [server(1), server(2)]
    threads = [threading.Thread(target=one.serve_forever, args=(0.02,)) for one in standing]
    for thread in threads:
        thread.start()
    front = Nginx(tmp_path, *(one.server_address[1] for one in standing)).start()
    yield told, front
    front.stop()
    for one, thread in zip(standing, threads, strict=True):
        one.shutdown()
        thread.join()
        one.server_close()


def asked(front: Nginx, path: str, **headers: str) -> tuple[int, str, str]:
    """Status, text, and the route that the answer sets."""
    connection = HTTPConnection("127.0.0.1", front.port, timeout=10)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    route = (answer.headers.get("set-cookie") or "").partition(";")[0]
    text = answer.read().decode()
    connection.close()
    return answer.status, text, route


def test_a_browser_stays_with_one_replica_and_many_are_spread(replicas: tuple[list[str], Nginx]) -> None:
    _, front = replicas
    served = set()
    for _ in range(20):
        status, number, route = asked(front, "/")
        assert status == 200
        assert {asked(front, "/practise", cookie=route)[1] for _ in range(3)} == {number}
        served.add(number)
    assert served == {"1", "2"}


def test_a_visitor_cannot_say_where_they_come_from_nor_read_the_figures(replicas: tuple[list[str], Nginx]) -> None:
    told, front = replicas
    asked(front, "/", **{"x-forwarded-for": "10.9.9.9", "host": "acuerdo.example"})
    assert told[-1].endswith("10.9.9.9, 127.0.0.1 acuerdo.example"), "the last one is what is believed"
    for path in ("/metrics", "/readyz", "/%6detrics", "/x/../metrics", "//metrics"):
        assert asked(front, path)[0] == 403, path
