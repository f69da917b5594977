"""The text of a scenario that comes with the program, to read and not to change."""

from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, plain, show
from simulator.studio.kept import Looked


def draw(visit: Visit, looked: Looked) -> None:
    """All of it, with its comments and its recorded calls."""
    _ = visit.say
    label = plain(_("Text"))
    show(
        muted(_("This is how it is written, with its recorded calls at the end.")),
        f'<pre class="source" role="region" tabindex="0" aria-label="{label}">{plain(looked.text)}</pre>',
    )
