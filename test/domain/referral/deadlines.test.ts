/** When a referral is to be answered, when it ends, and when the service is to be given: row by row of the country's table. */
import '../../../src/domain/all';
import { randomUUID } from 'node:crypto';
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { openWorld, sweepNow } from '../../support/outside';
import { actor, done, warned } from '../acting';
import { uuidOf } from '../case/acts';
import type { CountryName, World } from '../world';
import { makeInput } from './acts';

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly requestedAt: string;
  readonly answerDueAt: string | null;
  readonly expiresAt: string | null;
  readonly serviceDueAt: string | null;
}

interface Detail {
  readonly occurredHour?: number | null;
  readonly datePrecision?: string;
}

const act = actor<Shown>('referral', 'id version status requestedAt answerDueAt expiresAt serviceDueAt');

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const DAY = 24;
const hoursOf = (referral: Shown): (number | null)[] =>
  [referral.answerDueAt, referral.expiresAt, referral.serviceDueAt].map((at) =>
    at === null ? null : Math.round((Date.parse(at) - Date.parse(referral.requestedAt)) / 360_000) / 10,
  );

/** A referral of a case without a survivor, to an organisation of the system that answers. */
async function refer(country: CountryName, more: object): Promise<Shown> {
  const { caseId } = await world.newCase(country, { anonymous: true });
  const receiver = { organisationId: world.organisation[country].clinic };
  const manager = await world.as('case-manager', country);
  return done(await act(manager, 'makeReferral', { caseId, urgency: 'ROUTINE', receiver, ...more }));
}

test.each([
  ['HEALTH', null, 'IMMEDIATE', 1, 4, 24],
  ['HEALTH', null, 'WITHIN_72H', 12, 24, 72],
  ['HEALTH', null, 'ROUTINE', 48, 14 * DAY, 14 * DAY],
  ['HEALTH', 'PEP', 'ROUTINE', 1, 2, 2],
  ['HEALTH', 'FORENSIC_EXAM', 'WITHIN_72H', 1, 2, 2],
  ['HEALTH', 'EMERGENCY_CONTRACEPTION', 'ROUTINE', 1, 4, 24],
  ['HEALTH', 'WOUND_CARE', 'ROUTINE', 48, 14 * DAY, 14 * DAY],
  ['PSYCHOSOCIAL', null, 'ROUTINE', 48, 14 * DAY, 7 * DAY],
  ['PSYCHOSOCIAL', 'COUNSELLING', 'IMMEDIATE', 1, 4, 24],
  ['PSYCHOSOCIAL', null, 'WITHIN_72H', 12, 24, 72],
] as const)(
  '%s, %s, %s: answered in %i h, over in %i, served in %i',
  async (category, serviceType, urgency, ...hours) => {
    for (const country of ['za', 'mz'] as const)
      expect(hoursOf(await refer(country, { category, serviceType, urgency }))).toEqual(hours);
  },
);

test.each([
  ['LEGAL', null, 'ROUTINE', 48, 7 * DAY, 7 * DAY],
  ['LEGAL', null, 'IMMEDIATE', 1, 4, 24],
  ['LEGAL', 'BAIL', 'ROUTINE', 1, 4, 24],
] as const)('%s, %s, %s, of lawyers: %i, %i, %i', async (category, serviceType, urgency, ...hours) => {
  for (const country of ['za', 'mz'] as const) {
    const receiver = { organisationId: world.organisation[country].lawyers };
    expect(hoursOf(await refer(country, { category, serviceType, urgency, receiver }))).toEqual(hours);
  }
});

test.each([
  ['SAFE_HOUSE', 'ROUTINE', 12],
  ['CHILD_PROTECTION', 'ROUTINE', DAY],
  ['LIVELIHOOD', 'ROUTINE', 30 * DAY],
  ['LIVELIHOOD', 'WITHIN_72H', 72],
  ['SOCIAL', 'ROUTINE', 14 * DAY],
] as const)('outside the system, %s, %s waits for the service alone: %i h', async (category, urgency, service) => {
  const referral = await refer('mz', { category, urgency, receiver: { remoteProvider: 'A place in town' } });
  expect(hoursOf(referral)).toEqual([null, null, service]);
});

test('a draft is due nowhere, until it is sent', async () => {
  const draft = await refer('za', { category: 'HEALTH', draft: true });
  expect(hoursOf(draft)).toEqual([null, null, null]);
  const manager = await world.as('case-manager', 'za');
  const { id, version: expectedVersion } = draft;
  expect(hoursOf(done(await act(manager, 'sendReferral', { id, expectedVersion })))).toEqual([48, 336, 336]);
});

test('another urgency has other deadlines; once it is answered, for the service alone', async () => {
  const manager = await world.as('case-manager', 'za');
  const made = await refer('za', { category: 'HEALTH' });
  const change = (of: Shown, urgency: string): object => ({ id: of.id, expectedVersion: of.version, urgency });
  const sooner = done(await act(manager, 'updateReferral', change(made, 'WITHIN_72H')));
  expect(hoursOf(sooner)).toEqual([12, 24, 72]);
  const clinic = await world.as('service-provider', 'za');
  const accepted = done(await act(clinic, 'acceptReferral', { id: made.id, expectedVersion: sooner.version }));
  expect(hoursOf(accepted)).toEqual([12, 24, 72]);
  expect(hoursOf(done(await act(manager, 'updateReferral', change(accepted, 'IMMEDIATE'))))).toEqual([12, 24, 24]);
});

describe.each(['za', 'mz'] as const)('in %s, of an incident whose hour is known', (country) => {
  /** The service is to be given so many hours after the incident. */
  const refer = async (serviceType: string, hoursAgo: number, detail: Detail = {}, more: object = {}) => {
    const { caseId, incidentId } = await world.newCase(country, { anonymous: true });
    const at = new Date(Date.now() + 2 * 3_600_000 - hoursAgo * 3_600_000).toISOString();
    const [occurredOn, hour] = [at.slice(0, 10), Number(at.slice(11, 13))];
    const { occurredHour = hour, datePrecision = 'DAY' } = detail;
    await adminRows(
      world.database,
      `INSERT INTO ${country}.incident_detail (id, version, created_at, updated_at, case_id, incident_id, occurred_on,
        occurred_hour, date_precision) VALUES ($1, 1, now(), now(), $2, $3, $4, $5, $6)`,
      [randomUUID(), uuidOf(caseId), uuidOf(incidentId), occurredOn, occurredHour, datePrecision],
    );
    const receiver = { organisationId: world.organisation[country].clinic };
    const manager = await world.as('case-manager', country);
    const input = { caseId, category: 'HEALTH', urgency: 'ROUTINE', receiver, serviceType, ...more };
    const answer = await act(manager, 'makeReferral', input);
    return { answer, happened: Date.parse(`${at.slice(0, 13)}:00:00+02:00`) };
  };
  const afterIncident = async (...asked: Parameters<typeof refer>): Promise<number> => {
    const { answer, happened } = await refer(...asked);
    const { serviceDueAt } = done(answer);
    return Math.round((Date.parse(serviceDueAt!) - happened) / 3_600_000);
  };

  test.each([
    ['PEP', 71, 72],
    ['PEP', 80, 72],
    ['FORENSIC_EXAM', 71, 72],
    ['EMERGENCY_CONTRACEPTION', 100, 120],
  ] as const)('%s, %i hours ago, is to be given within %i', async (serviceType, ago, within) => {
    expect(await afterIncident(serviceType, ago)).toBe(within);
  });

  test.each([
    ['PEP', 80, ['UNLIKELY serviceType', 'UNLIKELY urgency']],
    ['PEP', 60, ['UNLIKELY urgency']],
    ['STI_TREATMENT', 80, []],
  ] as const)('%s, %i hours ago, is warned about where its time is over: %j', async (serviceType, ago, expected) => {
    const { answer } = await refer(serviceType, ago);
    expect(warned(answer).sort()).toEqual(expected);
  });

  test('a draft is warned about when it is sent', async () => {
    const { answer } = await refer('PEP', 80, {}, { draft: true });
    expect(warned(answer)).toEqual(['UNLIKELY urgency']);
    const { id, version } = done(answer);
    const manager = await world.as('case-manager', country);
    const input = { id, expectedVersion: version, idempotencyKey: randomUUID() };
    const sent = await act(manager, 'sendReferral', input);
    expect([done(sent).status, warned(sent)]).toEqual(['REQUESTED', ['UNLIKELY ']]);
    // The answer was lost.
    const again = await act(manager, 'sendReferral', input);
    expect([done(again).id, warned(again)]).toEqual([id, ['UNLIKELY ']]);
  });

  test('what is known to the day alone counts from its end', async () => {
    const hours = await afterIncident('PEP', 110, { occurredHour: null });
    expect(hours).toBeGreaterThan(72);
    expect(hours).toBeLessThanOrEqual(72 + DAY);
  });

  test('what is not bound to it, or not known to the day, is due by the table', async () => {
    expect(await afterIncident('STI_TREATMENT', 71)).toBeGreaterThanOrEqual(71 + 14 * DAY);
    expect(await afterIncident('PEP', 80, { datePrecision: 'MONTH' })).toBeGreaterThan(80);
  });
});

describe('an incident that is told otherwise', () => {
  const local = (hoursAgo: number): { occurredOn: string; occurredHour: number } => {
    const at = new Date(Date.now() + (2 - hoursAgo) * 3_600_000).toISOString();
    return { occurredOn: at.slice(0, 10), occurredHour: Number(at.slice(11, 13)) };
  };

  test('has the deadline of what is counted from it reckoned anew, and no other', async () => {
    const { caseId, incidentId } = await world.newCase('za', { anonymous: true });
    const manager = await world.as('case-manager', 'za');
    const incident = actor<{ version: number }>('incident', 'version');
    const tell = async (version: number, hoursAgo: number): Promise<void> => {
      const input = { id: incidentId, expectedVersion: version, detail: local(hoursAgo) };
      done(await incident(manager, 'updateIncident', input));
    };
    const send = async (serviceType: string): Promise<Shown> => {
      const receiver = { organisationId: world.organisation.za.clinic };
      const input = { caseId, category: 'HEALTH', urgency: 'ROUTINE', receiver, serviceType };
      return done(await act(manager, 'makeReferral', input));
    };
    await tell(1, 10);
    const [pep, other] = [await send('PEP'), await send('STI_TREATMENT')];
    await tell(2, 71);
    const read = async ({ id }: Shown): Promise<Shown> =>
      (await manager.query('query ($id: ID!) { referral(id: $id) { version serviceDueAt } }', { id })).data
        .referral as Shown;
    const now = await read(pep);
    expect(Date.parse(now.serviceDueAt!)).toBeLessThan(Date.parse(pep.serviceDueAt!));
    const { occurredOn, occurredHour } = local(71);
    const happened = Date.parse(`${occurredOn}T${String(occurredHour).padStart(2, '0')}:00:00+02:00`);
    expect((Date.parse(now.serviceDueAt!) - happened) / 3_600_000).toBe(72);
    expect(await read(other)).toEqual({ version: other.version, serviceDueAt: other.serviceDueAt });
    await tell(3, 10);
    expect(Date.parse((await read(pep)).serviceDueAt!)).toBe(Date.parse(pep.serviceDueAt!));
    await tell(4, 10);
    expect((await read(pep)).version).toBe(now.version + 1);
  });
});

describe('what is not answered in its time', () => {
  const sweep = (): Promise<number | null> => sweepNow(world, 'za', 'warnOfUnansweredReferrals');
  const kinds = async (client: Client): Promise<string[]> => {
    const { data } = await client.query('{ notices(first: 100) { edges { node { kind } } } }');
    return (data.notices.edges as { node: { kind: string } }[]).map(({ node }) => node.kind);
  };

  it('is told once to who sent it, waits on, and can still be answered', async () => {
    const owner = await world.as('field-worker', 'za');
    const before = (await kinds(owner)).filter((kind) => kind === 'REFERRAL_UNANSWERED').length;
    const { id, version } = await refer('za', { category: 'HEALTH' });
    await adminRows(world.database, 'UPDATE za.referral SET answer_due_at = now() WHERE id = $1', [uuidOf(id)]);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect((await kinds(owner)).filter((kind) => kind === 'REFERRAL_UNANSWERED')).toHaveLength(before + 1);
    const clinic = await world.as('service-provider', 'za');
    // Nobody who answers is told that somebody was faster.
    done(await act(clinic, 'acceptReferral', { id, expectedVersion: version }));
  });
});

test('both sides read the deadlines, and the table is there for everybody of the country', async () => {
  const { consentId, ...input } = (await makeInput(world)) as Record<string, unknown>;
  const manager = await world.as('case-manager', 'za');
  const { id } = done(await act(manager, 'makeReferral', { ...input, consentId, idempotencyKey: randomUUID() }));
  const clinic = await world.as('service-provider', 'za');
  const document = `query ($id: ID!) { referral(id: $id) { answerDueAt expiresAt serviceDueAt }
    serviceDeadlines { edges { node { deadlineOf answerHours expiryHours serviceHours } } } }`;
  const [sent, received] = [await manager.query(document, { id }), await clinic.query(document, { id })];
  expect(received.data.referral).toEqual(sent.data.referral);
  expect(received.data.serviceDeadlines.edges).toHaveLength(12);
  expect(received.data.serviceDeadlines.edges[0].node).toEqual({
    ...{ deadlineOf: 'IMMEDIATE', answerHours: 1, expiryHours: 4, serviceHours: 24 },
  });
});
