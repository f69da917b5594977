"""How fast a reply is read, beside VADER's sentiment and dateparser's search over the same replies in the same run."""

import json
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from dateparser.search import search_dates
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from scoring.reading.reader import read
from scoring.reading.values import ReadingContext

RATED = Path(__file__).parents[1] / "data" / "rated" / "dev"
ON = date(2026, 11, 23)
_IMPORT = """
import time
from pathlib import Path
def resident():
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])
began, before = time.perf_counter(), resident()
import scoring.reading.reader as reader
took = time.perf_counter() - began
from scoring.reading.values import ReadingContext
began = time.perf_counter()
for language, text in (("es", "¿Puede pagar 500 el viernes?"), ("en", "Can you pay 500 on Friday?")):
    reader.read(text, ReadingContext(language=language))
first = time.perf_counter() - began
print(took, first, (resident() - before) / 1024)
"""


def bench() -> None:
    """Print one line a measure; times are of the processor, in milliseconds a reply."""
    vader = SentimentIntensityAnalyzer().polarity_scores
    for language in ("es", "en"):
        turns = [json.loads(line) for line in (RATED / f"turns.{language}.jsonl").open(encoding="utf-8")]
        texts = [turn["agent"] for turn in turns]
        contexts = [ReadingContext(language=language, country=t["country"], on=ON, before=t["debtor"]) for t in turns]
        _measure(f"reading, {language}", [partial(read, t, c) for t, c in zip(texts, contexts, strict=True)])
        _measure(f"VADER, {language}", [partial(vader, t) for t in texts])
        _measure(f"dateparser, {language}", [partial(_search, t, language) for t in texts[:40]])
    took, first, megabytes = map(float, _in_a_new_program().split())
    print(
        f"importing the reader {took:5.2f} s; the first reply in each language {first:5.2f} s more; {megabytes:4.0f} MB"
    )


def _search(text: str, language: str) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return search_dates(text, languages=[language], settings={"RELATIVE_BASE": datetime(2026, 11, 23)})


def _in_a_new_program() -> str:
    return subprocess.run([sys.executable, "-c", _IMPORT], capture_output=True, text=True, check=True).stdout


def _measure(name: str, deeds: list[Callable[[], object]]) -> None:
    deeds[0]()
    taken = []
    for deed in deeds * 3:
        began = time.process_time()
        deed()
        taken.append((time.process_time() - began) * 1000)
    p99 = statistics.quantiles(taken, n=100)[-1]
    print(f"{name:16} median {statistics.median(taken):7.2f} ms   p99 {p99:7.2f} ms   ({len(taken) // 3} replies)")
