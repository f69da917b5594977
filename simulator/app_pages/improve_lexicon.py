"""What the reader was taught: the phrases, what waits for a second yes, the versions, and files to take away."""

import streamlit as st

from scenarios.values import Language
from simulator.app_pages import names
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.improve_words import meaning, said
from simulator.app_pages.opening import improve_desk, zone
from simulator.app_pages.visit import Visit
from simulator.app_pages.written import items, muted, show
from simulator.exports.lexicon import corpus_lines, lexicon_yaml
from simulator.improved import KeptPhrase, LexiconVersion, Proposal

LANGUAGES: tuple[Language, ...] = ("es", "en")


def draw(visit: Visit) -> None:
    """The version in force, and those before it."""
    _ = visit.say
    desk = improve_desk()
    lexicon = desk.lexicon(visit.actor)
    with st.container(key="way_improve"):
        visit.link("improve", _("All that waits"))
    title(
        _("What the reader was taught"), _("Each change is a new version. A call is read with that of its first day.")
    )
    draw_proposals(visit)
    heading(_("Version {n}", n=lexicon.version))
    if not lexicon.phrases:
        show(muted(_("Nothing yet.")))
    for number, phrase in enumerate(lexicon.phrases):
        _phrase(visit, phrase, number, lexicon.version)
    if lexicon.phrases:
        heading(_("To take away"))
        _files(visit, lexicon)
    _before(visit)


def draw_proposals(visit: Visit) -> None:
    """What waits for the yes of another trainer."""
    _ = visit.say
    waiting = improve_desk().proposals(visit.actor)
    if waiting:
        heading(_("Waiting for a second yes"))
        show(muted(_("These would count against whoever writes them.")))
    for one in waiting:
        with st.container(border=True, key=f"odd_{one.id}"):
            show(said(one.phrase.text), muted(f"{meaning(visit, one.phrase)} · {_tongue(visit, one.phrase)}"))
            _decide(visit, one)


def _decide(visit: Visit, one: Proposal) -> None:
    _ = visit.say
    own = one.author_id == visit.actor.id
    with st.container(horizontal=True):
        if own:
            show(muted(_("You proposed it: another trainer decides.")))
        else:
            st.button(_("Yes, it means that"), key=f"agree_{one.id}", on_click=_agree, args=(visit, one.id))
        words = _("Take it back") if own else _("No")
        st.button(words, key=f"decline_{one.id}", type="tertiary", on_click=_decline, args=(visit, one.id))


def _agree(visit: Visit, proposal_id: str) -> None:
    attempt_to(visit, lambda: improve_desk().agree(visit.actor, proposal_id))


def _decline(visit: Visit, proposal_id: str) -> None:
    attempt_to(visit, lambda: improve_desk().decline(visit.actor, proposal_id))


def _phrase(visit: Visit, phrase: KeptPhrase, number: int, version: int) -> None:
    _ = visit.say
    with st.container(key=f"change_phrase_{number}"):
        show(said(phrase.text))
        with st.container(horizontal=True, vertical_alignment="center"):
            show(muted(f"{meaning(visit, phrase)} · {_tongue(visit, phrase)}"))
            st.button(
                _("Take it out"), key=f"out_{number}", type="tertiary", on_click=_out, args=(visit, phrase, version)
            )


def _out(visit: Visit, phrase: KeptPhrase, version: int) -> None:
    attempt_to(visit, lambda: improve_desk().take_out(visit.actor, phrase, version))


def _files(visit: Visit, lexicon: LexiconVersion) -> None:
    _ = visit.say
    show(muted(_("Corpus lines train the reader for everybody; the lexicon file holds the phrases as patterns.")))
    for language in LANGUAGES:
        phrases = [one.phrase for one in lexicon.phrases if one.language == language]
        if phrases:
            name = f"taught-{lexicon.version}.{language}"
            with st.container(horizontal=True):
                st.download_button(
                    _("Corpus lines ({language})", language=names.tongue(_, language)), corpus_lines(phrases),
                    f"{name}.jsonl", "application/jsonl", key=f"corpus_{language}", on_click="ignore",
                )  # fmt: skip
                st.download_button(
                    _("Lexicon ({language})", language=names.tongue(_, language)), lexicon_yaml(phrases),
                    f"{name}.yaml", "application/yaml", key=f"lexicon_{language}", on_click="ignore",
                )  # fmt: skip


def _before(visit: Visit) -> None:
    """The versions, each with how many phrases it held."""
    _ = visit.say
    versions = improve_desk().versions(visit.actor)
    if len(versions) > 1:
        heading(_("Earlier versions"))
        show(items(_line(visit, one) for one in versions[1:]))


def _line(visit: Visit, one: LexiconVersion) -> str:
    _ = visit.say
    when = f"{one.created_at.astimezone(zone()):%Y-%m-%d %H:%M}" if one.created_at else "–"
    return _("Version {n}", n=one.version) + f" · {when} · " + _.plural("{n} phrase", "{n} phrases", len(one.phrases))


def _tongue(visit: Visit, phrase: KeptPhrase) -> str:
    return names.tongue(visit.say, phrase.language)
