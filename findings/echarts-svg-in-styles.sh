#!/usr/bin/env bash
# A picture that ECharts draws on a server says its fonts in style attributes, which a strict policy leaves out.
#
# What surprised: with echarts 6.1.0, `renderToSVGString()` writes size and family of each text as `style="…"`, though SVG
#   has an attribute for each and colours and strokes are written as attributes; and a `<style>` element of rules for a
#   pointer that passes over it, in a picture that nothing of the sort was asked for and whose animation is off.
# Why it matters here: a chart goes into a report, a mail or a page of a ministry under a policy without `unsafe-inline`
#   (`GET /chart/….svg` is sent with `default-src 'none'` itself). Opened by itself there it loses both: texts are drawn
#   at the size of the reader, over each other and over the edge, and nobody is told of an error but a console.
# A good guess would have been: what is drawn without a browser needs no style sheets. So: style attributes become those of
#   SVG, and the element goes (`src/server/chart/svg.ts`).
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund echarts@6.1.0 > /dev/null

seen="$(node - <<'JS'
const echarts = require('echarts');
const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 300, height: 200 });
chart.setOption({
  animation: false,
  xAxis: { type: 'category', data: ['2026Q1', '2026Q2'] },
  yAxis: {},
  series: [{ type: 'bar', data: [12, 7], label: { show: true } }],
});
const svg = chart.renderToSVGString();
chart.dispose();
const texts = svg.match(/<text[^>]*>/g);
const all = (pattern) => texts.every((text) => pattern.test(text));
console.log(`echarts ${echarts.version}`);
console.log(`each text has its font in a style attribute: ${all(/ style="font-size:12px;font-family:[^"]+"/)}`);
console.log(`as attributes of SVG: ${all(/ font-size="/)}; its colour: ${all(/ fill="/)}`);
console.log(`style elements: ${svg.match(/<style/g).length}, with rules for a pointer: ${/:hover/.test(svg)}`);
JS
)"
echo "$seen"
expected='echarts 6.1.0
each text has its font in a style attribute: true
as attributes of SVG: false; its colour: true
style elements: 1, with rules for a pointer: true'
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
