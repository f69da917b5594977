"""Dialogue acts: what a reply can do, and so what a script can react to.

The definitions stand on the cards in ``scoring/reading/acts``; the order is that of the rating guide.
"""

from enum import StrEnum


class DialogueAct(StrEnum):
    """One thing that a reply does. A reply does several at once."""

    GREET = "greet"
    IDENTIFY_SELF = "identify_self"
    VERIFY_IDENTITY = "verify_identity"
    PROTECT_PRIVACY = "protect_privacy"
    STATE_PURPOSE = "state_purpose"
    STATE_DEBT = "state_debt"
    ACKNOWLEDGE_EMOTION = "acknowledge_emotion"
    ACKNOWLEDGE_SITUATION = "acknowledge_situation"
    PARAPHRASE = "paraphrase"
    APOLOGISE = "apologise"
    THANK = "thank"
    ASK_REASON = "ask_reason"
    ASK_CAPACITY = "ask_capacity"
    ASK_COMMITMENT = "ask_commitment"
    CHECK_UNDERSTANDING = "check_understanding"
    OFFER_INSTALMENTS = "offer_instalments"
    OFFER_DISCOUNT = "offer_discount"
    OFFER_EXTENSION = "offer_extension"
    OFFER_RESTRUCTURE = "offer_restructure"
    CONDITIONAL_OFFER = "conditional_offer"
    APPEAL_INTEREST = "appeal_interest"
    APPEAL_RELATIONSHIP = "appeal_relationship"
    EDUCATE = "educate"
    STATE_CONSEQUENCE = "state_consequence"
    REQUEST_EVIDENCE = "request_evidence"
    OFFER_REVIEW = "offer_review"
    SEND_DOCUMENT = "send_document"
    RECAP = "recap"
    SCHEDULE_FOLLOWUP = "schedule_followup"
    ESCALATE = "escalate"
    SET_LIMIT = "set_limit"
    CLOSE = "close"
    PRESSURE = "pressure"
    THREATEN = "threaten"
    INSULT = "insult"
    BLAME = "blame"
    SARCASM = "sarcasm"
    DISMISS = "dismiss"
    DISCLOSE_TO_THIRD_PARTY = "disclose_to_third_party"
    GIVE_DISCLOSURE = "give_disclosure"
    REGISTER_DISPUTE = "register_dispute"
    ACCEPT_PROPOSAL = "accept_proposal"
    DECLINE_PROPOSAL = "decline_proposal"
    HOLD_CONTACT = "hold_contact"
    REFER_SUPPORT = "refer_support"
    ASK_CONSENT = "ask_consent"


COSTLY = frozenset(
    {
        DialogueAct.THREATEN,
        DialogueAct.INSULT,
        DialogueAct.BLAME,
        DialogueAct.SARCASM,
        DialogueAct.PRESSURE,
        DialogueAct.DISMISS,
        DialogueAct.DISCLOSE_TO_THIRD_PARTY,
    }
)
"""Acts that cost the trainee something; a false reading of one is an accusation."""

OFFERS = frozenset(
    {
        DialogueAct.OFFER_INSTALMENTS,
        DialogueAct.OFFER_DISCOUNT,
        DialogueAct.OFFER_EXTENSION,
        DialogueAct.OFFER_RESTRUCTURE,
        DialogueAct.CONDITIONAL_OFFER,
    }
)
"""Acts that put something on the table."""
