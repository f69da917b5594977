from simulator.card_titles import title


def test_a_fact_that_was_noted_is_named_in_words_and_not_by_its_id() -> None:
    assert title("documented_follow_up", "fact:was_robbed", "es") == "Anota lo que salió en la llamada"
    assert title("documented_follow_up", "fact:was_robbed", "en") == "Notes what came out in the call"


def test_what_has_no_card_is_its_key_read_aloud() -> None:
    assert title("calm", "no_such_thing", "en") == "No such thing"
