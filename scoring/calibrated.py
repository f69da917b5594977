"""The agreement that was measured when the program was built: a file that ``acuerdo calibrate --write`` makes."""

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import ValidationError

from scenarios.values import Frozen, Language
from scoring.calibration import Row
from scoring.versions import versions

FILE = Path(__file__).parent / "weights" / "calibration.json"
RATERS = "model"
"""Who rated: ``model`` until people have."""
LANGUAGES: tuple[Language, ...] = get_args(Language)
_WEIGHTS = ("acts", "levels")


class Calibration(Frozen):
    """The rows and what they were measured with: by language, the versions of the parts of the program."""

    format: Literal[1] = 1
    raters: Literal["model", "people"] = "model"
    versions: dict[Language, dict[str, str]]
    rows: tuple[Row, ...]

    def of(self, unit: str, language: str) -> tuple[Row, ...]:
        """The rows of a unit in a language, in the order in which they were measured."""
        return tuple(r for r in self.rows if (r.unit, r.language) == (unit, language))

    @property
    def stale(self) -> tuple[Language, ...]:
        """The languages whose weights, the reader's or the levels', have changed since."""
        return tuple(
            language for language, then in self.versions.items()
            if any(then.get(part) != versions(language)[part] for part in _WEIGHTS)
        )  # fmt: skip


def calibration_of(rows: Sequence[Row]) -> Calibration:
    """The rows with the versions of today; files by their bare names."""
    bare = tuple(row.model_copy(update={"file": Path(row.file).name}) for row in rows)
    return Calibration(versions={language: versions(language) for language in LANGUAGES}, rows=bare)


def write(calibration: Calibration, path: Path = FILE) -> None:
    """Write the file. Raises ``OSError``."""
    text = json.dumps(calibration.model_dump(mode="json"), ensure_ascii=False, indent=None, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")


def load(path: Path = FILE) -> Calibration | None:
    """What was measured; ``None`` where the file is missing or of another version of the program."""
    return _load(path, path.stat().st_mtime_ns) if path.is_file() else None


@lru_cache(maxsize=2)
def _load(path: Path, stamp: int) -> Calibration | None:
    try:
        return Calibration.model_validate_json(path.read_bytes())
    except ValidationError:
        return None
