"""Logs: JSON lines, and nothing that a person typed."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from simulator.logs import ROOT, SERVER, TYPED, adopt, configure, logger


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    roots = [logging.getLogger(name) for name in (ROOT, *SERVER)]
    before = [(list(root.handlers), root.level, root.propagate) for root in roots]
    yield io.StringIO()
    for root, (handlers, level, propagate) in zip(roots, before, strict=True):
        root.handlers[:], root.level, root.propagate = handlers, level, propagate


def _lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_is_one_json_object_with_level_and_instant(stream: io.StringIO) -> None:
    configure("info", stream)
    logger("practice").info("turn_saved", number=3)
    (line,) = _lines(stream)
    assert (line["event"], line["number"], line["level"]) == ("turn_saved", 3, "info")
    assert str(line["timestamp"]).endswith("Z")


@pytest.mark.parametrize("key", sorted(TYPED))
@pytest.mark.parametrize("level", ["info", "warning", "error"])
def test_what_was_typed_leaves_only_its_length(stream: io.StringIO, key: str, level: str) -> None:
    configure("debug", stream)
    getattr(logger("practice"), level)("something", **{key: "perdí mi empleo"})
    assert "empleo" not in stream.getvalue()
    assert _lines(stream)[0][f"{key}_length"] == 15


def test_an_exception_is_logged_by_type_and_place_and_never_by_its_words(stream: io.StringIO) -> None:
    configure("info", stream)
    try:
        raise ValueError("the reply was: perdí mi empleo")
    except ValueError:
        logger("practice").exception("failed")
    (line,) = _lines(stream)
    assert line["error"] == "ValueError"
    assert "test_logs.py" in str(line["where"])
    assert "empleo" not in stream.getvalue()


def test_the_web_servers_lines_are_of_the_same_form_and_quote_no_error(stream: io.StringIO) -> None:
    configure("info", stream)
    server = logging.getLogger("uvicorn.error")
    server.info("Started")
    try:
        raise ValueError("the reply was: perdí mi empleo")
    except ValueError:
        server.exception("Exception in ASGI application")
    (line,) = _lines(stream)
    assert (line["event"], line["level"], line["error"]) == ("Exception in ASGI application", "error", "ValueError")
    assert str(line["timestamp"]).endswith("Z")
    assert "empleo" not in stream.getvalue()


def test_below_the_level_nothing_is_written(stream: io.StringIO) -> None:
    configure("warning", stream)
    logger("practice").info("turn_saved")
    assert stream.getvalue() == ""


def test_before_it_is_configured_a_command_s_output_stays_clean(capsys: pytest.CaptureFixture[str]) -> None:
    logger("practice").info("turn_saved")
    assert capsys.readouterr() == ("", "")


def test_configuring_twice_writes_each_line_once(stream: io.StringIO) -> None:
    configure("info", io.StringIO())
    configure("info", stream)
    logger("practice").info("turn_saved")
    assert len(_lines(stream)) == 1


def test_a_library_that_gives_its_loggers_handlers_of_their_own_writes_as_we_do(stream: io.StringIO) -> None:
    stranger = logging.getLogger("a.library")
    stranger.addHandler(logging.StreamHandler(stream))
    stranger.setLevel(logging.DEBUG)
    adopt(stranger)
    configure("info", stream)
    stranger.info("a plain line")
    stranger.warning("a warning")
    (line,) = _lines(stream)
    assert (line["event"], line["level"]) == ("a warning", "warning")
