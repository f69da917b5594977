"""Text as it was written: escaped, so that nobody's words become markup, formulas or pictures."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

_CONTROL = {c: None for c in range(32) if c not in (9, 10)} | {127: None}


def plain(text: str) -> str:
    """The text safe inside HTML, in content and in quoted attributes; control characters are left out."""
    return escape(text.translate(_CONTROL), quote=True)


def paragraph(text: str, style: str = "said", **data: object) -> str:
    """A block of somebody's words, its line breaks kept; the direction follows the writing (Arabic, Hebrew).

    ``data`` is what the browser's part may read of it, as ``data-`` attributes.
    """
    marks = "".join(f' data-{name}="{plain(str(value))}"' for name, value in data.items())
    return f'<p class="{style}" dir="auto"{marks}>{plain(text)}</p>'


def show(*blocks: str) -> None:
    """Put HTML blocks made in this room on the page; of nothing, nothing (Streamlit refuses an empty block)."""
    if html := "".join(blocks):
        st.html(html)


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """A list of named values."""
    lines = (f"<div><dt>{plain(name)}</dt><dd dir='auto'>{plain(value)}</dd></div>" for name, value in rows if value)
    return f'<dl class="facts">{"".join(lines)}</dl>'


def items(texts: Iterable[str], style: str = "items") -> str:
    """A bulleted list."""
    lines = "".join(f'<li dir="auto">{plain(text)}</li>' for text in texts)
    return f'<ul class="{style}">{lines}</ul>'


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table that scrolls by itself where it is too wide; its caption is for those who do not see it."""
    head = "".join(f'<th scope="col">{plain(h)}</th>' for h in heads)
    body = "".join(f"<tr>{_cells(row, heads)}</tr>" for row in rows)
    return (
        f'<div class="scroll" role="region" aria-label="{plain(caption)}" tabindex="0"><table class="figures">'
        f"<caption>{plain(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cells(row: Sequence[str], heads: Sequence[str]) -> str:
    first, *rest = row
    named = zip(heads[1:], rest, strict=True)
    return f'<th scope="row" dir="auto">{plain(first)}</th>' + "".join(
        f'<td data-head="{plain(head)}" dir="auto">{plain(cell)}</td>' for head, cell in named
    )


def tags(texts: Iterable[str]) -> str:
    """Small labels in a row."""
    return f'<p class="tags">{"".join(f"<span>{plain(text)}</span>" for text in texts)}</p>'


def strong(text: str) -> str:
    """A title inside a card."""
    return f'<p class="card-title" dir="auto">{plain(text)}</p>'


def muted(text: str) -> str:
    """A quiet line."""
    return f'<p class="muted" dir="auto">{plain(text)}</p>'


def label(text: str) -> str:
    """A name on a button or a link, where Markdown would be read: every mark escaped."""
    return "".join(f"\\{c}" if c in r"\`*_{}[]()#+-.!~$<>:|&^=" else c for c in text)
