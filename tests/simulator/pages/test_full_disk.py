"""When nothing can be saved, the page says so and what was typed is still in the box."""

import sqlite3
from pathlib import Path

from tests.simulator.pages.conftest import Visit, shown
from tests.simulator.pages.played import REPLIES, again, say, talking

FULL = "CREATE TRIGGER full BEFORE INSERT ON turn BEGIN SELECT 1 FROM nowhere; END"
"""A write that fails as on a full disk: by the database's fault, not by a rule of ours."""


def _tell(home: Path, statement: str) -> None:
    with sqlite3.connect(home / "acuerdo.sqlite3") as connection:
        connection.execute(statement)
    connection.close()


def test_a_reply_that_cannot_be_saved_stays_in_the_box_and_is_saved_once_there_is_room(
    visit: Visit, home: Path
) -> None:
    tab = talking(visit)
    _tell(home, FULL)
    say(tab, REPLIES[0])
    assert "No se pudo guardar" in shown(tab)
    assert "Lo anterior sigue guardado" in shown(tab)
    assert tab.chat_input[0].proto.value == REPLIES[0]
    assert len(tab.chat_message) == 1

    _tell(home, "DROP TRIGGER full")
    say(tab, REPLIES[0])
    assert len(tab.chat_message) == 3
    assert REPLIES[0] in shown(again(visit, tab))
