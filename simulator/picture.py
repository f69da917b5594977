"""A scenario's graph as a drawing (SVG): what the debtor may say in each phase, what they tell, how the call ends.

With counts of plays beside it, what nobody reaches stands out: drawn in outline, and said in words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from scenarios.graph import Graph, GraphNode

WIDTH, LINE, GAP, TOP = 250, 34, 10, 64
COLUMN = WIDTH + 70
LETTERS = 34
_HEADS = {
    "es": {"open": "Al contestar", "talk": "En la conversación", "closing": "Al cerrar", "fact": "Lo que cuenta",
           "ending": "Cómo termina", "never": "nunca", "plays": "de {n} llamadas"},
    "en": {"open": "Picking up", "talk": "In the talk", "closing": "Closing", "fact": "What they tell",
           "ending": "How it ends", "never": "never", "plays": "of {n} calls"},
}  # fmt: skip
_FILL = {"beat": "#dfeceb", "fact": "#fbe6d4", "ending": "#dce6f5"}
Counts = Mapping[str, int]
"""How many plays reached a node, by its id in the graph, as in ``fact:lost_job``."""


@dataclass(frozen=True, slots=True)
class _Box:
    node: GraphNode
    x: int
    y: int


def svg(graph: Graph, own: frozenset[str], language: str = "es", counts: Counts | None = None, plays: int = 0) -> str:
    """The drawing. ``own`` are the ids of the beats to draw (a scenario's own, not its packs')."""
    words = _HEADS["en" if language == "en" else "es"]
    columns = _columns(graph, own)
    boxes = {b.node.id: b for b in _placed(columns)}
    height = TOP + max((len(nodes) for _, nodes in columns), default=1) * (LINE + GAP) + 40
    width = len(columns) * COLUMN - 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="system-ui, sans-serif" font-size="12" role="img">',
        f'<rect width="{width}" height="{height}" fill="#fdfcf8"/>',
        *(_head(words[name], at) for at, (name, _) in enumerate(columns)),
        *_edges(graph, boxes),
        *(_box(box, counts, plays, words) for box in boxes.values()),
        "</svg>",
    ]
    return "\n".join(parts)


def _columns(graph: Graph, own: frozenset[str]) -> list[tuple[str, list[GraphNode]]]:
    phases: dict[str, str] = {}
    for edge in graph.edges:
        if edge.kind == "may_say":
            phases.setdefault(edge.target, edge.source.removeprefix("phase:"))
    beats = [n for n in graph.nodes if n.kind == "beat" and n.id.removeprefix("beat:") in own]
    columns = [(phase, [n for n in beats if phases.get(n.id) == phase]) for phase in ("open", "talk", "closing")]
    for kind in ("fact", "ending"):
        columns.append((kind, [n for n in graph.nodes if n.kind == kind]))
    return [(name, nodes) for name, nodes in columns if nodes]


def _placed(columns: Sequence[tuple[str, list[GraphNode]]]) -> Iterator[_Box]:
    for at, (_, nodes) in enumerate(columns):
        for row, node in enumerate(nodes):
            yield _Box(node, 20 + at * COLUMN, TOP + row * (LINE + GAP))


def _head(text: str, at: int) -> str:
    return f'<text x="{20 + at * COLUMN}" y="40" font-size="16" font-weight="650">{escape(text)}</text>'


def _edges(graph: Graph, boxes: Mapping[str, _Box]) -> Iterator[str]:
    """Only what needs what: every other edge would cross the page and say little."""
    for edge in graph.edges:
        if edge.kind == "needs" and edge.source in boxes and edge.target in boxes and edge.source != edge.target:
            yield _curve(boxes[edge.source], boxes[edge.target])


def _curve(a: _Box, b: _Box) -> str:
    ya, yb = a.y + LINE // 2, b.y + LINE // 2
    if a.x == b.x:
        ends = (a.x, ya, a.x - 26, ya, a.x - 26, yb, a.x, yb)
    elif a.x < b.x:
        ends = (a.x + WIDTH, ya, a.x + WIDTH + 40, ya, b.x - 40, yb, b.x, yb)
    else:
        ends = (a.x, ya, a.x - 40, ya, b.x + WIDTH + 40, yb, b.x + WIDTH, yb)
    x1, y1, x2, y2, x3, y3, x4, y4 = ends
    return f'<path d="M{x1} {y1} C{x2} {y2} {x3} {y3} {x4} {y4}" fill="none" stroke="#9aa9a6" stroke-width="1.2"/>'


def _box(box: _Box, counts: Counts | None, plays: int, words: Mapping[str, str]) -> str:
    node, reached = box.node, None if counts is None else counts.get(box.node.id, 0)
    fill = _FILL[node.kind] if reached is None or reached else "none"
    dash = "" if reached is None or reached else ' stroke-dasharray="4 3"'
    name = node.id.partition(":")[2]
    label = node.label if len(node.label) <= LETTERS else node.label[: LETTERS - 1] + "…"
    count = "" if reached is None else f" · {reached or words['never']}"
    of_all = "" if reached is None else f" ({reached} {words['plays'].format(n=plays)})"
    return (
        f"<g><title>{escape(f'{name}: {node.label}{of_all}')}</title>"
        f'<rect x="{box.x}" y="{box.y}" width="{WIDTH}" height="{LINE}" rx="7" fill="{fill}" stroke="#7d8f8c"{dash}/>'
        f'<text x="{box.x + 9}" y="{box.y + 14}" fill="#4c5b58" font-size="10.5">{escape(name + count)}</text>'
        f'<text x="{box.x + 9}" y="{box.y + 28}">{escape(label)}</text></g>'
    )
