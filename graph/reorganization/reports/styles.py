"""How a report looks as a page: on a screen and in print, with the fonts that are there."""

FONTS = (
    '"Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei",'
    ' "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif'
)
STYLE = """\
:root {
  color-scheme: light; --ink: #1f2a37; --soft: #5b6776; --line: #dfe4ea; --paper: #ffffff;
  --sheet: #f4f6f9; --accent: #1d4f91; --bad: #b3261e; --warns: #a15c00; --good: #1e6b34;
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--sheet); color: var(--ink); font: 14px/1.55 FONTS;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
main { max-width: 1240px; margin: 0 auto; padding: 32px 24px 64px; }
header { border-bottom: 3px solid var(--accent); padding-bottom: 18px; margin-bottom: 20px; }
h1 { font-size: 26px; line-height: 1.3; margin: 0; }
h1 small { display: block; font-size: 15px; font-weight: 400; color: var(--soft); margin-top: 4px; }
h2 { font-size: 19px; margin: 0 0 14px; color: var(--accent); }
h3 {
  font-size: 15px; margin: 30px 0 6px; padding-top: 14px; border-top: 1px solid var(--line);
}
h3 small, td small { display: block; color: var(--soft); font-weight: 400; }
h3 small { display: inline; margin-left: 8px; font-size: 12.5px; }
td small { font-size: 11.5px; line-height: 1.35; }
dl { display: flex; flex-wrap: wrap; gap: 10px 32px; margin: 16px 0 0; }
dl div { max-width: 100%; }
dt { font-size: 12px; color: var(--soft); }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
nav ul, .parts { list-style: none; margin: 0 0 20px; padding: 0; display: flex; flex-wrap: wrap; }
nav ul { gap: 6px 8px; }
nav a {
  display: block; padding: 4px 12px; border: 1px solid var(--line); border-radius: 14px;
  background: var(--paper);
}
.parts { gap: 2px 18px; font-size: 13px; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
section {
  background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 20px 24px;
  margin-bottom: 18px;
}
p { margin: 0 0 10px; }
.bad { color: var(--bad); } .warns { color: var(--warns); } .good { color: var(--good); }
ol.lines { margin: 0; padding: 0; list-style: none; counter-reset: line; }
ol.lines li {
  counter-increment: line; padding: 7px 12px 7px 46px; position: relative; color: var(--ink);
  border-left: 4px solid #9db2cc; margin-bottom: 6px; background: #f6f8fb; font-size: 15px;
  overflow-wrap: anywhere;
}
ol.lines li::before {
  content: counter(line); position: absolute; left: 14px; width: 20px; text-align: right;
  color: var(--soft); font-variant-numeric: tabular-nums;
}
ol.lines li.bad { border-left-color: #c62828; background: #fdf2f1; }
ol.lines li.warns { border-left-color: #e08a00; background: #fff8ec; }
ol.lines li.good { border-left-color: #2e7d32; background: #f1f8f2; }
.scroll { overflow-x: auto; margin-bottom: 16px; }
table { border-collapse: collapse; min-width: 440px; font-size: 13px; }
table.wide { width: 100%; }
caption { text-align: left; font-weight: 600; font-size: 14px; padding: 10px 0 6px; }
th, td {
  text-align: left; vertical-align: top; padding: 6px 10px; border-bottom: 1px solid var(--line);
}
th.short { white-space: nowrap; }
th { background: #eef2f7; font-weight: 600; font-size: 12.5px; border-bottom-color: #c9d3df; }
td { white-space: pre-line; overflow-wrap: break-word; min-width: 6em; }
td.number, th.number {
  text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; min-width: 0;
}
td.short { white-space: nowrap; min-width: 0; }
tbody tr:nth-child(even) td { background: #fafbfd; }
td > div + div { margin-top: 4px; }
code {
  font: 11.5px/1.35 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; color: var(--soft);
}
td code { display: block; }
.none { color: #98a2ae; }
.rest { color: var(--soft); margin: -8px 0 16px; }
ol.why { font-size: 13px; padding-left: 0; list-style: none; margin: 8px 0 0; }
ol.why li {
  padding: 8px 0 8px 44px; position: relative; border-top: 1px solid var(--line);
  overflow-wrap: anywhere; break-inside: avoid;
}
ol.why li > b { position: absolute; left: 0; top: 8px; color: var(--accent); }
ol.why p { margin: 0 0 4px; padding-left: 60px; position: relative; }
ol.why p > span { position: absolute; left: 0; color: var(--soft); }
figure { margin: 0 0 22px; }
figcaption { font-weight: 600; margin-bottom: 8px; }
figure .scroll {
  border: 1px solid var(--line); border-radius: 6px; margin: 0; background: #fcfdfe;
}
figure svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
.legend {
  list-style: none; display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 8px 0 0; padding: 0;
  font-size: 12.5px; color: var(--soft);
}
.legend svg { display: inline-block; vertical-align: -2px; margin: 0 6px 0 0; }
svg text { font-family: FONTS; fill: #1f2a37; }
svg .name { font-size: 13px; }
svg .other, svg .more, svg .count { font-size: 10.5px; fill: #5b6776; }
svg .head { font-size: 12px; fill: #5b6776; font-weight: 600; }
svg .count { font-weight: 600; } svg text.name .count { font-size: 13px; fill: #1f2a37; }
svg .link { fill: none; stroke: #b9c3cf; stroke-width: 1.2; }
svg .box { fill: #ffffff; stroke: #c3ccd6; stroke-width: 1.2; }
svg .badge-text { font-size: 10px; fill: #ffffff; font-weight: 600; }
svg .folded .box { fill: #f0f3f7; stroke: #d5dce4; stroke-dasharray: 3 2; }
svg .involved .box { fill: #edf4fc; stroke: #5b8fc7; }
svg .new .box { fill: #e9f6ec; stroke: #2e7d32; stroke-width: 1.8; }
svg .new .badge { fill: #2e7d32; }
svg .removed .box { fill: #fdeceb; stroke: #c62828; stroke-width: 1.8; }
svg .removed .badge { fill: #c62828; }
svg .removed .name, svg .removed .other { text-decoration: line-through; fill: #8f1d18; }
svg .moved .box, svg .renamed .box, svg .changed .box {
  fill: #fff5e2; stroke: #d98200; stroke-width: 1.8;
}
svg .moved .badge, svg .renamed .badge, svg .changed .badge { fill: #b86e00; }
svg .ribbon { fill-opacity: 0.45; fill: #7f8c9b; }
svg .ribbon:hover { fill-opacity: 0.75; }
svg .bar { fill: #33475f; } svg .bar.vacant { fill: #c62828; } svg .bar.conflict { fill: #d98200; }
svg .bar.others { fill: #98a2ae; }
svg .vacant .name { fill: #b3261e; } svg .conflict .name { fill: #a15c00; }
svg .sales { fill: #2f6db5; } svg .relationship { fill: #7a4fb0; } svg .delivery { fill: #1d8a7a; }
svg .presales { fill: #d07c1b; } svg .sales-support { fill: #b04a6e; }
svg .marketing { fill: #5d8c2b; } svg .implementation { fill: #3f9bc4; }
svg .partner { fill: #8a6d3b; }
footer { color: var(--soft); font-size: 12px; }
@page { size: A4 landscape; margin: 12mm; }
@page upright { size: A4 portrait; margin: 12mm; }
@media print {
  body { background: none; font-size: 11px; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  section { border: 0; padding: 0; margin-bottom: 8mm; }
  h2, h3, caption, figcaption { break-after: avoid; }
  tr, figure, ol.lines li { break-inside: avoid; }
  thead { display: table-header-group; }
  table { font-size: 10px; }
  td small, td code { font-size: 8.5px; }
  .scroll { overflow: visible; border: 0 !important; }
  figure svg { max-height: 160mm; width: auto; }
  section.upright { page: upright; }
  section.upright figure svg { max-height: 228mm; }
  .legend svg { max-height: none; }
}
@media (max-width: 700px) {
  main { padding: 16px 10px; } section { padding: 14px 12px; }
  figure .scroll > svg { max-width: none; }
}
""".replace("FONTS", FONTS)
