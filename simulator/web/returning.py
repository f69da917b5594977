"""Where to go after signing in: a page of ours or the start, whatever the address asked for."""

import re

START = "/"
_OURS = re.compile(r"/[a-z_]{0,40}(\?[A-Za-z0-9_=&.-]{0,300})?")


def safe(asked: str) -> str:
    """The address asked for where it is one of our pages with a plain query; else the start.

    One segment of small letters, so neither another host, nor a line break, nor a backslash fits.
    """
    return asked if _OURS.fullmatch(asked) else START
