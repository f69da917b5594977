"""How a person likes the pages: kept with the profile, honoured on every page."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import ValidationError

from scenarios.values import Frozen
from simulator.kept import Profile

TextSize = Literal[100, 115, 130]


class Comfort(Frozen):
    """``text_size`` in per cent; the rest is on or off.

    ``voice``: the debtor speaks. ``dictation``: the person has read where speech may go, and dictates all the same.
    """

    text_size: TextSize = 100
    calm_motion: bool = False
    thinking_pause: bool = True
    timer: bool = True
    meter: bool = True
    voice: bool = False
    dictation: bool = False


def comfort_of(profile: Profile | None) -> Comfort:
    """What the profile holds; what it does not hold, or holds in a form not known here, is as usual."""
    return _read(profile.settings) if profile else Comfort()


def with_comfort(profile: Profile, comfort: Comfort) -> Profile:
    """The profile with these choices; what else its settings hold stays."""
    return profile.model_copy(update={"settings": {**profile.settings, **comfort.model_dump()}})


def _read(settings: Mapping[str, Any]) -> Comfort:
    held = {name: settings[name] for name in Comfort.model_fields if name in settings}
    for name, value in tuple(held.items()):
        try:
            Comfort.model_validate({name: value})
        except ValidationError:
            del held[name]
    return Comfort.model_validate(held)
