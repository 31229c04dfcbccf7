/** The demonstration data tell of access and use what the API reckons of the same sessions and services. */
import type { QueryResultRow } from 'pg';
import { AccessOfNeeds1795931500000 } from '../../../migrations/country/1795931500000-access-of-needs';
import { HeldAdmin } from '../../support/admin';
import { startApp } from '../../support/outside';
import type { TestApp } from '../../support/app';
import type { Sql } from '../../../src/base/sql';
import { accessWith, changedIn, metBy } from '../../../src/domain/casework/need/service-need.access';
import type { ServiceNeed } from '../../../src/domain/casework/need/service-need.entity';

let api: TestApp;
let admin: HeldAdmin;
beforeAll(async () => {
  api = await startApp();
  admin = new HeldAdmin(api.database);
});
afterAll(async () => {
  await admin?.end();
  await api?.close();
});

test.each(['za', 'bw', 'zw', 'mz'])('in %s', async (country) => {
  const query = <R extends QueryResultRow>({ text, values }: Sql): Promise<R[]> =>
    admin.rows<R>(text, [...values], country);
  const needs = await admin.rows<ServiceNeed>(
    `SELECT id, category, status, served_at AS "servedAt", decided_at AS "decidedAt", accessed_at AS "accessedAt",
       access_basis AS "accessBasis", used_at AS "usedAt", use_basis AS "useBasis" FROM service_need`,
    [],
    country,
  );
  const met = await metBy(
    { query },
    needs.map(({ id }) => id),
  );
  const wrong = needs.flatMap((need) => {
    const access = accessWith(need, met.get(need.id));
    return changedIn(need, access) ? [[need, access]] : [];
  });
  expect(needs.length).toBeGreaterThan(20);
  expect(wrong.slice(0, 3)).toEqual([]);
});

test.each(['za', 'bw', 'zw', 'mz'])(
  'in %s what was recorded before is filled in by the same rules',
  async (country) => {
    const { steps } = new AccessOfNeeds1795931500000() as unknown as { steps: readonly string[] };
    const read = () =>
      admin.rows(`SELECT id, accessed_at, access_basis, used_at, use_basis FROM service_need ORDER BY id`, [], country);
    const before = await read();
    await admin.rows(
      `UPDATE service_need SET accessed_at = NULL, access_basis = NULL, used_at = NULL, use_basis = NULL`,
      [],
      country,
    );
    for (const step of steps) await admin.rows(step, [], country);
    const after = await read();
    expect(after.filter((one, nth) => JSON.stringify(one) !== JSON.stringify(before[nth])).slice(0, 3)).toEqual([]);
    expect(new Set(after.map(({ access_basis: basis }) => basis)).size).toBeGreaterThan(4);
    expect(after).toEqual(before);
  },
);
