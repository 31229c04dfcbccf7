/**
 * Whoever works on a case and on what belongs to it holds the case first: of two at once one waits for the other, and
 * none waits in a circle. Every pair is tried with both held up before either holds anything, and taken back.
 */
import { randomUUID } from 'node:crypto';
import { HeldAdmin } from '../support/admin';
import { atOnce } from '../support/at-once';
import type { Client } from '../support/app';
import { rehearsal, type Rehearse } from '../support/rehearsal';
import { mutationDocument, mutationNamed, type InputValue } from '../support/walk-input';
import { actor, done } from '../domain/acting';
import { openWorld, type World } from '../domain/world';

interface Shown {
  readonly id: string;
  readonly version: number;
}
const actReferral = actor<Shown>('referral', 'id version');

let world: World;
let admin: HeldAdmin;
let ids: Record<string, string>;
beforeAll(async () => {
  world = await openWorld();
  admin = new HeldAdmin(world.database);
  ids = await arrange();
});
afterAll(async () => {
  await admin?.end();
  await world?.close();
});

const fields = ['IDENTITY', 'INCIDENT', 'NARRATIVE'];

/** A case with a referral in every state, an incident with a perpetrator, a note and the consents that all rests on. */
async function arrange(): Promise<Record<string, string>> {
  const [manager, clinic] = [await world.as('case-manager', 'za'), await world.as('service-provider', 'za')];
  const { caseId, survivorId, incidentId } = await world.newCase();
  const services = { purpose: 'SERVICES', recipientId: world.organisation.za.partner } as const;
  await world.newConsent(survivorId, services);
  const consentId = await world.newConsent(survivorId);
  const refer = async (more: object, ...steps: [Client, string, object?][]): Promise<string> => {
    const receiver = { organisationId: world.organisation.za.clinic };
    const input = { caseId, category: 'HEALTH', urgency: 'ROUTINE', receiver, sharedFields: fields, consentId };
    let record = done(await actReferral(manager, 'makeReferral', { ...input, ...more }));
    for (const [client, action, words] of steps)
      record = done(await actReferral(client, action, { id: record.id, expectedVersion: record.version, ...words }));
    return record.id;
  };
  const note = done(await actor<Shown>('caseNote', 'id version')(manager, 'addCaseNote', { caseId, text: 'A note.' }));
  const { data } = await manager.query(
    'query ($id: ID!) { incident(id: $id) { allegedPerpetrators { edges { node { id } } } } }',
    { id: incidentId },
  );
  const perpetratorId = data.incident.allegedPerpetrators.edges[0].node.id as string;
  return {
    ...{ caseId, survivorId: survivorId ?? '', incidentId, consentId, noteId: note.id, perpetratorId },
    draft: await refer({ draft: true }),
    requested: await refer({}),
    accepted: await refer({}, [clinic, 'acceptReferral']),
    served: await refer({}, [clinic, 'acceptReferral'], [clinic, 'startReferral']),
  };
}

/** What a person does: the account, the mutation, the record, and what else it takes. */
type Deed = readonly [account: string, mutation: string, record: string, more?: InputValue];

const reporting = { purpose: 'REPORTING_NON_IDENTIFIABLE' };
const decision = { purpose: 'SERVICES', mode: 'WRITTEN' };
const ofCase: readonly Deed[] = [
  ['case-manager', 'updateCase', 'caseId', { riskLevel: 'HIGH' }],
  ['case-manager', 'withdrawCase', 'caseId', { reason: 'She left.' }],
  ['case-manager', 'restrictCase', 'caseId', { restrictionReason: 'WELL_KNOWN' }],
  ['case-manager', 'recordConsent', 'survivorId', { ...decision, decision: 'REFUSED' }],
  ['case-manager', 'recordConsent', 'survivorId', { ...decision, ...reporting, decision: 'REFUSED' }],
  ['supervisor', 'voidIncident', 'incidentId', { reason: 'Told twice.' }],
  ['case-manager', 'withdrawConsent', 'consentId'],
  ['field-worker', 'updateSurvivor', 'survivorId', { platformMember: true }],
];
const below: readonly Deed[] = [
  ['case-manager', 'sendReferral', 'draft'],
  ['case-manager', 'updateReferral', 'draft', { urgency: 'IMMEDIATE' }],
  ['case-manager', 'cancelReferral', 'requested'],
  ['case-manager', 'extendReferral', 'accepted', { alsoShared: ['DEMOGRAPHICS'] }],
  ['case-manager', 'revokeReferral', 'accepted', { reason: 'Not needed.' }],
  ['service-provider', 'acceptReferral', 'requested'],
  ['service-provider', 'rejectReferral', 'requested', { rejectedReason: 'NO_CAPACITY' }],
  ['service-provider', 'startReferral', 'accepted'],
  ['service-provider', 'returnReferral', 'accepted', { rejectedReason: 'NO_CAPACITY' }],
  ['service-provider', 'recordReferralNoShow', 'accepted'],
  ['service-provider', 'completeReferral', 'served', { outcome: 'SURVIVOR_DECLINED' }],
  ['case-manager', 'addIncident', 'caseId', { violationTypes: ['BEATING'], consentReporting: false }],
  ['case-manager', 'updateIncident', 'incidentId', { narrative: { text: 'Told again.' } }],
  ['supervisor', 'voidIncident', 'incidentId', { reason: 'Told twice.' }],
  ['case-manager', 'updateAllegedPerpetrator', 'perpetratorId', { identity: { name: 'B. Nobody' } }],
  ['supervisor', 'voidAllegedPerpetrator', 'perpetratorId', { reason: 'Told twice.' }],
  ['case-manager', 'addCaseNote', 'caseId', { text: 'Another.' }],
  ['case-manager', 'amendCaseNote', 'noteId', { text: 'Amended.' }],
  ['case-manager', 'voidCaseNote', 'noteId', { reason: 'Told twice.' }],
];

/** Where an input names the record. */
const placeOf = (mutation: string, record: string): string => {
  const type = mutationNamed(mutation).args[0]!.type.toString();
  if (/^(Record|Add|Void)(Consent|Incident|CaseNote|AllegedPerpetrator)/.test(type))
    return record === 'noteId' ? 'caseNoteId' : record === 'perpetratorId' ? 'allegedPerpetratorId' : record;
  return mutation === 'withdrawConsent' ? 'consentId' : 'id';
};

async function versionOf(record: string): Promise<number> {
  const tables: Record<string, string> = {
    ...{ caseId: 'case', survivorId: 'survivor', incidentId: 'incident' },
    ...{ noteId: 'case_note', perpetratorId: 'alleged_perpetrator' },
  };
  const id = ids[record]!.includes('-') ? ids[record] : Buffer.from(ids[record]!, 'base64url').toString().split(':')[2];
  const [row] = await admin.rows<{ version: number }>(
    `SELECT version FROM za."${tables[record] ?? 'referral'}" WHERE id = $1`,
    [id],
  );
  return row!.version;
}

/** The deed, ready to be tried again and again. */
async function ready([account, mutation, record, more]: Deed): Promise<(begun: () => void) => Promise<string[]>> {
  const rehearse: Rehearse = await rehearsal(world, mutation, `${account}@za.demo`);
  const versioned = /Consent|^add/.test(mutation) ? {} : { expectedVersion: await versionOf(record) };
  const input = { ...more, ...versioned, [placeOf(mutation, record)]: ids[record] };
  return async (begun) => (await rehearse(input, begun)).map(({ code, path }) => `${code} ${path.join('.')}`);
}

it.each([...ofCase, ...below].map((deed) => [deed[1], deed] as const))('%s can be done', async (_name, deed) => {
  expect(await (await ready(deed))(() => undefined)).toEqual([]);
});

it.each(ofCase.map((deed) => [deed[1], deed] as const))(
  '%s beside whatever happens below the case',
  async (_n, above) => {
    const one = await ready(above);
    for (const deed of below) {
      const other = await ready(deed);
      let attempts = 0;
      const begun = (): void => void attempts++;
      const answers = await atOnce(world.database, admin, 'za', [() => one(begun), () => other(begun)]);
      expect([deed[1], attempts, answers]).toEqual([deed[1], 2, [[], []]]);
    }
  },
);

/** Two who have seen one version of a record, the one to change it, the other to take it out. */
const races = [
  ['updateAllegedPerpetrator', 'voidAllegedPerpetrator'],
  ['amendCaseNote', 'voidCaseNote'],
  // The last: what belongs to an incident is taken out with it.
  ['updateIncident', 'voidIncident'],
].map((names) => names.map((name) => below.find(([, mutation]) => mutation === name)!));

it.each(races.map(([change, out]) => [out![1], change!, out!] as const))(
  '%s takes nothing out that was changed meanwhile',
  async (_name, ...deeds) => {
    const sends = await Promise.all(
      deeds.map(async ([account, name, record, more]) => {
        const mutation = mutationNamed(name);
        const client = await world.as(account, 'za');
        const about = { [placeOf(name, record)]: ids[record], expectedVersion: await versionOf(record) };
        const input = { idempotencyKey: randomUUID(), ...more, ...about };
        return async (): Promise<string[]> => {
          const { data } = await client.query(mutationDocument(mutation, 'id'), { input });
          return (data[name] as { problems: { code: string }[] }).problems.map(({ code }) => code);
        };
      }),
    );
    const answers = await atOnce(world.database, admin, 'za', sends);
    expect(answers.sort()).toEqual([[], [expect.stringMatching(/^(VERSION_CONFLICT|VOIDED)$/)]]);
  },
);
