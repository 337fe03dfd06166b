"""The organization as a tidy tree from left to right, as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.reorganization.reports.cells import MINUS
from graph.reorganization.reports.drawings import (
    element,
    escaped,
    fitted,
    picture,
    text_at,
    width_of,
)
from graph.reorganization.reports.trees import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.ownership.phrases import Language
    from graph.reorganization.reports.labels import Label
    from graph.reorganization.reports.trees import Node, TreePicture
    from graph.reorganization.reports.words import Words

MARGIN = 12
WIDE, GAP = 228, 38
HIGH, LOW, PILL = 46, 30, 22
BETWEEN = 12
PAD = 11
NAME, SMALL, BADGE = 13, 10.5, 10


@dataclass(slots=True)
class _Box:
    """Where a node stands; `y` is its middle."""

    node: Node
    within: tuple[Label, ...]
    depth: int
    children: list[_Box]
    y: float = 0.0

    @property
    def height(self) -> float:
        if self.node.label is None:
            return PILL
        return HIGH if self.node.label.name_en or self.node.count else LOW

    @property
    def x(self) -> float:
        return MARGIN + self.depth * (WIDE + GAP)


def tree_svg(tree: TreePicture, words: Words) -> str:
    """Return the picture of a tree."""
    boxes = [_boxes(node, (), 0) for node in tree.roots]
    height = _placed(boxes, MARGIN) - BETWEEN + MARGIN
    every = [box for root in boxes for box in _each(root)]
    width = max((box.x + WIDE for box in every), default=0.0) + MARGIN
    drawing = _Drawing(words, after=tree.after)
    links = (_link(box, child) for box in every for child in box.children)
    shapes = (drawing.shape(box) for box in every)
    return picture(width, height, tree.title, *links, *shapes)


def _boxes(node: Node, within: tuple[Label, ...], depth: int) -> _Box:
    around = within if node.label is None else (node.label, *within)
    children = [_boxes(child, around, depth + 1) for child in node.children]
    return _Box(node, within, depth, children)


def _each(box: _Box) -> Iterator[_Box]:
    yield box
    for child in box.children:
        yield from _each(child)


def _placed(boxes: Sequence[_Box], top: float) -> float:
    """Place boxes under each other, each in the middle of its children; return where they end."""
    for box in boxes:
        if box.children:
            low = _placed(box.children, top)
            box.y = (box.children[0].y + box.children[-1].y) / 2
            end = max(low, box.y + box.height / 2 + BETWEEN)
            missing = top - (box.y - box.height / 2)
            if missing > 0:
                _shifted(box, missing)
                end += missing
            top = end
        else:
            box.y = top + box.height / 2
            top += box.height + BETWEEN
    return top


def _shifted(box: _Box, by: float) -> None:
    box.y += by
    for child in box.children:
        _shifted(child, by)


def _link(box: _Box, child: _Box) -> str:
    left, right = box.x + WIDE, child.x
    middle = (left + right) / 2
    path = f"M{left:g},{box.y:g} C{middle:g},{box.y:g} {middle:g},{child.y:g} {right:g},{child.y:g}"
    return element("path", class_="link", d=path)


class _Drawing:
    def __init__(self, words: Words, *, after: bool) -> None:
        self._words = words
        self._after = after

    def shape(self, box: _Box) -> str:
        """Return a box with what it says."""
        if box.node.label is None:
            return self._folded(box)
        return element("g", "".join(self._parts(box, box.node.label)), class_=box.node.state.value)

    def _parts(self, box: _Box, label: Label) -> Iterator[str]:
        node, words, top = box.node, self._words, box.y - box.height / 2
        first, second = label.names(words.language)
        told = f"{first} {second} [{label.key}]"
        yield element("title", escaped(told))
        yield element(
            "rect", class_="box", x=box.x, y=top, width=WIDE, height=box.height, rx=6, ry=6
        )
        inside = words(f"{node.folded:,} inside", f"内含{node.folded:,}个") if node.folded else ""
        room = WIDE - 2 * PAD - (width_of(inside, SMALL) + 6 if inside else 0)
        short = _short(first, box.within, words.language)
        baseline = top + 19 if box.height == HIGH else box.y + 4.5
        yield text_at(box.x + PAD, baseline, fitted(short, NAME, room), class_="name")
        right = box.x + WIDE - PAD
        if inside:
            yield text_at(right, baseline, inside, class_="more", text_anchor="end")
        count = self._count(node)
        if second or count:
            room = WIDE - 2 * PAD - (width_of(count, SMALL) + 8 if count else 0)
            line = top + 36
            shown = fitted(_short(second, box.within, words.language, other=True), SMALL, room)
            yield text_at(box.x + PAD, line, shown, class_="other")
            if count:
                yield text_at(right, line, count, class_="count", text_anchor="end")
        badge = self._badge(node.state)
        if badge:
            wide = width_of(badge, BADGE) + 10
            x, y = box.x + WIDE - wide - 8, top - 7.5
            yield element("rect", class_="badge", x=x, y=y, width=wide, height=15, rx=7.5, ry=7.5)
            at = (x + wide / 2, y + 11)
            yield text_at(*at, badge, class_="badge-text", text_anchor="middle")

    def _count(self, node: Node) -> str:
        if not node.count:
            return ""
        return f"+{node.count:,}" if self._after else f"{MINUS}{node.count:,}"

    def _badge(self, state: State) -> str:
        words, after = self._words, self._after
        return {
            State.NEW: words("new", "新设"),
            State.REMOVED: words("no more", "撤销"),
            State.MOVED: words("moved here", "移入") if after else words("moves", "移出"),
            State.RENAMED: words("renamed", "已改名") if after else words("renamed", "改名"),
            State.CHANGED: words("changed", "调整"),
        }.get(state, "")

    def _folded(self, box: _Box) -> str:
        words, node = self._words, box.node
        told = words(f"+{node.folded:,} more", f"另有{node.folded:,}个")
        if node.changing:
            told += words(f", {node.changing:,} changes in them", f"（含{node.changing:,}个变动）")
        wide = width_of(told, SMALL) + 22
        top = box.y - PILL / 2
        return element(
            "g",
            element("rect", class_="box", x=box.x, y=top, width=wide, height=PILL, rx=11, ry=11)
            + text_at(box.x + wide / 2, box.y + 4, told, class_="more", text_anchor="middle"),
            class_="folded",
        )


def _short(name: str, within: tuple[Label, ...], language: Language, *, other: bool = False) -> str:
    """Return a name without that of what it is part of, where it begins with such a name."""
    for label in within:
        around = label.names(language)[int(other)]
        rest = name.removeprefix(around)
        if around and rest[:1].isspace():
            return rest.strip()
    return name
