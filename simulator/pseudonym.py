"""Names for people where a name is not needed: the same person, the same word, and no way back without the database."""

import hashlib


def pseudonym(profile_id: str) -> str:
    """The word that stands for a profile in exports. Profile ids are random, so that guessing them leads nowhere."""
    return "p-" + hashlib.sha256(f"acuerdo pseudonym 1:{profile_id}".encode()).hexdigest()[:12]
