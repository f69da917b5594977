"""``make bench``: how long a case, a turn, a score, the library and a reading take here, beside what they may take."""

import os
import platform
import time
from collections.abc import Callable
from datetime import date

from scenarios import persona
from scenarios.generation import generate_case
from scenarios.lint import lint
from scenarios.load import library, load_scenario
from scoring.reading.reader import remembered
from scoring.rubrics import load_rubric
from scoring.scoring import score
from scoring.transcript import CallRecord, FollowUp
from simulator.aftermath.spread import spread
from simulator.conversation import opening, respond
from simulator.record import call_record
from simulator.state import Said, Step
from tests.benchmarks import reading, storing, studio
from tests.benchmarks.measured import HEADS, Row, in_a_new_program, measured
from tests.simulator.aftermath.calls import shares
from tests.simulator.engine import case, state

ON = date(2026, 11, 23)
REPLIES = (
    "Buenas tardes, le llama Laura Gómez de Banco Horizonte. ¿Hablo con el titular?",
    "Gracias. Por seguridad, ¿me confirma su fecha de nacimiento?",
    "Le llamo por su préstamo. Quiero ver con usted cómo lo resolvemos.",
    "Entiendo que esto le pesa. ¿Qué le pasó?",
    "Lamento mucho que haya perdido el trabajo.",
    "Si le entendí bien, ahora entra poco y primero va la casa.",
    "¿Cuánto podría pagar el 15 de diciembre sin descuidar sus gastos?",
    "Podemos dividirlo en cuatro pagos, a partir del 30 de noviembre. ¿Cómo lo ve?",
    "Si paga el primero a tiempo, le quito los recargos.",
    "Le mando el acuerdo por correo hoy mismo.",
    "¿Le quedó alguna duda?",
    "Gracias por su tiempo, que esté bien.",
)
_LIBRARY = """
import time
import scenarios.load as load
began = time.process_time()
found = load.list_scenarios()
print(len(found), (time.process_time() - began) * 1000)
"""


def main() -> None:
    """Print the machine and one line a measure; times are of the processor, so that other work counts little."""
    load, cores = os.getloadavg()[0], os.cpu_count()
    print(f"{platform.machine()}, {cores} cores, Python {platform.python_version()}, load {load:.1f}")
    print("Milliseconds of the processor.")
    print(HEADS)
    rows: tuple[Callable[[], Row], ...] = (
        _a_case, _turns, _a_score, _an_older_score, _a_check, _stories, _the_library,
    )  # fmt: skip
    for row in rows:
        print(row())
    for line in (*reading.rows(), *studio.rows()):
        print(line)
    storing.bench()


def _steps() -> list[Step]:
    scenario = load_scenario("job_loss")
    case = generate_case(scenario, "MX", 7, ON)
    steps = [opening(scenario, case)]
    for reply in REPLIES:
        if not steps[-1].state.ended:
            steps.append(respond(scenario, case, steps[-1].state, Said(text=reply)))
    return steps


def _a_case() -> Row:
    """Drawing a case, less what Faker itself takes for names."""
    scenario, spent, inner = load_scenario("job_loss"), [0.0], persona.from_faker

    def timed(*given: object) -> object:
        began = time.process_time()
        try:
            return inner(*given)  # type: ignore[arg-type]
        finally:
            spent[0] += time.process_time() - began

    persona.from_faker = timed  # type: ignore[assignment]
    try:
        deeds = [lambda seed=seed: generate_case(scenario, "MX", seed, ON) for seed in range(100)]
        whole = measured("case, Faker's part apart", deeds, limit=5, apart=lambda: spent[0])
    finally:
        persona.from_faker = inner
    return whole


def _turns() -> Row:
    """A turn, the reading of a reply never read before included."""
    scenario, steps = load_scenario("job_loss"), _steps()
    case = generate_case(scenario, "MX", 7, ON)
    pairs = list(zip(steps, REPLIES, strict=False))
    deeds = [
        lambda state=step.state, text=f"{reply} {n}": respond(scenario, case, state, Said(text=text))
        for n in range(5)
        for step, reply in pairs
        if not step.state.ended
    ]
    return measured("turn, with its reading", deeds, limit=15)


def _a_score() -> Row:
    """A call of twelve replies scored, as it is when it has just been played."""
    rubric, call = load_rubric("default"), _record()
    return measured("score of a call of 12 replies", [lambda: score(call, rubric)] * 15, limit=50)


def _an_older_score() -> Row:
    """The same where nothing of it was read since the server began, as when old calls are scored anew."""
    rubric, call = load_rubric("default"), _record()

    def anew() -> None:
        remembered.cache_clear()
        score(call, rubric)

    return measured("  with every reply read anew", [anew] * 15, limit=100)


def _record() -> CallRecord:
    scenario = load_scenario("job_loss")
    case = generate_case(scenario, "MX", 7, ON)
    return call_record(scenario, case, _steps(), FollowUp(note="Perdió el empleo. Llamar el lunes."))


def _a_check() -> Row:
    """The largest scenario checked, as an editor does while it is typed."""
    largest = max(library().values(), key=lambda path: path.stat().st_size)
    return measured("lint of the largest scenario", [lambda: lint(largest)] * 10, limit=300)


def _stories() -> Row:
    """A plan of fifty payments told a thousand times."""
    agreed = state(agreement=shares(case(), *["0.02"] * 50), commitment=80)
    return measured("a thousand stories after a call", [lambda: spread(case(), agreed)] * 5, limit=60)


def _the_library() -> Row:
    """Every scenario read and checked, in a program of its own."""
    taken = [float(in_a_new_program(_LIBRARY).split()[1]) for _ in range(5)]
    return Row("the whole library, cold", tuple(taken), 500)


if __name__ == "__main__":
    main()
