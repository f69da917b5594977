"""A document to print: everything that is said is in it, escaped, and nothing is fetched."""

from simulator.exports.document import Bar, Document, Section, Table, as_page

NAME = '<script>alert("x")</script>'


def document() -> Document:
    return Document(
        language="es", title=NAME, lead="Diez llamadas", foot="Hecho hoy",
        sections=(
            Section(heading="Qué hacer", numbered=("Uno", NAME), paragraphs=("Dos\x00",), quiet=("tres",)),
            Section(heading="Niveles", bars=(Bar(name=NAME, share=7.0, figure="2.5"),),
                    table=Table(heads=("A", "B"), rows=((NAME, "مريم"),))),
        ),
    )  # fmt: skip


def test_all_is_said_and_nothing_becomes_markup() -> None:
    page = as_page(document())
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 6
    assert "\x00" not in page
    for words in ("Qué hacer", "<li dir", "2.5", "مريم", "Hecho hoy", 'lang="es"'):
        assert words in page


def test_nothing_is_fetched_from_anywhere() -> None:
    page = as_page(document())
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_bar_never_leaves_its_room() -> None:
    assert 'width="330.0"' in as_page(document())
