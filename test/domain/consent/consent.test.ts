/** The consent ledger: decisions are added, never changed, and a withdrawal acts at once. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../../support/app';
import { actor, done, told, type Acted } from '../acting';
import { expectRoles, register, rowsOf, uuidOf } from '../case/acts';
import type { World } from '../world';
import { openWorld, Referral } from '../../support/outside';

interface ConsentShown {
  readonly id: string;
  readonly version: number;
  readonly decision: string;
  readonly purpose: string;
  readonly scopes: string[];
  readonly takenAt: string;
  readonly recipient: { id: string } | null;
  readonly withdraws: { id: string } | null;
}

const act = actor<ConsentShown>(
  'consent',
  'id version decision purpose scopes takenAt recipient { id } withdraws { id }',
);

let world: World;
let fieldWorker: Client;
let manager: Client;
let survivorId: string;
beforeAll(async () => {
  world = await openWorld();
  fieldWorker = await world.as('field-worker', 'za');
  manager = await world.as('case-manager', 'za');
});
beforeEach(async () => void (survivorId = uuidOf((await register(fieldWorker)).survivor?.id ?? '')));
afterAll(() => world.close());

const research = { purpose: 'RESEARCH', decision: 'GIVEN', mode: 'VERBAL_WITNESSED' };
const record = (values: object = {}, client = manager): Promise<Acted<ConsentShown>> =>
  act(client, 'recordConsent', { survivorId, ...research, ...values });
const withdraw = (consentId: string, values: object = {}, client = manager): Promise<Acted<ConsentShown>> =>
  act(client, 'withdrawConsent', { consentId, ...values });

test('a case manager records a decision, with whom and what for', async () => {
  const { clinic } = world.organisation.za;
  const shown = done(
    await record({
      purpose: 'RELEASE_TO_HEALTH',
      recipientId: clinic,
      scopes: ['INCIDENT', 'NARRATIVE'],
      takenAt: '2026-01-05T09:00:00+02:00',
      validUntil: '2099-01-01T00:00:00Z',
      formVersion: '2.1',
      language: 'ZULU',
    }),
  );
  expect(shown).toMatchObject({ decision: 'GIVEN', scopes: ['INCIDENT', 'NARRATIVE'], version: 1, withdraws: null });
  expect(shown.takenAt).toBe('2026-01-05T07:00:00.000000Z');
  const [row] = await rowsOf(world, 'consent', 'id = $1', [uuidOf(shown.id)]);
  expect(row).toMatchObject({ taken_by_id: world.account.za['case-manager'], recipient_id: clinic, language: 'ZULU' });
});

test('a field worker reads and withdraws the consents that it took, and no others of its case', async () => {
  const taken = done(await record({}, fieldWorker));
  const other = done(await record({ purpose: 'MEDIA' }));
  const { data } = await fieldWorker.query(
    'query ($id: ID!) { survivor(id: $id) { consents(filter: { purpose: { in: [RESEARCH, MEDIA] } }) { edges { node { id } } } } }',
    { id: survivorId },
  );
  expect(data.survivor.consents.edges).toEqual([{ node: { id: taken.id } }]);
  expect((await withdraw(taken.id, {}, fieldWorker)).problems).toEqual([]);
  expect(told(await withdraw(other.id, {}, fieldWorker))).toEqual(['NOT_FOUND consentId']);
});

test('a withdrawal is a further entry that names the one it ends, and comes once', async () => {
  const given = done(
    await record({ purpose: 'RELEASE_TO_LEGAL', recipientId: world.organisation.za.lawyers, scopes: ['INCIDENT'] }),
  );
  const ended = done(await withdraw(given.id, { mode: 'DIGITAL' }));
  expect(ended).toMatchObject({
    decision: 'WITHDRAWN',
    purpose: 'RELEASE_TO_LEGAL',
    scopes: ['INCIDENT'],
    withdraws: { id: given.id },
  });
  const [row] = await rowsOf(world, 'consent', 'id = $1', [uuidOf(given.id)]);
  expect(row).toMatchObject({ decision: 'GIVEN', version: 1 });
  expect(told(await withdraw(given.id))).toEqual(['ALREADY_WITHDRAWN consentId']);
  expect(told(await withdraw(ended.id))).toEqual(['INVALID_INPUT consentId']);
  const refused = done(await record({ decision: 'REFUSED' }));
  expect(told(await withdraw(refused.id))).toEqual(['INVALID_INPUT consentId']);
});

test('of twenty withdrawals of one consent one is made', async () => {
  const given = done(await record());
  const acted = await Promise.all(Array.from({ length: 20 }, () => withdraw(given.id)));
  expect(acted.filter((one) => one.record !== null)).toHaveLength(1);
  expect(new Set(acted.flatMap(told))).toEqual(new Set(['ALREADY_WITHDRAWN consentId']));
});

test('one key has one effect', async () => {
  const input = { id: randomUUID(), idempotencyKey: randomUUID() };
  const texts = new Set<string>();
  for (let time = 0; time < 3; time++) texts.add((await record(input)).answer.text);
  expect(texts.size).toBe(1);
  expect(await rowsOf(world, 'consent', 'id = $1', [input.id])).toHaveLength(1);
  expect(told(await record({ id: input.id }))).toEqual(['ALREADY_EXISTS id']);
});

test.each<[string, object, string[]]>([
  [
    'an end before its beginning',
    { takenAt: '2026-01-05T00:00:00Z', validUntil: '2026-01-04T00:00:00Z' },
    ['validUntil'],
  ],
  ['a day to come', { takenAt: '2098-01-01T00:00:00Z', validUntil: null }, ['takenAt']],
  ['a decision that has its own mutation', { decision: 'WITHDRAWN' }, ['decision']],
  ['a release to nobody', { purpose: 'RELEASE_TO_OTHER' }, ['recipientId']],
  ['an incident of another purpose', { incidentId: randomUUID() }, ['incidentId']],
  [
    'an incident that is refused',
    { purpose: 'REPORTING_NON_IDENTIFIABLE', decision: 'REFUSED', incidentId: randomUUID() },
    ['incidentId'],
  ],
])('%s is refused', async (_, values, paths) => {
  expect(told(await record(values))).toEqual(paths.map((path) => `INVALID_INPUT ${path}`));
});

test('a release outside the programme names a category instead', async () => {
  expect(
    done(await record({ purpose: 'RELEASE_TO_OTHER', recipientCategory: 'EMERGENCY_RESPONSE' })).recipient,
  ).toBeNull();
});

test('what it links to must be within sight: survivor, consent, organisation, incident', async () => {
  const other = await register(await world.as('case-manager-2', 'za'));
  const theirs = (await rowsOf(world, 'consent', 'survivor_id = $1', [uuidOf(other.survivor?.id ?? '')]))[0]
    ?.id as string;
  const foreign = await world.newCase('bw');
  const foreignConsent = await world.newConsent(foreign.survivorId, {}, 'bw');
  const texts = new Set<string>();
  for (const id of [other.survivor?.id, foreign.survivorId, randomUUID()]) {
    const acted = await record({ survivorId: id });
    expect(told(acted)).toEqual(['NOT_FOUND survivorId']);
    texts.add(acted.answer.text);
  }
  expect(texts.size).toBe(1);
  texts.clear();
  for (const id of [theirs, foreignConsent, randomUUID()]) {
    const acted = await withdraw(id);
    expect(told(acted)).toEqual(['NOT_FOUND consentId']);
    texts.add(acted.answer.text);
  }
  expect(texts.size).toBe(1);
  for (const recipientId of [world.organisation.bw.clinic, randomUUID()]) {
    expect(told(await record({ recipientId }))).toEqual(['NOT_FOUND recipientId']);
  }
  const reporting = { purpose: 'REPORTING_NON_IDENTIFIABLE' };
  for (const id of [(await world.newCase()).incidentId, foreign.incidentId, randomUUID()]) {
    expect(told(await record({ ...reporting, incidentId: id }))).toEqual(['NOT_FOUND incidentId']);
  }
});

test('a colleague’s survivor is out of a field worker’s reach', async () => {
  const stranger = await world.as('field-worker-2', 'za');
  expect(told(await record({}, stranger))).toEqual(['NOT_FOUND survivorId']);
});

test('both are for the roles that the policy names', async () => {
  await expectRoles(world, act, 'recordConsent', { survivorId: randomUUID(), ...research });
  await expectRoles(world, act, 'withdrawConsent', { consentId: randomUUID() });
});

describe('referrals', () => {
  /** A referral of a new case that rests on a consent, and the consent. */
  async function referred(status: 'REQUESTED' | 'ACCEPTED' | 'IN_SERVICE' | 'COMPLETED', values: object = {}) {
    const made = await world.newCase();
    const consentId = await world.newConsent(made.survivorId, { recipientId: world.organisation.za.clinic, ...values });
    const referralId = await world.arrange('za', (work) =>
      work.insert(Referral, {
        caseId: made.caseId,
        survivorId: made.survivorId,
        status,
        category: 'HEALTH',
        urgency: 'ROUTINE',
        fromOrganisationId: world.organisation.za.partner,
        toOrganisationId: world.organisation.za.clinic,
        requestedAt: new Date().toISOString(),
        sharedFields: ['NARRATIVE', 'IDENTITY'],
        consentId,
      }),
    );
    return { ...made, consentId, referralId };
  }
  const statusOf = async (id: string) => (await rowsOf(world, 'referral', 'id = $1', [id]))[0]?.status;

  test.each(['REQUESTED', 'ACCEPTED', 'IN_SERVICE'] as const)(
    '%s end with the consent, and the receiver’s sight with them',
    async (status) => {
      const { survivorId: id, consentId, referralId } = await referred(status);
      const clinic = await world.as('service-provider', 'za');
      const look = async (): Promise<unknown> =>
        (await clinic.query('query ($id: ID!) { survivor(id: $id) { identity { workingName } } }', { id })).data
          .survivor;
      if (status !== 'REQUESTED') expect(await look()).toEqual({ identity: { workingName: 'Thandi' } });
      done(await withdraw(consentId));
      expect(await statusOf(referralId)).toBe('REVOKED');
      expect(await look()).toBeNull();
      const changes = await rowsOf(world, 'change_entry', 'record_id = $1 AND version = 2', [referralId]);
      expect(changes[0]?.organisations).toEqual(
        expect.arrayContaining([world.organisation.za.clinic, world.organisation.za.partner]),
      );
    },
  );

  test('that are over stay as they are, and so do those that rest on another consent', async () => {
    const [over, other] = [await referred('COMPLETED'), await referred('ACCEPTED')];
    done(await withdraw(over.consentId));
    expect(await statusOf(over.referralId)).toBe('COMPLETED');
    const research = await world.newConsent(other.survivorId, { purpose: 'RESEARCH' });
    done(await withdraw(research));
    expect(await statusOf(other.referralId)).toBe('ACCEPTED');
  });

  test('end with a later refusal, for the same receiver or for all', async () => {
    const refuse = (id: string | null, recipientId: string | null): Promise<Acted<ConsentShown>> =>
      record({ survivorId: id, purpose: 'RELEASE_TO_HEALTH', decision: 'REFUSED', recipientId });
    const [first, second, third] = [await referred('ACCEPTED'), await referred('ACCEPTED'), await referred('ACCEPTED')];
    done(await refuse(first.survivorId, world.organisation.za.clinic));
    done(await refuse(second.survivorId, null));
    done(await refuse(third.survivorId, world.organisation.za.lawyers));
    const all = [first, second, third].map(({ referralId }) => statusOf(referralId));
    expect(await Promise.all(all)).toEqual(['REVOKED', 'REVOKED', 'ACCEPTED']);
  });

  test('a withdrawal and an acceptance at once leave nothing open', async () => {
    for (let time = 0; time < 5; time++) {
      const { consentId, referralId } = await referred('REQUESTED');
      const accept = actor('referral', 'id status');
      const clinic = await world.as('service-provider', 'za');
      await Promise.all([
        withdraw(consentId),
        accept(clinic, 'acceptReferral', { id: referralId, expectedVersion: 1 }),
      ]);
      expect(await statusOf(referralId)).toBe('REVOKED');
    }
  });
});
