"""Instead of a page, where nobody is signed in any more: the way back in. The browser goes there by itself."""

from simulator.app_pages.frame import title
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import muted, plain, show


def draw(visit: Visit) -> None:
    """Nothing of anybody."""
    _ = visit.say
    mark = f'<span id="acuerdo-mark" data-language="{visit.language}" data-away="./sign-in"></span>'
    show(mark)
    title(_("You are signed out"))
    again = plain(_("Sign in"))
    show(muted(_("What you had saved is safe.")), f'<p class="body"><a href="./sign-in" target="_self">{again}</a></p>')
