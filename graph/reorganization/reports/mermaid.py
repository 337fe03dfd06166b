"""Pictures as Mermaid, which readers of Markdown draw."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph.reorganization.reports.flow_pictures import Ends
from graph.reorganization.reports.plain_texts import on_one_line
from graph.reorganization.reports.trees import AMBER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.reorganization.reports.flow_pictures import End, FlowPicture
    from graph.reorganization.reports.labels import Label
    from graph.reorganization.reports.trees import Node, TreePicture
    from graph.reorganization.reports.words import Words

CLASSES = {
    "stays": "fill:#ffffff,stroke:#c3ccd6,color:#1f2a37",
    "involved": "fill:#edf4fc,stroke:#5b8fc7,color:#1f2a37",
    "new": "fill:#e9f6ec,stroke:#2e7d32,stroke-width:2px,color:#1f2a37",
    "removed": "fill:#fdeceb,stroke:#c62828,color:#8f1d18,text-decoration:line-through",
    "bad": "fill:#fdeceb,stroke:#c62828,color:#8f1d18",
    "amber": "fill:#fff5e2,stroke:#d98200,stroke-width:2px,color:#1f2a37",
    "folded": "fill:#f0f3f7,stroke:#d5dce4,color:#5b6776",
}
BAD = frozenset({Ends.VACANT, Ends.CONFLICT})
_SPELLED = {ord(char): f"#{ord(char)};" for char in "\"'`<>&#\\|[]{}();*_~$"}
"""What could end a label, or be taken for something else in one."""


def tree_mermaid(tree: TreePicture, words: Words) -> str:
    """Return a tree as a flowchart from left to right."""
    lines = ["flowchart LR"]
    numbers = iter(range(1_000_000))
    for root in tree.roots:
        lines += _nodes(root, None, numbers, words)
    return "\n".join([*lines, *_classes()])


def flow_mermaid(flows: FlowPicture, words: Words) -> str:
    """Return flows as arrows with counts, functions taken together.

    Mermaid has Sankey diagrams too, but they take no Chinese.
    """
    counts: Counter[tuple[End, End]] = Counter()
    for one in flows.ribbons:
        counts[one.before, one.after] += one.accounts
    before = {
        end: f"b{number}" for number, end in enumerate(dict.fromkeys(end for end, _ in counts))
    }
    after = {
        end: f"a{number}" for number, end in enumerate(dict.fromkeys(end for _, end in counts))
    }
    lines = ["flowchart LR"]
    lines += [_end(name, end, words) for ends in (before, after) for end, name in ends.items()]
    lines += [
        f'{before[first]} ==>|"{count:,}"| {after[last]}' for (first, last), count in counts.items()
    ]
    return "\n".join([*lines, *_classes()])


def _end(name: str, end: End, words: Words) -> str:
    if not end.labels:
        return f'{name}(["{_spelled(end.text)}"]):::{"bad" if end.sort in BAD else "folded"}'
    return f'{name}["{_named(end.labels, words)}"]:::stays'


def _named(labels: Iterable[Label], words: Words) -> str:
    """Return names as the text of a node: each in the language, the other below."""
    parts = [part for label in labels for part in label.names(words.language) if part]
    return "<br/>".join(_spelled(part) for part in parts)


def _spelled(text: str) -> str:
    return on_one_line(text).translate(_SPELLED)


def _classes() -> list[str]:
    return [f"classDef {name} {style}" for name, style in CLASSES.items()]


def _nodes(node: Node, parent: str | None, numbers: Iterator[int], words: Words) -> Iterable[str]:
    name = f"n{next(numbers)}"
    sort = "amber" if node.state in AMBER else node.state.value
    if node.label is None:
        told = words(f"+{node.folded:,} more", f"另有{node.folded:,}个")
        yield f'{name}(["{told}"]):::folded'
    else:
        yield f'{name}["{_named([node.label], words)}"]:::{sort}'
    if parent is not None:
        yield f"{parent} --- {name}"
    for child in node.children:
        yield from _nodes(child, name, numbers, words)
