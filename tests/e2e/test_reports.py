"""A report as a page, in a real browser: pictures are there, and nothing is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.ownership.phrases import EN, ZH
from graph.reorganization.reports.html_pages import html_page
from tests.unit.reorganization.examples import base_of, example, report_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import BrowserContext

    from graph.model.plans import Plan
    from graph.ownership.phrases import Language

OUTSIDE = """svg => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text, rect")].filter(one => {
    const box = one.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
  }).map(one => one.textContent);
}"""
"""What of a picture is cut off at its edge."""
OVERLAPPING = """svg => {
  const boxes = [...svg.querySelectorAll("text")].map(one => one.getBoundingClientRect());
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 4 && b.top < a.bottom - 4;
  return boxes.filter((a, i) => boxes.some((b, j) => i < j && meet(a, b))).length;
}"""
"""How many texts of a picture lie over another."""
CUT = """() => [...document.querySelectorAll("section")].filter(
  one => one.scrollWidth > one.clientWidth + 1).map(one => one.id)"""


@pytest.mark.parametrize("name", ["merge-regions", "open-questions"])
@pytest.mark.parametrize("language", [EN, ZH])
async def test_a_report_opens_with_its_pictures(
    name: str, language: Language, real_plan: Plan, browser: BrowserContext, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    file.write_text(html_page(report_of(example(base_of(real_plan), name), language)))
    page = await browser.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    await page.goto(file.as_uri())

    pictures = await page.query_selector_all("figure svg[role=img]")
    assert len(pictures) == 4
    for picture in pictures:
        box = await picture.bounding_box()
        assert box is not None
        assert box["width"] > 600
        assert box["height"] > 100
        assert await picture.evaluate(OUTSIDE) == []
        assert await picture.evaluate(OVERLAPPING) == 0
    assert await page.evaluate(CUT) == []
    assert requests == [file.as_uri()]
    assert complaints == []
