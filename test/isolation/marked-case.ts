/** A case in which every text that must be sealed carries a mark of its own, made through the API by those who work on it. */
import { randomBytes, randomUUID } from 'node:crypto';
import { purposeOfCategory, type ServiceCategory } from '../../src/domain/casework/referral/referral.codes';
import { categoryOfService, ServiceType } from '../../src/domain/casework/referral/service-type.codes';
import type { Answer, Client, TestApp } from '../support/app';

/** Every mark begins with it; it is nowhere else. */
export const mark = `zq${randomBytes(9).toString('hex')}`;
/** A mark in a column that is not sealed: what looks for marks must find it. */
export const openMark = `open${randomBytes(9).toString('hex')}`;

export interface MarkedCase {
  readonly caseId: string;
  readonly survivorId: string;
  readonly identityId: string;
  /** Two incidents of the case, with the ids of their narratives. */
  readonly incidents: readonly { readonly id: string; readonly narrative: { readonly id: string } }[];
  readonly referralId: string;
}

/** Everything sealed that a case manager reads of the case. */
export const everything = `query ($id: ID!) { case(id: $id) {
  survivor { identity { legalName workingName phone idNumber address } safeContact { times note } }
  incidents { edges { node { narrative { text } injury { description }
    allegedPerpetrators { edges { node { identity { name badgeNumber plateNumber institution description } } } } } } }
  attachments { edges { node { content { caption } } } }
   emergencyAlerts { edges { node { place { place known } number { telephone } } } }
  complaints { edges { node { identity { externalNumber officerName } notes { edges { node { text } } } } } }
  notes { edges { node { text } } } serviceNeeds { edges { node { words { ownWords decisionReason } } } }
  plannedActions { edges { node { words { text } } } } referrals { edges { node { reason { text } answer { text } serviceRecord { providerNote } } } }
  serviceDeliveries { edges { node { note } } } } }`;

export const marks = [
  ...[
    'legalName',
    'workingName',
    'phone',
    'idNumber',
    'address',
    'times',
    'note',
    'narrative1',
    'narrative2',
    'injury',
  ],
  ...['name', 'badge', 'plate', 'institution', 'description', 'caseNote', 'reason', 'providerNote', 'answer'],
  ...['complaintNumber', 'officer', 'complaintNote'],
  ...['alertPlace', 'alertKnown', 'alertNumber'],
  ...['ownWords', 'decisionReason', 'task', 'givenNote', 'caption'],
].map((what) => `${mark}-${what}`);

const m = (what: string): string => `${mark}-${what}`;

/** Calls a mutation; anything but success is a failure of the test. */
export async function call<T>(client: Client, action: string, input: object, selection: string): Promise<T> {
  const type = `${action[0]!.toUpperCase()}${action.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { act: ${action}(input: $input) { ${selection} problems { code path } } }`;
  const { data, text } = await client.query(document, { input: { idempotencyKey: randomUUID(), ...input } });
  if (!data?.act || data.act.problems.length > 0) throw new Error(text);
  return data.act as T;
}

const narrated = (at: number, more: object): object => ({
  violationTypes: ['BEATING'],
  consentReporting: false,
  detail: { timeOfDay: 'MORNING' },
  narrative: { text: m(`narrative${at}`) },
  ...more,
});

interface Made {
  readonly case: {
    readonly id: string;
    readonly survivor: { readonly id: string; readonly identity: { readonly id: string } };
    readonly incidents: { readonly edges: readonly { readonly node: MarkedCase['incidents'][number] }[] };
  };
}

interface Referred {
  readonly referral: { readonly id: string; readonly version: number };
}

export async function makeMarkedCase(api: TestApp): Promise<MarkedCase> {
  const [manager, provider] = [await api.as('case-manager', 'za'), await api.as('service-provider', 'za')];
  const { id: toOrganisationId, services } = await organisationOf(provider);
  const category = services[0] as ServiceCategory;
  const consentId = randomUUID();
  const given = { decision: 'GIVEN', mode: 'WRITTEN' };
  const made = await call<Made>(
    manager,
    'registerCase',
    registration(given, { id: consentId, recipientId: toOrganisationId, category }),
    selection,
  );
  const { id: caseId, survivor, incidents } = made.case;
  await call(manager, 'addCaseNote', { caseId, text: m('caseNote') }, 'caseNote { id }');
  await complain(manager, caseId);
  await raise(manager, caseId);
  const paper = { caseId, kind: 'DOCUMENT', words: { caption: m('caption') } };
  await call(manager, 'attachToCase', paper, 'attachment { id }');
  const words = { ownWords: m('ownWords'), decisionReason: m('decisionReason') };
  const need = { caseId, category: 'LIVELIHOOD', namedBySurvivor: true, words };
  await call(manager, 'recordServiceNeed', need, 'serviceNeed { id }');
  const planned = { caseId, plan: 'SAFETY', doer: 'SURVIVOR', words: { text: m('task') } };
  await call(manager, 'planAction', planned, 'plannedAction { id }');
  const referral = { caseId, category, urgency: 'ROUTINE', toOrganisationId, consentId, reason: { text: m('reason') } };
  let now = (await call<Referred>(manager, 'makeReferral', referral, 'referral { id version }')).referral;
  const done = { outcome: 'SERVICE_PROVIDED', providerNote: m('providerNote') };
  for (const [action, more] of [['acceptReferral'], ['startReferral'], ['completeReferral', done]] as const) {
    if (action === 'completeReferral') await give(provider, now.id, category);
    now = (
      await call<Referred>(
        provider,
        action,
        { id: now.id, expectedVersion: now.version, ...more },
        'referral { id version }',
      )
    ).referral;
  }
  const again = (
    await call<Referred>(manager, 'makeReferral', { ...referral, reason: null }, 'referral { id version }')
  ).referral;
  await call<Referred>(
    provider,
    'rejectReferral',
    { id: again.id, expectedVersion: again.version, rejectedReason: 'NO_CAPACITY', words: { text: m('answer') } },
    'referral { id version }',
  );
  return {
    caseId,
    survivorId: survivor.id,
    identityId: survivor.identity.id,
    incidents: incidents.edges.map(({ node }) => node),
    referralId: now.id,
  };
}

async function give(provider: Client, referralId: string, category: ServiceCategory): Promise<void> {
  const serviceType = ServiceType.codes.find((service) => categoryOfService[service] === category);
  const input = { of: { referralId }, serviceType, result: 'PROVIDED', note: m('givenNote') };
  await call(provider, 'recordServiceDelivery', input, 'serviceDelivery { id }');
}

interface Raised {
  readonly emergencyAlert: { readonly id: string; readonly version: number };
}

/** The alert that the case came of; it has ended. */
async function raise(manager: Client, caseId: string): Promise<void> {
  const { data } = await manager.query('{ districts(first: 1) { edges { node { id } } } }');
  const place = { place: m('alertPlace'), known: m('alertKnown') };
  const told = { channel: 'HELPLINE', districtId: data.districts.edges[0].node.id as string, place };
  const shown = 'emergencyAlert { id version }';
  const number = { telephone: m('alertNumber') };
  let { emergencyAlert: now } = await call<Raised>(manager, 'raiseAlert', { ...told, number }, shown);
  for (const [action, more] of [
    ['linkAlert', { caseId }],
    ['acknowledgeAlert', {}],
    ['resolveAlert', { responses: ['FIRST_LINE_SUPPORT'] }],
  ] as const)
    ({ emergencyAlert: now } = await call<Raised>(
      manager,
      action,
      { id: now.id, expectedVersion: now.version, ...more },
      shown,
    ));
}

async function complain(manager: Client, caseId: string): Promise<void> {
  const { data } = await manager.query('{ complaintMechanisms(first: 1) { edges { node { id } } } }');
  const mechanismId = data.complaintMechanisms.edges[0].node.id as string;
  const identity = { externalNumber: m('complaintNumber'), officerName: m('officer') };
  const input = { caseId, mechanismId, about: 'VIOLENCE', identity, note: { text: m('complaintNote') } };
  await call(manager, 'recordComplaint', input, 'complaint { id }');
}

const selection = 'case { id survivor { id identity { id } } incidents { edges { node { id narrative { id } } } } }';

const registration = (
  given: object,
  { category, ...release }: { id: string; recipientId: string; category: ServiceCategory },
): object => ({
  source: 'HELPLINE',
  survivor: {
    genderIdentity: 'WOMAN',
    identity: {
      legalName: m('legalName'),
      workingName: m('workingName'),
      phone: m('phone'),
      idNumber: m('idNumber'),
      address: m('address'),
    },
    safeContact: { method: 'CALL', times: m('times'), note: m('note') },
  },
  consents: [
    { ...given, purpose: 'SERVICES' },
    { ...given, ...release, purpose: purposeOfCategory[category], scopes: ['IDENTITY'] },
  ],
  incidents: [narrated(1, { injury: { description: m('injury') }, allegedPerpetrators }), narrated(2, {})],
});

const allegedPerpetrators = [
  {
    actorKind: 'PERSON',
    category: 'CLIENT',
    relationship: 'NO_RELATION',
    identity: {
      name: m('name'),
      badgeNumber: m('badge'),
      plateNumber: m('plate'),
      institution: m('institution'),
      description: m('description'),
    },
  },
];

async function organisationOf(client: Client): Promise<{ id: string; services: string[] }> {
  const { data, text } = await client.query('{ viewer { account { organisation { id services } } } }');
  if (!data?.viewer?.account?.organisation) throw new Error(text);
  return data.viewer.account.organisation as { id: string; services: string[] };
}

export const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString('latin1').split(':')[2] ?? '';

/** An error that says nothing of values, rows or statements. */
export function expectClean({ text, errors, status }: Answer, message: RegExp): void {
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) {
    expect(Object.keys(error).sort()).toEqual(expect.arrayContaining(['extensions', 'message', 'path']));
    expect(error.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(error.message).toMatch(message);
  }
  expect([200, 500]).toContain(status);
  expect(text).not.toContain(mark);
  expect(text).not.toMatch(/select |insert |update |permission|access_log|za_app|za\.|\bat \/|decipher|authenticate/i);
}

/** The case with names of its survivor. */
export const identityOf = (client: Client, { caseId }: MarkedCase): Promise<Answer> =>
  client.query('query ($id: ID!) { case(id: $id) { displayId survivor { identity { legalName workingName } } } }', {
    id: caseId,
  });
