/** A chart as an SVG document, drawn by the same library as in a browser, with its title and what it says in words. */
import { createRequire } from 'node:module';
import type * as Echarts from 'echarts';
import { REGION_ZONE } from '../../base/countries';
import { optionOf } from '../../chart/option';
import { chartOf, moved, pictureOf } from '../../chart/chart';
import { FONT, linesOf, still, text, type Picture } from '../../chart/shapes';
import { muted, paper } from '../../chart/palette';
import { reasonsIn, subtitleOf, summaryOf, sourceOf, unanswered } from '../../chart/summary';
import type { ChartTable } from '../../chart/table';

/** Its one file for Node.js, loaded when a picture is asked for: a third of the time that its hundreds of modules take. */
let library: typeof Echarts | undefined;
const echarts = (): typeof Echarts => (library ??= createRequire(__filename)('echarts') as typeof Echarts);

const MARGIN = 16;
const SMALL = 10.5;

/**
 * @param narrowed names of the places that it is narrowed to
 * @throws RangeError for more values than a chart has
 */
export function svgOf(table: ChartTable, narrowed: readonly string[], width: number): string {
  const subtitle = subtitleOf(table, narrowed);
  const picture = titled(table, subtitle, pictureOf(table, chartOf(table), width - 2 * MARGIN));
  const chart = echarts().init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: picture.width,
    height: picture.height,
  });
  try {
    chart.setOption(optionOf(picture) as Echarts.EChartsOption);
    const words = [subtitle, summaryOf(table), ...reasonsIn(table), ...unanswered(table)].join(' ');
    return described(plain(chart.renderToSVGString()), table, words);
  } finally {
    chart.dispose();
  }
}

/** In a report nothing stands around it: the title, and where it is from, are part of the picture. */
function titled(table: ChartTable, told: string, picture: Picture): Picture {
  const { about } = table;
  const width = picture.width;
  const title = linesOf(about.title, width, 16);
  const subtitle = linesOf(told, width, 12);
  const from = [sourceOf(table, REGION_ZONE), ...reasonsIn(table), ...unanswered(table)].join(' · ');
  const source = linesOf(from, width, SMALL);
  const top = title.length * 21 + subtitle.length * 16 + 8;
  const marks = [
    still(text(title.join('\n'), 0, 0, { fontSize: 16, fontWeight: 'bold', verticalAlign: 'top' })),
    still(text(subtitle.join('\n'), 0, title.length * 21, { fill: muted, verticalAlign: 'top' })),
    ...picture.marks.map((mark) => moved(mark, top)),
    still(text(source.join('\n'), 0, top + picture.height + 6, { fill: muted, fontSize: SMALL, verticalAlign: 'top' })),
  ];
  return { width: width + 2 * MARGIN, height: top + picture.height + source.length * 14 + 12 + 2 * MARGIN, marks };
}

/**
 * Without what only scripts and pointers use, and with attributes in place of styles: it is shown under a policy that
 * allows none.
 */
function plain(svg: string): string {
  return svg
    .replace(/<style ?>[\s\S]*?<\/style>\s*/g, '')
    .replace(/ (?:class|ecmeta_[a-z_]+|pointer-events)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style));
}

const attributesOf = (style: string): string =>
  style
    .split(';')
    .filter(Boolean)
    .map((one) => {
      const [name = '', ...value] = one.split(':');
      return ` ${name.trim()}="${value.join(':').trim()}"`;
    })
    .join('');

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (told: string): string => told.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

function described(svg: string, { about, locale }: ChartTable, words: string): string {
  const inner = `<title id="title">${escaped(about.title)}</title><desc id="desc">${escaped(words)}</desc>\n<rect width="100%" height="100%" fill="${paper}"/>\n<g transform="translate(${MARGIN} ${MARGIN})">`;
  return svg
    .replace(
      /^<svg ([^>]*)>/,
      (_, attributes: string) =>
        `<svg ${attributes} role="img" aria-labelledby="title desc" xml:lang="${locale}" font-family="${escaped(FONT)}">\n${inner}`,
    )
    .replace(/<\/svg>\s*$/, '</g></svg>\n');
}
