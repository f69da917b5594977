"""How fast: importing, reading, drawing a case, a turn, a scorecard. One core, this machine, in milliseconds."""

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from scenarios.generation import generate_case
from scenarios.load import load_scenario
from scoring.reading.reader import read
from scoring.reading.values import ReadingContext
from scoring.rubrics import load_rubric
from scoring.scoring import score
from simulator.conversation import opening, respond
from simulator.playthrough import script_of
from simulator.record import call_record

ON = date(2026, 11, 23)
RATED = Path(__file__).parents[1] / "data" / "rated" / "dev"


def measured(name: str, works: list[Callable[[], object]], target: str) -> None:
    """Median and 99th percentile of each work done once, after one round to warm up."""
    for work in works[:20]:
        work()
    times = []
    for work in works:
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    high = sorted(times)[int(len(times) * 0.99)]
    print(f"{name:<36} n {len(times):>5}  median {statistics.median(times):7.2f}  p99 {high:7.2f}   {target}")


def imported(module: str, target: str) -> None:
    """Seconds and memory that importing a module takes in a fresh process, beyond an empty one's."""
    code = f"import time,resource;b=time.perf_counter();import {module};print(time.perf_counter()-b)"
    runs = [float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
            for _ in range(5)]  # fmt: skip
    print(f"{'import ' + module:<36} n {len(runs):>5}  median {statistics.median(runs) * 1000:7.2f}   {target}")


def replies() -> list[tuple[str, str]]:
    """Every rated reply of the dev set, with its language."""
    return [
        (language, json.loads(line)["agent"])
        for language in ("es", "en")
        for line in (RATED / f"turns.{language}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def main() -> None:
    """All benchmarks."""
    imported("scoring.reading.reader", "target: under 300")
    contexts = {"es": ReadingContext(language="es", country="MX"), "en": ReadingContext(language="en", country="US")}
    measured(
        "reading a reply", [lambda t=t, c=contexts[lang]: read(t, c) for lang, t in replies()], "target: 3, p99 10"
    )
    scenario, rubric = load_scenario("job_loss"), load_rubric()
    measured("drawing a case", [lambda s=s: generate_case(scenario, "MX", s, ON) for s in range(300)], "target: 5")
    playthrough = next(p for p in scenario.playthroughs if p.name.startswith("good"))
    case = generate_case(scenario, playthrough.country, playthrough.seed, playthrough.on, playthrough.language)
    steps, turns = [opening(scenario, case)], []
    for reply in script_of(playthrough).replies:
        state = steps[-1].state
        if not state.ended:
            turns.append(lambda state=state, said=reply.said: respond(scenario, case, state, said))
            steps.append(respond(scenario, case, state, reply.said))
    measured("a turn, reading included", turns * 40, "target: 15")
    record = call_record(scenario, case, steps, script_of(playthrough).follow_up)
    measured("a scorecard", [lambda: score(record, rubric)] * 30, "target: 50")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at the most: {memory:.0f} MB")


if __name__ == "__main__":
    main()
