"""History."""

from simulator.app_pages.opening import authoring
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, show
from simulator.studio.kept import OwnScenario


def draw(visit: Visit, scenario: OwnScenario) -> None:
    """Every entry."""
    show(items(str(line.number) for line in authoring().history(visit.actor, scenario.id)))
