/** Some rows of every thing in every country, whoever may see them: ids and values to ask for. */
import type { Client } from 'pg';
import { asAdmin } from '../../../src/database/connect';
import { globalId } from '../../../src/base/global-id';
import { allThings, type Thing } from '../../../src/model/thing';
import type { TestDatabase } from '../database';
import type { Chance } from './chance';

export interface SampleRow {
  readonly country: string;
  readonly id: string;
  /** By column, as JSON tells them. */
  readonly values: Readonly<Record<string, unknown>>;
}

const countries = ['ZA', 'BW', 'MZ', 'ZW'] as const;
const perCountry = 12;

export class Sample {
  private constructor(private readonly rows: ReadonlyMap<string, readonly SampleRow[]>) {}

  static async of(database: TestDatabase): Promise<Sample> {
    const rows = new Map<string, SampleRow[]>();
    await asAdmin(database.admin, async (client) => {
      for (const thing of allThings.values()) {
        const found: SampleRow[] = [];
        for (const country of countries) found.push(...(await rowsOf(client, country, thing)));
        rows.set(thing.name, found);
      }
    });
    return new Sample(rows);
  }

  /** A row of a thing, of this country more often than of others. */
  row(chance: Chance, thing: Thing, country: string): SampleRow | undefined {
    const all = this.rows.get(thing.name) ?? [];
    const near = all.filter((row) => row.country === country);
    const from = near.length > 0 && chance.odds(80) ? near : all;
    return from.length > 0 ? chance.pick(from) : undefined;
  }

  /** An id of a thing as a client may send one: global or raw, of a record or of none, or no id at all. */
  id(chance: Chance, thing: Thing, country: string, forms: { raw: boolean; malformed: boolean }): string {
    const row = this.row(chance, thing, country);
    if (forms.malformed && chance.odds(20)) return chance.pick(['', 'x', 'Q2FzZTpaQTp4', '0198c0de', 'é']);
    const uuid = row && chance.odds(92) ? row.id : noRecord(chance);
    if (forms.raw && chance.odds(20)) return chance.odds(80) ? uuid : uuid.toUpperCase();
    const named = chance.odds(93) ? thing.name : chance.pick(['Case', 'Survivor', 'Organisation', 'Nothing', 'Query']);
    return globalId(named, chance.odds(93) ? (row?.country ?? country) : chance.pick(countries), uuid);
  }
}

const absent = ['0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f00', '7d444840-9dc0-41d1-b245-5ffdce74fad2'] as const;
const noRecord = (chance: Chance): string => chance.pick(absent);

async function rowsOf(client: Client, country: string, thing: Thing): Promise<SampleRow[]> {
  const table = `"${country.toLowerCase()}"."${thing.table}"`;
  const { rows } = await client.query<{ values: Record<string, unknown> }>(
    `SELECT to_jsonb(t) AS values FROM ${table} t ORDER BY md5(t.id::text) LIMIT ${perCountry}`,
  );
  return rows.map(({ values }) => ({ country, id: values.id as string, values }));
}
