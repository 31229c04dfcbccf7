/** Breaches of a code of conduct: reported by many, read by named reviewers, an appeal decided by who had no part in it. */
import '../../../src/domain/all';
import { asOwner } from '../../../src/database/connect';
import { schemaOf } from '../../../src/database/roles';
import { conductLifecycle } from '../../../src/domain/conduct/conduct-breach.lifecycle';
import { ConductBreachStatus } from '../../../src/domain/conduct/conduct.codes';
import { setCountry } from '../../../src/installation/country-settings';
import { sweepNow } from '../../support/outside';
import { done, expectForbidden, told } from '../acting';
import { problemsOf } from '../correction/makers';
import { at } from './acts';
import { act, as, listed, name, note, onReviewer, openBreaches, reported, reviewedBy, step, world } from './breaches';

beforeAll(openBreaches);
afterAll(() => world.close());

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

test.each(['en', 'pt'])(
  'what is against a step is told in %s, and that somebody else may take it',
  async (language) => {
    let breach = await reported('case-manager', 'supervisor');
    breach = done(await step('case-manager', 'takeUpConductBreach', breach));
    breach = done(await step('case-manager', 'resolveConductBreach', breach, { decision }));
    breach = done(await step('case-manager', 'appealConductDecision', breach, { appealReason: 'Too hard.' }));
    const [against] = await problemsOf(as['case-manager']!, 'takeUpConductAppeal', at(breach), language);
    expect(against?.message).toMatch(
      { en: /a reviewer who had nothing to do/, pt: /um revisor alheio/ }[language] as RegExp,
    );
    const input = { ...at(breach), appealDecision };
    const [illegal] = await problemsOf(as['case-manager']!, 'upholdConductDecision', input, language);
    expect(illegal).toMatchObject({ code: 'ILLEGAL_STEP' });
    expect(illegal?.message).toMatch(
      { en: /Somebody else may: take the appeal up\.$/, pt: /Outra pessoa pode: iniciar a análise do recurso\.$/ }[
        language
      ] as RegExp,
    );
  },
);
