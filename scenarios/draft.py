"""A scenario that has its shape, with the lines it came from; its references are not yet checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scenarios.complaints import field_name, problems_of
from scenarios.packs import PACKS, files_with_entries, with_packs
from scenarios.problem import Problem, ScenarioError, Severity
from scenarios.remembered import of_the_same
from scenarios.scenario import Beat, Ending, Rule, Scenario
from scenarios.source import Node, read_nodes
from scenarios.values import Frozen

FORMAT = 1
SHAPES: dict[str, type[Frozen]] = {"rules": Rule, "beats": Beat, "endings": Ending}
"""What packs hold."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A scenario beside its nodes, so that whatever is found in it can be shown in its file.

    ``packs`` are the files of the included packs that have entries of their own.
    """

    scenario: Scenario
    root: Node
    packs: frozenset[str] = frozenset()

    def problem(
        self, path: Sequence[str | int], message: str, remedy: str, rule: str, severity: Severity = "error"
    ) -> Problem:
        """A problem at a path of the scenario, as in ``("beats", 3, "when")``."""
        file, line = self.root.place(path)
        return Problem(file, line, field_name(self.root, path), message, remedy, severity, rule)

    def file_of(self, path: Sequence[str | int]) -> str:
        """The file that holds a path: the scenario's own or a pack's."""
        return self.root.place(path)[0]


def draft(text: str, name: str, packs: Path = PACKS) -> Draft:
    """The draft of a text; ``name`` is what problems call the file. Raises ``ScenarioError``."""
    root = read_nodes(text, name)
    _check_format(root)
    merged = with_packs(root, packs)
    try:
        return Draft(Scenario.model_validate(_values(merged)), merged, files_with_entries(root, packs))
    except ValidationError as error:
        raise ScenarioError(problems_of(error, merged, Scenario)) from None


def _values(merged: Node) -> Any:
    """The plain values, but entries of packs as the models that they are: many scenarios share them."""
    entries = merged.value
    assert isinstance(entries, dict)
    return {key: _entries(merged.file, key, node) if key in SHAPES else node.plain() for key, node in entries.items()}


def _entries(file: str, key: str, node: Node) -> Any:
    if not isinstance(node.value, list):
        return node.plain()
    return [item.plain() if item.file == file else _entry(item, key) for item in node.value]


@of_the_same(size=2_000)
def _entry(item: Node, key: str) -> Any:
    """A pack's entry, made once; one that cannot be made stays plain, and the scenario's own check says why."""
    try:
        return SHAPES[key].model_validate(item.plain())
    except ValidationError:
        return item.plain()


def _check_format(root: Node) -> None:
    entry = root.entry("format")
    given = entry.value if entry else None
    if given == FORMAT and not isinstance(given, bool):
        return
    if isinstance(given, int) and given > FORMAT:
        message, remedy = f"format {given} is newer than this program knows", "Update the program, or write format: 1"
    else:
        message, remedy = "the file does not say its format", "Start it with 'format: 1'"
    raise ScenarioError([Problem(root.file, root.place(["format"])[1], "format", message, remedy)])
