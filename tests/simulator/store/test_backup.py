"""Backup and restore: everything, across engines, while others write; and nothing from an archive that is not sound."""

import json
import threading
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from stored_examples import NOW, a_scorecard, a_turn, an_attempt

from simulator.access.kept import Account, Invitation, Session
from simulator.audited import Deed
from simulator.kept import Profile
from simulator.store import Store, StoreError
from simulator.store.backup import back_up, read_back
from simulator.store.engine import connect
from simulator.store.restore import restore
from simulator.store.tables import Base
from simulator.store.upgrade import upgrade
from tests.postgres import Postgres

STORIES = ("Ñandú 👋\u2028 «¿cuánto?»", "línea\nlínea\t\\ \" '", "")


@pytest.fixture
def full(store: Store, ana: Profile) -> Store:
    store.profiles.add(ana.model_copy(update={"id": "Zoe", "name": "Zoë"}))
    for number, text in enumerate(STORIES):
        with store.acting(Deed.ATTEMPT_STARTED, NOW + timedelta(microseconds=number), "ana", f"a{number}"):
            store.attempts.add(an_attempt(f"a{number}", plan={"z": text, "a": text}))
        store.attempts.save(an_attempt(f"a{number}"), a_turn(0, text=text), a_scorecard(3))
    store.scorecards.add("a0", a_scorecard(None), NOW)
    return store


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path, postgres: Postgres) -> str:
    """An empty database to restore into, of the same engine and of the other."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'other.sqlite3'}"
    return postgres.url(postgres.empty())


def test_everything_comes_back_on_either_engine(full: Store, url: str, other: str, tmp_path: Path) -> None:
    manifest = back_up(url, tmp_path / "b.zip", NOW)
    assert manifest.tables.keys() == set(Base.metadata.tables)
    rows = {"profile": 2, "attempt": 3, "turn": 3, "scorecard": 4, "mark": 8, "audit": 3, "audit_head": 1}
    assert {name: manifest.tables[name].rows for name in rows} == rows
    assert (tmp_path / "b.zip").stat().st_mode & 0o077 == 0, "it holds what people typed"
    assert restore(tmp_path / "b.zip", other) == manifest
    with Store.open(other) as again:
        assert again.profiles.all() == full.profiles.all()
        for number, text in enumerate(STORIES):
            name = f"a{number}"
            assert again.attempts.get(name) == full.attempts.get(name)
            assert again.attempts.turns(name) == full.attempts.turns(name)
            assert again.attempts.turns(name)[0].step.said.text == text
            assert again.scorecards.all(name) == full.scorecards.all(name)
        assert list(again.audit.lines()) == list(full.audit.lines())
        assert again.audit.verify(full.audit.head()).fault == ""
        again.audit.note(Deed.RESTORED, NOW)
        assert again.audit.verify().fault == "", "the log goes on"
    assert back_up(other, tmp_path / "again.zip", NOW).tables["attempt"] == manifest.tables["attempt"]


def test_a_call_tried_differently_comes_back_also_where_it_stands_before_the_one_it_parts_from(
    store: Store, ana: Profile, url: str, other: str, tmp_path: Path
) -> None:
    store.attempts.add(an_attempt("z"))
    parents = {"z": None, "y": "z", "a": "y", "b": "z"}
    for name in ("y", "a", "b"):
        store.attempts.add(an_attempt(name, forked_from=parents[name], forked_turn=1))
    back_up(url, tmp_path / "b.zip", NOW)
    restore(tmp_path / "b.zip", other)
    with Store.open(other) as again:
        found = {name: again.attempts.get(name) for name in parents}
        assert {name: one and one.forked_from for name, one in found.items()} == parents


def test_a_backup_is_one_moment_while_others_write(store: Store, ana: Profile, url: str, tmp_path: Path) -> None:
    store.attempts.add(an_attempt())
    stop = threading.Event()

    def talk() -> None:
        attempt, number = an_attempt(), 0
        while not stop.is_set():
            with store.acting(Deed.ATTEMPT_STARTED, NOW):
                attempt = store.attempts.save(attempt, a_turn(number))
            number += 1

    talking = threading.Thread(target=talk)
    talking.start()
    try:
        backups = [back_up(url, tmp_path / f"{n}.zip", NOW) for n in range(4)]
    finally:
        stop.set()
        talking.join()
    turns = [manifest.tables["turn"].rows for manifest in backups]
    assert turns == sorted(turns)
    for number, manifest in enumerate(backups):
        with zipfile.ZipFile(tmp_path / f"{number}.zip") as archive:
            (attempt,) = archive.read("tables/attempt.jsonl").splitlines()
        assert json.loads(attempt)["version"] == 1 + manifest.tables["turn"].rows
        assert manifest.tables["audit"].rows == manifest.tables["turn"].rows


def test_a_database_with_anything_in_it_is_left_alone(full: Store, url: str, other: str, tmp_path: Path) -> None:
    back_up(url, tmp_path / "b.zip", NOW)
    with Store.open(other) as standing:
        standing.profiles.add(Profile(id="p", name="P", role="trainee", created_at=NOW))
        with pytest.raises(StoreError, match=r"not empty.*--into"):
            restore(tmp_path / "b.zip", other)
        assert [profile.id for profile in standing.profiles.all()] == ["p"]


def test_a_backup_writes_over_nothing_and_leaves_nothing_half_made(full: Store, url: str, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("mine")
    with pytest.raises(StoreError, match="exists already"):
        back_up(url, tmp_path / "b.zip", NOW)
    assert (tmp_path / "b.zip").read_text() == "mine"
    with pytest.raises(StoreError, match="could not be written"):
        back_up(url, tmp_path / "nowhere" / "b.zip", NOW)
    assert not list(tmp_path.rglob("*.part"))


def test_a_database_that_is_not_ours_is_not_backed_up(url: str, tmp_path: Path) -> None:
    engine = connect(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE invoices (id INTEGER)")
    engine.dispose()
    with pytest.raises(StoreError, match="nothing of Acuerdo"):
        back_up(url, tmp_path / "b.zip", NOW)
    assert not list(tmp_path.glob("b.zip*"))


def test_a_database_that_does_not_exist_is_not_made_by_backing_it_up(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such file"):
        back_up(f"sqlite:///{tmp_path / 'none.sqlite3'}", tmp_path / "b.zip", NOW)
    assert list(tmp_path.iterdir()) == []


def test_a_backup_of_an_older_program_is_restored_and_brought_up_to_date(url: str, other: str, tmp_path: Path) -> None:
    engine = connect(url)
    upgrade(engine, "0003")
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO profile (id, name, role, language, theme, created_at, settings) "
            "VALUES ('ana', 'Ana', 'trainee', 'es', 'system', '2026-11-23 15:00:00', '{}')"
        )
    engine.dispose()
    assert back_up(url, tmp_path / "b.zip", NOW).revision == "0003"
    restore(tmp_path / "b.zip", other)
    with Store.open(other) as store:
        assert store.profiles.all() == (Profile(id="ana", name="Ana", role="trainee", created_at=NOW),)
        assert store.portfolios.of("ana") == ()


only_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
Members = dict[str, bytes]


def _manifest(members: Members, **changes: object) -> None:
    members["manifest.json"] = json.dumps(json.loads(members["manifest.json"]) | changes).encode()


def _drop_row(members: Members) -> None:
    members["tables/turn.jsonl"] = b"".join(members["tables/turn.jsonl"].splitlines(keepends=True)[:-1])


def _reseal(members: Members, table: str, content: bytes) -> None:
    import hashlib  # noqa: PLC0415

    members[f"tables/{table}.jsonl"] = content
    tables = json.loads(members["manifest.json"])["tables"]
    rows = content.count(b"\n")
    _manifest(members, tables=tables | {table: {"rows": rows, "sha256": hashlib.sha256(content).hexdigest()}})


def _rewrite_audit(members: Members) -> None:
    _reseal(members, "audit", members["tables/audit.jsonl"].replace(b'"ana"', b'"luis"', 1))


def _no_owner(members: Members) -> None:
    _reseal(members, "attempt", members["tables/attempt.jsonl"].replace(b'"owner_id":"ana"', b'"owner_id":"x"', 1))


def _wrong_kind(members: Members) -> None:
    _reseal(members, "attempt", members["tables/attempt.jsonl"].replace(b'"difficulty":2', b'"difficulty":"2"', 1))


def _endless_row(members: Members) -> None:
    members["tables/turn.jsonl"] = b" " * (33 << 20)


def _deep(members: Members) -> None:
    members["tables/turn.jsonl"] = b"[" * 100_000 + b"\n"


def _many_rows(members: Members) -> None:
    members["tables/turn.jsonl"] = b"{}\n" * 100_000


HOSTILE: dict[str, tuple[Callable[[Members], object], str]] = {
    "a row is gone": (_drop_row, "table turn is not what was saved"),
    "a path as a name": (lambda m: m.update({"../../evil": b"x"}), "other files"),
    "an unknown table": (lambda m: _reseal(m, "alembic_version", b"{}\n"), "not Acuerdo's: 'alembic_version'"),
    "a table less": (lambda m: m.pop("tables/turn.jsonl"), "other files"),
    "no manifest": (lambda m: m.pop("manifest.json"), "no manifest"),
    "a manifest of nonsense": (lambda m: m.update({"manifest.json": b"[[[["}), "cannot be read"),
    "a manifest that is no table": (lambda m: m.update({"manifest.json": b"[1]"}), "cannot be read"),
    "another kind": (lambda m: _manifest(m, kind="other"), "cannot be read"),
    "a later format": (lambda m: _manifest(m, format=2), "another version"),
    "a later revision": (lambda m: _manifest(m, revision="9999"), "another version"),
    "an earlier revision than its tables": (lambda m: _manifest(m, revision="0001"), "not those of revision 0001"),
    "an audit log that was changed": (_rewrite_audit, "line 1 was changed"),
    "an owner that is not there": (_no_owner, "contradict"),
    "a value of another kind": (_wrong_kind, "difficulty is not of its kind"),
    "a row without end": (_endless_row, "too long"),
    "a row too deep": (_deep, "cannot be read"),
    "rows beyond number": (_many_rows, "row"),
}


@only_sqlite
@pytest.mark.parametrize("how", HOSTILE)
def test_an_archive_that_is_not_sound_is_refused_and_nothing_is_restored(
    full: Store, url: str, tmp_path: Path, how: str
) -> None:
    back_up(url, tmp_path / "good.zip", NOW)
    with zipfile.ZipFile(tmp_path / "good.zip") as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change, told = HOSTILE[how]
    change(members)
    with zipfile.ZipFile(tmp_path / "bad.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    other = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    with pytest.raises(StoreError, match=told):
        restore(tmp_path / "bad.zip", other)
    with Store.open(other) as empty:
        assert empty.profiles.all() == ()
    assert not (tmp_path.parent / "evil").exists()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not much", b"some notes\n" * 1000])
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b.zip").write_bytes(content)
    with pytest.raises(StoreError, match="cannot be used as a backup"):
        read_back(tmp_path / "b.zip")


@only_sqlite
def test_a_cut_or_changed_archive_is_refused_wherever_it_was_hurt(full: Store, url: str, tmp_path: Path) -> None:
    back_up(url, tmp_path / "good.zip", NOW)
    whole = (tmp_path / "good.zip").read_bytes()
    for at in range(0, len(whole), len(whole) // 40):
        (tmp_path / "cut.zip").write_bytes(whole[:at])
        with pytest.raises(StoreError):
            read_back(tmp_path / "cut.zip")
        hurt = bytearray(whole)
        hurt[at] ^= 0xFF
        (tmp_path / "hurt.zip").write_bytes(hurt)
        try:
            read_back(tmp_path / "hurt.zip")  # a byte that nobody reads, as of a date, may be another
        except StoreError:
            continue


def test_a_restored_backup_lets_nobody_in_who_was_in_when_it_was_made(
    full: Store, url: str, other: str, tmp_path: Path
) -> None:
    full.accounts.open_for(Account(profile_id="ana", created_at=NOW))
    later = NOW + timedelta(days=6)
    session = Session(fingerprint="f" * 64, profile_id="ana", created_at=NOW, seen_at=NOW, expires_at=later)
    full.doors.enter(session)
    full.accounts.invite(Invitation(fingerprint="1" * 64, profile_id="ana", created_at=NOW, expires_at=later))
    back_up(url, tmp_path / "b.zip", NOW)
    restore(tmp_path / "b.zip", other)
    with Store.open(other) as again:
        assert again.doors.of("ana", NOW) == ()
        assert again.accounts.waiting(NOW) == ()
    assert full.doors.of("ana", NOW) == (session,), "where it still runs, everybody goes on"
