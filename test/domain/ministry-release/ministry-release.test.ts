/** Who releases exact numbers to a ministry, what of a release can be wrong, and how it ends. */
import { randomUUID } from 'node:crypto';
import { sharedApp } from '../../support/outside';
import type { Client, TestApp } from '../../support/app';
import { dayFromNow } from '../../support/days';
import { done, expectForbidden, told } from '../acting';
import { act, release, revoke, whole, type Release } from './releasing';

const countries = ['za', 'mz'] as const;
const others = ['field-worker', 'case-manager', 'supervisor', 'partner-admin', 'me-officer', 'service-provider'];

let api: TestApp;
beforeAll(async () => {
  api = await sharedApp();
});
afterAll(() => api?.close());

const shown = `query ($id: ID!) { ministryRelease(id: $id) { id status history { edges { node { action } } } } }`;
const list = '{ ministryReleases(first: 50) { edges { node { id } } } }';

async function seenBy(client: Client, id: string): Promise<boolean> {
  const { data } = await client.query(shown, { id });
  return Boolean((data as { ministryRelease: object | null } | null)?.ministryRelease);
}

describe.each(countries)('in %s', (country) => {
  let officer: Client;
  let made: Release;
  beforeAll(async () => {
    officer = await api.as('privacy-officer', country);
    made = done(await release(officer));
  });

  it('the privacy officer releases and revokes, and the history says so', async () => {
    expect(made).toMatchObject({ ...whole, status: 'IN_FORCE', revokedAt: null });
    const another = done(await release(officer));
    expect(await revoke(officer, another)).toMatchObject({
      status: 'REVOKED',
      revokedAt: expect.any(String) as string,
    });
    const { data } = await officer.query(shown, { id: another.id });
    const edges = data.ministryRelease.history.edges as { node: { action: string } }[];
    expect(edges.map(({ node }) => node.action)).toEqual(['revokeMinistryRelease', 'releaseToMinistry']);
  });

  it.each(others)('a %s does neither', async (role) => {
    const client = await api.as(role, country);
    expectForbidden(await release(client));
    expectForbidden(await act(client, 'revokeMinistryRelease', { id: made.id, expectedVersion: made.version }));
  });

  it('only whoever reads the numbers of the country sees it beside the privacy officer', async () => {
    const seen = [];
    for (const role of [...others, 'privacy-officer'])
      if (await seenBy(await api.as(role, country), made.id)) seen.push(role);
    for (const role of ['secretariat', 'analyst']) if (await seenBy(await api.as(role), made.id)) seen.push(role);
    expect(seen).toEqual(['me-officer', 'privacy-officer']);
  });

  it('another country neither sees nor revokes it', async () => {
    const elsewhere = await api.as('privacy-officer', country === 'za' ? 'mz' : 'za');
    expect(await seenBy(elsewhere, made.id)).toBe(false);
    const { data } = await elsewhere.query(list);
    expect(JSON.stringify(data)).not.toContain(made.id);
    const input = { id: made.id, expectedVersion: made.version };
    expect(told(await act(elsewhere, 'revokeMinistryRelease', input))).toEqual(['NOT_FOUND id']);
  });
});

describe('a release', () => {
  let officer: Client;
  beforeAll(async () => {
    officer = await api.as('privacy-officer', 'bw');
  });

  it('keeps its address as the command that sends writes it', async () => {
    const made = done(await release(officer, { address: 'HTTPS://DHIS2.Health.example/hmis/api/' }));
    expect(made.address).toBe('https://dhis2.health.example/hmis');
  });

  it('is of the whole country where nothing is said by what', async () => {
    expect(done(await release(officer, { by: undefined })).by).toEqual([]);
  });

  it('is made once by what is sent twice', async () => {
    const idempotencyKey = randomUUID();
    const [first, again] = [await release(officer, { idempotencyKey }), await release(officer, { idempotencyKey })];
    expect(done(again).id).toBe(done(first).id);
  });

  it.each<[string, object, string]>([
    ['an address without https', { address: 'http://dhis2.example' }, 'address'],
    ['an address with a password', { address: 'https://me:secret@dhis2.example' }, 'address'],
    ['an address of this machine', { address: 'http://localhost:8080' }, 'address'],
    ['an address that is none', { address: 'the ministry' }, 'address'],
    ['no indicator', { indicatorCodes: [] }, 'indicatorCodes'],
    ['an indicator that there is not', { indicatorCodes: ['I03', 'X99'] }, 'indicatorCodes.1'],
    ['a dimension that none of them is told by', { indicatorCodes: ['I08'], by: ['PERPETRATOR'] }, 'by.0'],
    ['days the wrong way round', { endsOn: '2024-12-31' }, 'endsOn'],
    ['a day that is over', { validUntil: dayFromNow(-1) }, 'validUntil'],
    ['more than a year', { validUntil: dayFromNow(367) }, 'validUntil'],
    ['no ministry', { ministry: ' ' }, 'ministry'],
    ['no reason', { reason: '' }, 'reason'],
  ])('is refused for %s', async (_, values, path) => {
    expect(told(await release(officer, values))).toEqual([`INVALID_INPUT ${path}`]);
  });

  it('tells all that is wrong at once, in Portuguese where that is asked for', async () => {
    const wrong = { address: 'dhis2', indicatorCodes: ['X99'], by: [], validUntil: dayFromNow(-1) };
    const answer = await release(officer, wrong, { 'accept-language': 'pt' });
    expect(told(answer)).toEqual([
      'INVALID_INPUT address',
      'INVALID_INPUT indicatorCodes.0',
      'INVALID_INPUT validUntil',
    ]);
    expect(answer.problems[0]?.message).toMatch(/^Não é um endereço/);
  });

  it('is revoked once', async () => {
    const made = done(await release(officer));
    const { id, version } = await revoke(officer, made);
    expect(told(await act(officer, 'revokeMinistryRelease', { id, expectedVersion: version }))[0]).toMatch(
      /^ILLEGAL_STEP/,
    );
    expect(told(await act(officer, 'revokeMinistryRelease', { id, expectedVersion: made.version }))[0]).toMatch(
      /^VERSION_CONFLICT/,
    );
  });
});
