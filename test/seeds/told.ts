/** The demonstration data of a country as the generator tells them, before they are sealed and written. */
import { createHash } from 'node:crypto';
import { tellCountry } from '../../seeds/demo/country';
import type { Row } from '../../seeds/demo/batch';
import { countryThings } from '../../src/domain/all';
import type { ThingRecord } from '../../src/model/record';
import { thingOf, type Constructor } from '../../src/model/thing';

export const countries = ['BW', 'MZ', 'ZA', 'ZW'] as const;

export interface Told {
  of<T extends ThingRecord>(target: Constructor<T>): readonly Row<T>[];
  readonly dataKeys: readonly string[];
}

export function tell(country: string, scale = 1): Told {
  const rows = new Map<Constructor, object[]>();
  const dataKeys: string[] = [];
  for (const batch of tellCountry(country, scale)) {
    for (const [target, more] of batch.rows) {
      const known = rows.get(target);
      if (known) known.push(...more);
      else rows.set(target, more);
    }
    dataKeys.push(...batch.dataKeys.map(({ id }) => id));
  }
  const of = <T extends ThingRecord>(target: Constructor<T>) => (rows.get(target) ?? []) as Row<T>[];
  return { of, dataKeys };
}

/** Equal for equal data: every column of every row, and the ids of the keys that seal them. */
export function digest(told: Told): string {
  const hash = createHash('sha256').update(told.dataKeys.join());
  for (const target of countryThings) {
    const names = [...thingOf(target).attributes.keys()];
    for (const row of told.of(target as Constructor<ThingRecord>)) {
      hash.update(JSON.stringify(names.map((name) => (row as unknown as Record<string, unknown>)[name])));
    }
  }
  return hash.digest('hex');
}

/** Rows by the value of one attribute. */
export function by<T, K extends keyof T>(rows: readonly T[], name: K): Map<T[K], T[]> {
  const groups = new Map<T[K], T[]>();
  for (const row of rows) groups.set(row[name], [...(groups.get(row[name]) ?? []), row]);
  return groups;
}

/** Points in time are read with six fractional digits, however many they were told with. */
export const asRead = (isMoment: boolean, value: unknown): unknown =>
  isMoment && typeof value === 'string'
    ? value.replace(/(\.\d+)?Z$/, (_, fraction: string = '.') => `${fraction.padEnd(7, '0')}Z`)
    : value;
