"""Which beats stand in a scenario's own file, and which come from packs."""

from pathlib import Path

from scenarios.draft import Draft, draft
from scenarios.source import read_text


def own_beats(found: Draft) -> frozenset[str]:
    """Ids of the beats that the scenario's own file holds."""
    beats = enumerate(found.scenario.beats)
    return frozenset(beat.id for at, beat in beats if not found.file_of(("beats", at)).startswith("packs/"))


def drafted(path: Path) -> Draft:
    """The draft of a file. Raises ``ScenarioError``."""
    return draft(read_text(path), path.name)
