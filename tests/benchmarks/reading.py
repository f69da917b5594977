"""How fast a reply is read, beside VADER's sentiment and dateparser's search over the same replies in the same run."""

import json
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

from dateparser.search import search_dates
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from scoring.reading.reader import read
from scoring.reading.values import ReadingContext
from tests.benchmarks.measured import in_a_new_program, measured

RATED = Path(__file__).parents[1] / "data" / "rated" / "dev"
ON = date(2026, 11, 23)
_IMPORT = """
import time
from pathlib import Path
def resident():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])
began, before = time.process_time(), resident()
import scoring.reading.reader as reader
took = time.process_time() - began
from scoring.reading.values import ReadingContext
from tests.benchmarks.measured import in_a_new_program, measured
began = time.process_time()
for language, text in (("es", "¿Puede pagar 500 el viernes?"), ("en", "Can you pay 500 on Friday?")):
    reader.read(text, ReadingContext(language=language))
first = time.process_time() - began
print(took, first, (resident() - before) / 1024)
"""


def rows() -> Iterator[str]:
    """One line a measure."""
    vader = SentimentIntensityAnalyzer().polarity_scores
    for language in ("es", "en"):
        turns = [json.loads(line) for line in (RATED / f"turns.{language}.jsonl").open(encoding="utf-8")]
        texts = [turn["agent"] for turn in turns]
        contexts = [ReadingContext(language=language, country=t["country"], on=ON, before=t["debtor"]) for t in turns]
        readings = [partial(read, t, c) for t, c in zip(texts, contexts, strict=True)]
        yield str(measured(f"reading, {language}", readings, limit=3, limit99=10))
        yield str(measured(f"VADER, {language}", [partial(vader, t) for t in texts]))
        yield str(measured(f"dateparser, {language}", [partial(_search, t, language) for t in texts[:40]]))
    took, first, megabytes = map(float, in_a_new_program(_IMPORT).split())
    yield (
        f"importing the reader {took:.2f} s (0.3), {megabytes:.0f} MB more (60); the first reply in each language"
        f" {first:.2f} s more"
    )


def _search(text: str, language: str) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return search_dates(text, languages=[language], settings={"RELATIVE_BASE": datetime(2026, 11, 23)})
