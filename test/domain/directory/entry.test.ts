/** Entries of the service directory: who keeps them, what can be said in them, and how they stand. */
import '../../../src/domain/all';
import { asOwner } from '../../../src/database/connect';
import { schemaOf } from '../../../src/database/roles';
import { ServiceEntryStatus } from '../../../src/domain/directory/directory.codes';
import { serviceEntryLifecycle } from '../../../src/domain/directory/service-entry.lifecycle';
import type { Client } from '../../support/app';
import { openWorld, sweepNow } from '../../support/outside';
import { dayFromNow } from '../../support/days';
import { done, expectForbidden, told } from '../acting';
import type { CountryName, World } from '../world';
import { act, actAsProvider, add, names, outside, type EntryShown } from './acts';

let world: World;
const today = dayFromNow(0);
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const sql = (country: CountryName, text: string, values: unknown[] = []): Promise<unknown> =>
  asOwner(world.database.admin, schemaOf(country.toUpperCase()), (client) => client.query(text, values));
const confirmedAgo = (country: CountryName, { id }: Pick<EntryShown, 'id'>, days: number): Promise<unknown> =>
  sql(country, 'UPDATE service_entry SET last_confirmed_on = $1 WHERE id = $2', [dayFromNow(-days), uuid(id)]);
const uuid = (id: string): string => /[0-9a-f-]{36}/.exec(Buffer.from(id, 'base64url').toString('latin1'))![0];

describe.each(['za', 'mz'] as const)('in %s', (country) => {
  it.each(['case-manager', 'supervisor', 'partner-admin'])('%s adds a provider outside the system', async (who) => {
    const entry = await add(await world.as(who, country));
    expect(entry).toMatchObject({ ...{ name: outside.name, status: 'CURRENT', organisation: null }, closedOn: null });
    expect(entry).toMatchObject({ keptBy: { name: 'Partner' }, lastConfirmedOn: today });
    expect(entry.confirmedBy).toEqual({ name: `${who} ${country}` });
  });

  it.each(['field-worker', 'me-officer', 'privacy-officer'])('%s reads it and adds none', async (who) => {
    const client = await world.as(who, country);
    const { name } = await add(await world.as('case-manager', country), { name: `Seen by ${who}` });
    expect(await names(client, `filter: { name: { eq: "${name}" } }`)).toEqual([name]);
    expectForbidden(await act(client, 'addServiceEntry', outside));
  });

  it('has a provider keep its own entry, and no other', async () => {
    const provider = await world.as('service-provider', country);
    const mine = done(
      await actAsProvider(provider, 'addServiceEntry', { categories: ['HEALTH'], coverage: 'NATIONWIDE' }),
    );
    expect(mine).toMatchObject({ name: 'Clinic', organisation: { name: 'Clinic' }, keptBy: { name: 'Clinic' } });
    expect(told(await act(provider, 'addServiceEntry', outside))).toEqual(['INVALID_INPUT name']);
    const { partner, clinic } = world.organisation[country];
    const of = (organisationId: string): object => ({ organisationId, categories: ['LEGAL'], coverage: 'NATIONWIDE' });
    expect(told(await act(provider, 'addServiceEntry', of(partner)))).toEqual(['INVALID_INPUT organisationId']);
    const theirs = await add(await world.as('case-manager', country));
    const { answer, record } = await act(provider, 'confirmServiceEntry', { id: theirs.id, expectedVersion: 1 });
    expect(record).toBeNull();
    expect(answer.text).toMatch(/NOT_FOUND|FORBIDDEN/);
    // What the partner keeps about the provider, the provider confirms.
    const about = done(await act(await world.as('case-manager', country), 'addServiceEntry', of(clinic)));
    expect(about).toMatchObject({ name: 'Clinic', keptBy: { name: 'Partner' } });
    done(await actAsProvider(provider, 'confirmServiceEntry', { id: about.id, expectedVersion: 1 }));
  });

  it('is changed by no other organisation', async () => {
    const { id } = await add(await world.as('case-manager', country));
    const other = await world.as('case-manager-2', country);
    for (const action of ['updateServiceEntry', 'confirmServiceEntry', 'closeServiceEntry', 'voidServiceEntry'])
      expect((await act(other, action, { id, expectedVersion: 1 })).record).toBeNull();
  });

  it('becomes stale, and tells whoever keeps it once', async () => {
    const manager = await world.as('case-manager', country);
    const [health, emergency] = [
      await add(manager, { name: 'A clinic' }),
      await add(manager, { name: 'A helpline', categories: ['EMERGENCY_RESPONSE', 'HEALTH'] }),
    ];
    await confirmedAgo(country, health, 89);
    await confirmedAgo(country, emergency, 29);
    expect(await sweepNow(world, country, 'staleServiceEntries')).toBe(0);
    await confirmedAgo(country, emergency, 30);
    expect(await sweepNow(world, country, 'staleServiceEntries')).toBe(1);
    await confirmedAgo(country, health, 90);
    expect(await sweepNow(world, country, 'staleServiceEntries')).toBe(1);
    expect(await sweepNow(world, country, 'staleServiceEntries')).toBe(0);
    expect((await names(manager, 'filter: { status: { eq: STALE } }')).sort()).toEqual(['A clinic', 'A helpline']);
    const { data } = await manager.query('{ notices(first: 50) { edges { node { kind } } } }');
    const kinds = (data.notices.edges as { node: { kind: string } }[]).map(({ node }) => node.kind);
    expect(kinds.filter((kind) => kind === 'SERVICE_ENTRY_STALE')).toHaveLength(2);
    for (const { id } of [health, emergency])
      expect(done(await act(manager, 'confirmServiceEntry', { id, expectedVersion: 2 }))).toMatchObject({
        ...{ status: 'CURRENT', lastConfirmedOn: today },
      });
  });
});

describe('what does not fit', () => {
  let manager: Client;
  let district: string;
  let province: string;
  beforeAll(async () => {
    manager = await world.as('case-manager', 'za');
    const { data } = await manager.query('{ districts(first: 1) { edges { node { code province { code } } } } }');
    const [{ node }] = data.districts.edges;
    [district, province] = [node.code, node.province.code];
  });

  it.each<[string, object, string[]]>([
    ['no category', { categories: [] }, ['categories']],
    ['a service of another category', { serviceTypes: ['PEP', 'BAIL'] }, ['serviceTypes.1']],
    ['nothing and something', { asksFor: ['NOTHING', 'FEE'] }, ['asksFor']],
    ['a day that is none', { openingHours: ['Mo 08:00-16:30', 'Xx 08:00-09:00'] }, ['openingHours.1']],
    ['an end before the beginning', { openingHours: ['Mo 16:00-08:00'] }, ['openingHours.0']],
    ['more than a day', { openingHours: ['Mo 08:00-24:30'] }, ['openingHours.0']],
    ['an overlap', { openingHours: ['Tu 08:00-12:00', 'Tu 11:00-15:00'] }, ['openingHours.1']],
    ['an overlap within a range', { openingHours: ['Mo-Fr 08:00-12:00', 'We 11:00-15:00'] }, ['openingHours.1']],
    ['holidays', { openingHours: ['Mo-Fr 08:00-12:00; PH off'] }, ['openingHours.0']],
    ['hours of what is always open', { alwaysOpen: true, openingHours: ['Mo 08:00-16:30'] }, ['openingHours']],
    ['the address of a safe house', { categories: ['SAFE_HOUSE'], address: 'Here' }, ['address']],
    ['no number', { telephone: 'ask Mary' }, ['telephone']],
    ['no address of mail', { email: 'nobody' }, ['email']],
    ['no districts', { coverage: 'DISTRICTS' }, ['districtCodes']],
    ['no provinces', { coverage: 'PROVINCES' }, ['provinceCodes']],
    ['a district that there is not', { coverage: 'DISTRICTS', districtCodes: ['XX'] }, ['districtCodes.0']],
    ['a province that there is not', { coverage: 'PROVINCES', provinceCodes: ['XX'] }, ['provinceCodes.0']],
  ])('%s is refused', async (_, input, paths) => {
    const refused = paths.map((path) => `INVALID_INPUT ${path}`);
    expect(told(await act(manager, 'addServiceEntry', { ...outside, ...input }))).toEqual(refused);
    const entry = await add(manager);
    const change = { id: entry.id, expectedVersion: entry.version, ...input };
    expect(told(await act(manager, 'updateServiceEntry', change))).toEqual(refused);
  });

  it('makes no safe house of what had an address, also where it was taken out; nor gives one to who runs a safe house', async () => {
    const entry = await add(manager, { address: '12 Hidden Road' });
    const become = { id: entry.id, expectedVersion: 1, categories: ['SAFE_HOUSE'], address: null };
    expect(told(await act(manager, 'updateServiceEntry', become))).toEqual(['INVALID_INPUT categories']);
    const none = done(await act(manager, 'updateServiceEntry', { id: entry.id, expectedVersion: 1, address: null }));
    const later = { id: entry.id, expectedVersion: none.version, categories: ['SAFE_HOUSE'] };
    expect(told(await act(manager, 'updateServiceEntry', later))).toEqual(['INVALID_INPUT categories']);
    const organisationId = world.organisation.za.otherPartner;
    const of = { organisationId, name: undefined };
    await add(manager, { ...of, categories: ['SAFE_HOUSE'] });
    const another = { ...outside, ...of, address: '7 Secret Street' };
    expect(told(await act(manager, 'addServiceEntry', another))).toEqual(['INVALID_INPUT address']);
  });

  it('takes places beside the coverage that is given alone', async () => {
    const codes = { provinceCodes: [province], districtCodes: [district] };
    expect(told(await act(manager, 'addServiceEntry', { ...outside, ...codes }))).toEqual([
      ...['INVALID_INPUT provinceCodes', 'INVALID_INPUT districtCodes'],
    ]);
    await add(manager, { coverage: 'DISTRICTS', districtCodes: [district] });
    await add(manager, { coverage: 'PROVINCES', provinceCodes: [province] });
  });

  it('takes stretches that touch, up to midnight', async () => {
    const openingHours = ['Mo 00:00-12:00', 'Mo 12:00-24:00'];
    expect(await add(manager, { openingHours })).toMatchObject({ openingHours });
  });

  it('takes ranges and lists of days as OpenStreetMap writes them, and keeps one stretch of one day each', async () => {
    const entry = await add(manager, {
      openingHours: ['Mo-We 08:00-12:00,13:00-16:30; Fr 08:00-12:00', 'Su-Mo 20:00-24:00'],
    });
    expect(entry.openingHours).toEqual([
      ...['Mo', 'Tu', 'We'].flatMap((day) => [`${day} 08:00-12:00`, `${day} 13:00-16:30`]),
      ...['Fr 08:00-12:00', 'Su 20:00-24:00', 'Mo 20:00-24:00'],
    ]);
    const change = { id: entry.id, expectedVersion: 1, openingHours: ['Sa,Su 09:00-12:00'] };
    expect(done(await act(manager, 'updateServiceEntry', change)).openingHours).toEqual([
      ...['Sa 09:00-12:00', 'Su 09:00-12:00'],
    ]);
  });

  it('knows no day to come, nor an earlier confirmation than the last', async () => {
    const { id } = await add(manager);
    const later = '2199-01-01';
    const on = (day: string): object => ({ id, expectedVersion: 1, lastConfirmedOn: day });
    expect(told(await act(manager, 'confirmServiceEntry', on(later)))).toEqual(['NOT_YET lastConfirmedOn']);
    expect(told(await act(manager, 'confirmServiceEntry', on('2026-01-01')))).toEqual([
      'INVALID_INPUT lastConfirmedOn',
    ]);
    const closing = { id, expectedVersion: 1, closedOn: later };
    expect(told(await act(manager, 'closeServiceEntry', closing))).toEqual(['NOT_YET closedOn']);
  });

  it('of a service provider of another country is no organisation here', async () => {
    const organisationId = world.organisation.mz.clinic;
    const input = { organisationId, categories: ['HEALTH'], coverage: 'NATIONWIDE' };
    expect(told(await act(manager, 'addServiceEntry', input))).toEqual(['NOT_FOUND organisationId']);
  });
});

describe('the lifecycle', () => {
  const steps = [
    'updateServiceEntry',
    'confirmServiceEntry',
    'closeServiceEntry',
    'reopenServiceEntry',
    'voidServiceEntry',
  ];
  const to: Readonly<Record<string, string>> = {
    confirmServiceEntry: 'CURRENT',
    closeServiceEntry: 'CLOSED',
    reopenServiceEntry: 'CURRENT',
  };
  const legal = new Map(ServiceEntryStatus.codes.map((code) => [code, serviceEntryLifecycle.allowed(code)]));

  it.each(ServiceEntryStatus.codes.flatMap((from) => steps.map((step) => [from, step] as const)))(
    'from %s: %s',
    async (from, step) => {
      const manager = await world.as('case-manager', 'za');
      const { id } = await add(manager);
      await sql('za', 'UPDATE service_entry SET status = $1 WHERE id = $2', [from, uuid(id)]);
      const acted = await act(manager, step, { id, expectedVersion: 1 });
      if (!legal.get(from)!.includes(step)) return expect(told(acted)).toEqual(['ILLEGAL_STEP']);
      expect(done(acted).status).toBe(to[step] ?? from);
    },
  );

  it('is over for what was recorded in error', async () => {
    const manager = await world.as('case-manager', 'za');
    const { id } = await add(manager, { name: 'A mistake' });
    done(await act(manager, 'voidServiceEntry', { id, expectedVersion: 1 }));
    expect(await names(manager, 'filter: { name: { eq: "A mistake" } }')).toEqual([]);
    for (const step of steps) expect(told(await act(manager, step, { id, expectedVersion: 2 }))).toEqual(['VOIDED id']);
  });

  it('is still read by who kept it and their organisation, and by nobody else', async () => {
    const manager = await world.as('case-manager', 'za');
    const { id } = await add(manager, { name: 'Nobody’s' });
    done(await act(manager, 'voidServiceEntry', { id, expectedVersion: 1 }));
    const read = async (who: string): Promise<unknown> => {
      const document = 'query ($id: ID!) { serviceEntry(id: $id) { name } }';
      return (await (await world.as(who, 'za')).query(document, { id })).data.serviceEntry;
    };
    for (const who of ['case-manager', 'supervisor', 'privacy-officer'])
      expect([who, await read(who)]).toEqual([who, { name: 'Nobody’s' }]);
    for (const who of ['case-manager-2', 'supervisor-2', 'field-worker', 'service-provider', 'me-officer'])
      expect([who, await read(who)]).toEqual([who, null]);
  });
});
