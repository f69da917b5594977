"""What was decided before the call, in words: the fields of the plan, and the contact that was chosen."""

from dataclasses import dataclass
from functools import lru_cache

from scoring.criteria.cues import Span
from scoring.criteria.moment import Heard
from scoring.criteria.whole_call import WholeCall
from scoring.criterion import Evidence
from scoring.reading.reader import read
from scoring.reading.values import Reading, ReadingContext


@dataclass(frozen=True, slots=True)
class Planned(Heard):
    """What stands in one field of the plan."""

    field: str = ""

    def evidence(self, span: Span | None = None) -> Evidence:
        """The span as evidence in the plan; the whole field where there is none."""
        start, end = span or (0, len(self.text))
        return Evidence(turn=0, start=start, end=end, quote=self.text[start:end], plan=self.field)


def as_planned(call: WholeCall, field: str, text: str) -> Planned:
    """Words of a field as the reader understands them."""
    record = call.record
    context = ReadingContext(
        language=record.language, country=record.country, on=record.on, by="agent",
        balance=call.view.balance, currency=call.view.currency,
    )  # fmt: skip
    return Planned(0, text, record.language, _read(text, context), field)


@lru_cache(maxsize=64)
def _read(text: str, context: ReadingContext) -> Reading:
    """Several indicators look at each field."""
    return read(text, context)
