"""The letter as a page of its own: one file without anything from elsewhere, ready to print. Everything is escaped."""

from html import escape

from simulator.exports.letter import Letter

STYLE = (
    "body{font:12pt/1.5 Georgia,'Times New Roman',serif;color:#111;background:#fff;max-width:17cm;margin:2cm auto;"
    "padding:0 1rem;overflow-wrap:anywhere}p{margin:0 0 1em}.right{text-align:right}.lines{white-space:pre-line}"
    "h1{font-size:13pt;margin:1.5em 0 1em}table{border-collapse:collapse;margin:0 0 1em;width:100%}"
    "th,td{text-align:left;padding:.3em .8em .3em 0;border-bottom:1px solid #999}td:last-child,th:last-child"
    "{text-align:right}tfoot td{font-weight:bold;border:0}@page{margin:2cm}@media print{body{margin:0;max-width:none}}"
)


def as_page(written: Letter) -> str:
    """The letter as HTML; nobody's name or note becomes markup, and nothing is fetched."""
    heads = "".join(f'<th scope="col">{_plain(head)}</th>' for head in written.heads)
    rows = "".join(f"<tr>{''.join(f'<td>{_plain(cell)}</td>' for cell in row)}</tr>" for row in written.rows)
    total, amount = written.total
    foot = f'<tr><td colspan="2">{_plain(total)}</td><td>{_plain(amount)}</td></tr>'
    return (
        f'<!doctype html>\n<html lang="{written.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"content-security-policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{_plain(written.subject)}</title><style>{STYLE}</style></head><body>"
        f'{_lines(written.sender)}<p class="right">{_plain(written.place_and_day)}</p>{_lines(written.addressee)}'
        f"<h1>{_plain(written.subject)}</h1><p>{_plain(written.greeting)}</p><p>{_plain(written.opening)}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody><tfoot>{foot}</tfoot></table>"
        f"{''.join(f'<p>{_plain(text)}</p>' for text in written.paragraphs)}<p>{_plain(written.farewell)}</p>"
        f"{_lines(written.signed)}</body></html>\n"
    )


def _lines(texts: tuple[str, ...]) -> str:
    inner = "\n".join(_plain(text) for text in texts)
    return f'<p class="lines" dir="auto">{inner}</p>'


def _plain(text: str) -> str:
    return escape("".join(c for c in text if c >= " " or c in "\t\n"), quote=True)
