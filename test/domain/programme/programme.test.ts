/** Phases of the programme are data of every country; who funds whom is recorded by administrators, without amounts. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';

interface StreamShown {
  readonly id: string;
  readonly version: number;
  readonly organisation: { readonly name: string };
  readonly phase: { readonly code: string };
}
const act = actor<StreamShown>('fundingStream', 'id version organisation { name } phase { code }');
const phases = `{ programmePhases(first: 100) { edges { node {
  id country code nameEn namePt countryCodes countryCodesLabel firstYear lastYear } } } }`;

interface PhaseShown {
  readonly id: string;
  readonly country: string;
  readonly code: string;
}

let world: World;
let admin: Client;
let phaseId: string;
const phasesFor = async (client: Client): Promise<readonly PhaseShown[]> =>
  ((await client.query(phases)).data.programmePhases.edges as { node: PhaseShown }[]).map(({ node }) => node);
beforeAll(async () => {
  world = await openWorld();
  admin = await world.as('partner-admin', 'za');
  phaseId = (await phasesFor(admin)).find(({ code }) => code === 'HANDS_OFF_II')!.id;
});
afterAll(() => world.close());

const record = (values: object, client = admin): Promise<Acted<StreamShown>> =>
  act(client, 'recordFundingStream', {
    ...{ donor: 'An embassy', conduit: 'A foundation', phaseId, startsOn: '2019-07-01', endsOn: '2025-12-31' },
    ...values,
  });
const now = ({ id, version }: StreamShown): object => ({ id, expectedVersion: version });

test.each(['za', 'bw', 'mz'])('%s has both phases, with the countries that each worked in', async (country) => {
  expect(await phasesFor(await world.as('field-worker', country))).toMatchObject([
    { code: 'HANDS_OFF_I', countryCodes: ['BW', 'MZ', 'NA', 'ZA', 'ZW'], firstYear: 2014, lastYear: 2019 },
    { code: 'HANDS_OFF_II', countryCodes: ['BW', 'MZ', 'ZA', 'ZW'], firstYear: 2019, lastYear: 2025 },
  ]);
});

test('the region reads them too', async () => {
  const codes = (await phasesFor(await world.as('secretariat'))).map(({ country, code }) => `${country} ${code}`);
  expect(codes).toContain('MZ HANDS_OFF_I');
  expect(codes).toHaveLength(10);
});

test('administrators record who funds their organisation, M&E officers whose they name', async () => {
  expect(done(await record({}))).toMatchObject({ organisation: { name: 'Partner' }, phase: { code: 'HANDS_OFF_II' } });
  const officer = await world.as('me-officer', 'za');
  expect(told(await record({}, officer))).toEqual(['INVALID_INPUT organisationId']);
  const organisationId = world.organisation.za.otherPartner;
  expect(done(await record({ organisationId }, officer)).organisation.name).toBe('Other partner');
});

test.each([
  ['field-worker', 'za'],
  ['case-manager', 'za'],
  ['supervisor', 'za'],
  ['service-provider', 'za'],
])('a %s may not', async (role, country) => {
  expectForbidden(await record({}, await world.as(role, country)));
});

test('it ends after it began, in a phase that there is; said in both languages', async () => {
  expect(told(await record({ endsOn: '2019-06-30' }))).toEqual(['INVALID_INPUT endsOn']);
  const stream = done(await record({ endsOn: null }));
  const wrong = { ...now(stream), endsOn: '2019-06-30' };
  const acted = await act(admin, 'updateFundingStream', wrong, { 'accept-language': 'pt' });
  expect(acted.problems[0]?.message).toBe('O último dia não pode ser anterior ao primeiro, 2019-07-01.');
  expect(told(await record({ phaseId: randomUUID() }))).toEqual(['NOT_FOUND phaseId']);
  const foreign = (await phasesFor(await world.as('partner-admin', 'bw')))[0]!.id;
  expect(told(await record({ phaseId: foreign }))).toEqual(['NOT_FOUND phaseId']);
});

test('a stream that was recorded in error stands in no list', async () => {
  const stream = done(await record({}));
  done(await act(admin, 'voidFundingStream', now(stream)));
  const { data } = await admin.query('{ fundingStreams(first: 100) { edges { node { id } } } }');
  expect(JSON.stringify(data)).not.toContain(stream.id);
});
