"""Logs: one JSON object a line, to stderr. From level info up, nothing that a person typed."""

import logging
import sys
import traceback
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, WrappedLogger

from simulator.metrics import counted

ROOT = "acuerdo"
SERVER = ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi", "websockets")
"""The web server's own loggers: from warning up, their lines are of the same form."""
TYPED = frozenset(
    {"text", "words", "said", "note", "plan", "draft", "follow_up", "reply", "replies", "quote", "name", "reading",
     "state", "case", "evidence", "kept", "transcript"}
)  # fmt: skip
"""Keys under which typed text, or what quotes it, would travel."""


def logger(name: str) -> Any:
    """A logger of ours. Silent below warning until ``configure`` was called, so a command's output stays clean."""
    return structlog.wrap_logger(
        logging.getLogger(f"{ROOT}.{name}"),
        processors=[
            counted,
            structlog.stdlib.filter_by_level,
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_typed_text,
            without_messages_of_errors,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def configure(level: str, stream: TextIO | None = None) -> None:
    """Send our logs, and the web server's, as JSON lines to ``stream`` (stderr). Again, it replaces what stood."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                without_messages_of_errors,
            ],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
            ],
        )
    )
    for name in (ROOT, *SERVER):
        root = logging.getLogger(name)
        root.handlers[:] = [handler]
        root.setLevel(level.upper() if name == ROOT else logging.WARNING)
        root.propagate = False
    for stranger in _ADOPTED.values():
        adopt(stranger)


def adopt(logger: logging.Logger) -> None:
    """From now on a library's own logger writes as the web server's do: for one that is given a handler of its own."""
    root = logging.getLogger(ROOT)
    _ADOPTED[logger.name] = logger
    logger.handlers[:] = root.handlers or [logging.NullHandler()]
    logger.setLevel(logging.WARNING)
    logger.propagate = False


_ADOPTED: dict[str, logging.Logger] = {}


def without_typed_text(_: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Leave out what was typed, except at debug; only its length remains."""
    if method == "debug":
        return event
    return {
        key if key not in TYPED else f"{key}_length": value if key not in TYPED else len(str(value))
        for key, value in event.items()
    }


def without_messages_of_errors(_: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """An exception as its type and where it rose: its message may quote what was typed."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["where"] = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    return event
