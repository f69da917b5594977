"""YAML → ``Scenario``. Every error names file, line and field, and how to mend it."""

import gc
import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from scenarios.complaints import nearest
from scenarios.draft import Draft, draft
from scenarios.packs import PACKS
from scenarios.problem import Problem, ScenarioError
from scenarios.references import check_references
from scenarios.scenario import Scenario
from scenarios.source import read_text

__all__ = [
    "LIBRARY", "Problem", "ScenarioError", "content_hash", "library", "library_problems", "list_scenarios",
    "load_scenario", "parse_scenario", "path_of",
]  # fmt: skip

LIBRARY = Path(__file__).parent / "library"
Stamp = tuple[str, str, int]
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,39}")


def parse_scenario(text: str, name: str = "scenario.yaml", packs: Path = PACKS) -> Scenario:
    """The scenario of a YAML text; ``name`` is what problems call the file. Raises ``ScenarioError``."""
    found: Draft = draft(text, name, packs)
    problems = list(check_references(found))
    if problems:
        raise ScenarioError(problems)
    return found.scenario


def load_scenario(path_or_id: str | Path, packs: Path = PACKS) -> Scenario:
    """A scenario by its id in the library, or by the path of its file. Raises ``ScenarioError``."""
    return _load(path_of(path_or_id), packs)


def path_of(path_or_id: str | Path) -> Path:
    """The file of a scenario, by its id in the library or by a path that ends in .yaml. Raises ``ScenarioError``."""
    if isinstance(path_or_id, Path) or path_or_id.endswith((".yaml", ".yml")):
        return Path(path_or_id)
    known = library()
    if not _IDENTIFIER.fullmatch(path_or_id) or path_or_id not in known:
        message = f"there is no scenario '{path_or_id[:60]}' in the library"
        raise ScenarioError([Problem("library", 1, "", message, nearest(path_or_id, known))])
    return known[path_or_id]


def library() -> dict[str, Path]:
    """The files of the library by scenario id (the file's name), in alphabetical order."""
    return {path.stem: path for path in sorted(LIBRARY.glob("*.yaml"))}


def list_scenarios() -> tuple[Scenario, ...]:
    """The library's scenarios that load, by difficulty and id; ``library_problems`` says why others do not."""
    return _library(_stamps())[0]


def library_problems() -> tuple[Problem, ...]:
    """Everything that keeps files of the library from loading; empty in a sound installation."""
    return _library(_stamps())[1]


def content_hash(scenario: Scenario) -> str:
    """64 hexadecimal digits (SHA-256) of everything the scenario holds, packs included."""
    content = json.dumps(scenario.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


def _load(path: Path, packs: Path) -> Scenario:
    scenario = parse_scenario(read_text(path), path.name, packs)
    if path.parent == LIBRARY and scenario.id != path.stem:
        message = f"the id '{scenario.id}' differs from the file's name"
        raise ScenarioError([Problem(path.name, 1, "id", message, f"Write id: {path.stem}, or rename the file")])
    return scenario


def _stamps() -> tuple[Stamp, ...]:
    """The library and pack files with their times of change: what the cached list depends on.

    Looked at by every page, so by the plainest means: paths are made of names only where something is read.
    """
    return (*_stamps_in(LIBRARY), *_stamps_in(PACKS))


def _stamps_in(folder: Path) -> list[Stamp]:
    """The YAML files of a folder in alphabetical order: the folder, the file's name, its time of change."""
    with os.scandir(folder) as entries:
        return sorted((str(folder), e.name, e.stat().st_mtime_ns) for e in entries if e.name.endswith(".yaml"))


@contextmanager
def _kept() -> Iterator[None]:
    """Without the collector of cycles: what is made here stays, and to look it over again and again takes a third."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@lru_cache(maxsize=2)
def _library(stamps: tuple[Stamp, ...]) -> tuple[tuple[Scenario, ...], tuple[Problem, ...]]:
    scenarios: list[Scenario] = []
    problems: list[Problem] = []
    with _kept():
        for folder, name, _ in stamps:
            if folder == str(LIBRARY):
                try:
                    scenarios.append(_load(LIBRARY / name, PACKS))
                except ScenarioError as error:
                    problems += error.problems
    return tuple(sorted(scenarios, key=lambda s: (s.difficulty, s.id))), tuple(problems)
