"""A scorecard on paper: one to three pages of A4, made to be read in print. The same sheet gives the same bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from simulator.exports.lettering import REGULAR, STRONG, letters, printable, shortened, written
from simulator.exports.scorecard_sheet import Alarm, Seen, Sheet, Skill
from simulator.i18n import Translator

MOST_PAGES = 3
MARGIN, WIDE = 19 * mm, A4[0] - 38 * mm
INK, QUIET, LINE = HexColor("#1d2624"), HexColor("#5b6a66"), HexColor("#d5dcda")
GOOD, MEND, BAD, WASH = HexColor("#1e8e6e"), HexColor("#c9691f"), HexColor("#c2413b"), HexColor("#f3f6f5")


@dataclass(frozen=True, slots=True)
class Detail:
    """How much of everything is printed: findings a skill, characters a quotation, rows of the note."""

    findings: int
    quote: int
    rows: int


DETAILS = (
    Detail(8, 600, 40),
    Detail(5, 320, 24),
    Detail(3, 220, 16),
    Detail(2, 140, 10),
    Detail(1, 90, 6),
    Detail(0, 90, 4),
)
"""From everything to the least; the first that fits on the pages is taken."""


def as_pdf(_: Translator, sheet: Sheet) -> bytes:
    """The sheet as a PDF of at most three pages; where everything does not fit, less of each is quoted."""
    letters()
    made = b""
    for detail in DETAILS:
        made, pages = _made(_, sheet, detail)
        if pages <= MOST_PAGES:
            break
    return made


def _made(_: Translator, sheet: Sheet, detail: Detail) -> tuple[bytes, int]:
    file = BytesIO()
    frame = Frame(MARGIN, 17 * mm, WIDE, A4[1] - 34 * mm, 0, 0, 0, 0)
    heading = f"{printable(sheet.title)} · {printable(sheet.who)}"
    document = BaseDocTemplate(file, pagesize=A4, title=heading, author="Acuerdo", lang=sheet.language, invariant=1)
    document.addPageTemplates(PageTemplate("page", [frame]))
    document.build(list(_story(_, sheet, detail)), canvasmaker=_numbered(_, heading))
    return file.getvalue(), document.page


def _numbered(_: Translator, heading: str) -> type[Canvas]:
    """A canvas that says on each page which of how many it is."""

    class Numbered(Canvas):  # type: ignore[misc]
        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)
            self._pages: list[dict[str, object]] = []

        def showPage(self) -> None:  # noqa: N802 - the library's name
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self._pages, 1):
                self.__dict__.update(page)
                self.setFont(REGULAR, 7.5)
                self.setFillColor(QUIET)
                self.drawString(MARGIN, 10 * mm, shortened(heading, 80))
                of = _("Page {n} of {all}", n=number, all=len(self._pages))
                self.drawRightString(A4[0] - MARGIN, 10 * mm, f"Acuerdo · {of}")
                Canvas.showPage(self)
            Canvas.save(self)

    return Numbered


def _style(size: float, *, strong: bool = False, colour: HexColor = INK, **more: object) -> ParagraphStyle:
    given = {"leading": size * 1.38, "spaceAfter": 0, "splitLongWords": 1} | more
    return ParagraphStyle("", fontName=STRONG if strong else REGULAR, fontSize=size, textColor=colour, **given)


TITLE, WHO = _style(19, strong=True, leading=24), _style(10.5, colour=QUIET, spaceAfter=5)
HEAD = _style(12, strong=True, spaceBefore=11, spaceAfter=4)
TEXT, SMALL = _style(9.4), _style(8, colour=QUIET)
BOLD, NAME = _style(9.4, strong=True), _style(10.2, strong=True)
BIG = _style(30, strong=True, leading=34)
KIND = {met: _style(8, strong=True, colour=GOOD if met else MEND, leftIndent=8) for met in (True, False)}
ALARM = _style(9.4, strong=True, colour=BAD)
RIGHT = _style(9.4, alignment=TA_RIGHT)
INSET, INSET_QUIET = _style(9.4, leftIndent=8), _style(9.4, leftIndent=8, colour=QUIET)


def _story(_: Translator, sheet: Sheet, detail: Detail) -> Iterator[Flowable]:
    yield Paragraph(written(_("Scorecard")), SMALL)
    yield Paragraph(written(sheet.title, 160), TITLE)
    yield Paragraph(written(sheet.who, 120), WHO)
    yield Paragraph(" &nbsp;·&nbsp; ".join(f"{written(a)}: {written(b)}" for a, b in sheet.facts), SMALL)
    yield Spacer(0, 7)
    yield _first_look(_, sheet)
    yield from _alarms(sheet, detail)
    yield from _to_take_along(_, sheet, detail)
    yield Paragraph(written(_("Skills, one by one")), HEAD)
    for skill in sheet.skills:
        yield from _skill(_, skill, detail)
    yield from _note(_, sheet, detail)
    yield from _pinned(_, sheet)


def _first_look(_: Translator, sheet: Sheet) -> Flowable:
    """The total beside the levels, and what came of the call, which gives no points."""
    of = written(_("of 100"))
    left = [
        Paragraph(written(_("Skill")), SMALL),
        Paragraph(f"{written(sheet.total)} <font size=10 color='#5b6a66'>{of}</font>", BIG),
        Paragraph(written(sheet.result, 160), TEXT),
        *([Paragraph(written(sheet.reviewed), SMALL)] if sheet.reviewed else []),
        Spacer(0, 8),
        Paragraph(written(_("What came of the call")), SMALL),
        Paragraph(written(sheet.outcome, 120), BOLD),
        Paragraph(written(_("The outcome also depends on the debtor, so it gives no points.")), SMALL),
    ]
    rows = [[Paragraph(written(s.name), TEXT), Dots(s.level), Paragraph(written(s.in_a_word), RIGHT)]
            for s in sheet.skills]  # fmt: skip
    levels = Table(rows, [WIDE * 0.27, 44, WIDE * 0.2], rowHeights=19)
    levels.setStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LINEBELOW", (0, 0), (-1, -2), 0.4, LINE), *_FLUSH])
    right: list[Flowable] = [levels]
    if sheet.not_assessed:
        right.append(Paragraph(written(sheet.not_assessed, 300), SMALL))
    both = Table([[left, right]], [WIDE * 0.4, WIDE * 0.6])
    both.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("BACKGROUND", (0, 0), (-1, -1), WASH),
                   ("TOPPADDING", (0, 0), (-1, -1), 9), ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
                   ("LEFTPADDING", (0, 0), (-1, -1), 11), ("RIGHTPADDING", (0, 0), (-1, -1), 11)])  # fmt: skip
    return both


_FLUSH = (
    ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
)  # fmt: skip


class Dots(Flowable):  # type: ignore[misc]
    """A level as four dots, filled up to it; the words beside it carry the meaning."""

    width, height = 40, 9

    def __init__(self, level: int | None) -> None:
        super().__init__()
        self.level = level

    def wrap(self, *_room: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        """Nothing where there is no level."""
        for place in range(4 if self.level is not None else 0):
            self.canv.setStrokeColor(GOOD)
            self.canv.setFillColor(GOOD)
            self.canv.circle(4 + place * 10, 2.6, 2.9, stroke=1, fill=int(place < (self.level or 0)))


def _alarms(sheet: Sheet, detail: Detail) -> Iterator[Flowable]:
    for alarm in sheet.alarms:
        yield Spacer(0, 8)
        yield _boxed(_alarm(alarm, detail), BAD)


def _alarm(alarm: Alarm, detail: Detail) -> list[Flowable]:
    source = [Paragraph(written(alarm.source, detail.quote + 120), SMALL)] if alarm.source else []
    return [Paragraph(written(alarm.head, 160), ALARM), *_words(alarm.seen, detail), *source]


def _to_take_along(_: Translator, sheet: Sheet, detail: Detail) -> Iterator[Flowable]:
    """The words that did most good, and the one thing to change."""
    if sheet.good:
        good = [Paragraph(written(_("What was good")), BOLD), *_words(sheet.good, detail)]
        yield Spacer(0, 8)
        yield _boxed(good, GOOD)
    if sheet.change:
        told = (sheet.change.head, sheet.change.why, sheet.change.better)
        change = [Paragraph(written(_("Change one thing")), BOLD)]
        change += [Paragraph(written(t, detail.quote), BOLD if n == 0 else TEXT) for n, t in enumerate(told) if t]
        yield Spacer(0, 6)
        yield _boxed(change, MEND)


def _boxed(inside: Sequence[Flowable], edge: HexColor) -> Flowable:
    """A few lines with a coloured edge, never torn apart."""
    box = Table([[list(inside)]], [WIDE])
    box.setStyle([("LINEBEFORE", (0, 0), (0, -1), 2.2, edge), ("LEFTPADDING", (0, 0), (-1, -1), 9),
                  ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)])  # fmt: skip
    return KeepTogether([box])


def _skill(_: Translator, skill: Skill, detail: Detail) -> Iterator[Flowable]:
    row = [[Paragraph(written(skill.name), NAME), Dots(skill.level), Paragraph(written(skill.in_a_word), RIGHT)]]
    head = Table(row, [WIDE - 170, 60, 110])
    head.setStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_FLUSH])
    told = [HRFlowable(WIDE, 0.4, color=LINE, spaceBefore=5, spaceAfter=2), head]
    said = ((skill.by_machine, BOLD), (skill.meaning, TEXT))
    told += [Paragraph(written(text, detail.quote), style) for text, style in said if text]
    seen = list(_kinds(_, skill.seen[: detail.findings], detail))
    yield KeepTogether([*told, *(seen[0] if seen else ())])
    for one in seen[1:]:
        yield KeepTogether(one)
    if skill.trusted:
        yield Spacer(0, 2)
        yield Paragraph(written(skill.trusted, 240), SMALL)


def _kinds(_: Translator, found: Sequence[Seen], detail: Detail) -> Iterator[list[Flowable]]:
    """Each finding; the first of its kind says which kind that is."""
    kind = None
    for seen in found:
        label = _("Well done") if seen.met else _("To improve")
        head = [Paragraph(written(label), KIND[seen.met])] if seen.met != kind else []
        kind = seen.met
        yield [Spacer(0, 4), *head, *_words(seen, detail)]


def _words(seen: Seen, detail: Detail) -> list[Flowable]:
    """The quotation with its place, why it counts, and what would have been better."""
    colour = "#1e8e6e" if seen.met else "#c9691f"
    found: list[Flowable] = []
    if seen.quote:
        place = f" <font size=7.5 color='#5b6a66'>{written(seen.where)}</font>"
        found.append(Paragraph(f"<font color='{colour}'>“</font>{written(seen.quote, detail.quote)}"
                               f"<font color='{colour}'>”</font>{place}", INSET))  # fmt: skip
    if seen.why:
        found.append(Paragraph(written(seen.why, detail.quote), INSET))
    if seen.better:
        found.append(Paragraph(written(seen.better, detail.quote), INSET_QUIET))
    return found


def _note(_: Translator, sheet: Sheet, detail: Detail) -> Iterator[Flowable]:
    if not sheet.note:
        return
    heads = (_("Field"), _("Result"), _("In the call"), _("In your note"))
    rows = [[Paragraph(written(h), _style(8, strong=True, colour=QUIET)) for h in heads]]
    cell = _style(8.6)
    rows += [[Paragraph(written(c, min(120, detail.quote)), cell) for c in row] for row in sheet.note[: detail.rows]]
    table = Table(rows, [WIDE * 0.26, WIDE * 0.2, WIDE * 0.27, WIDE * 0.27], repeatRows=1)
    table.setStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE), ("VALIGN", (0, 0), (-1, -1), "TOP"), *_FLUSH,
                    ("RIGHTPADDING", (0, 0), (-2, -1), 6)])  # fmt: skip
    yield KeepTogether([Paragraph(written(_("Follow-up, field by field")), HEAD), table])


def _pinned(_: Translator, sheet: Sheet) -> Iterator[Flowable]:
    lines = " &nbsp;·&nbsp; ".join(f"{written(name)}: {written(value, 160)}" for name, value in sheet.pinned)
    head = Paragraph(written(_("What this scorecard rests on")), _style(8, strong=True, colour=QUIET, spaceBefore=12))
    yield KeepTogether([head, Paragraph(lines, SMALL)])
