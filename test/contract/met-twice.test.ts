/** A record that is met several times in an answer shows the same list below it each time, every record of it once. */
import type { Client, TestApp } from '../support/app';
import { sharedApp } from '../support/outside';

interface List {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

let api: TestApp;
let manager: Client;
beforeAll(async () => {
  api = await sharedApp();
  manager = await api.as('case-manager', 'za');
});
afterAll(() => api?.close());

async function caseWithReferrals(): Promise<{ id: string; referrals: List }> {
  const { data } = await manager.query(
    '{ cases(first: 100) { edges { node { id referrals(first: 50) { totalCount edges { node { id } } } } } } }',
  );
  const { edges } = data.cases as { edges: { node: { id: string; referrals: List } }[] };
  const found = edges.find(({ node }) => node.referrals.totalCount > 1);
  if (!found) throw new Error('no case of the demo data has several referrals');
  return found.node;
}

it.each(['', 'pageInfo { hasNextPage }'])('the referrals of the case of each referral of a case: %s', async (more) => {
  const { id, referrals } = await caseWithReferrals();
  const { data, errors } = await manager.query(
    `query ($id: ID!) { referrals(filter: { case: { eq: $id } }) { edges { node { case {
      referrals(first: 50) { totalCount edges { node { id } } ${more} } } } } } }`,
    { id },
  );
  expect(errors).toEqual([]);
  const below = (data.referrals as { edges: { node: { case: { referrals: List } } }[] }).edges;
  expect(below).toHaveLength(referrals.totalCount);
  for (const { node } of below) expect(node.case.referrals).toMatchObject(referrals);
});
