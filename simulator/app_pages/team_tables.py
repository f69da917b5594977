"""Tables and links of the desk: a link first, a table under each chart, the same as a file for a spreadsheet."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from simulator.access.roster import as_csv
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import plain, show, table


def place(page: str, line: int = 0, **query: str) -> str:
    """The address of a page, and of a line of a call on it."""
    anchor = f"#line-{line}" if line else ""
    return f"./{page}?{urlencode(query)}{anchor}"


def linked(words: str, address: str) -> str:
    """A name that leads on."""
    return f'<a class="leads" dir="auto" href="{plain(address)}">{plain(words)}</a>'


def below(visit: Visit, key: str, caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """The figures of a chart as a table, folded, and as a file."""
    _ = visit.say
    with st.expander(_("As a table"), key=f"{key}_table"):
        show(table(caption, heads, rows))
        download(visit, key, heads, rows)


def download(visit: Visit, key: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """The same for a spreadsheet."""
    _, name = visit.say, f"acuerdo-{key}.csv"
    st.download_button(_("Download (.csv)"), as_csv(heads, rows), name, "text/csv", key=f"{key}_csv")
