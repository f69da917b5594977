"""What happens after the call: payments kept, late or missed, money recovered, goodwill. One seeded story.

Every assumption stands in ``assumptions.yaml``, with a sentence of its own in both languages. Nothing here forecasts
real people, and nothing here gives points.
"""

from simulator.aftermath.outcome import Aftermath, Instalment, Referral
from simulator.aftermath.story import aftermath

__all__ = ["Aftermath", "Instalment", "Referral", "aftermath"]
