"""Notes of coaches: kept or shared, changed by their author alone, never lost to another window."""

from datetime import timedelta

import pytest

from simulator.accounts import NotAllowed
from simulator.coaching_notes import LONGEST, CoachingNotes, EmptyNote, LongNote, NoteChanged
from tests.simulator.team.conftest import Everybody
from tests.simulator.team_floor import NOW


def notes_of(everybody: Everybody) -> CoachingNotes:
    return CoachingNotes(everybody[0].store, lambda: NOW)


def test_a_kept_note_is_for_coaches_and_a_shared_one_for_the_trainee_too(everybody: Everybody) -> None:
    _, marta, teo, people = everybody
    notes, ana = notes_of(everybody), people[0]
    notes.write(marta, ana.id, "Escucha bien; le falta cerrar.", shared=False)
    shared = notes.write(marta, ana.id, "  Acordamos <b>resumir</b> al final.\x00 ", shared=True)
    assert [n.text for n in notes.shared_with(ana)] == [shared.text] == ["Acordamos <b>resumir</b> al final.\ufffd"]
    assert len(notes.about(teo, ana.id)) == 2
    assert notes.shared_with(people[1]) == ()
    assert notes.author(shared) == "Marta Ríos"


def test_what_is_shared_is_unread_until_the_trainee_has_seen_it_as_it_stands(everybody: Everybody) -> None:
    floor, marta, _, people = everybody
    ana, later = people[0], CoachingNotes(floor.store, lambda: NOW + timedelta(hours=1))
    notes = notes_of(everybody)
    notes.write(marta, ana.id, "Para nosotros", shared=False)
    shared = notes.write(marta, ana.id, "Para Ana", shared=True)
    assert [note.text for note in notes.unread(ana)] == ["Para Ana"]
    notes.read(ana)
    assert notes.unread(ana) == ()
    later.change(marta, shared, "Para Ana, otra vez", shared=True)
    assert [note.text for note in notes.unread(ana)] == ["Para Ana, otra vez"]


def test_the_same_words_at_once_are_a_button_pressed_twice(everybody: Everybody) -> None:
    floor, marta, teo, people = everybody
    notes, ana = notes_of(everybody), people[0]
    first = notes.write(marta, ana.id, "Una", shared=True)
    assert notes.write(marta, ana.id, " Una ", shared=False).id == first.id
    assert notes.write(teo, ana.id, "Una", shared=False).id != first.id
    later = CoachingNotes(floor.store, lambda: NOW + timedelta(minutes=2))
    assert later.write(marta, ana.id, "Una", shared=False).id != first.id


@pytest.mark.parametrize("other", ["elsa", "ana", "administrator"])
def test_who_does_not_coach_somebody_neither_reads_nor_writes(everybody: Everybody, other: str) -> None:
    floor, marta, _, people = everybody
    notes = notes_of(everybody)
    actor = {"elsa": marta, "ana": people[0], "administrator": floor.hire("Eva", "administrator")}[other]
    about = people[4] if other == "elsa" else people[1]
    with pytest.raises(NotAllowed):
        notes.about(actor, about.id)
    with pytest.raises(NotAllowed):
        notes.write(actor, about.id, "x", shared=False)


def test_only_the_author_changes_or_deletes_a_note(everybody: Everybody) -> None:
    _, marta, teo, people = everybody
    notes = notes_of(everybody)
    note = notes.write(marta, people[0].id, "Una", shared=True)
    for deed in (lambda: notes.change(teo, note, "Otra", shared=True), lambda: notes.delete(teo, note.id)):
        with pytest.raises(NotAllowed):
            deed()
    notes.change(marta, note, "Otra", shared=False)
    assert notes.shared_with(people[0]) == ()
    notes.delete(marta, note.id)
    assert notes.about(marta, people[0].id) == ()


def test_a_note_changed_in_another_window_is_said_and_the_text_is_kept(everybody: Everybody) -> None:
    _, marta, _, people = everybody
    notes = notes_of(everybody)
    seen = notes.write(marta, people[0].id, "Una", shared=False)
    notes.change(marta, seen, "Dos", shared=False)
    with pytest.raises(NoteChanged) as refusal:
        notes.change(marta, seen, "Tres", shared=True)
    assert refusal.value.kept == "Tres"
    assert [n.text for n in notes.about(marta, people[0].id)] == ["Dos"]


def test_an_empty_note_and_a_book_are_refused(everybody: Everybody) -> None:
    _, marta, _, people = everybody
    notes = notes_of(everybody)
    with pytest.raises(EmptyNote):
        notes.write(marta, people[0].id, " \n", shared=False)
    with pytest.raises(LongNote):
        notes.write(marta, people[0].id, "x" * (LONGEST + 1), shared=False)


def test_erasing_the_author_leaves_the_note_and_erasing_the_trainee_takes_it(everybody: Everybody) -> None:
    floor, marta, teo, people = everybody
    notes = notes_of(everybody)
    note = notes.write(marta, people[0].id, "Una", shared=True)
    floor.store.people.erase(marta.id)
    kept = notes.about(teo, people[0].id)
    assert [(n.id, n.author_id) for n in kept] == [(note.id, None)]
    assert notes.author(kept[0]) == ""
    floor.store.people.erase(people[0].id)
    assert floor.store.coaching_notes.get(note.id) is None
