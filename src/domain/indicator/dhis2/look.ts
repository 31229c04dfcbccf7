/** What a DHIS2 is to be told, and whether it may be: the rows of tables against the mapping. */
import type { Api } from '../../../base/api';
import { dayIn } from '../../../base/calendar';
import { REGION_ZONE } from '../../../base/countries';
import { checkMapping, checkRows, type Findings } from '../../../exchange/dhis2/check';
import type { Mapping } from '../../../exchange/dhis2/mapping';
import type { Published } from '../../../exchange/dhis2/placing';
import { beyondRelease, type Released } from '../../../exchange/dhis2/release';
import type { IndicatorRow } from '../../../exchange/dhis2/row';
import { codesOf } from './known';
import { indicatorsOf, placesOf, rowsOf } from './tables';

export interface Looked {
  readonly rows: readonly IndicatorRow[];
  readonly published: Published;
  /** Day on which the rows were asked for. */
  readonly today: string;
  readonly findings: Findings;
}

/** A release to a ministry, by its id; null: only what is published is told. */
export type By = (Released & { readonly id: string }) | null;

/** What can be said of a mapping before any number is asked for. @throws NotTold where its country is not seen */
export async function lookAtMapping(
  api: Api,
  mapping: Mapping,
  release: By,
): Promise<Pick<Looked, 'published' | 'findings'>> {
  const isExact = release !== null;
  const published = await placesOf(api, mapping.country, isExact);
  const known = { indicators: await indicatorsOf(api, isExact), codesOf, published };
  const { faults, warnings } = checkMapping(mapping, known);
  return {
    published,
    findings: { faults: [...faults, ...(release ? beyondRelease(mapping, release) : [])], warnings },
  };
}

/**
 * As the region is told it; by a release exactly, down to the country’s own finest places.
 * @throws NotTold where nothing can be said now
 */
export async function look(
  api: Api,
  mapping: Mapping,
  { periods, release }: { readonly periods: readonly string[]; readonly release: By },
): Promise<Looked> {
  const { published, findings: own } = await lookAtMapping(api, mapping, release);
  const today = dayIn(REGION_ZONE);
  // What the API would refuse is told by the check, with the line.
  if (own.faults.length > 0) return { rows: [], published, today, findings: own };
  const rows = await rowsOf(api, mapping, periods, release?.id ?? null);
  const found = checkRows(mapping, rows, { periods, published, today });
  return { rows, published, today, findings: { faults: found.faults, warnings: [...own.warnings, ...found.warnings] } };
}
