"""What coaching holds: the moments worth another try, the best one, one thing to practise."""

from pydantic import Field

from scenarios.values import Frozen


class Coached(Frozen):
    """A moment worth another try. ``turn`` is the utterance's number; ``heard`` what the debtor said just before.

    ``lacking`` is the criterion that lost most there, ``costs`` the reasons why; ``model`` is how it might sound, in
    the case's language and the call's address, and ``why`` one sentence on what it does.
    """

    turn: int = Field(ge=1)
    heard: str
    said: str
    situation: str
    lacking: str
    costs: tuple[str, ...]
    model: str
    why: str


class Praised(Frozen):
    """The best moment of a call in which nothing went wrong; ``quote`` are the words that did it."""

    turn: int = Field(ge=1)
    heard: str
    said: str
    quote: str
    reasons: tuple[str, ...]


class ToPractise(Frozen):
    """One thing to practise next; ``scenario`` is the library's that exercises it, where one does."""

    technique: str
    name: str
    why: str
    scenario: str | None = None


class Written(Frozen):
    """The note where it lost more than any other criterion: why, and the note that the call would have made."""

    costs: tuple[str, ...]
    model: str


class Coaching(Frozen):
    """At most two moments, the weakest first in the call's order; ``best`` only where there is none.

    ``note`` only where the follow-up lost most of all.
    """

    moments: tuple[Coached, ...] = ()
    best: Praised | None = None
    practise: ToPractise | None = None
    note: Written | None = None
