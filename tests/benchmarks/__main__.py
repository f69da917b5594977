"""``make bench``: how long a case, a turn, a score and a reading take, on this machine."""

import statistics
import time
from collections.abc import Callable
from datetime import date

from scenarios.generation import generate_case
from scenarios.load import load_scenario
from scoring.rubrics import load_rubric
from scoring.scoring import score
from scoring.transcript import FollowUp
from simulator.conversation import opening, respond
from simulator.record import call_record
from simulator.state import Said
from tests.benchmarks import reading, storing

ON, TIMES = date(2026, 11, 23), 30
REPLIES = (
    "Buenas tardes, le llama Laura Gómez de Banco Horizonte. ¿Hablo con el titular?",
    "Entiendo que esto le pesa. ¿Qué le pasó?",
    "¿Cuánto podría pagar el 15 de diciembre sin descuidar sus gastos?",
)


def main() -> None:
    """Print the median and the slowest tenth of each."""
    scenario, rubric = load_scenario("job_loss"), load_rubric("default")
    case = generate_case(scenario, "MX", 7, ON)
    steps = [opening(scenario, case)]
    for reply in REPLIES:
        steps.append(respond(scenario, case, steps[-1].state, Said(text=reply)))
    record = call_record(scenario, case, steps, FollowUp(note="Perdió el empleo. Llamar el lunes."))
    _measure("a case", lambda: generate_case(scenario, "MX", 7, ON))
    _measure("a turn", lambda: respond(scenario, case, steps[0].state, Said(text=REPLIES[1])))
    _measure("a score", lambda: score(record, rubric))
    reading.bench()
    storing.bench()


def _measure(name: str, deed: Callable[[], object]) -> None:
    deed()
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        deed()
        taken.append((time.perf_counter() - began) * 1000)
    print(f"{name:10} median {statistics.median(taken):7.2f} ms   p90 {statistics.quantiles(taken, n=10)[-1]:7.2f} ms")


if __name__ == "__main__":
    main()
