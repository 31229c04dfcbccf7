/**
 * Pretoria, from a call at night to a judgment a year later: the second on call answers, a clinic outside the system gives
 * PEP within hours, the station refuses the complaint and the provincial office takes it, sessions help, the case is closed
 * while the court still sits. Each role sees exactly its part, at each step.
 */
import { adminRows } from '../support/admin';
import type { Client } from '../support/app';
import { openWorld, sweepNow } from '../support/outside';
import { done, expectForbidden } from '../domain/acting';
import { pass, plan, raise, seen as seenAlert, step as stepOfAlert } from '../domain/alert/acts';
import { uuidOf } from '../domain/case/acts';
import * as complaints from '../domain/complaint/acts';
import { actDelivery, days, planned, stepOf } from '../domain/session/acts';
import type { World } from '../domain/world';
import { agreed, hoursAgo, next, onCase, onConsent, onReferral, sees, type Told } from './telling';

const names = [
  ...['field-worker', 'field-worker-2', 'case-manager', 'supervisor', 'partner-admin', 'me-officer'],
  ...['service-provider', 'service-provider-2', 'privacy-officer', 'case-manager-2'],
] as const;
type Name = (typeof names)[number];

let world: World;
let of: Readonly<Record<Name, Client>>;
let record: Told;
let pep: Told;
let care: Told;
let refused: complaints.ComplaintShown;
let filed: complaints.ComplaintShown;
beforeAll(async () => {
  world = await openWorld();
  of = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await world.as(name, 'za')] as const)),
  ) as typeof of;
});
afterAll(() => world.close());

/** Whoever this exists for, and is told something by these fields. */
async function whoSees(what: string, id: string, fields: string): Promise<Name[]> {
  const found = await Promise.all(
    names.map(async (name) => {
      const shown = await sees(of[name], what, id, fields);
      return shown && Object.values(shown).some((value) => value !== null);
    }),
  );
  return names.filter((_, at) => found[at]);
}

/** Kinds of what there is to do with a record, on the list of somebody. */
async function toDo(name: Name, id: string): Promise<string[]> {
  const { data } = await of[name].query('{ workList(first: 100) { edges { node { kind recordId } } } }');
  return (data.workList.edges as { node: { kind: string; recordId: string } }[])
    .filter(({ node }) => node.recordId === uuidOf(id))
    .map(({ node }) => node.kind);
}

const office: readonly Name[] = ['case-manager', 'supervisor', 'partner-admin', 'me-officer'];
const incidentsOf = async (): Promise<unknown[]> =>
  ((await sees(of['case-manager'], 'case', record.id, 'incidents { edges { node { id } } }')) as never as Listed)
    .incidents.edges;
interface Listed {
  readonly incidents: { readonly edges: unknown[] };
}

test('at night the first on call does not hear; the second answers, and it becomes a case', async () => {
  const { account } = world;
  await plan(of.supervisor, account.za['field-worker']!);
  await plan(of.supervisor, account.za['case-manager']!, { turn: 'SECOND' });
  const place = { place: { place: 'The room behind the bar.', known: null }, number: { telephone: '+27 82 000 0000' } };
  let alert = done(await raise(of['field-worker-2'], world.district.za, place));
  expect(await toDo('field-worker', alert.id)).toEqual(['ALERT_UNACKNOWLEDGED']);
  await pass(world, alert, 16);
  expect(await sweepNow(world, 'za', 'escalateAlerts')).toBe(1);
  alert = done(await stepOfAlert(of['case-manager'], 'acknowledgeAlert', alert));
  expect(await toDo('case-manager', alert.id)).toEqual(['ALERT_OPEN']);
  expect(await whoSees('emergencyAlert', alert.id, 'place { place }')).toEqual(['field-worker-2', 'case-manager']);
  alert = done(await stepOfAlert(of['case-manager'], 'resolveAlert', alert, { responses: ['FIRST_LINE_SUPPORT'] }));
  expect(await toDo('case-manager', alert.id)).toEqual([]);

  record = done(
    await onCase(of['case-manager'], 'registerCase', {
      ...{ source: 'EMERGENCY_ALERT', alertId: alert.id },
      survivor: { genderIdentity: 'WOMAN', ageBand: 'AGE_25_34', identity: { workingName: 'Naledi' } },
      consents: [agreed('SERVICES')],
      incidents: [
        {
          violationTypes: ['RAPE'],
          consentReporting: false,
          detail: { occurredOn: hoursAgo(24).slice(0, 10) },
          narrative: { text: 'A guard took her to his room.' },
        },
      ],
    }),
  );
  expect(await whoSees('case', record.id, 'id')).toEqual(office);
  expect((await seenAlert(of['field-worker-2'], alert))?.case).toBeNull();
});

test('PEP within hours, at a clinic outside the system: it is done once it was given', async () => {
  const survivorId = record.survivor?.id;
  const release = { recipientCategory: 'HEALTH', scopes: [] };
  const consent = done(
    await onConsent(of['case-manager'], 'recordConsent', { survivorId, ...agreed('RELEASE_TO_HEALTH', release) }),
  );
  pep = done(
    await onReferral(of['case-manager'], 'makeReferral', {
      ...{ caseId: record.id, category: 'HEALTH', serviceType: 'PEP', urgency: 'IMMEDIATE' },
      ...{ receiver: { remoteProvider: 'Clinic on Church Street' }, consentId: consent.id, sharedFields: [] },
    }),
  );
  expect(await whoSees('referral', pep.id, 'id')).toEqual(office);
  const given = {
    of: { referralId: pep.id },
    serviceType: 'PEP',
    result: 'PROVIDED',
    givenAt: new Date().toISOString(),
  };
  done(await actDelivery(of['case-manager'], 'recordServiceDelivery', { ...given, toldBy: 'SURVIVOR' }));
  const { need } = (await sees(of['case-manager'], 'referral', pep.id, 'need { usedAt useBasis }')) as never as {
    need: { usedAt: string | null };
  };
  expect(need.usedAt).not.toBeNull();
  const { version } = (await sees(of['case-manager'], 'referral', pep.id, 'version')) as { version: number };
  const came = { outcome: 'SERVICE_PROVIDED', serviceProvidedAt: new Date().toISOString() };
  pep = await next(onReferral, of['case-manager'], 'recordReferralService', { id: pep.id, version }, came);
  expect(pep.status).toBe('COMPLETED');
});

test('the station refuses the complaint: counted there, and no incident unless she wants it', async () => {
  const manager = of['case-manager'];
  const wish = { caseId: record.id, mechanismsExplained: true, wish: 'YES' };
  done(await complaints.onWish(manager, 'recordComplaintWish', wish));
  const about = { caseId: record.id };
  refused = await complaints.walk(
    manager,
    done(await complaints.record(manager, about)),
    ['fileComplaint', { filedOn: complaints.day() }],
    ['recordComplaintRefusal', { refusedOn: complaints.day(), refusalReason: 'SEX_WORK' }],
  );
  expect(refused.status).toBe('REFUSED_TO_REGISTER');
  expect(await incidentsOf()).toHaveLength(1);
  const violence = await complaints.mechanism(manager, 'VIOLENCE_OFFICE');
  filed = await complaints.walk(
    manager,
    done(await complaints.record(manager, { ...about, mechanismId: violence.id, afterId: refused.id })),
    ['fileComplaint', { filedOn: complaints.day() }],
    ['recordComplaintRegistration', { registeredOn: complaints.day(), identity: { externalNumber: 'CAS 12/11' } }],
  );
  expect(filed.status).toBe('REGISTERED');
  expect(await whoSees('complaint', filed.id, 'status')).toEqual(['case-manager', 'supervisor', 'me-officer']);
  expect(await whoSees('complaint', filed.id, 'identity { externalNumber }')).toEqual(['case-manager', 'supervisor']);
});

test('sessions at the clinic: it sees its part, and no more of her afterwards', async () => {
  const [manager, clinic] = [of['case-manager'], of['service-provider']];
  const survivorId = record.survivor?.id;
  const release = { recipientId: world.organisation.za.clinic, scopes: ['INCIDENT'] };
  const consent = done(
    await onConsent(manager, 'recordConsent', { survivorId, ...agreed('RELEASE_TO_PSYCHOSOCIAL', release) }),
  );
  care = done(
    await onReferral(manager, 'makeReferral', {
      ...{ caseId: record.id, category: 'PSYCHOSOCIAL', urgency: 'WITHIN_72H', consentId: consent.id },
      ...{ receiver: { organisationId: world.organisation.za.clinic }, sharedFields: ['INCIDENT'] },
    }),
  );
  expect(await toDo('service-provider', care.id)).toEqual(['REFERRAL_WITHIN_72H']);
  expect(await whoSees('referral', care.id, 'id')).toEqual([...office, 'service-provider']);
  care = await next(onReferral, clinic, 'acceptReferral', care);
  for (const day of [1, 2]) {
    const session = await planned(clinic, { referralId: care.id }, days(day));
    done(await stepOf(clinic, 'recordSessionAttended', session));
  }
  const now = (await sees(clinic, 'referral', care.id, 'id version')) as never as Told;
  const end = { outcome: 'SERVICE_PROVIDED', seriesEnd: 'ENDED_BY_AGREEMENT', serviceProvidedAt: hoursAgo(0) };
  care = await next(onReferral, clinic, 'completeReferral', now, end);
  expect(care).toMatchObject({ status: 'COMPLETED', survivor: null });
  expect(await sees(clinic, 'case', record.id, 'id')).toBeNull();
});

test('the case is closed while the court still sits, and concluded a year later', async () => {
  const [manager, supervisor] = [of['case-manager'], of.supervisor];
  let now = (await sees(manager, 'case', record.id, 'id version')) as never as Told;
  now = await next(onCase, manager, 'assessCase', now, { riskLevel: 'MEDIUM' });
  now = await next(onCase, manager, 'planCase', now);
  now = await next(onCase, manager, 'followUpCase', now);
  const asked = { closureReason: 'NEEDS_MET', safetyPlanReviewed: true, informedCanResume: true };
  now = await next(onCase, manager, 'requestCaseClosure', now, asked);
  expectForbidden(await onCase(manager, 'approveCaseClosure', { id: now.id, expectedVersion: now.version }));
  expect(await toDo('supervisor', record.id)).toEqual(['TO_APPROVE']);
  now = await next(onCase, supervisor, 'approveCaseClosure', now);
  expect(now.status).toBe('CLOSED');
  const facts = 'status concluded concludedAt retentionUntil';
  expect(await sees(manager, 'case', record.id, facts)).toEqual({
    ...{ status: 'CLOSED', concluded: false, concludedAt: null, retentionUntil: null },
  });

  for (const stage of ['UNDER_INVESTIGATION', 'REFERRED_TO_PROSECUTOR', 'IN_COURT'])
    filed = done(await complaints.step(manager, 'advanceComplaint', filed, { stage }));
  const hearing = { hearingOn: complaints.day(2) };
  filed = done(await complaints.step(manager, 'recordComplaintHearing', filed, hearing));
  expect(await toDo('case-manager', filed.id)).toEqual(['COMPLAINT']);

  // A year goes by.
  await adminRows(
    world.database,
    `UPDATE za.complaint SET filed_on = filed_on - 365, registered_on = registered_on - 365, refused_on = refused_on - 365,
       hearing_on = hearing_on - 365 WHERE case_id = $1`,
    [uuidOf(record.id)],
  );
  const judged = { conclusion: 'CONVICTION', concludedOn: complaints.day() };
  filed = done(await complaints.step(manager, 'concludeComplaint', filed, judged));
  expect(filed).toMatchObject({ status: 'CONCLUDED', case: { concluded: true } });
  const after = await sees(manager, 'case', record.id, facts);
  expect(after).toMatchObject({ status: 'CLOSED', concluded: true });
  expect([after?.concludedAt, after?.retentionUntil]).not.toContain(null);
  expect(await whoSees('case', record.id, 'id')).toEqual(office);
});
