/** Breaches of a code of conduct: reported by many, read by named reviewers, an appeal decided by who had no part in it. */
import '../../../src/domain/all';
import { asOwner } from '../../../src/database/connect';
import { schemaOf } from '../../../src/database/roles';
import { conductLifecycle } from '../../../src/domain/conduct/conduct-breach.lifecycle';
import { ConductBreachStatus } from '../../../src/domain/conduct/conduct.codes';
import { setCountry } from '../../../src/installation/country-settings';
import type { Client } from '../../support/app';
import { openWorld, sweepNow } from '../../support/outside';
import { actor, done, expectForbidden, told } from '../acting';
import { problemsOf } from '../correction/makers';
import type { CountryName, World } from '../world';
import { at, newPlatform, onAssociation } from './acts';

interface Shown {
  readonly id: string;
  readonly version: number;
}
type Breach = Shown & { readonly status: string; readonly note: string | null; readonly decision: string | null };

const act = actor<Breach>('conductBreach', 'id version status note decision');
const onReviewer = actor<Shown & { readonly endedAt: string | null }>('platformReviewer', 'id version endedAt');

let world: World;
const as: Record<string, Client> = {};
beforeAll(async () => {
  world = await openWorld();
  for (const who of ['case-manager', 'case-manager-2', 'supervisor', 'partner-admin', 'field-worker', 'field-worker-2'])
    as[who] = await world.as(who, 'za');
});
afterAll(() => world.close());

const note = 'What was said in confidence was repeated.';
const about = { category: 'CONFIDENTIALITY', severity: 'SERIOUS', roleOfPerson: 'PARALEGAL', note };

const name = async (platformId: string, who: string, country: CountryName = 'za') =>
  onReviewer(await world.as('partner-admin', country), 'namePlatformReviewer', {
    platformId,
    memberId: world.account[country][who],
  });

/** An association whose platform has these reviewers. */
async function reviewedBy(...reviewers: string[]): Promise<{ platformId: string; associationId: string }> {
  const { id: platformId } = await newPlatform(as['case-manager']!);
  const association = await onAssociation(as['case-manager']!, 'registerMemberAssociation', { platformId, name: 'A' });
  for (const who of reviewers) done(await name(platformId, who));
  return { platformId, associationId: done(association).id };
}

const listed = async (client: Client): Promise<Breach[]> => {
  const { data, errors } = await client.query(
    '{ conductBreaches(first: 100) { edges { node { id version status note decision } } } }',
  );
  expect(errors).toEqual([]);
  return (data.conductBreaches.edges as { node: Breach }[]).map(({ node }) => node);
};

/** Reported by a field worker who is no reviewer; as the first reviewer sees it. */
async function reported(...reviewers: string[]): Promise<Breach> {
  const { associationId } = await reviewedBy(...reviewers);
  const before = await listed(as[reviewers[0]!]!);
  await act(as['field-worker']!, 'reportConductBreach', { associationId, ...about });
  return (await listed(as[reviewers[0]!]!)).find(({ id }) => !before.some((one) => one.id === id))!;
}

const step = (who: string, action: string, breach: Breach, more: object = {}) =>
  act(as[who]!, action, { ...at(breach), ...more });

test('who reports a breach and is no reviewer is told that it arrived, and does not read it', async () => {
  const { associationId } = await reviewedBy('supervisor');
  const answer = await act(as['field-worker']!, 'reportConductBreach', { associationId, ...about });
  expect([answer.record, told(answer), answer.answer.errors]).toEqual([null, ['RECORD_OUT_OF_SIGHT'], []]);
  expect(answer.problems[0]!.message).toMatch(/^This was recorded\. It is read by the reviewers who were named/);
  const portuguese = { 'accept-language': 'pt' };
  const again = await act(as['field-worker']!, 'reportConductBreach', { associationId, ...about }, portuguese);
  expect(again.problems[0]!.message).toMatch(/^Isto ficou registado\. É lido pelos revisores nomeados/);
  expect(await listed(as['field-worker']!)).toEqual([]);
  expect((await listed(as.supervisor!)).at(-1)).toMatchObject({ status: 'REPORTED', note });
});

test('those alone read and review it who are named: no rank opens it', async () => {
  const breach = await reported('case-manager');
  for (const who of ['supervisor', 'partner-admin', 'field-worker', 'field-worker-2', 'case-manager-2']) {
    const { data } = await as[who]!.query('query ($id: ID!) { conductBreach(id: $id) { id } }', { id: breach.id });
    expect([who, data.conductBreach]).toEqual([who, null]);
    expect([who, told(await step(who, 'takeUpConductBreach', breach))]).toEqual([who, ['NOT_FOUND id']]);
  }
  for (const who of ['me-officer', 'privacy-officer', 'service-provider'])
    expectForbidden(await act(await world.as(who, 'za'), 'takeUpConductBreach', at(breach)));
  const { errors } = await (
    await world.as('secretariat', 'region')
  ).query('{ conductBreaches { edges { node { id } } } }');
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('a reviewer of another platform, or one whose part has ended, reads it no more', async () => {
  const { platformId, associationId } = await reviewedBy('case-manager');
  const reviewer = done(await name(platformId, 'supervisor'));
  await reviewedBy('field-worker-2');
  await act(as['field-worker']!, 'reportConductBreach', { associationId, ...about });
  const seen = async (who: string): Promise<boolean> => {
    const { data } = await as[who]!.query(
      'query ($id: ID!) { memberAssociation(id: $id) { conductBreaches { edges { node { id } } } } }',
      { id: associationId },
    );
    return data.memberAssociation.conductBreaches.edges.length > 0;
  };
  expect([await seen('supervisor'), await seen('field-worker-2')]).toEqual([true, false]);
  expect(done(await onReviewer(as['partner-admin']!, 'endPlatformReviewer', at(reviewer))).endedAt).not.toBeNull();
  expect(await seen('supervisor')).toBe(false);
});

test('a partner administrator names reviewers of the own organisation, never themselves, each once', async () => {
  const { platformId } = await reviewedBy('field-worker');
  expect(told(await name(platformId, 'partner-admin'))).toEqual(['SAME_PERSON memberId']);
  expect(told(await name(platformId, 'field-worker'))).toEqual(['ALREADY_NAMED memberId']);
  for (const who of ['case-manager-2', 'me-officer'])
    expect([who, told(await name(platformId, who))]).toEqual([who, ['NOT_FOUND memberId']]);
  for (const who of ['supervisor', 'case-manager', 'field-worker'])
    expectForbidden(
      await onReviewer(as[who]!, 'namePlatformReviewer', { platformId, memberId: world.account.za[who] }),
    );
});

const ways: Readonly<Record<string, readonly string[]>> = {
  REPORTED: ['updateConductBreach', 'takeUpConductBreach'],
  IN_REVIEW: ['updateConductBreach', 'resolveConductBreach', 'dismissConductBreach'],
  RESOLVED: ['appealConductDecision'],
  DISMISSED: ['appealConductDecision'],
  APPEALED: ['takeUpConductAppeal'],
  IN_APPEAL_REVIEW: ['upholdConductDecision', 'overturnConductDecision'],
  UPHELD: [],
  OVERTURNED: [],
};

test('a breach is taken these steps and no others', () => {
  for (const status of ConductBreachStatus.codes)
    expect([status, [...conductLifecycle.allowed(status)].sort()]).toEqual([status, [...ways[status]!].sort()]);
});

const decision = 'An apology.';
const appealDecision = 'Looked at anew.';

test.each([
  ['resolveConductBreach', 'RESOLVED', 'upholdConductDecision', 'UPHELD'],
  ['dismissConductBreach', 'DISMISSED', 'overturnConductDecision', 'OVERTURNED'],
])('it goes by %s to %s, and on appeal by %s to %s, by somebody else', async (decide, decided, end, ended) => {
  let breach = await reported('case-manager', 'supervisor');
  breach = done(await step('case-manager', 'takeUpConductBreach', breach));
  breach = done(await step('case-manager', decide, breach, { decision }));
  expect(breach).toMatchObject({ status: decided, decision });
  breach = done(await step('case-manager', 'appealConductDecision', breach, { appealReason: 'Not heard.' }));
  expect(told(await step('case-manager', 'takeUpConductAppeal', breach))).toEqual(['SAME_PERSON']);
  breach = done(await step('supervisor', 'takeUpConductAppeal', breach));
  expect(told(await step('case-manager', end, breach, { appealDecision }))).toEqual(['SAME_PERSON']);
  expect(done(await step('supervisor', end, breach, { appealDecision })).status).toBe(ended);
});

test('who reported it neither reviews it nor decides its appeal', async () => {
  const { associationId } = await reviewedBy('case-manager', 'supervisor', 'field-worker');
  let breach = done(await act(as.supervisor!, 'reportConductBreach', { associationId, ...about }));
  expect(told(await step('supervisor', 'takeUpConductBreach', breach))).toEqual(['SAME_PERSON']);
  breach = done(await step('case-manager', 'takeUpConductBreach', breach));
  expect(told(await step('supervisor', 'dismissConductBreach', breach, { decision }))).toEqual(['SAME_PERSON']);
  breach = done(await step('case-manager', 'resolveConductBreach', breach, { decision }));
  breach = done(await step('supervisor', 'appealConductDecision', breach, { appealReason: 'Too light.' }));
  expect(told(await step('supervisor', 'takeUpConductAppeal', breach))).toEqual(['SAME_PERSON']);
  done(await step('field-worker', 'takeUpConductAppeal', breach));
});

test('its words lie sealed, and every read is logged', async () => {
  const breach = await reported('case-manager');
  const rows = await asOwner(world.database.admin, schemaOf('ZA'), async (client) => ({
    breaches: (await client.query<{ note: Buffer }>('SELECT note FROM conduct_breach WHERE note IS NOT NULL')).rows,
    log: (await client.query(`SELECT FROM access_log_entry WHERE entity = 'ConductBreach'`)).rows,
  }));
  expect(breach.note).toBe(note);
  expect(rows.breaches.some((row) => row.note.toString('latin1').includes('confidence'))).toBe(false);
  expect(rows.log.length).toBeGreaterThan(0);
});

test.each([
  ['24 months', 24],
  ['the months that the country set', 8],
])('%s after the last decision it is erased', async (_, months) => {
  let breach = await reported('case-manager');
  breach = done(await step('case-manager', 'takeUpConductBreach', breach));
  breach = done(await step('case-manager', 'resolveConductBreach', breach, { decision }));
  await setCountry(world.database.admin, 'ZA', { conductMonths: months });
  const uuid = /[0-9a-f-]{36}/.exec(Buffer.from(breach.id, 'base64url').toString('latin1'))![0];
  const ago = (passed: number) =>
    asOwner(world.database.admin, schemaOf('ZA'), (client) =>
      client.query(`UPDATE conduct_breach SET decided_at = now() - interval '${passed} months' WHERE id = '${uuid}'`),
    );
  const isThere = async (): Promise<boolean> => {
    await sweepNow(world, 'za', 'eraseConductBreaches');
    return (await listed(as['case-manager']!)).some(({ id }) => id === breach.id);
  };
  await ago(months - 1);
  expect(await isThere()).toBe(true);
  const waiting = await reported('case-manager');
  await ago(months + 1);
  expect(await isThere()).toBe(false);
  expect((await listed(as['case-manager']!)).some(({ id }) => id === waiting.id)).toBe(true);
});

test.each([5, 25])('a country cannot keep breaches for %d months', async (conductMonths) => {
  await expect(setCountry(world.database.admin, 'ZA', { conductMonths })).rejects.toThrow(/at least 6 and at most 24/);
});

test.each(['en', 'pt'])('what is against a step is told in %s', async (language) => {
  const { associationId } = await reviewedBy('supervisor');
  const breach = done(await act(as.supervisor!, 'reportConductBreach', { associationId, ...about }));
  const [problem] = await problemsOf(as.supervisor!, 'takeUpConductBreach', at(breach), language);
  expect(problem?.message).toMatch({ en: /another reviewer/, pt: /outro revisor/ }[language] as RegExp);
});
