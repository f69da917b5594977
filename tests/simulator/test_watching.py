"""Alive, able to serve, and how it is going: in numbers, and with nothing of any person."""

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from simulator import watching
from simulator.logs import logger
from simulator.metrics import METRICS, Metrics
from simulator.settings import Settings
from simulator.store import Store
from simulator.store.engine import connect
from tests.asking import get

LINE = re.compile(r'^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.e+-]+)$')


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'a.sqlite3'}"


@pytest.fixture
def app(url: str) -> Starlette:
    def fails(_: Request) -> Response:
        raise ValueError("perdí mi empleo")

    def fine(_: Request) -> Response:
        return PlainTextResponse("ok")

    routes = watching.routes(Settings(home=Path("/nowhere"), database_url=url))
    routes += [Route("/fails", fails), Route("/fine", fine)]
    return Starlette(routes=routes, middleware=[Middleware(watching.Counting)])


def test_it_is_alive_even_without_a_database(app: ASGIApp) -> None:
    assert get(app, "/healthz").json()["ok"] is True


def test_it_is_ready_only_when_its_database_is_of_this_version(app: ASGIApp, url: str) -> None:
    assert get(app, "/readyz").status == 503
    Store.open(url).close()
    assert get(app, "/readyz").json() == {"ok": True, "database": "ok"}
    engine = connect(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    engine.dispose()
    answer = get(app, "/readyz")
    assert answer.status == 503
    assert url not in answer.text


def test_requests_are_counted_by_outcome_and_timed(app: ASGIApp) -> None:
    def counted(status: str) -> float:
        return METRICS.value("acuerdo_http_requests_total", status=status)

    good, bad, timed = counted("2xx"), counted("5xx"), METRICS.value("acuerdo_http_request_seconds_count")
    get(app, "/fine")
    get(app, "/fails")
    assert (counted("2xx"), counted("5xx")) == (good + 1, bad + 1)
    assert METRICS.value("acuerdo_http_request_seconds_count") == timed + 2


def test_events_are_counted_by_name_and_turns_apart_whatever_the_log_level() -> None:
    before = METRICS.value("acuerdo_turns_saved_total"), METRICS.value("acuerdo_errors_total", event="page_failed")
    logger("practice").info("turn_saved", attempt="a1", text="perdí mi empleo")
    logger("pages").error("page_failed", exc_info=ValueError("secreto"))
    after = METRICS.value("acuerdo_turns_saved_total"), METRICS.value("acuerdo_errors_total", event="page_failed")
    assert after == (before[0] + 1, before[1] + 1)


def test_the_metrics_are_prometheus_text_without_ids_or_words(app: ASGIApp) -> None:
    logger("practice").info("turn_saved", attempt="4f9c-attempt", text="perdí mi empleo")
    get(app, "/fails")
    answer = get(app, "/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    wrong = [line for line in answer.text.splitlines() if not LINE.match(line)]
    assert wrong == []
    assert "acuerdo_turns_saved_total" in answer.text
    assert "4f9c" not in answer.text + METRICS.text()
    assert "empleo" not in answer.text


def test_a_large_count_is_told_to_the_last_digit_and_a_label_cannot_break_its_line() -> None:
    metrics = Metrics()
    metrics.declare("some_total", "counter", "Some.")
    metrics.add("some_total", 12_345_678, what='a"b\nc\\')
    assert 'some_total{what="a\\"b\\nc\\\\"} 12345678\n' in metrics.text()
