/** Makes what the tests correct, through the API. */
import { randomUUID } from 'node:crypto';
import type { Problem } from '../../../src/base/problem';
import type { Client } from '../../support/app';
import type { CountryName, World } from '../world';

export interface Made {
  readonly id: string;
  readonly version: number;
}

const documentOf = (action: string, selection: string): string => {
  const type = `${action[0]!.toUpperCase()}${action.slice(1)}Input!`;
  return `mutation ($input: ${type}) { act: ${action}(input: $input) { ${selection} problems { code message path } } }`;
};

/** What is wrong with an input, in the caller's language. */
export async function problemsOf(
  client: Client,
  action: string,
  input: object,
  language = 'en',
): Promise<readonly Problem[]> {
  const headers = { 'accept-language': language };
  const given = { input: { idempotencyKey: randomUUID(), ...input } };
  const { data, text } = await client.query(documentOf(action, ''), given, headers);
  if (!data?.act) throw new Error(`${action} ${JSON.stringify(input)}: ${text}`);
  return data.act.problems as readonly Problem[];
}

export async function call(
  client: Client,
  action: string,
  input: object,
  selection: string,
): Promise<Record<string, Made>> {
  const given = { input: { idempotencyKey: randomUUID(), ...input } };
  const { data, text } = await client.query(documentOf(action, selection), given);
  if (!data?.act || data.act.problems.length > 0) throw new Error(`${action} ${JSON.stringify(input)}: ${text}`);
  return data.act as Record<string, Made>;
}

const training = { title: 'A', topic: 'RIGHTS_LITERACY', audience: 'SEX_WORKER', level: 'COMMUNITY', outcome: 'LTO1' };
export const group = {
  genderIdentity: 'WOMAN',
  ageBand: 'AGE_25_34',
  audience: 'SEX_WORKER',
  enrolled: 9,
  completed: 8,
};

const servedAt = '2026-02-01T10:00:00Z';

/** Each makes a record. @returns its id */
export const makersOf = (world: World): Readonly<Record<string, (country: CountryName) => Promise<string>>> => ({
  Case: async (country) => (await world.newCase(country)).caseId,
  Survivor: async (country) => (await world.newCase(country)).survivorId!,
  Incident: async (country) => (await world.newCase(country)).incidentId,
  async AllegedPerpetrator(country) {
    const { incidentId } = await world.newCase(country);
    const { data } = await (
      await world.as('case-manager', country)
    ).query('query ($id: ID!) { incident(id: $id) { allegedPerpetrators { edges { node { id } } } } }', {
      id: incidentId,
    });
    return data.incident.allegedPerpetrators.edges[0].node.id as string;
  },
  async CaseNote(country) {
    const { caseId } = await world.newCase(country);
    return (
      await call(await world.as('case-manager', country), 'addCaseNote', { caseId, text: 'x' }, 'caseNote { id }')
    ).caseNote!.id;
  },
  async ServiceNeed(country) {
    const { caseId } = await world.newCase(country);
    const input = { caseId, category: 'SAFE_HOUSE', namedBySurvivor: true, status: 'PROVIDED_HERE', servedAt };
    const words = { ownWords: 'Somewhere safe.', decisionReason: 'There was a bed.' };
    return (
      await call(
        await world.as('case-manager', country),
        'recordServiceNeed',
        { ...input, words },
        'serviceNeed { id }',
      )
    ).serviceNeed!.id;
  },
  async PlannedAction(country) {
    const { caseId } = await world.newCase(country);
    const manager = await world.as('case-manager', country);
    const input = { caseId, plan: 'SAFETY', doer: 'SURVIVOR', dueOn: '2199-12-31', words: { text: 'x' } };
    const { plannedAction } = await call(manager, 'planAction', input, 'plannedAction { id version }');
    const { id, version: expectedVersion } = plannedAction!;
    await call(manager, 'completePlannedAction', { id, expectedVersion }, 'plannedAction { id }');
    return id;
  },
  async Attachment(country) {
    const { caseId } = await world.newCase(country);
    const input = { caseId, kind: 'DOCUMENT', words: { caption: 'x' } };
    const manager = await world.as('case-manager', country);
    return (await call(manager, 'attachToCase', input, 'attachment { id }')).attachment!.id;
  },
  async Referral(country) {
    const { caseId } = await world.newCase(country);
    const input = {
      caseId,
      category: 'HEALTH',
      urgency: 'ROUTINE',
      receiver: { remoteProvider: 'A clinic' },
      draft: true,
    };
    return (await call(await world.as('case-manager', country), 'makeReferral', input, 'referral { id }')).referral!.id;
  },
  async Service(country) {
    const { caseId } = await world.newCase(country, { anonymous: true });
    const manager = await world.as('case-manager', country);
    const input = { caseId, category: 'HEALTH', urgency: 'ROUTINE', receiver: { remoteProvider: 'A clinic' } };
    const { referral } = await call(manager, 'makeReferral', input, 'referral { id version }');
    const { id, version: expectedVersion } = referral!;
    const given = { outcome: 'SERVICE_PROVIDED', serviceProvidedAt: new Date().toISOString(), providerNote: 'Seen.' };
    await call(manager, 'recordReferralService', { id, expectedVersion, ...given }, 'referral { id }');
    return id;
  },
  async FollowUp(country) {
    const { caseId } = await world.newCase(country, { anonymous: true });
    const manager = await world.as('case-manager', country);
    const to = { caseId, category: 'HEALTH', urgency: 'ROUTINE', receiver: { remoteProvider: 'A clinic' } };
    const { referral } = await call(manager, 'makeReferral', to, 'referral { id }');
    const input = { caseId, referralId: referral!.id, type: 'REVIEW', outcome: 'SUPPORTED', feedback: 'PARTLY' };
    return (await call(manager, 'recordFollowUp', input, 'followUp { id }')).followUp!.id;
  },
  Training: async (country) =>
    (
      await call(
        await world.as('case-manager', country),
        'planTraining',
        { ...training, startOn: '2026-03-02' },
        'training { id }',
      )
    ).training!.id,
  async Report(country) {
    const manager = await world.as('case-manager', country);
    let { training: now } = await call(
      manager,
      'planTraining',
      { ...training, startOn: '2026-03-02' },
      'training { id version }',
    );
    for (const [action, more] of [
      ['confirmTraining'],
      ['holdTraining'],
      ['reportTraining', { participations: [group] }],
    ] as const)
      ({ training: now } = await call(
        manager,
        action,
        { id: now!.id, expectedVersion: now!.version, ...more },
        'training { id version }',
      ));
    return now!.id;
  },
  ServiceEntry: async (country) =>
    (
      await call(
        await world.as('case-manager', country),
        'addServiceEntry',
        { name: 'A clinic', categories: ['LEGAL'], coverage: 'NATIONWIDE' },
        'serviceEntry { id }',
      )
    ).serviceEntry!.id,
  async AdvocacyActivity(country) {
    const about = {
      title: 'A',
      kind: 'MARCH',
      level: 'NATIONAL',
      outcome: 'LTO4',
      target: 'B',
      ask: 'C',
      activityOn: '2026-02-10',
    };
    return (
      await call(await world.as('case-manager', country), 'recordAdvocacyActivity', about, 'advocacyActivity { id }')
    ).advocacyActivity!.id;
  },
});
export const makerOf: Readonly<Record<string, string>> = {
  correctReferralService: 'Service',
  correctTrainingReport: 'Report',
};
