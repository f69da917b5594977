"""The marks that the browser's part reads: the person's choices on every page, and where the talk stands."""

from simulator.app_pages.visit import Visit
from simulator.app_pages.written import plain, show
from simulator.comfort import comfort_of
from simulator.delivery import voice_tag
from simulator.view import AttemptView


def mark_page(visit: Visit) -> None:
    """Language, profile, theme and comforts of this visit."""
    comfort = comfort_of(visit.profile)
    _mark(
        "acuerdo-mark",
        language=visit.language,
        profile=visit.profile.id if visit.profile else "",
        theme=visit.profile.theme if visit.profile else "",
        text=str(comfort.text_size),
        motion="calm" if comfort.calm_motion else "",
    )


def mark_talk(visit: Visit, view: AttemptView) -> None:
    """Which talk is on the page, how many replies the server knows of, and what the browser adds to it."""
    comfort = comfort_of(visit.profile)
    _mark(
        "acuerdo-talk",
        attempt=view.id,
        next=str(view.next_number),
        phase=view.phase,
        lang=voice_tag(view.language, view.country),
        pause="on" if comfort.thinking_pause else "",
        voice="on" if comfort.voice else "",
        dictation="on" if comfort.dictation else "",
    )


def _mark(name: str, **values: str) -> None:
    shown = " ".join(f'data-{key}="{plain(value)}"' for key, value in values.items())
    show(f'<span id="{name}" class="mark" {shown}></span>')
