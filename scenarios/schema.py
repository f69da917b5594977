"""The JSON schema of a scenario file, with which editors complete and check YAML. ``python -m scenarios.schema``."""

import json
from pathlib import Path
from typing import Any

from scenarios.scenario import Scenario

SCHEMA = Path(__file__).parent / "schema.json"


def schema() -> dict[str, Any]:
    """The schema of one scenario file. What packs can supply is not required of the file itself."""
    made = Scenario.model_json_schema(mode="validation")
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = "Acuerdo scenario"
    made["required"] = [key for key in made["required"] if key not in ("rules", "beats", "endings")]
    return made


def schema_text() -> str:
    """The schema as it stands in ``schema.json``."""
    return json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8")
