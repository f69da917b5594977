"""Rosters: read row by row, brought in as a whole, written so that no cell calculates."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.access.importing import Importing, Plan, links_as_csv
from simulator.access.people import SHELL
from simulator.access.roster import LARGEST, MOST_ROWS, BadRoster, as_csv, cell_as_text, read_roster
from simulator.accounts import NotAllowed
from tests.simulator.access.conftest import PASSWORD, Floor

HEAD = "name,role,cohort,site,team,shift,time_zone,leaver\n"


def importing(floor: Floor) -> Importing:
    return Importing(floor.store, floor.clock, floor.people, floor.invitations)


def plan(floor: Floor, text: str) -> Plan:
    return importing(floor).plan(SHELL, read_roster(text.encode()))


def test_newcomers_are_invited_into_their_cohorts_with_links_that_work(floor: Floor) -> None:
    told = plan(floor, HEAD + "Ana Ruiz,aprendiz,Mañana 1,Puebla,Temprana,8–14,America/Mexico_City,\n"
                "Luis Gil,supervisor,mañana 1,,,,,no\n")  # fmt: skip
    assert told.faults == ()
    invited = importing(floor).carry_out(SHELL, told)
    assert [(one.name, one.role, one.cohort) for one in invited] == [
        ("Ana Ruiz", "trainee", "Mañana 1"), ("Luis Gil", "manager", "mañana 1"),
    ]  # fmt: skip
    ana, luis = (floor.invitations.accept(one.token, one.name.split()[0], PASSWORD) for one in invited)
    (cohort,) = floor.people.cohorts(SHELL)
    assert (cohort.site, cohort.shift, cohort.time_zone) == ("Puebla", "8–14", "America/Mexico_City")
    assert floor.profiles.actor(luis).leads == {ana}
    assert floor.profiles.actor(ana).leads == frozenset()


def test_leavers_are_shut_out_and_those_who_stay_keep_their_password(floor: Floor) -> None:
    floor.hire("Ana Ruiz")
    floor.hire("Luis Gil")
    told = plan(floor, HEAD + "ana  ruiz,trainer,,,,,,\nLuis Gil,,,,,,,sí\nRosa Paz,,,,,,,x\n")
    assert (told.count("update"), told.count("disable"), told.count("nothing")) == (1, 1, 1)
    theirs = floor.signing_in.enter("luis", PASSWORD)
    assert importing(floor).carry_out(SHELL, told) == ()
    assert floor.sessions.who(theirs) is None
    who = floor.sessions.who(floor.signing_in.enter("ana", PASSWORD))
    assert who is not None
    assert who.role == "trainer"


@pytest.mark.parametrize(("row", "says"), [
    ("Ana,boss,,,,,,", "row 2.*role.*trainee, trainer, manager, administrator"), (",,,,,,,", ""),
    (" ,trainee,C,,,,,", "row 2.*1 to 80"), ("Ana,,,,,,Mexico/City,", "row 2.*time_zone.*Mexico"),
    ("Ana,,,,,,,perhaps", "row 2.*leaver"), (f"Ana,,{'c' * 81},,,,,", "row 2.*cohort.*80"),
    ("Ana,,C,Puebla,,,,\nLuis,,c,Lima,,,,", "row 3.*row 2: Puebla"), ("Ana,,,,,,,\nANA,,,,,,,", "row 3.*row 2"),
])  # fmt: skip
def test_what_is_wrong_is_said_by_its_row_and_then_nothing_is_done(floor: Floor, row: str, says: str) -> None:
    told = plan(floor, HEAD + row + "\n")
    words = " | ".join(f"row {fault.line} {fault.en}" for fault in told.faults)
    if not says:
        assert words == ""
        return
    assert re.search(says, words), words
    assert all(fault.es != fault.en for fault in told.faults)
    assert importing(floor).carry_out(SHELL, told) == ()
    assert floor.people.all(SHELL) == ()


@pytest.mark.parametrize(("raw", "says"), [
    (b"", "empty"), (b"\xff\xfe\x00n", "UTF-8"), (b"nombre\nAna\n", "no column"), (b"role\ntrainee\n", "called name"),
    (b"name,name\na,b\n", "once"), (b"a" * (LARGEST + 1), "KiB"), (b'name\n"Ana', "CSV"),
    (b"name\n" + b"".join(b"N%d\n" % n for n in range(MOST_ROWS + 1)), "1,001 people"),
])  # fmt: skip
def test_a_file_that_cannot_be_used_is_refused_as_a_whole(raw: bytes, says: str) -> None:
    with pytest.raises(BadRoster, match=says):
        read_roster(raw)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_sheets_of_every_country_are_read(mark: str) -> None:
    roster = read_roster(f"\ufeffName{mark}Time Zone\r\nAna Ruiz{mark}America/Lima\r\n\r\n".encode())
    assert [(row.name, row.time_zone, row.line) for row in roster.rows] == [("Ana Ruiz", "America/Lima", 2)]


@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_the_reader_stumble(raw: bytes) -> None:
    try:
        read_roster(b"name,role\n" + raw)
    except BadRoster as refusal:
        assert refusal.in_language("es")


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_no_cell_that_is_written_can_calculate(cells: list[str]) -> None:
    assert not cell_as_text(cells[0]).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    plain = [cell.replace("\r", "").replace("\0", "") for cell in cells]
    read = list(csv.reader(io.StringIO(as_csv(plain, []).decode("utf-8-sig"), newline="")))
    assert read == [[cell_as_text(cell) for cell in plain]]


def test_a_name_that_is_a_formula_is_text_among_the_links(floor: Floor) -> None:
    formula = '=HYPERLINK("http://evil.example")'
    text = HEAD + f'"{formula.replace(chr(34), chr(34) * 2)}",,,,,,,\n'
    invited = importing(floor).carry_out(SHELL, plan(floor, text))
    line = list(csv.reader(io.StringIO(links_as_csv(invited, "https://a.example").decode("utf-8-sig"))))[1]
    assert line[0] == f"'{formula}"
    assert line[3].startswith("https://a.example/invitation?token=")


def test_only_who_manages_people_brings_in_a_roster(floor: Floor) -> None:
    with pytest.raises(NotAllowed):
        importing(floor).plan(floor.hire("Ana", "manager"), read_roster(b"name\nLuis\n"))


def test_three_hundred_people_come_in_at_once(floor: Floor) -> None:
    rows = "".join(f"Persona {n},trainee,Grupo {n % 12},Puebla,,,,\n" for n in range(300))
    invited = importing(floor).carry_out(SHELL, plan(floor, HEAD + rows))
    assert len({one.token for one in invited}) == 300
    assert len(floor.people.cohorts(SHELL)) == 12
    assert plan(floor, HEAD + rows).count("update") == 300, "asked for again, nobody is invited twice"
