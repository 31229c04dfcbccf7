/** How far an axis reaches, and by which steps. */
import { cellOf } from './cell';
import type { ChartRow, ChartTable } from './table';

export interface Scale {
  readonly most: number;
  readonly steps: readonly number[];
}

/** A target that is so many times as high is told beside its value: else nothing could be seen of that. */
const OUT_OF_REACH = 2.5;

/** Shares stand on the whole; everything else as far as what is known, baselines and targets in reach go. */
export function scaleOf({ about }: Pick<ChartTable, 'about'>, rows: readonly ChartRow[]): Scale {
  const known = Math.max(mostOf(rows), ...rows.map(({ baseline }) => baseline ?? 0));
  const targets = rows.flatMap((row) => row.targets.map(({ value }) => value));
  const most = Math.max(known, ...targets.filter((value) => known === 0 || value <= known * OUT_OF_REACH));
  if (about.measure === 'PER_CENT' && most <= 100) return steps(100, 25);
  return steps(most, about.measure === 'COUNT' ? Math.max(stepOf(most), 1) : stepOf(most));
}

/** Of 1, 2 and 5 with their tens, the one that makes four steps or a few more. */
function stepOf(most: number): number {
  const rough = Math.max(most, 1) / 4;
  const ten = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((one) => one * ten >= rough) ?? 10) * ten;
}

function steps(most: number, step: number): Scale {
  const count = Math.max(Math.ceil(most / step - 1e-9), 1);
  return { most: count * step, steps: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

/** The most that is known of several rows; zero where nothing is. */
export const mostOf = (rows: readonly (ChartRow | undefined)[]): number =>
  Math.max(
    0,
    ...rows.flatMap((row) => {
      const cell = cellOf(row);
      return cell.kind === 'known' ? [cell.value] : [];
    }),
  );
