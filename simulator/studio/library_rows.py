"""A line of the studio's library."""

import datetime

from scenarios.lint import missing_translation
from scenarios.scenario import Scenario
from scenarios.values import Frozen
from simulator.studio import checking
from simulator.studio.kept import OwnScenario, Use
from simulator.studio.standing import Mark


class Row(Frozen):
    """One scenario. ``link`` is the id of a trainer's own, empty for a shipped one; ``languages`` are those complete;
    ``difficulty`` 1 to 5 as declared, 0 where the text does not say; ``measured`` 0 to 1 as plays found it; ``changed``
    and ``by`` say when and by whom one's own was last written."""

    link: str
    name: str
    title: dict[str, str]
    marks: tuple[Mark, ...]
    version: str
    languages: tuple[str, ...]
    difficulty: int
    measured: float | None
    use: Use
    changed: datetime.datetime | None = None
    by: str = ""


def own_row(scenario: OwnScenario, marks: tuple[Mark, ...], use: Use, by: str) -> Row:
    """The line of a trainer's scenario."""
    drafted = checking.drafted(scenario.text)
    parsed = drafted.scenario if drafted else None
    return Row(
        link=scenario.id, name=scenario.name, title=scenario.title, marks=marks,
        version=str(parsed.version) if parsed else "–", languages=_complete(scenario.text),
        difficulty=parsed.difficulty if parsed else 0, measured=scenario.measured, use=use,
        changed=scenario.updated_at, by=by,
    )  # fmt: skip


def shipped_row(scenario: Scenario, use: Use, measured: float | None) -> Row:
    """The line of a shipped one, which is complete in the languages of its title."""
    return Row(
        link="", name=scenario.id, title=scenario.title, marks=("shipped",), version=str(scenario.version),
        languages=scenario.languages, difficulty=scenario.difficulty, measured=measured, use=use,
    )  # fmt: skip


def _complete(text: str) -> tuple[str, ...]:
    """The languages in which no text is missing."""
    drafted = checking.drafted(text)
    if drafted is None:
        return ()
    lacking = [problem.message for problem in missing_translation.check(drafted)]
    return tuple(one for one in drafted.scenario.languages if not any(f"'{one}'" in message for message in lacking))
