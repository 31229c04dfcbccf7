/** Slips for services: given to nobody known, and confirmed by the number on them. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told } from '../acting';
import type { World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly status: string;
  readonly givenOn: string;
  readonly confirmedUsedOn: string | null;
  readonly organisation: { name: string };
}

const act = actor<Shown>('serviceSlip', 'id version number status givenOn confirmedUsedOn organisation { name }');

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const slip = { category: 'HEALTH', serviceType: 'PEP', givenOn: '2026-03-02' };
const given = async (client = manager): Promise<Shown> => done(await act(client, 'giveServiceSlip', slip));
const confirm = (which: object, values: object = {}, client = manager) =>
  act(client, 'confirmServiceSlip', { slip: which, ...values });

it('is given with a number of its own, and of nobody', async () => {
  const [one, other] = [await given(), await given()];
  expect(one).toMatchObject({ status: 'GIVEN', givenOn: '2026-03-02', organisation: { name: 'Partner' } });
  expect(one.number).toMatch(/^V-[0-9A-HJKMNP-TV-Z]{7}$/);
  expect(one.number).not.toBe(other.number);
  const { data } = await manager.query(
    '{ __type(name: "ServiceSlip") { fields { name type { name ofType { name } } } } }',
  );
  const leads = (data.__type.fields as { type: { name: string; ofType: { name: string } | null } }[]).map(
    ({ type }) => type.name ?? type.ofType?.name,
  );
  expect(leads.filter((name) => ['Survivor', 'Case', 'Referral'].includes(name))).toEqual([]);
});

it('is confirmed by its number, however it is typed', async () => {
  const { number } = await given();
  const typed = number.toLowerCase().replace('-', ' ');
  const after = done(await confirm({ number: typed }, { confirmedUsedOn: '2026-03-05' }));
  expect(after).toMatchObject({ number, status: 'USED', confirmedUsedOn: '2026-03-05' });
  expect(done(await confirm({ number: number.slice(2) }, { confirmedUsedOn: '2026-03-06' }))).toMatchObject({
    confirmedUsedOn: '2026-03-06',
  });
});

it('is confirmed by its id, today unless said otherwise', async () => {
  const { id } = await given();
  const { status, confirmedUsedOn } = done(await confirm({ serviceSlipId: id }));
  expect([status, confirmedUsedOn]).toEqual(['USED', expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
});

it('is not found by a number that is mistyped, nor by one of another organisation', async () => {
  const { number } = await given();
  const last = number.endsWith('7') ? '8' : '7';
  const wrong = await confirm({ number: number.slice(0, -1) + last });
  expect(told(wrong)).toEqual(['INVALID_INPUT slip.number']);
  const other = await given(await world.as('case-manager-2', 'za'));
  expect(told(await confirm({ number: other.number }))).toEqual(['NOT_FOUND slip.number']);
  expect(told(await confirm({ serviceSlipId: other.id }))).toEqual(['NOT_FOUND slip.serviceSlipId']);
});

it('is not used before it was given, nor ahead of today', async () => {
  const { id } = await given();
  const used = (confirmedUsedOn: string) => confirm({ serviceSlipId: id }, { confirmedUsedOn });
  expect(told(await used('2026-03-01'))).toEqual(['INVALID_INPUT confirmedUsedOn']);
  expect(told(await used('2199-01-01'))).toEqual(['INVALID_INPUT confirmedUsedOn']);
  expect(told(await act(manager, 'giveServiceSlip', { ...slip, givenOn: '2199-01-01' }))).toEqual([
    'INVALID_INPUT givenOn',
  ]);
});

it('is for a service of its kind', async () => {
  expect(told(await act(manager, 'giveServiceSlip', { ...slip, category: 'LEGAL' }))).toEqual([
    'INVALID_INPUT serviceType',
  ]);
});

it('a confirmation that was a mistake is taken back, and the slip taken out', async () => {
  const { id } = await given();
  const used = done(await confirm({ serviceSlipId: id }));
  const input = { id, expectedVersion: used.version, confirmedUsedOn: null };
  const after = done(await act(manager, 'updateServiceSlip', input));
  expect(after).toMatchObject({ status: 'GIVEN', confirmedUsedOn: null });
  const voidedReason = 'Given twice.';
  done(await act(manager, 'voidServiceSlip', { id, expectedVersion: after.version, voidedReason }));
  expect(told(await confirm({ serviceSlipId: id }))).toEqual(['VOIDED slip.serviceSlipId']);
});

it.each([
  ['en', 'It was given on 2026-03-02; it cannot have been used before.'],
  ['pt', 'Foi entregue em 2026-03-02; não pode ter sido usada antes.'],
])('says what is wrong in the language of the caller (%s)', async (language, message) => {
  const input = { slip: { serviceSlipId: (await given()).id }, confirmedUsedOn: '2026-03-01' };
  const { problems } = await act(manager, 'confirmServiceSlip', input, { 'accept-language': language });
  expect(problems).toMatchObject([{ message }]);
});

describe('by role', () => {
  it.each(['field-worker', 'supervisor', 'partner-admin'])('a %s gives and confirms one', async (role) => {
    const client = await world.as(role, 'za');
    const { id } = await given(client);
    expect(done(await confirm({ serviceSlipId: id }, {}, client)).status).toBe('USED');
  });

  it('a field worker confirms the own ones alone', async () => {
    const { number } = await given();
    const worker = await world.as('field-worker', 'za');
    expect(told(await confirm({ number }, {}, worker))).toEqual(['NOT_FOUND slip.number']);
  });

  it('the M&E officer counts them, and gives none', async () => {
    const { id } = await given();
    const officer = await world.as('me-officer', 'za');
    const { data } = await officer.query(
      'query ($id: ID!) { serviceSlips(filter: { id: { eq: $id } }) { totalCount } }',
      { id },
    );
    expect(data.serviceSlips.totalCount).toBe(1);
    expectForbidden(await act(officer, 'giveServiceSlip', slip));
  });

  it.each(['service-provider', 'privacy-officer', 'secretariat'])('a %s may do nothing with them', async (role) => {
    const client = await (role === 'secretariat' ? world.as(role) : world.as(role, 'za'));
    expectForbidden(await act(client, 'giveServiceSlip', slip));
    const { errors } = await client.query('{ serviceSlips { totalCount } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});
