"""Text that goes into a cell of a spreadsheet: nothing in it is run, and nothing in it breaks the file. Pure."""

import datetime
import re

LONGEST = 32_000
"""Characters; a cell of a workbook holds 32,767 of UTF-16."""
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_RUN = ("=", "+", "-", "@", "\t", "\r", "'")


def clean(text: str) -> str:
    """Without control characters, and no longer than a cell may be."""
    kept = _BROKEN.sub("", text)
    if len(kept) <= LONGEST // 2:
        return kept
    units = kept.encode("utf-16-le")
    return kept if len(units) <= 2 * LONGEST else units[: 2 * LONGEST - 2].decode("utf-16-le", "ignore") + "…"


def guarded(text: str) -> str:
    """Clean text with a quote before it where a spreadsheet would run it; ``unguarded`` takes the quote away."""
    kept = clean(text)
    return f"'{kept}" if kept.startswith(_RUN) else kept


def unguarded(cell: str) -> str:
    """The text as it was before ``guarded``."""
    return cell.removeprefix("'")


def instant(at: datetime.datetime) -> datetime.datetime:
    """In UTC without a zone, to the second, as spreadsheets know instants."""
    return at.astimezone(datetime.UTC).replace(tzinfo=None, microsecond=0)
