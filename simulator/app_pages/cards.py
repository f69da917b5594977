"""The cards behind the scores, as the pages show them."""

from functools import cache

from scoring.criteria.card import CARDS
from simulator import card_titles
from simulator.app_pages.written import plain

title = card_titles.title


def find(criterion: str, indicator: str, language: str) -> str:
    """The card of an indicator as HTML; empty where there is none."""
    found = card_titles.found(criterion, indicator, language)
    return as_html(found.text) if found else ""


@cache
def of(criterion: str, language: str) -> tuple[str, ...]:
    """Every card of a criterion, in the order of their names."""
    ending = f".{language}.md"
    found = sorted(path.name.removesuffix(ending) for path in (CARDS / criterion).glob(f"*{ending}"))
    return tuple(find(criterion, name, language) for name in found)


def as_html(text: str) -> str:
    """A card's Markdown: headings, paragraphs, quoted lines, and bold. Nothing else is read as markup."""
    lines = [_line(line.strip()) for line in text.splitlines()]
    return f'<div class="knowledge">{"".join(lines)}</div>'


def _line(line: str) -> str:
    for mark, tag in (("## ", "h4"), ("# ", "h3")):
        if line.startswith(mark):
            return f"<{tag}>{_bold(line.removeprefix(mark))}</{tag}>"
    if line.startswith(">"):
        quoted = line[1:].strip()
        return f'<p class="quoted" dir="auto">{_bold(quoted)}</p>' if quoted else ""
    return f"<p>{_bold(line)}</p>" if line else ""


def _bold(text: str) -> str:
    """Every second part between double asterisks is bold."""
    parts = plain(text).split("**")
    if len(parts) % 2 == 0:
        return plain(text)
    return "".join(f"<b>{part}</b>" if n % 2 else part for n, part in enumerate(parts))
