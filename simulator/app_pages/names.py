"""The words for what the program names by keys."""

from functools import cache

from scenarios.acts import DialogueAct
from scenarios.case import Channel
from scenarios.dials import Dial
from scenarios.disposition import Disposition
from simulator.i18n import Translator


def criterion(_: Translator, key: str) -> str:
    """A criterion's, or a trained skill's, name."""
    return {
        "calm": _("Calm"),
        "empathy": _("Empathy"),
        "clarity": _("Clarity"),
        "documented_follow_up": _("Documented follow-up"),
        "negotiation": _("Negotiation"),
        "preparation": _("Preparation"),
        "compliance": _("Compliance"),
    }.get(key, spoken(key))


def spoken(key: str) -> str:
    """A key read aloud, where no better name is known."""
    words = key.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def difficulty(_: Translator, level: int) -> str:
    """How hard a scenario is, 1 to 5."""
    return (_("Gentle"), _("Manageable"), _("Demanding"), _("Hard"), _("Very hard"))[min(max(level, 1), 5) - 1]


def level_word(_: Translator, level: int) -> str:
    """A level of 0 to 4 in a word or two."""
    return (_("not there yet"), _("first steps"), _("on the way"), _("good"), _("very good"))[min(max(level, 0), 4)]


def country(_: Translator, code: str) -> str:
    """A country's name."""
    return {
        "MX": _("Mexico"), "CL": _("Chile"), "AR": _("Argentina"), "CO": _("Colombia"), "PE": _("Peru"),
        "ES": _("Spain"), "US": _("United States"), "GB": _("United Kingdom"),
    }.get(code, code)  # fmt: skip


def tongue(_: Translator, language: str) -> str:
    """A language's name."""
    return {"es": _("Spanish"), "en": _("English")}.get(language, language)


def disposition(_: Translator, kind: Disposition | None) -> str:
    """How a contact ended."""
    if kind is None:
        return _("Not recorded")
    return {
        Disposition.PROMISE_TO_PAY: _("Promise to pay"),
        Disposition.PLAN: _("Payment plan"),
        Disposition.PAID_IN_FULL: _("Paid in full"),
        Disposition.SETTLED: _("Settled with a discount"),
        Disposition.PARTIAL_PAYMENT: _("Partial payment"),
        Disposition.NO_AGREEMENT: _("No agreement"),
        Disposition.CALLBACK: _("Call back later"),
        Disposition.DISPUTE: _("Debt disputed"),
        Disposition.REFUSAL: _("Refused to pay"),
        Disposition.HARDSHIP: _("In hardship"),
        Disposition.VULNERABLE: _("Vulnerable, referred"),
        Disposition.WRONG_NUMBER: _("Wrong number"),
        Disposition.THIRD_PARTY: _("Another person answered"),
        Disposition.DECEASED: _("The holder has died"),
        Disposition.REPRESENTATIVE: _("Has a representative"),
        Disposition.ALREADY_PAID: _("Says it is paid"),
        Disposition.FRAUD_CLAIM: _("Says it is fraud"),
        Disposition.ESCALATED: _("Passed to a supervisor"),
        Disposition.HUNG_UP: _("Hung up"),
        Disposition.NO_CONTACT: _("No contact"),
    }[kind]


def stage(_: Translator, phase: str) -> str:
    """Where an attempt stands."""
    return {
        "prepare": _("Preparing"),
        "talk": _("On the call"),
        "wrap_up": _("Writing the follow-up"),
        "closed": _("Finished"),
    }[phase]


def event(_: Translator, key: str, on: Channel = "call") -> str:
    """What the agent did in place of speaking, or of writing."""
    if on != "call" and key in ("wait", "end"):
        return _("You waited for an answer.") if key == "wait" else _("You ended the conversation.")
    return {
        "hold": _("You put the call on hold."),
        "supervisor": _("You asked your supervisor."),
        "wait": _("You stayed silent."),
        "end": _("You ended the call."),
        "send_document": _("You sent the document."),
    }.get(key, "")


def dial(_: Translator, key: Dial) -> str:
    """How the debtor is set against the scenario as written."""
    return {"easier": _("easier"), "as_written": _("as written"), "harder": _("harder")}[key]


def channel(_: Translator, key: Channel) -> str:
    """Where a conversation is held."""
    return {"call": _("telephone"), "whatsapp": "WhatsApp", "email": _("e-mail"), "sms": "SMS"}[key]


def mood(_: Translator, level: str, points: int) -> str:
    """One level of the debtor's mood in words; levels run 0 to 100."""
    words = {
        "anger": (_("at ease"), _("tense"), _("annoyed"), _("angry"), _("about to hang up")),
        "trust": (_("trusts nothing"), _("wary"), _("listens"), _("trusts you"), _("trusts you fully")),
        "commitment": (_("no will to pay"), _("doubtful"), _("considers it"), _("willing"), _("committed")),
    }[level]
    return words[min(points // 20, 4)]


def level_name(_: Translator, level: str) -> str:
    """A level of the debtor's mood."""
    return {"anger": _("Anger"), "trust": _("Trust"), "commitment": _("Willingness")}[level]


def field(_: Translator, key: str) -> str:
    """A field of the follow-up."""
    return {
        "disposition": _("Result of the call"),
        "amounts": _("Amounts"),
        "payments": _("Number of payments"),
        "dates": _("Dates"),
        "method": _("Payment method"),
        "reason": _("Reason for the delay"),
        "next_action": _("Next action"),
        "next_date": _("Date of the next action"),
        "owner": _("Who does it"),
        "contingency": _("What happens if it fails"),
        "evidence": _("Evidence asked for"),
        "hold": _("Contact stops"),
        "confirmation": _("Written confirmation"),
        "invented": _("A figure nobody named"),
    }.get(key, spoken(key))


def plan_field(_: Translator, key: str) -> str:
    """A field of the plan made before the call."""
    return {
        "goal": _("What I want to achieve"),
        "facts": _("What the file tells me: balance, delay, how they have paid"),
        "verification": _("How I make sure who answers"),
        "opening_offer": _("What I offer first"),
        "fallback": _("What I offer if that does not fit"),
        "limit": _("Where I stop"),
        "objection": _("The objection I expect"),
        "contact": _("How I make contact"),
    }.get(key, spoken(key))


def check(_: Translator, status: str) -> str:
    """How a field of the follow-up agrees with the talk."""
    return {
        "present": _("Agrees"),
        "missing": _("Missing"),
        "contradicted": _("Contradicts the call"),
        "invented": _("Not said in the call"),
        "not_required": _("Not needed here"),
    }[status]


def term(_: Translator, key: str) -> str:
    """An addend of a level; empty where it is an indicator, which has a card of that name."""
    return {
        "base": _("Where every call begins"),
        "words": _("How it is worded"),
        "fit": _("Adjustment to the scale"),
        "floor": _("No fault to quote, so no lower"),
        "not_needed": _("Not needed here"),
        "turns": _("Average of your turns"),
        "worst_turns": _("Your weakest turns"),
        "cap": _("Limit set by the worst moment"),
        "core": _("Result, amounts, dates and next action are all there"),
        "secondary": _("Nearly all the rest is there"),
        "complete": _("All the rest is there"),
        "opinion": _("Opinion in place of facts"),
        "nothing_usable": _("Nothing a colleague could use"),
    }.get(key, "")


def gate(_: Translator, key: str) -> str:
    """What fails a call apart from points."""
    return {
        "threat": _("Threat"),
        "insult": _("Insult"),
        "disclosure_before_verification": _("Debt mentioned before identity was confirmed"),
        "third_party_disclosure": _("Debt disclosed to another person"),
        "forbidden_phrase": _("Something the script forbids"),
        "unlawful_question": _("A question that is not allowed here"),
        "unlawful_time": _("Contact outside lawful hours"),
        "life_at_risk": _("A life at risk was passed over"),
    }.get(key, spoken(key))


def act(_: Translator, key: str) -> str:
    """What a reply does."""
    return _ACTS(_).get(key, spoken(key))


@cache
def _ACTS(_: Translator) -> dict[str, str]:  # noqa: N802 - a table that needs the language
    return {
        DialogueAct.GREET: _("greeted"),
        DialogueAct.IDENTIFY_SELF: _("said who is calling"),
        DialogueAct.VERIFY_IDENTITY: _("verified identity"),
        DialogueAct.PROTECT_PRIVACY: _("protected privacy"),
        DialogueAct.STATE_PURPOSE: _("said why you call"),
        DialogueAct.STATE_DEBT: _("stated the debt"),
        DialogueAct.ACKNOWLEDGE_EMOTION: _("acknowledged the feeling"),
        DialogueAct.ACKNOWLEDGE_SITUATION: _("acknowledged the situation"),
        DialogueAct.PARAPHRASE: _("repeated back in your words"),
        DialogueAct.APOLOGISE: _("apologised"),
        DialogueAct.THANK: _("thanked"),
        DialogueAct.ASK_REASON: _("asked what happened"),
        DialogueAct.ASK_CAPACITY: _("asked what is possible"),
        DialogueAct.ASK_COMMITMENT: _("asked for a commitment"),
        DialogueAct.CHECK_UNDERSTANDING: _("checked understanding"),
        DialogueAct.OFFER_INSTALMENTS: _("offered instalments"),
        DialogueAct.OFFER_DISCOUNT: _("offered a discount"),
        DialogueAct.OFFER_EXTENSION: _("offered more time"),
        DialogueAct.OFFER_RESTRUCTURE: _("offered a restructure"),
        DialogueAct.CONDITIONAL_OFFER: _("made a conditional offer"),
        DialogueAct.APPEAL_INTEREST: _("appealed to the benefit"),
        DialogueAct.APPEAL_RELATIONSHIP: _("appealed to the relationship"),
        DialogueAct.EDUCATE: _("explained"),
        DialogueAct.STATE_CONSEQUENCE: _("stated a consequence"),
        DialogueAct.REQUEST_EVIDENCE: _("asked for proof"),
        DialogueAct.OFFER_REVIEW: _("offered a review"),
        DialogueAct.SEND_DOCUMENT: _("offered a document"),
        DialogueAct.RECAP: _("summed up"),
        DialogueAct.SCHEDULE_FOLLOWUP: _("set a follow-up"),
        DialogueAct.ESCALATE: _("passed it on"),
        DialogueAct.SET_LIMIT: _("set a limit"),
        DialogueAct.CLOSE: _("said goodbye"),
        DialogueAct.PRESSURE: _("pressed"),
        DialogueAct.THREATEN: _("threatened"),
        DialogueAct.INSULT: _("insulted"),
        DialogueAct.BLAME: _("blamed"),
        DialogueAct.SARCASM: _("was sarcastic"),
        DialogueAct.DISMISS: _("brushed it aside"),
        DialogueAct.DISCLOSE_TO_THIRD_PARTY: _("told another person of the debt"),
        DialogueAct.GIVE_DISCLOSURE: _("gave a required notice"),
        DialogueAct.REGISTER_DISPUTE: _("registered the dispute"),
        DialogueAct.ACCEPT_PROPOSAL: _("accepted the proposal"),
        DialogueAct.DECLINE_PROPOSAL: _("declined the proposal"),
        DialogueAct.HOLD_CONTACT: _("paused contact"),
        DialogueAct.REFER_SUPPORT: _("pointed to support"),
        DialogueAct.ASK_CONSENT: _("asked for consent"),
    }


def role(_: Translator, key: str) -> str:
    """What a person is in the installation."""
    return {
        "trainee": _("trainee"), "trainer": _("trainer"), "manager": _("manager"), "administrator": _("administrator"),
    }[key]  # fmt: skip


def limit(_: Translator, name: str) -> str:
    """A limit of the agent's authority."""
    return {
        "max_discount_pct": _("discount"),
        "max_instalments": _("number of payments"),
        "min_down_payment_pct": _("first payment"),
        "max_extension_days": _("days until the first payment"),
    }.get(name, spoken(name))
