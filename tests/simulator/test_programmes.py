"""Programmes: the one shipped works in every country, and a file that cannot be used says where and why."""

from pathlib import Path
from typing import get_args

import pytest

from scenarios.load import list_scenarios
from scenarios.problem import ScenarioError
from scenarios.values import Country
from simulator import programmes

TEXT = """format: 1
id: short
title: {es: Corto, en: Short}
days:
  - {day: 1, title: {es: Uno, en: One}, tasks: [{id: a, scenario: [job_loss]}]}
  - {day: 3, title: {es: Dos, en: Two}, tasks: [{id: b, scenario: [job_loss, crying], needs: [a]}]}
"""


def read(tmp_path: Path, text: str) -> programmes.Programme:
    path = tmp_path / "short.yaml"
    path.write_text(text, encoding="utf-8")
    return programmes.read_programme(path)


@pytest.mark.parametrize("country", get_args(Country))
def test_the_first_two_weeks_can_be_done_in_every_country(country: Country) -> None:
    plan = programmes.find("first_two_weeks")
    language = "en" if country in ("US", "GB") else "es"
    tasks, days = programmes.planned(plan, list_scenarios(), country, language)
    assert len(tasks) == sum(len(day.tasks) for day in plan.days), "no task is left out"
    assessed = [task for task in tasks if task.mode == "assessed"]
    assert len({task.scenario for task in assessed}) == 3
    products = {s.account.product for s in list_scenarios() if s.id in {task.scenario for task in assessed}}
    assert products <= {"personal_loan", "credit_card"}, "one creditor, so that the three make a certificate"
    assert [day.day for day in days] == [1, 2, 3, 4, 5, 8, 9, 10, 11, 12]
    assert all(set(day.note) == set(day.title) == {"es", "en"} for day in days)
    assert all(needed < number for number, task in enumerate(tasks) for needed in task.needs)


def test_each_task_takes_the_first_scenario_there_that_is_not_used_yet(tmp_path: Path) -> None:
    plan = read(tmp_path, TEXT)
    in_spain, _ = programmes.planned(plan, list_scenarios(), "ES", "es")
    assert [task.scenario for task in in_spain] == ["job_loss", "crying"]
    in_mexico, _ = programmes.planned(plan, list_scenarios(), "MX", "es")
    assert [task.scenario for task in in_mexico] == ["job_loss", "job_loss"]
    in_colombia, _ = programmes.planned(plan, list_scenarios(), "CO", "es")
    assert [(task.scenario, task.day, task.needs) for task in in_colombia] == [("crying", 3, ())]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("needs: [a]", "needs: [z]", "needs 'z'"),
        ("id: b", "id: a", "stands twice"),
        ("day: 3", "day: 1", "not in order"),
        ("day: 3", "day: 99", "day"),
        ("format: 1", "format: 2", "format"),
        ("title: {es: Corto, en: Short}", "titel: {es: Corto}", "titel"),
        ("scenario: [job_loss]", "scenario: []", "scenario"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_file(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(ScenarioError, match=told) as error:
        read(tmp_path, TEXT.replace(old, new))
    assert "short.yaml" in str(error.value)


def test_a_programme_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(programmes.NoSuchProgramme, match="first_two_weeks"):
        programmes.find("first_weeks")
