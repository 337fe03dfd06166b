"""What the colours of pictures mean, under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.reorganization.reports.cells import MINUS
from graph.reorganization.reports.drawings import element, escaped
from graph.reorganization.reports.trees import AMBER, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.reorganization.reports.flow_pictures import FlowPicture
    from graph.reorganization.reports.trees import Node, TreePicture
    from graph.reorganization.reports.words import Words


def tree_legend(tree: TreePicture, words: Words) -> str:
    """Return what the boxes of a tree mean: those that are in it."""
    there = {state for root in tree.roots for state in _states(root)}
    takes = words("takes over accounts (+)", "接收客户职能（+）")
    gives = words(f"gives accounts away ({MINUS})", f"移交客户职能（{MINUS}）")
    told = {
        State.REMOVED: words("no more", "撤销"),
        State.NEW: words("new", "新设"),
        State.MOVED: words("moved", "调整隶属"),
        State.RENAMED: words("renamed", "改名"),
        State.CHANGED: words("changed", "调整"),
        State.INVOLVED: takes if tree.after else gives,
    }
    amber = [state for state in AMBER if state in there]
    alike = {amber[0]: words(", ", "、").join(told[state] for state in amber)} if amber else {}
    return "".join(
        _item(element("g", _swatch("box"), class_=state.value), alike.get(state, text))
        for state, text in told.items()
        if state in there and state not in amber[1:]
    )


def flow_legend(flows: FlowPicture) -> str:
    """Return what the ribbons of flows mean."""
    return "".join(
        _item(_swatch(f"ribbon {function.value}"), text) for function, text in flows.functions
    )


def _states(node: Node) -> Iterator[State]:
    yield node.state
    for child in node.children:
        yield from _states(child)


def _swatch(name: str) -> str:
    return element("rect", class_=name, x=1, y=1, width=18, height=10, rx=2)


def _item(shape: str, text: str) -> str:
    svg = element("svg", shape, viewBox="0 0 20 12", width=20, height=12, aria_hidden="true")
    return f"<li>{svg}{escaped(text)}</li>"
