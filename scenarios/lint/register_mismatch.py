"""A debtor who says usted does not say tú in the next breath, and nobody outside Spain says vosotros."""

from collections.abc import Iterator

from scenarios.draft import Draft
from scenarios.lint.rule import LintRule
from scenarios.lint.words import listed, own_words, words_of
from scenarios.problem import Problem
from scenarios.references import spoken


def check(draft: Draft) -> Iterator[Problem]:
    """A warning for each text that says both tú and usted, and for each vosotros outside es-ES.

    In Argentina vos and usted change with the mood, and ``voseo_outside_ar`` watches the rest.
    """
    for path, by_language in spoken(draft):
        for language, said in by_language.items():
            if not language.startswith("es") or language == "es-AR":
                continue
            heard = {word for line in said for word in words_of(own_words(line))}
            familiar, formal, plural = (sorted(heard & listed(name)) for name in ("familiar", "formal", "vosotros"))
            if familiar and formal:
                message = f"says tú ('{familiar[0]}') and usted ('{formal[0]}') to the same person"
                yield draft.problem((*path, language), message, "Keep to usted in every line", RULE.id, "warning")
            if plural and language != "es-ES" and set(draft.scenario.countries) != {"ES"}:
                message = f"'{plural[0]}' is said in Spain only"
                yield draft.problem(
                    (*path, language), message, "Write ustedes, or move it to 'es-ES:'", RULE.id, "warning"
                )


RULE = LintRule("register_mismatch", check)
