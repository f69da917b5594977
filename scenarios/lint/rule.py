"""What a lint rule is: a name, and a check that yields what is wrong. The name is its module's and its card's."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scenarios.draft import Draft
from scenarios.problem import Problem


@dataclass(frozen=True, slots=True)
class LintRule:
    """One rule; ``check`` yields problems that carry the rule's id.

    ``whole``: it asks of a scenario what a single pack need not have, and so is not asked of a pack alone.
    """

    id: str
    check: Callable[[Draft], Iterator[Problem]]
    whole: bool = False
