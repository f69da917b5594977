"""Notices inside the app: words of the installation to everybody, from one day to another, put away by each reader."""

import datetime
from collections.abc import Callable
from uuid import uuid4

from simulator.accounts import Action, Actor, require
from simulator.audited import Deed
from simulator.installed import Notice
from simulator.refusals import Refusal
from simulator.store import Store
from simulator.typed import storable

LONGEST, MOST = 400, 20


class BadNotice(Refusal):
    """A notice that cannot be put up; ``kept`` is what was typed."""


class NoticeBoard:
    """Putting notices up, taking them down, reading them. ``clock`` gives the instant in the workspace's zone."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store, self._clock = store, clock

    def all(self, actor: Actor) -> tuple[Notice, ...]:
        """What stands, and what is still to come. Raises ``NotAllowed``."""
        require(actor, Action.CHANGE_INSTALLATION)
        return self._store.notices.standing(self._clock().date())

    def put_up(self, actor: Actor, text: dict[str, str], begins: datetime.date, ends: datetime.date) -> Notice:
        """A new notice. Raises ``NotAllowed`` and ``BadNotice``."""
        require(actor, Action.CHANGE_INSTALLATION)
        words = {language: " ".join(storable(said).split()) for language, said in text.items()}
        words = {language: said for language, said in words.items() if said}
        now = self._clock()
        if refused := _fault(words, begins, ends, now.date()) or self._full(now.date()):
            raise BadNotice(es=refused[0], en=refused[1], kept="\n".join(text.values()))
        notice = Notice(id=str(uuid4()), text=words, begins=begins, ends=ends, created_at=now)
        with self._store.acting(Deed.NOTICE_PUT_UP, now, actor.id, notice.id):
            self._store.notices.add(notice)
        return notice

    def take_down(self, actor: Actor, notice_id: str) -> None:
        """Nobody sees it any more. Raises ``NotAllowed``."""
        require(actor, Action.CHANGE_INSTALLATION)
        with self._store.acting(Deed.NOTICE_TAKEN_DOWN, self._clock(), actor.id, notice_id[:36]):
            self._store.notices.remove(notice_id)

    def to_read(self, actor: Actor) -> tuple[Notice, ...]:
        """What is to be shown to a person today."""
        today = self._clock().date()
        up = [one for one in self._store.notices.standing(today) if one.begins <= today]
        away = self._store.notices.put_away_by(actor.id) if up else frozenset()
        return tuple(one for one in up if one.id not in away)

    def put_away(self, actor: Actor, notice_id: str) -> None:
        """The person has read it, and is not shown it again."""
        self._store.notices.put_away(notice_id, actor.id)

    def _full(self, today: datetime.date) -> tuple[str, str] | None:
        if len(self._store.notices.standing(today)) < MOST:
            return None
        return (f"Ya hay {MOST} avisos. Quite uno antes.", f"There are {MOST} notices already. Take one down first.")


def _fault(
    words: dict[str, str], begins: datetime.date, ends: datetime.date, today: datetime.date
) -> tuple[str, str] | None:
    """What is wrong with a notice, in both languages."""
    if not words:
        return ("Escriba el aviso, al menos en un idioma.", "Write the notice, in one language at least.")
    if any(len(said) > LONGEST for said in words.values()):
        return (f"Un aviso lleva hasta {LONGEST} caracteres.", f"A notice has {LONGEST} characters at most.")
    if ends < begins or ends < today:
        return ("El aviso terminaría antes de verse. Revise las fechas.", "It would end unseen. Check both days.")
    return None
