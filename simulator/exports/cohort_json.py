"""A cohort's calls as one JSON document, written call by call; ``schema.json`` describes it."""

import json
from collections.abc import Iterable
from typing import IO

from simulator.exports.cohort_call import CohortCall, CohortHead


def write(file: IO[bytes], head: CohortHead, calls: Iterable[CohortCall], language: str) -> int:
    """Write the document; how many calls are in it. It is the same in every ``language``."""
    opening = json.dumps(head.model_dump(mode="json"), ensure_ascii=False)[:-1]
    file.write(f'{opening}, "calls": ['.encode("utf-8", "replace"))
    count = 0
    for call in calls:
        text = json.dumps(call.model_dump(mode="json"), ensure_ascii=False)
        file.write(f"{',' if count else ''}\n{text}".encode("utf-8", "replace"))
        count += 1
    file.write(b"\n]}\n")
    return count
