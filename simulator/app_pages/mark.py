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
        **_talk(visit, view.id, view.next_number, view.phase, voice_tag(view.language, view.country)),
        voice="on" if comfort.voice else "",
        dictation="on" if comfort.dictation else "",
    )


def mark_drill(visit: Visit, name: str, number: int, lang: str) -> None:
    """The same for a drill: an unsent reply is kept, a sent one not lost; voice and dictation belong to whole calls."""
    _mark("acuerdo-talk", **_talk(visit, name, number, "drill", lang))


def _talk(visit: Visit, name: str, number: int, phase: str, lang: str) -> dict[str, str]:
    pause = "on" if comfort_of(visit.profile).thinking_pause else ""
    return {"attempt": name, "next": str(number), "phase": phase, "lang": lang, "pause": pause}


def _mark(name: str, **values: str) -> None:
    shown = " ".join(f'data-{key}="{plain(value)}"' for key, value in values.items())
    show(f'<span id="{name}" class="mark" {shown}></span>')
