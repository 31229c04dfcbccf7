/** The demonstration data in volume: what it fills and how it is stopped on the way. */
import { isVacant, seedDemo } from '../../../seeds';
import type { AdminConfig } from '../../../src/base/config';
import type { Administration } from '../../../src/installation/administration';
import { asOwner } from '../../../src/database/connect';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { administer, catalogue, seeding } from '../../seeds/vacant';

let database: TestDatabase;
let administration: Administration;
let config: AdminConfig;

const query = async <R extends object>(schema: string, text: string, values: unknown[] = []): Promise<R[]> =>
  asOwner(administration.main, schema, async (client) => (await client.query<R>(text, values)).rows);

async function open(): Promise<void> {
  database = await freshDatabase('migrated');
  ({ administration, config } = administer(database.env));
}

const options = (scale = 1, only?: readonly string[]) => seeding(config, scale, only);

describe('an installation without accounts', () => {
  beforeEach(open);
  afterEach(() => database.drop());

  it('is filled in any volume, and its indexes and foreign keys are as before', async () => {
    const before = await catalogue(administration);
    const [report] = await seedDemo(administration, options(10, ['BW']));
    expect(report?.rows).toBeGreaterThan(30_000);
    expect(await catalogue(administration)).toEqual(before);
    expect(await query('bw', 'SELECT id FROM "case"')).toHaveLength(1_900);
  });

  it('tells how far its filling is, never less than before', async () => {
    const shares: number[] = [];
    await seedDemo(administration, { ...options(2, ['BW', 'MZ']), progress: (share) => void shares.push(share) });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([shares.length > 20, shares.at(-1)]).toEqual([true, 1]);
  });

  it.each([0.3, 0.95])('is as empty as before when its filling is stopped with %d of it done', async (when) => {
    const before = await catalogue(administration);
    const abort = new AbortController();
    const stopped = seedDemo(administration, {
      ...options(2, ['BW']),
      signal: abort.signal,
      progress: (share) => (share > when ? abort.abort(new Error('enough')) : undefined),
    });
    await expect(stopped).rejects.toThrow('enough');
    expect([await catalogue(administration), await query('bw', 'SELECT id FROM organisation')]).toEqual([before, []]);
    expect(await isVacant(administration)).toBe(true);
  });
});
