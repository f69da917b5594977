"""A document to print: what it says, part by part, as text; and the same as one page of HTML. Everything is escaped."""

from html import escape

from scenarios.values import Frozen, Language

STYLE = (
    "body{font:11pt/1.5 Georgia,'Times New Roman',serif;color:#111;background:#fff;max-width:18cm;margin:1.5cm auto;"
    "padding:0 1rem;overflow-wrap:anywhere}h1{font-size:18pt;line-height:1.2;margin:0 0 .3em}h2{font-size:13pt;"
    "margin:1.4em 0 .4em;break-after:avoid}p{margin:0 0 .6em}.lead{font-size:12.5pt}.quiet{color:#555;font-size:9.5pt}"
    "ol{padding-left:1.4em}li{margin:.3em 0}table{border-collapse:collapse;margin:.3em 0 .8em;width:100%}"
    "th,td{text-align:left;padding:.25em .8em .25em 0;border-bottom:1px solid #aaa;font-weight:400;vertical-align:top}"
    "thead th{font-weight:bold}tr,table{break-inside:avoid}svg{display:block;width:100%;height:auto;break-inside:avoid}"
    "@page{margin:1.8cm}@media print{body{margin:0;max-width:none}}"
)
WIDE, HIGH, NAME, FIGURE = 640, 26, 220, 90
"""Of a bar chart: its width, the height of a bar's row, the room for the name and for the figure."""


class Bar(Frozen):
    """One bar: ``share`` is its length, 0 to 1 of the scale."""

    name: str
    share: float
    figure: str


class Table(Frozen):
    """Rows under heads; the first cell names the row."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Section(Frozen):
    """A part under a heading."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    table: Table | None = None
    quiet: tuple[str, ...] = ()


class Document(Frozen):
    """The whole."""

    language: Language
    title: str
    lead: str
    sections: tuple[Section, ...]
    foot: str = ""


def as_page(document: Document) -> str:
    """The document as HTML: one file without anything from elsewhere; nobody's name becomes markup."""
    body = "".join(_section(one) for one in document.sections)
    return (
        f'<!doctype html>\n<html lang="{document.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{_plain(document.title)}</title><style>{STYLE}</style></head><body>"
        f'<h1 dir="auto">{_plain(document.title)}</h1><p class="lead" dir="auto">{_plain(document.lead)}</p>{body}'
        f'<p class="quiet">{_plain(document.foot)}</p></body></html>\n'
    )


def _section(one: Section) -> str:
    steps = "".join(f'<li dir="auto">{_plain(text)}</li>' for text in one.numbered)
    return (
        f"<h2>{_plain(one.heading)}</h2>"
        + "".join(f'<p dir="auto">{_plain(text)}</p>' for text in one.paragraphs)
        + (f"<ol>{steps}</ol>" if steps else "")
        + (_bars(one.bars) if one.bars else "")
        + (_table(one.table) if one.table else "")
        + "".join(f'<p class="quiet" dir="auto">{_plain(text)}</p>' for text in one.quiet)
    )


def _bars(bars: tuple[Bar, ...]) -> str:
    """A chart of bars as a picture in the page: names at the left, figures behind each bar."""
    room = WIDE - NAME - FIGURE
    drawn = []
    for n, bar in enumerate(bars):
        y, long = n * HIGH, room * min(max(bar.share, 0.0), 1.0)
        drawn.append(
            f'<text x="0" y="{y + 17}" font-size="13">{_plain(bar.name)}</text>'
            f'<rect x="{NAME}" y="{y + 5}" width="{long:.1f}" height="16" fill="#3B8EC2"></rect>'
            f'<text x="{NAME + long + 6:.1f}" y="{y + 17}" font-size="13">{_plain(bar.figure)}</text>'
        )
    said = "; ".join(f"{bar.name}: {bar.figure}" for bar in bars)
    return f'<svg viewBox="0 0 {WIDE} {len(bars) * HIGH}" role="img" aria-label="{_plain(said)}">{"".join(drawn)}</svg>'


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{_plain(cell)}</th>' for cell in table.heads)
    rows = "".join(
        f'<tr><th scope="row" dir="auto">{_plain(row[0])}</th>'
        + "".join(f'<td dir="auto">{_plain(cell)}</td>' for cell in row[1:])
        + "</tr>"
        for row in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _plain(text: str) -> str:
    return escape("".join(c for c in text if c >= " " or c in "\t\n"), quote=True)
