"""What is wrong with a scenario file, said to its author: where, what, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

MOST_SHOWN = 60

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. ``line`` counts from 1; ``rule`` names the lint card that explains more, if any."""

    file: str
    line: int
    field: str
    message: str
    remedy: str
    severity: Severity = "error"
    rule: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " + (f"{self.field}: " if self.field else "")
        stop = "" if self.message.endswith(("?", ".", "!")) else "."
        return f"{where}{self.message}{stop} {self.remedy}".rstrip()


class ScenarioError(ValueError):
    """A file that cannot be used; ``problems`` says everything that was found, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        shown = [str(p) for p in self.problems[:MOST_SHOWN]]
        left = len(self.problems) - len(shown)
        return "\n".join([*shown, f"… and {left} more"] if left else shown)
