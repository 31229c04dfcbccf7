/** Who sets targets of indicators and who reads them, in every country. */
import { startApp } from '../../support/outside';
import { done, expectForbidden, told } from '../acting';
import { act, now, set as setBy } from './target-place';
import type { Client } from '../../support/app';

const set = (values: object, client: Client) => setBy(client, values);

describe.each(['za', 'bw', 'mz', 'zw'])('in %s', (country) => {
  let api: Awaited<ReturnType<typeof startApp>>;
  beforeAll(async () => void (api = await startApp()));
  afterAll(() => api?.close());

  it('officers set what they name, administrators what is their own', async () => {
    const [theirs, ours] = [await api.as('me-officer', country), await api.as('partner-admin', country)];
    const { data } = await ours.query(
      '{ viewer { account { organisation { id name } } } organisations(first: 50) { edges { node { id name } } } }',
    );
    const own = data.viewer.account.organisation as { id: string; name: string };
    const all = (data.organisations.edges as { node: { id: string; name: string } }[]).map(({ node }) => node);
    const other = all.find(({ id }) => id !== own.id)!;
    expect(done(await set({ period: '2101' }, theirs)).organisation).toBeNull();
    const another = done(await set({ period: '2101', organisationId: other.id }, theirs));
    expect(another.organisation?.name).toBe(other.name);
    const made = done(await set({ period: '2101' }, ours));
    expect(made.organisation?.name).toBe(own.name);
    expect(told(await set({ period: '2102', organisationId: other.id }, ours))).toEqual([
      'INVALID_INPUT organisationId',
    ]);
    const correct = { ...now(another), valueHundredths: 100 };
    expect(told(await act(ours, 'updateIndicatorTarget', correct))).toEqual(['NOT_FOUND id']);
    expect(told(await act(ours, 'voidIndicatorTarget', now(another)))).toEqual(['NOT_FOUND id']);
    done(await act(ours, 'updateIndicatorTarget', { ...now(made), valueHundredths: 100 }));
  });

  it('administrators who would change one of the country, or of others, are told why not; of what is not there, no more', async () => {
    const [theirs, ours] = [await api.as('me-officer', country), await api.as('partner-admin', country)];
    const { data } = await ours.query(
      '{ viewer { account { organisation { id } } } organisations(first: 50) { edges { node { id } } } }',
    );
    const own = data.viewer.account.organisation.id as string;
    const all = (data.organisations.edges as { node: { id: string } }[]).map(({ node }) => node.id);
    const national = done(await set({ period: '2104' }, theirs));
    const another = done(await set({ period: '2104', organisationId: all.find((id) => id !== own) }, theirs));
    const none = { id: crypto.randomUUID(), version: 1 };
    const says = async (action: string, target: { id: string; version: number }, locale: string): Promise<unknown> =>
      (await act(ours, action, now(target), { 'accept-language': locale })).problems.map(({ message }) => message);
    for (const action of ['updateIndicatorTarget', 'voidIndicatorTarget']) {
      expect(await says(action, national, 'en')).toEqual([expect.stringMatching(/^You read this record, but/)]);
      expect(await says(action, national, 'pt')).toEqual([expect.stringMatching(/^Pode ler este registo, mas/)]);
      expect(await says(action, another, 'en')).toEqual([expect.stringMatching(/^This record belongs to another/)]);
      expect(await says(action, none, 'en')).toEqual(['There is no such record.']);
    }
  });

  it.each(['field-worker', 'case-manager', 'supervisor', 'service-provider', 'privacy-officer'])(
    'a %s sets none, and reads them where they read activities',
    async (role) => {
      const client = await api.as(role, country);
      expectForbidden(await set({ period: '2103' }, client));
      const { data, errors } = await client.query('{ indicatorTargets(first: 100) { edges { node { period } } } }');
      const reads = !['service-provider', 'privacy-officer'].includes(role);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(reads ? [] : ['FORBIDDEN']);
      expect((data.indicatorTargets?.edges.length ?? 0) > 5).toBe(reads);
    },
  );

  it.each(['secretariat', 'analyst', 'operator'])('a %s of the region sets none', async (role) => {
    expectForbidden(await set({ period: '2103' }, await api.as(role)));
  });

  it('there are some to begin with, of a donor too, and the region reads them', async () => {
    const { data } = await (
      await api.as('analyst')
    ).query('{ indicatorTargets(first: 100) { edges { node { country fundingStream { financialYear } } } } }');
    type Edge = { node: { country: string; fundingStream: { financialYear: string } | null } };
    const found = (data.indicatorTargets.edges as Edge[]).filter(({ node }) => node.country.toLowerCase() === country);
    expect(found.some(({ node }) => node.fundingStream === null)).toBe(true);
    expect(found.some(({ node }) => node.fundingStream?.financialYear === 'FINANCIAL_OCTOBER')).toBe(true);
  });
});
