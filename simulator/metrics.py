"""Counting what happens, and telling it in the text that Prometheus reads. Names and numbers; nothing of any person."""

import logging
import threading
from collections.abc import Iterator

from structlog.typing import EventDict, WrappedLogger

SLOW = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Seconds: the upper bounds under which requests are counted."""
Labels = tuple[tuple[str, str], ...]


class Metrics:
    """Counters and gauges of one process, safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._values: dict[str, dict[Labels, float]] = {}
        self._kinds: dict[str, tuple[str, str]] = {}

    def declare(self, name: str, kind: str, what: str) -> None:
        """Make a metric known: ``counter``, ``gauge`` or ``histogram``. One without labels begins at 0."""
        self._kinds[name] = (kind, what)
        self._values.setdefault(name, {})

    def add(self, name: str, by: float = 1, **labels: str) -> None:
        """Count."""
        self._add(name, tuple(sorted(labels.items())), by)

    def observe(self, name: str, seconds: float) -> None:
        """One duration."""
        for bound in SLOW:
            self._add(f"{name}_bucket", (("le", str(bound)),), float(seconds <= bound))
        self._add(f"{name}_bucket", (("le", "+Inf"),), 1)
        self._add(f"{name}_sum", (), seconds)
        self._add(f"{name}_count", (), 1)

    def value(self, name: str, **labels: str) -> float:
        """What stands; 0 where nothing was counted."""
        return self._values.get(name, {}).get(tuple(sorted(labels.items())), 0)

    def text(self) -> str:
        """All of it, in Prometheus' text format."""
        with self._lock:
            return "\n".join(self._lines()) + "\n"

    def _add(self, name: str, labels: Labels, by: float) -> None:
        with self._lock:
            standing = self._values.setdefault(name, {})
            standing[labels] = standing.get(labels, 0) + by

    def _lines(self) -> Iterator[str]:
        for name, (kind, what) in self._kinds.items():
            yield f"# HELP {name} {what}"
            yield f"# TYPE {name} {kind}"
            for part in (f"{name}_bucket", f"{name}_sum", f"{name}_count") if kind == "histogram" else (name,):
                for labels, value in self._values.get(part, {}).items():
                    yield f"{part}{_braces(labels)} {int(value) if value == int(value) else value!r}"


def _braces(labels: Labels) -> str:
    shown = ",".join(f'{name}="{_escaped(value)}"' for name, value in labels)
    return f"{{{shown}}}" if shown else ""


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


METRICS = Metrics()
METRICS.declare("acuerdo_build_info", "gauge", "The program's version, as a label.")
METRICS.declare("acuerdo_http_requests_total", "counter", "HTTP requests answered, by status class.")
METRICS.declare("acuerdo_http_request_seconds", "histogram", "How long answering took.")
METRICS.declare("acuerdo_sessions_active", "gauge", "Browser tabs that are connected now.")
METRICS.declare("acuerdo_turns_saved_total", "counter", "Replies saved, with the debtor's answers.")
METRICS.declare("acuerdo_events_total", "counter", "Log events, by name.")
METRICS.declare("acuerdo_errors_total", "counter", "Log events of level error, by name.")
for _name in ("acuerdo_turns_saved_total", "acuerdo_sessions_active"):
    METRICS.add(_name, 0)


def counted(_: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """A step of logging: every event of ours is counted by its name, whether its level is written or not."""
    name = str(event.get("event", ""))
    if method != "debug" and name.isidentifier():
        METRICS.add("acuerdo_events_total", event=name)
        if name == "turn_saved":
            METRICS.add("acuerdo_turns_saved_total")
        if getattr(logging, method.upper(), 0) >= logging.ERROR or method == "exception":
            METRICS.add("acuerdo_errors_total", event=name)
    return event
