"""An attempt, a turn and a scorecard to store."""

from datetime import UTC, date, datetime

from scoring.criterion import Judgement
from scoring.scorecard import Scorecard
from simulator.kept import Attempt, StoredTurn
from simulator.state import Change, Said, State, Step

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


def an_attempt(attempt_id: str = "a1", owner_id: str = "ana", **different: object) -> Attempt:
    same: dict[str, object] = {
        "id": attempt_id, "owner_id": owner_id, "scenario_id": "job_loss", "scenario_version": 3,
        "content_hash": "c0ffee", "content": {"id": "job_loss"}, "title": {"es": "Perdió el empleo"},
        "difficulty": 2, "skills": ("calm",), "country": "MX", "language": "es", "seed": 7, "on": date(2026, 11, 23),
        "case": {"debtor": "Ñandú"}, "rubric": "default", "rubric_version": 1, "created_at": NOW, "updated_at": NOW,
    }  # fmt: skip
    return Attempt.model_validate(same | different)


def a_turn(number: int, key: str | None = None, text: str = "Buenas tardes 👋") -> StoredTurn:
    step = Step(
        number=number,
        said=Said(text=text),
        reading={"acts": [{"act": "greet", "confidence": 0.93, "start": 0, "end": 6}]},
        words="¿Quién habla?",
        state=State(anger=50, trust=20, commitment=30, turn=number, fired={"greets": 1}),
        changes=(Change(what="anger", by=-3, cause="greet"), Change(what="fact", by="lost_job", cause="ask_reason")),
        revealed=("lost_job",),
    )
    return StoredTurn(step=step, client_key=key or f"key-{number}", saved_at=NOW)


def a_scorecard(level: int | None = 3, version: int = 1) -> Scorecard:
    score = None if level is None else level + 0.25
    judgements = (
        Judgement(criterion="empathy", level=level, score=score),
        Judgement(criterion="calm", why_not="nothing was said"),
    )
    total = None if level is None else level * 25.0
    return Scorecard(rubric="default", rubric_version=version, reader="r1", judgements=judgements, total=total)
