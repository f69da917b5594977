"""Our own data files in YAML: read with the safe loader, the fast one where it is built in."""

from pathlib import Path
from typing import Any

import yaml

_SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXTS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_yaml(path: Path, *, as_texts: bool = False) -> Any:
    """The plain values of a data file of ours; ``as_texts`` keeps every scalar a text, as in ``no`` and ``on``."""
    loader = _TEXTS if as_texts else _SAFE
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - neither makes objects
