/** The demonstration data tell of access and use what the API reckons of the same sessions and services. */
import type { QueryResultRow } from 'pg';
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
