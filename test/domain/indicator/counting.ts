/** Counts as the tests count them, and what the public table tells of it. */
import { setTimeout as delay } from 'node:timers/promises';
import { checkCounts } from '../../../src/installation/indicators';
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { sweepNow } from '../../support/outside';
import type { CountryName, World } from '../world';

type Open = Pick<World, 'app' | 'database'>;

export const sweepOnce = (world: Open, country: CountryName = 'za'): Promise<number | null> =>
  sweepNow(world, country, 'countIndicators');

/** Until all is counted: any transaction of the server that is open holds back what came after it. */
export async function count(world: Open, country: CountryName = 'za'): Promise<void> {
  const unread = `SELECT FROM ${country}.change_entry c, ${country}.indicator_position p
    WHERE (c.xid, c.seq) > (p.xid, p.seq) LIMIT 1`;
  do await sweepOnce(world, country);
  while ((await adminRows(world.database, unread)).length > 0 && (await delay(20, true)));
}

/** Where what was kept is not what follows from the records. */
export const wrong = ({ database }: Open, country: CountryName = 'za') =>
  checkCounts(database.admin, country.toUpperCase());

/** Numerator, denominator, value; or why there is none. */
export type Figure = readonly [number | null, number | null, number | string | null];

interface Row {
  readonly indicator: string;
  readonly dimensions: readonly { readonly dimension: string; readonly code: string | null; readonly label: string }[];
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly gap: string | null;
}

const shown = 'rows { indicator dimensions { dimension code label } value numerator denominator gap }';

/** Codes as they are; of organisations and provinces, whose codes are ids, their names. */
const nameOf = ({ dimension, code, label }: Row['dimensions'][number]): string =>
  dimension === 'ORGANISATION' || dimension === 'PROVINCE' ? label : (code ?? 'not known');

/**
 * What the table tells of a period, by indicator and, where it is asked by something, by the codes of that.
 * Of what it is told by, only what counts something.
 */
export async function told(
  client: Client,
  period: string,
  indicators: readonly string[],
  more: { readonly by?: readonly string[]; readonly countries?: readonly string[] } = {},
): Promise<Record<string, Figure>> {
  const input = { indicators, period: { names: [period] }, ...more };
  const { data, errors, text } = await client.query(
    `query ($input: IndicatorTableInput!) { indicatorTable(input: $input) { ${shown} } }`,
    { input },
  );
  if (errors.length > 0) throw new Error(text);
  const rows = data.indicatorTable.rows as Row[];
  const counted = rows.filter(
    ({ dimensions, numerator, denominator }) => dimensions.length === 0 || numerator || denominator,
  );
  return Object.fromEntries(
    counted.map(({ indicator, dimensions, numerator, denominator, value, gap }) => [
      [indicator, ...dimensions.map(nameOf)].join(' '),
      [numerator, denominator, value ?? gap],
    ]),
  );
}
