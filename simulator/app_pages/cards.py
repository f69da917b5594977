"""The cards behind the scores, as the pages show them."""

from functools import cache
from importlib import resources

from simulator.app_pages.written import plain

FOLDER = resources.files("scoring").joinpath("criteria").joinpath("cards")


@cache
def find(criterion: str, indicator: str, language: str) -> str:
    """The card of an indicator as HTML; empty where there is none."""
    if not (criterion.isidentifier() and indicator.isidentifier()):
        return ""
    card = FOLDER.joinpath(criterion).joinpath(f"{indicator}.{language}.md")
    return as_html(card.read_text("utf-8")) if card.is_file() else ""


@cache
def of(criterion: str, language: str) -> tuple[str, ...]:
    """Every card of a criterion, in the order of their names."""
    folder = FOLDER.joinpath(criterion)
    if not folder.is_dir():
        return ()
    ending = f".{language}.md"
    found = sorted(f.name.removesuffix(ending) for f in folder.iterdir() if f.name.endswith(ending))
    return tuple(find(criterion, name, language) for name in found)


def as_html(card: str) -> str:
    """A card's Markdown: headings, paragraphs, quoted lines, and bold. Nothing else is read as markup."""
    lines = [_line(line.strip()) for line in card.splitlines()]
    return f'<div class="knowledge">{"".join(lines)}</div>'


def _line(line: str) -> str:
    if line.startswith("## "):
        return f"<h4>{_bold(line[3:])}</h4>"
    if line.startswith("# "):
        return f"<h3>{_bold(line[2:])}</h3>"
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
