"""The JSON schema of an exported cohort. ``python -m simulator.exports.schema`` writes it."""

import json
from pathlib import Path
from typing import Any

from simulator.exports.cohort_call import CohortFile

SCHEMA = Path(__file__).parent / "schema.json"


def schema() -> dict[str, Any]:
    """The schema of the document, as it is written."""
    made = CohortFile.model_json_schema(mode="serialization")
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = "Acuerdo cohort"
    return made


def schema_text() -> str:
    """The schema as it stands in ``schema.json``."""
    return json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8")
