"""Flows between departments as a Sankey diagram, as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.reorganization.reports.drawings import (
    element,
    escaped,
    fitted,
    picture,
    text_at,
    width_of,
)
from graph.reorganization.reports.flow_pictures import Ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.reorganization.reports.flow_pictures import End, FlowPicture, Ribbon
    from graph.reorganization.reports.words import Words

WIDTH = 1140
LABELS, BAR = 330, 14
TOP, MARGIN = 40, 12
TALL, EACH = 340, 64
"""How high all flows together are at most, and for each end, where no label needs more room."""
SLOT, BETWEEN = 36, 10
THIN = 1.5
NAME, SMALL = 13, 10.5


@dataclass(slots=True)
class _Bar:
    """One end with all that flows out of it, or into it; `y` is its top."""

    end: End
    accounts: int
    height: float
    y: float = 0.0
    used: float = 0.0

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def flow_svg(flows: FlowPicture, words: Words) -> str:
    """Return the picture of flows: whoever gives on the left, whoever takes on the right."""
    most = max(
        len({one.before for one in flows.ribbons}), len({one.after for one in flows.ribbons})
    )
    scale = min(TALL, EACH * most) / max(flows.total, 1)
    before = _bars(((one.before, one) for one in flows.ribbons), scale)
    after = _bars(((one.after, one) for one in flows.ribbons), scale)
    _order(flows.ribbons, before, after)
    tall = max(_tall(before), _tall(after))
    for bars in (before, after):
        _stack(bars, TOP + (tall - _tall(bars)) / 2)
    ribbons = [*_ribbons(flows, before, after, scale)]
    return picture(
        WIDTH,
        TOP + tall + MARGIN,
        flows.title,
        _head(LABELS, words("Before", "调整前"), "end"),
        _head(WIDTH - LABELS, words("After", "调整后"), "start"),
        *ribbons,
        *(_labelled(bar, words, after=False) for bar in before.values()),
        *(_labelled(bar, words, after=True) for bar in after.values()),
    )


def _head(x: float, text: str, anchor: str) -> str:
    return text_at(x, 18, text, class_="head", text_anchor=anchor)


def _thick(ribbon: Ribbon, scale: float) -> float:
    return max(ribbon.accounts * scale, THIN)


def _bars(ends: Iterable[tuple[End, Ribbon]], scale: float) -> dict[End, _Bar]:
    found: dict[End, _Bar] = {}
    for end, ribbon in ends:
        bar = found.setdefault(end, _Bar(end, 0, 0.0))
        bar.accounts += ribbon.accounts
        bar.height += _thick(ribbon, scale)
    return found


def _order(ribbons: Iterable[Ribbon], before: dict[End, _Bar], after: dict[End, _Bar]) -> None:
    """Let both sides stand in the order with few crossings: by where their flows come from."""
    _sort(before, {end: -bar.accounts for end, bar in before.items()})
    for mine, others, forward in ((after, before, True), (before, after, False)) * 2:
        places = {end: place for place, end in enumerate(others)}
        sums = dict.fromkeys(mine, 0.0)
        for one in ribbons:
            own, other = (one.after, one.before) if forward else (one.before, one.after)
            sums[own] += places[other] * one.accounts
        _sort(mine, {end: sums[end] / bar.accounts for end, bar in mine.items()})


def _sort(bars: dict[End, _Bar], by: dict[End, float]) -> None:
    """Order bars; what is no department comes last."""
    ordered = sorted(bars, key=lambda end: (end.sort is not Ends.DEPARTMENT, by[end]))
    items = [(end, bars[end]) for end in ordered]
    bars.clear()
    bars.update(items)


def _slot(bar: _Bar) -> float:
    return max(bar.height, SLOT)


def _tall(bars: dict[End, _Bar]) -> float:
    return sum(_slot(bar) + BETWEEN for bar in bars.values()) - BETWEEN


def _stack(bars: dict[End, _Bar], top: float) -> None:
    for bar in bars.values():
        bar.y = top + (_slot(bar) - bar.height) / 2
        top += _slot(bar) + BETWEEN


def _ribbons(
    flows: FlowPicture, before: dict[End, _Bar], after: dict[End, _Bar], scale: float
) -> Iterator[str]:
    """Yield the ribbons; at each end they lie in the order of where they go."""
    left, right = [*before], [*after]

    def going(one: Ribbon) -> tuple[int, int, str]:
        return (left.index(one.before), right.index(one.after), one.function)

    starts: dict[Ribbon, float] = {}
    for one in sorted(flows.ribbons, key=going):
        bar = before[one.before]
        starts[one] = bar.y + bar.used
        bar.used += _thick(one, scale)
    named = dict(flows.functions)
    for one in sorted(flows.ribbons, key=lambda one: going(one)[1::-1] + going(one)[2:]):
        bar, thick = after[one.after], _thick(one, scale)
        start, end = starts[one], bar.y + bar.used
        bar.used += thick
        told = f"{named[one.function]}: {one.accounts:,}"
        yield element(
            "path",
            element("title", escaped(told)),
            class_=f"ribbon {one.function.value}",
            d=_band(start, end, thick),
        )


def _band(start: float, end: float, thick: float) -> str:
    x0, x1 = LABELS + BAR + 12, WIDTH - LABELS - BAR - 12
    middle = (x0 + x1) / 2
    over = f"M{x0},{start:.1f} C{middle},{start:.1f} {middle},{end:.1f} {x1},{end:.1f}"
    low, back = end + thick, start + thick
    return f"{over} V{low:.1f} C{middle},{low:.1f} {middle},{back:.1f} {x0},{back:.1f} Z"


def _labelled(bar: _Bar, words: Words, *, after: bool) -> str:
    x = WIDTH - LABELS - BAR - 12 if after else LABELS + 12
    edge = WIDTH - LABELS if after else LABELS
    anchor = "start" if after else "end"
    shape = element(
        "rect", class_=f"bar {bar.end.sort.value}", x=x, y=bar.y, width=BAR, height=bar.height
    )
    count = f"{bar.accounts:,}"
    first, second = _names(bar.end, words)
    room = LABELS - MARGIN - width_of(count, NAME) - 8
    name = fitted(first, NAME, room)
    line = bar.middle - 2 if second else bar.middle + 4.5
    inner = element("tspan", escaped(name)) + element("tspan", escaped(count), class_="count", dx=8)
    if not after:
        inner = element("tspan", escaped(count), class_="count") + element(
            "tspan", escaped(name), dx=8
        )
    told = element("title", escaped(f"{first} {second}: {count}"))
    shown = element("text", told + inner, class_="name", x=edge, y=line, text_anchor=anchor)
    if second:
        other = fitted(second, SMALL, LABELS - MARGIN)
        shown += text_at(edge, line + 15, other, class_="other", text_anchor=anchor)
    return element("g", shape + shown, class_=bar.end.sort.value)


def _names(end: End, words: Words) -> tuple[str, str]:
    """Return what an end is called, in the language and in the other one."""
    if not end.labels:
        return end.text, ""
    named = [label.names(words.language) for label in end.labels]
    first = words(" + ", "、").join(one for one, _ in named)
    return first, " + ".join(other for _, other in named if other)
