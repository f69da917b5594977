"""The gates of scorecards, apart, so that they are counted and listed without opening a scorecard."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from simulator.store.tables import Base


class CardGateRow(Base):
    """A gate of a scorecard. ``status`` is the program's; ``effective`` what is in force: a person may decide either
    way, and then it is ``breach`` or ``no_breach``.
    """

    __tablename__ = "card_gate"
    __table_args__ = (Index(None, "gate", "effective", "scorecard_id"),)

    scorecard_id: Mapped[str] = mapped_column(ForeignKey("scorecard.id", ondelete="CASCADE"), primary_key=True)
    gate: Mapped[str] = mapped_column(String(60), primary_key=True)
    place: Mapped[int]
    status: Mapped[str] = mapped_column(String(20))
    effective: Mapped[str] = mapped_column(String(20))
