/** Whether a mapping asks for more than a release to a ministry names. */
import { eachOnce, type Fault } from './fault';
import type { Mapping } from './mapping';
import * as texts from './texts';

/** What may leave by a release. */
export interface Released {
  readonly indicatorCodes: readonly string[];
  /** By what it may be told apart. */
  readonly by: readonly string[];
}

/** What it asks for beyond that, each with its line. */
export function beyondRelease({ dataSets }: Mapping, { indicatorCodes, by }: Released): readonly Fault[] {
  const faults = dataSets
    .flatMap(({ entries }) => entries)
    .flatMap(({ line, indicator, by: asked }): Fault[] => {
      if (!indicatorCodes.includes(indicator)) return [{ line, text: texts.notReleased(indicator, indicatorCodes) }];
      const wrong = asked.filter((name) => !by.includes(name));
      return wrong.length > 0 ? [{ line, text: texts.notReleasedBy(indicator, wrong, by) }] : [];
    });
  return eachOnce(faults);
}
