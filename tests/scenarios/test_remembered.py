"""What was made of a value is remembered for the same object, and for no other."""

from scenarios.remembered import of_the_same


def test_the_same_object_is_worked_out_once_and_an_equal_one_anew() -> None:
    made: list[tuple[str, int]] = []

    @of_the_same(size=10)
    def counted(value: list[str], factor: int) -> int:
        made.append((value[0], factor))
        return len(value) * factor

    one, other = ["a", "b"], ["a", "b"]
    assert [counted(one, 3), counted(one, 3), counted(one, 4), counted(other, 3)] == [6, 6, 8, 6]
    assert made == [("a", 3), ("a", 4), ("a", 3)]


def test_what_was_made_of_a_value_that_is_gone_is_never_taken_for_another() -> None:
    @of_the_same(size=3)
    def first(value: list[int]) -> int:
        return value[0]

    assert [first([n]) for n in range(200)] == list(range(200)), "ids come again where nobody holds the value"
