"""A cohort's files: whose calls are in them, nothing in them runs, every figure comes back."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.criterion import Evidence, Finding, Gate
from simulator.accounts import NotAllowed
from simulator.audited import Deed
from simulator.exporting import Exporting, How, Kind, NoSuchCohort
from simulator.exports import cohort_csv, cohort_json, cohort_xlsx
from simulator.exports.cells import clean, guarded, unguarded
from simulator.exports.cohort_call import CohortCall, CohortFile, CohortHead, ExportedLevel
from simulator.exports.cohort_tables import tables
from simulator.exports.schema import SCHEMA, schema_text
from simulator.i18n import translator
from simulator.pseudonym import pseudonym
from simulator.store import Store
from tests.fresh import fresh
from tests.simulator.branches import Clock, closed, somebody
from tests.simulator.exports.outbox import reviewed
from tests.simulator.exports.played import actor_again, assessed, cohort_of, practising

AT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
HEAD = CohortHead(cohort="=cmd|' /C calc'!A0", made_at=AT, named=True)
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x")', "http://x.example", "'=1", "שלום",
           "🦩" * 20, "a" * 300, "\x00\x1f\x0b\ufffe", "\ud800", "{=1+1}", "ñ\nsegunda línea", 'com,a";b')  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(fresh(tmp_path)) as opened:
        yield opened


def a_call(text: str = "Hola", number: int = 1) -> CohortCall:
    seen = Evidence(turn=1, start=0, end=4, quote=text)
    return CohortCall(
        attempt=f"a{number}", trainee="p-1", name=text, scenario="job_loss", scenario_version=1, title={"es": text},
        difficulty=2, country="MX", language="es", seed=7, day=date(2026, 11, 23), began_at=AT, ended_at=AT,
        closed_at=AT, contact=1, hints=0, disposition=None, rubric="default", rubric_version=2, rubric_hash="c0ffee",
        reader="r1", versions={}, scored_at=AT, total=50.0, effective_total=60.5, result="failed",
        effective_result="passed", reviewed=True, follow_up=None, note_checks=(),
        levels=(ExportedLevel(criterion="calm", level=2, score=2.1, effective_level=3, effective_score=3.0),),
        findings=(Finding(criterion="calm", indicator="x", met=True, evidence=seen, reason=text, better=text),),
        gates=(Gate(id="threat", status="possible_breach", evidence=seen, reason=text, source=text),),
    )  # fmt: skip


def workbook(*calls: CohortCall, limit: int = cohort_xlsx.ROWS) -> Any:
    file = BytesIO()
    cohort_xlsx.write(file, HEAD, iter(calls), "es", limit)
    return openpyxl.load_workbook(file)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(text: str) -> None:
    book = workbook(a_call(text))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "d"}
    assert not [cell for cell in cells if cell.hyperlink]
    findings = book["Hallazgos"]
    quoted = findings.cell(2, [c.value for c in findings[1]].index("quote") + 1).value
    assert (quoted or "").replace("_x000D_", "\r") == clean(text)


def test_the_figures_of_the_program_and_those_in_force_stand_side_by_side() -> None:
    sheet = workbook(a_call())["Intentos"]
    row = dict(zip([c.value for c in sheet[1]], [c.value for c in sheet[2]], strict=True))
    assert (row["total"], row["effective_total"], row["result"], row["effective_result"]) == (
        50,
        60.5,
        "failed",
        "passed",
    )
    assert row["closed_at"] == datetime(2026, 11, 23, 15, 0)


def test_where_a_sheet_is_full_the_table_goes_on_in_another() -> None:
    book = workbook(*(a_call(number=n) for n in range(5)), limit=3)
    names = [sheet.title for sheet in book if sheet.title.startswith("Intentos")]
    assert names == ["Intentos", "Intentos 2", "Intentos 3"]
    ids = [row[0] for name in names for row in book[name].iter_rows(min_row=2, values_only=True)]
    assert ids == [f"a{n}" for n in range(5)]


def test_the_first_sheet_says_what_every_column_holds() -> None:
    lines = list(workbook(a_call()).worksheets[0].values)
    explained = {(table, key) for table, key, note in lines if note}
    assert explained >= {(t.name, c.key) for t in tables(translator("es")) for c in t.columns}


def read_csv(*calls: CohortCall) -> dict[str, list[dict[str, str]]]:
    file = BytesIO()
    cohort_csv.write(file, HEAD, iter(calls), "en")
    with zipfile.ZipFile(file) as archive:
        texts = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    return {name: list(csv.DictReader(io.StringIO(text, newline=""))) for name, text in texts.items()}


@settings(max_examples=60)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40)))
def test_a_text_comes_back_from_csv_and_runs_in_no_spreadsheet(text: str) -> None:
    found = read_csv(a_call(text))
    assert list(found) == ["attempts.csv", "levels.csv", "findings.csv", "gates.csv", "columns.csv"]
    quoted = found["findings.csv"][0]["quote"]
    assert not quoted.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(quoted) == clean(text)


@given(st.text(alphabet=st.characters(), max_size=60))
def test_a_guarded_cell_keeps_its_text(text: str) -> None:
    assert unguarded(guarded(text)) == clean(text)
    assert len(clean(text * 2000).encode("utf-16-le")) <= 2 * 32_767


def test_the_schema_is_up_to_date() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run: python -m simulator.exports.schema"


@pytest.mark.parametrize("number", [0, 1, 3])
def test_the_document_is_what_the_schema_says_and_comes_back_whole(number: int) -> None:
    file, calls = BytesIO(), tuple(a_call(HOSTILE[n], n) for n in range(number))
    assert cohort_json.write(file, HEAD, iter(calls), "es") == number
    assert CohortFile.model_validate_json(file.getvalue()) == CohortFile(**dict(HEAD), calls=calls)
    properties = json.loads(schema_text())["$defs"]["CohortCall"]["properties"]
    assert all(set(call) == set(properties) for call in json.loads(file.getvalue())["calls"])


def exported(store: Store, actor: Any, cohort: str, kind: Kind = "json", *, named: bool = False) -> CohortFile:
    file = BytesIO()
    Exporting(store, Clock()).cohort(actor, cohort, file, How(kind=kind, language="es", named=named))
    return CohortFile.model_validate_json(file.getvalue())


def test_a_manager_takes_the_assessed_calls_of_the_cohort_and_nothing_else(store: Store) -> None:
    practice, ana, luis = practising(store), somebody(store, "Ana"), somebody(store, "Luis")
    mine, foreign = assessed(practice, ana), assessed(practice, luis)
    private = closed(practice, ana, ("Hola, esto es práctica.",))
    reviewed(store, mine.id, level=4, total=100.0, result="passed")
    eva = somebody(store, "Eva", "manager")
    cohort, other = cohort_of(store, ana, led_by=eva), cohort_of(store, luis, name="Otro turno")
    eva = actor_again(store, eva)
    document = exported(store, eva, cohort.id)
    assert [call.attempt for call in document.calls] == [mine.id]
    call = document.calls[0]
    assert (call.trainee, call.name, call.effective_total, call.reviewed) == (pseudonym(ana.id), "", 100.0, True)
    assert mine.scorecard is not None
    assert call.total == mine.scorecard.total
    assert {level.effective_level for level in call.levels} == {4}
    for finding in (f for f in call.findings if f.evidence and f.evidence.turn):
        said = next(line.text for line in call.talk if line.line == finding.evidence.turn)  # type: ignore[union-attr]
        assert finding.evidence and finding.evidence.quote in said
    text = document.model_dump_json()
    assert not [one for one in (private.id, foreign.id, ana.id, "Ana", "esto es práctica") if one in text]
    assert exported(store, eva, cohort.id, named=True).calls[0].name == "Ana"
    with pytest.raises(NoSuchCohort):
        exported(store, eva, other.id)
    noted = [line for line in store.audit.lines() if line.deed == Deed.COHORT_EXPORTED]
    assert [(line.actor, line.target, line.details["named"]) for line in noted] == [
        (eva.id, cohort.id, 0), (eva.id, cohort.id, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("role", ["trainee", "administrator"])
def test_who_leads_nobody_exports_nobody(store: Store, role: Any) -> None:
    actor = somebody(store, "Ana", role)
    cohort = cohort_of(store, actor)
    with pytest.raises(NotAllowed):
        exported(store, actor, cohort.id)
    with pytest.raises(NotAllowed):
        Exporting(store, Clock()).cohorts(actor)


def test_a_cohort_of_nobody_is_an_empty_file(store: Store) -> None:
    trainer = somebody(store, "Rita", "trainer")
    assert exported(store, trainer, cohort_of(store).id).calls == ()
