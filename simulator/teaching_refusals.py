"""What the reader cannot be taught, in words for the trainer."""

from scoring.reading.taught import LONGEST, MOST
from simulator.refusals import Refusal


class NoPhrase(Refusal):
    """Nothing to recognise, or far too much of it."""

    def __init__(self, kept: str = "") -> None:
        super().__init__(
            es=f"Deje las palabras que dan el sentido: de una a {LONGEST}. Los signos solos no bastan.",
            en=f"Leave the words that carry the meaning: one to {LONGEST} of them. Signs alone will not do.",
            kept=kept,
        )


class OneMeaning(Refusal):
    """A phrase means one thing: an act, a tone, or nothing."""

    def __init__(self) -> None:
        super().__init__(
            es="Elija un solo sentido: lo que hace la respuesta, cómo suena, o que no significa nada.",
            en="Choose one meaning: what the reply does, how it sounds, or that it means nothing.",
        )


class KnownAlready(Refusal):
    """The phrase stands in the lexicon, or waits for a second person."""

    def __init__(self) -> None:
        super().__init__(
            es="Esa frase ya está en el léxico, o espera el sí de otra persona. Quítela primero si quiere cambiarla.",
            en="That phrase is already in the lexicon, or waits for another person's yes. Take it out first to change "
            "it.",
        )


class LexiconFull(Refusal):
    """More phrases than are looked for."""

    def __init__(self) -> None:
        super().__init__(
            es=f"El léxico ya tiene {MOST} frases, y más harían lenta la lectura. Quite las que sobran.",
            en=f"The lexicon already holds {MOST} phrases, and more would make reading slow. Take out some of them.",
        )


class NeedsAnother(Refusal):
    """Whoever proposed a phrase cannot be the second person to say yes."""

    def __init__(self) -> None:
        super().__init__(
            es="Esta frase acusa a quien la escribe: hace falta el sí de otra persona que capacite, no el suyo.",
            en="This phrase accuses whoever writes it: it takes the yes of another trainer, not yours.",
        )


class NothingWaits(Refusal):
    """The phrase is gone: somebody decided already."""

    def __init__(self) -> None:
        super().__init__(
            es="Esa frase ya no está: alguien decidió mientras tanto. Mire la lista de nuevo.",
            en="That phrase is no longer there: somebody decided meanwhile. Look at the list again.",
        )
