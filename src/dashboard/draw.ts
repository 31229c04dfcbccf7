/** Draws pictures into the page: the part with the chart library, loaded while somebody signs in. */
import { CustomChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { pictureOf, type Chart } from '../chart/chart';
import { optionOf } from '../chart/option';
import type { ChartTable } from '../chart/table';

use([CustomChart, TooltipComponent, SVGRenderer]);

/** How large a picture is on paper, in pixels of CSS. */
export interface Paper {
  readonly width: number;
  /** Of columns. */
  readonly high: number;
}

export interface Drawing {
  /** For paper, or for the screen again. */
  readonly fit: (isPaper: boolean) => void;
  readonly hideTip: () => void;
  readonly end: () => void;
}

/** @param onPaper how it is printed */
export function draw(place: HTMLElement, table: ChartTable, chart: Chart, onPaper: Paper): Drawing {
  let drawn: EChartsType | undefined;
  let width = 0;
  const redraw = (to: number, high?: number): void => {
    if (to === width || to < 50) return;
    width = to;
    const picture = pictureOf(table, chart, to, high);
    // What is wider than its place scrolls there.
    const size = { width: Math.ceil(Math.max(picture.width, to)), height: Math.ceil(picture.height) };
    drawn ??= init(place, null, { renderer: 'svg', ...size });
    drawn.resize(size);
    drawn.setOption(optionOf(picture), true);
  };
  const frame = place.parentElement ?? place;
  const fit = (isPaper: boolean): void => (isPaper ? redraw(onPaper.width, onPaper.high) : redraw(frame.clientWidth));
  let isOnPaper = false;
  const observer = new ResizeObserver(() => isOnPaper || fit(false));
  observer.observe(frame);
  fit(false);
  return {
    fit: (isPaper) => {
      isOnPaper = isPaper;
      fit(isPaper);
    },
    hideTip: () => drawn?.dispatchAction({ type: 'hideTip' }),
    end: () => {
      observer.disconnect();
      drawn?.dispose();
    },
  };
}
