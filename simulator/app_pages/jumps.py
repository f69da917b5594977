"""Links inside a page: from a quotation to its line of the call, and back."""

from simulator.app_pages.written import plain
from simulator.i18n import Translator

LINE, SOURCE = "line", "quoted"


def jump(_: Translator, line: int) -> str:
    """A link to a line of the call."""
    words = _("Line {n} of the call", n=line)
    return f'<a class="jump" href="#{LINE}-{line}">{plain(words)}</a>'


def target(line: int) -> str:
    """The mark of a line, to be put among the attributes of what shows it; it can be reached by script and keyboard."""
    return f'id="{LINE}-{line}" tabindex="-1"'


def back(_: Translator) -> str:
    """The way back to where one came from; in sight only while the line is marked."""
    words = _("Back to where you were")
    return f'<a class="back" href="#{SOURCE}">{plain(words)}</a>'
