"""Near copies: what is nearly another's text is told, what everybody says is not."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.likeness import Reply, alike

LONG = "Entiendo que perdió el empleo en marzo y que hoy no le alcanza; busquemos juntos una cuota que pueda sostener."
OTHER = "Con la mitad de su sueldo no se puede todo, así que veamos primero qué gastos no pueden esperar este mes."
SCRIPT = "Le llamo por parte de Gestoría Puente; esta llamada puede ser grabada con fines de calidad y capacitación."


def said(owner: str, text: str, turn: int = 1) -> Reply:
    return Reply(attempt_id=f"call-{owner}", owner_id=owner, turn=turn, text=text)


def test_the_later_of_two_equal_replies_is_told_with_the_earlier_one() -> None:
    (found,) = alike([said("ana", LONG), said("luis", LONG.upper().replace("Ó", "O"))], ())
    assert (found.reply.owner_id, found.other.owner_id, found.share) == ("luis", "ana", 1.0)


def test_a_few_words_changed_are_still_a_copy_and_another_text_is_none() -> None:
    changed = LONG.replace("juntos", "entre los dos")
    assert [f.reply.owner_id for f in alike([said("ana", LONG), said("luis", changed)], ())] == ["luis"]
    assert alike([said("ana", LONG), said("luis", OTHER)], ()) == ()


def test_nobody_copies_oneself_and_short_replies_are_alike_by_nature() -> None:
    assert alike([said("ana", LONG), said("ana", LONG, 2)], ()) == ()
    assert alike([said("ana", "Buenas tardes, ¿cómo está?"), said("luis", "Buenas tardes, ¿cómo está?")], ()) == ()


def test_a_model_answer_is_told_and_the_creditors_script_is_not() -> None:
    (found,) = alike([said("ana", LONG)], [LONG])
    assert found.other.owner_id == ""
    assert alike([said("ana", SCRIPT), said("luis", SCRIPT)], (), [SCRIPT]) == ()


TEXTS = st.lists(st.sampled_from(["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete"]), max_size=25).map(" ".join)


@given(st.lists(TEXTS, max_size=6))
def test_a_share_is_between_the_threshold_and_one_and_never_with_oneself(texts: list[str]) -> None:
    replies = [said(str(n % 3), text, n) for n, text in enumerate(texts)]
    for found in alike(replies, ()):
        assert 0.6 <= found.share <= 1
        assert found.reply.owner_id != found.other.owner_id
