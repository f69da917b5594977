"""What a trainee of the demo works with: the application's own use-cases, under a clock that can be moved."""

from dataclasses import dataclass

from simulator.accounts import Actor
from simulator.demo.clock import Clock
from simulator.demo.floor import Floor, Somebody, Squad
from simulator.drill_desk import DrillDesk
from simulator.portfolio_desk import PortfolioDesk
from simulator.practice import Practice
from simulator.profiles import Profiles
from simulator.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """A trainee at work."""

    floor: Floor
    person: Somebody
    actor: Actor
    clock: Clock
    practice: Practice
    drills: DrillDesk
    portfolios: PortfolioDesk

    @property
    def squad(self) -> Squad:
        """The cohort that the trainee is in."""
        return self.floor.squad_of(self.person)


def desk_of(store: Store, floor: Floor, person: Somebody, profile_id: str, clock: Clock) -> Desk:
    """The desk of a person who is in the store. Raises ``NotAllowed`` where nobody has that id."""
    return Desk(
        floor, person, Profiles(store, clock).actor(profile_id), clock,
        Practice(store, clock), DrillDesk(store, clock), PortfolioDesk(store, clock),
    )  # fmt: skip
