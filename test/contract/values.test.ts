/** A document is planned once for all values: each request gets the answer to its own. */
import { adminRows } from '../support/admin';
import type { Client, TestApp } from '../support/app';
import { startApp } from '../support/outside';

let api: TestApp;
let manager: Client;
beforeAll(async () => {
  api = await startApp();
  manager = await api.as('case-manager', 'za');
});
afterAll(() => api?.close());

interface Listed {
  readonly cases: { readonly edges: readonly { readonly node: { readonly id: string; readonly status: string } }[] };
}

const nodesOf = (data: Listed): Listed['cases']['edges'][number]['node'][] => data.cases.edges.map(({ node }) => node);

it('of a filter, of a page length and of an order', async () => {
  const document = `query ($status: CaseStatus, $first: Int, $direction: OrderDirection!) {
    cases(first: $first, filter: { status: { eq: $status } }, orderBy: [{ field: OPENED_AT, direction: $direction }]) {
      edges { node { id status } } } }`;
  const ask = async (status: string, first: number, direction: string): Promise<{ id: string; status: string }[]> =>
    nodesOf((await manager.query(document, { status, first, direction })).data as Listed);
  for (let turn = 0; turn < 3; turn++) {
    const [closed, open] = [await ask('CLOSED', 5, 'ASC'), await ask('REGISTERED', 3, 'ASC')];
    expect(new Set(closed.map(({ status }) => status))).toEqual(new Set(['CLOSED']));
    expect(new Set(open.map(({ status }) => status))).toEqual(new Set(['REGISTERED']));
    expect([closed.length, open.length]).toEqual([5, 3]);
    expect((await ask('CLOSED', 5, 'DESC'))[0]).not.toEqual(closed[0]);
  }
});

it('of an id and of a purpose, in the answer and in the access log', async () => {
  const [one, other] = nodesOf(
    (
      await manager.query(
        '{ cases(first: 2, filter: { status: { eq: IN_FOLLOW_UP } }) { edges { node { id status } } } }',
      )
    ).data as Listed,
  );
  const document = `query ($id: ID!, $purpose: AccessPurpose) { case(id: $id) { id notes(purpose: $purpose) { edges { node { id } } }
    survivor { safeContact(purpose: $purpose) { id } identity(purpose: $purpose) { id } } } }`;
  const read = async (id: string, purpose: string): Promise<unknown> =>
    ((await manager.query(document, { id, purpose })).data as { case: { id: string } }).case.id;
  for (const purpose of ['CASE_WORK', 'SUPERVISION', 'QUALITY_REVIEW']) {
    expect([await read(one!.id, purpose), await read(other!.id, purpose)]).toEqual([one!.id, other!.id]);
  }
  const logged = await adminRows(
    api.database,
    'SELECT purpose, count(*)::int AS n FROM za.access_log_entry GROUP BY 1',
  );
  const counts = new Map(logged.map((row) => [row.purpose, row.n]));
  expect(counts.get('SUPERVISION')).toBeGreaterThan(0);
  expect(counts.get('QUALITY_REVIEW')).toBe(counts.get('SUPERVISION'));
});
