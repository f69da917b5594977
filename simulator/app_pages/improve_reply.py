"""One reply that was not understood: what it means, what else would change, and teaching it."""

from typing import get_args

import streamlit as st

from scenarios.acts import COSTLY, DialogueAct
from scoring.reading.values import ToneKind
from simulator.app_pages.frame import attempt_to, heading, title
from simulator.app_pages.improve_words import act_card, act_name, came_before, read_as, said, tone_name
from simulator.app_pages.opening import improve_desk
from simulator.app_pages.visit import Visit, leave_for
from simulator.app_pages.written import items, muted, paragraph, plain, show
from simulator.grouping import Group
from simulator.improved import KeptPhrase
from simulator.refusals import Refusal
from simulator.teaching_effect import ReadOtherwise, TeachingEffect

EXAMPLES, SHOWN, LONGEST = 4, 25, 400
KINDS = ("act", "tone", "nothing")
TONES = get_args(ToneKind)
HARSH = ("hostility", "pressure", "condescension", "shouting")


def draw(visit: Visit, key: str) -> None:
    """The replies of the group, the choice of a meaning, and its effect."""
    _ = visit.say
    group = next((g for g in improve_desk().queue(visit.actor).groups if g.key == key), None)
    with st.container(key="way_improve"):
        visit.link("improve", _("All that waits"))
    if group is None:
        title(_("This is settled"), _("The reply is understood now, or nobody shares it any more."))
        return
    title(_("What does this mean?"))
    show(said(group.text), muted(_.plural("{n} time", "{n} times", len(group.replies))))
    show(came_before(visit, group.replies[:EXAMPLES]))
    _others(visit, group)
    phrase = _choice(visit, group)
    if phrase is not None:
        _effect(visit, phrase)


def _others(visit: Visit, group: Group) -> None:
    """The other wordings."""
    _ = visit.say
    others = list(dict.fromkeys(r.text.strip() for r in group.replies if r.text.strip() != group.text))
    if others:
        show(muted(_("Also written so:")), items(others[:EXAMPLES]))


def _choice(visit: Visit, group: Group) -> KeptPhrase | None:
    """What was chosen; ``None`` until a meaning is."""
    _ = visit.say
    heading(_("This means…"))
    kind = st.segmented_control(
        _("It is"), KINDS, default="act", key=f"kind_{group.key}", label_visibility="collapsed",
        format_func=lambda k: {"act": _("something one does"), "tone": _("how it sounds"), "nothing": _("nothing")}[k],
    )  # fmt: skip
    act: DialogueAct | None = None
    tone: ToneKind | None = None
    if kind == "act":
        acts = sorted(DialogueAct, key=lambda a: act_name(a, visit.language).casefold())
        act = st.selectbox(
            _("What the reply does"), acts, index=None, format_func=lambda a: act_name(a, visit.language),
            key=f"act_{group.key}", placeholder=_("Choose, or type to search"),
        )  # fmt: skip
    elif kind == "tone":
        tone = st.selectbox(
            _("How it sounds"), TONES, index=None, format_func=lambda t: tone_name(_, t), key=f"tone_{group.key}",
            placeholder=_("Choose, or type to search"),
        )  # fmt: skip
    if act is not None:
        with st.expander(_("What that is, with examples")):
            show(act_card(act, visit.language))
    text = st.text_area(
        _("The words by which it is known"), group.text[:LONGEST], max_chars=LONGEST, height=90,
        key=f"phrase_{group.key}",
        help=_("Leave only what carries the meaning. A slip of the pen is forgiven, other words are not."),
    )  # fmt: skip
    if (kind in ("act", "tone") and act is None and tone is None) or not text.strip():
        return None
    country = group.replies[0].country
    return KeptPhrase(text=text, language=group.language, act=act, tone=tone, country=country)


def _effect(visit: Visit, phrase: KeptPhrase) -> None:
    _ = visit.say
    heading(_("What else would change"))
    desk = improve_desk()
    try:
        effect = desk.effect(visit.actor, phrase)
    except Refusal as refusal:
        show(f'<div class="notice" role="alert">{paragraph(refusal.in_language(visit.language))}</div>')
        return
    show(muted(_summary(visit, effect)), _otherwise(visit, effect.otherwise), _red(visit, effect))
    show(muted(_("Past scores stay. Calls that begin from now on are read with it.")))
    accuses = phrase.act in COSTLY or phrase.tone in HARSH
    if accuses:
        show(muted(_("It would count against whoever writes it, so another trainer must say yes as well.")))
    seen = desk.lexicon(visit.actor).version
    words = _("Ask for another trainer's yes") if accuses else _("Teach it")
    st.button(words, key="teach", type="primary", on_click=_teach, args=(visit, phrase, seen))


def _teach(visit: Visit, phrase: KeptPhrase, seen: int) -> None:
    def teach() -> None:
        improve_desk().teach(visit.actor, phrase, seen)
        leave_for("improve")

    attempt_to(visit, teach)


def _summary(visit: Visit, effect: TeachingEffect) -> str:
    _ = visit.say
    read = sum(one.times for one in effect.otherwise)
    return _(
        "{n} replies would be read otherwise, of {of} stored ones and the lines of {recorded} recorded calls.",
        n=read, of=effect.replies, recorded=effect.recorded,
    )  # fmt: skip


def _otherwise(visit: Visit, found: tuple[ReadOtherwise, ...]) -> str:
    _ = visit.say
    lines = "".join(_one(visit, one) for one in found[:SHOWN])
    left = muted(_("{n} more.", n=len(found) - SHOWN)) if len(found) > SHOWN else ""
    return f'<ul class="otherwise">{lines}</ul>{left}'


def _one(visit: Visit, one: ReadOtherwise) -> str:
    _ = visit.say
    where = one.where or _.plural("{n} time", "{n} times", one.times)
    moved = f"{read_as(visit, one.acts_before)} → {read_as(visit, one.acts_after)}"
    return f"<li><q dir='auto'>{plain(one.text)}</q> <span class='came'>{plain(where)}</span><p>{plain(moved)}</p></li>"


def _red(visit: Visit, effect: TeachingEffect) -> str:
    """Recorded calls that would no longer go as written."""
    _ = visit.say
    if not effect.red:
        return muted(_("Every recorded call would go as its author wrote it."))
    lines = "".join(
        f"<li><p class='red'>{plain(red.scenario_id)} · {plain(red.name)}</p>{items(red.failures[:3])}</li>"
        for red in effect.red
    )
    say = _.plural(
        "{n} recorded call would no longer go as its author wrote it:",
        "{n} recorded calls would no longer go as their authors wrote them:", len(effect.red),
    )  # fmt: skip
    return f'<div class="notice" role="status">{muted(say)}<ul class="otherwise">{lines}</ul></div>'
