"""Charts: each says what it should, and gaps stay gaps."""

from datetime import UTC, date, datetime

from scenarios.generation import generate_case
from scenarios.load import load_scenario
from simulator import charts
from simulator.i18n import translator
from simulator.progress import Point, Series
from simulator.state import Said, State, Step


def point(level: int | None) -> Point:
    return Point(
        attempt_id="a", at=datetime(2026, 11, 23, tzinfo=UTC), level=level, score=level, difficulty=2, mode="practice"
    )


def test_what_was_not_assessed_is_a_gap_and_never_a_zero() -> None:
    series = Series(criterion="calm", rubric="default", rubric_version=1, points=(point(1), point(None), point(3)))
    line = charts.criterion(series, ["a", "b", "c"]).data[0]
    assert list(line.y) == [1, None, 3]
    assert line.connectgaps is False


def test_a_payment_is_shown_as_what_was_paid_and_what_was_not() -> None:
    case = generate_case(load_scenario("job_loss"), "MX", 7, date(2026, 11, 23))
    paid, unpaid = charts.payment_history(translator("es"), case).data
    assert (paid.name, unpaid.name) == ("Pagado", "Sin pagar")
    for line, p, u in zip(case.account.history, paid.y, unpaid.y, strict=True):
        assert p == float(line.paid)
        assert (u or 0) == max(float(line.amount - line.paid), 0)


def test_the_moods_are_told_apart_by_more_than_colour() -> None:
    steps = [
        Step(number=n, said=Said(), reading=None, words="", state=State(anger=50, trust=n, commitment=9))
        for n in (0, 1)
    ]
    why = [["", "why"]] * 3
    figure = charts.mood(["Enojo", "Confianza", "Disposición"], steps, why, [(1, "trust")])
    lines = figure.data
    assert [line.name for line in lines] == ["Enojo", "Confianza", "Disposición"]
    assert list(lines[1].y) == [0, 1]
    assert len({line.line.dash for line in lines}) == len({line.marker.symbol for line in lines}) == 3
    assert [(mark.x, mark.y, mark.text) for mark in figure.layout.annotations] == [(1, 1, "<b>1</b>")]


def test_the_story_told_is_marked_in_the_spread_by_more_than_colour() -> None:
    others, told = charts.spread((5, 90, 5), 1, ("0", "1–99", "100"), ("others", "told"), ("x", "y")).data
    assert list(others.y) == [5, None, 5]
    assert list(told.y) == [None, 90, None]
    assert (others.name, told.name) == ("others", "told")
    assert others.marker.pattern.shape != told.marker.pattern.shape
