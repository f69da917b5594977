from datetime import date

import pytest

from scenarios.disposition import Disposition
from scoring.followup.findings import as_written, entries
from scoring.transcript import CallRecord

CALL = CallRecord(language="es", country="MX", on=date(2026, 11, 23))


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_outcome_has_a_name_in_both_languages(language: str) -> None:
    assert set(entries(f"dispositions.{language}")["names"]) == {d.value for d in Disposition}


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("amounts", "531.09, 1600", "$531.09, $1,600"),
        ("dates", "2026-11-30, 2026-12-15", "30 de noviembre, 15 de diciembre"),
        ("disposition", "no_agreement", "sin acuerdo"),
        ("method", "OXXO", "OXXO"),
        ("dates", "pronto", "pronto"),
    ],
)
def test_values_read_as_people_write_them(field: str, value: str, shown: str) -> None:
    assert as_written(field, value, CALL) == shown
