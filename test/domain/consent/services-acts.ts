/** A survivor’s decision about services, as the tests tell it: who is there, and what they do. */
import type { Client } from '../../support/app';
import { actor, done, type Acted } from '../acting';
import { incident, register, services, type CaseShown } from '../case/acts';
import { openWorld, type World } from '../world';

interface ConsentShown {
  readonly id: string;
  readonly endedCases: { edges: { node: { displayId: string; status: string } }[] };
  readonly endedReferrals: { edges: { node: { status: string } }[] };
}
interface Shown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

export const recorded = actor<ConsentShown>(
  'consent',
  `id endedCases { edges { node { displayId status } } } endedReferrals { edges { node { status } } }`,
);
export const actReferral = actor<Shown>('referral', 'id version status');
export const addIncident = actor<{ id: string }>('incident', 'id');

export let world: World;
export let peer: Client;
export let manager: Client;
export let supervisor: Client;
export let clinic: Client;

export function open(): void {
  beforeAll(async () => {
    world = await openWorld();
    peer = await world.as('field-worker', 'za');
    manager = await world.as('case-manager', 'za');
    supervisor = await world.as('supervisor', 'za');
    clinic = await world.as('service-provider', 'za');
  });
  afterAll(() => world.close());
}

export const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
export const no = { purpose: 'SERVICES', decision: 'REFUSED', mode: 'VERBAL_WITNESSED' };
export const refuse = (record: CaseShown, values: object = {}, client = manager): Promise<Acted<ConsentShown>> =>
  recorded(client, 'recordConsent', { survivorId: record.survivor?.id, ...no, ...values });
export const agree = (record: CaseShown, values: object = {}, client = manager): Promise<Acted<ConsentShown>> =>
  recorded(client, 'recordConsent', { survivorId: record.survivor?.id, ...services, ...values });
export const told1 = { ...incident, narrative: { text: 'Told in confidence.' } };
export const withIncident = (values: object = {}): Promise<CaseShown> =>
  register(peer, { incidents: [told1], ...values });

export async function now(id: string, client = manager): Promise<{ status: string; version: number }> {
  const { data } = await client.query('query ($id: ID!) { case(id: $id) { status version } }', { id });
  return data.case as { status: string; version: number };
}

export async function refer(record: CaseShown): Promise<Shown> {
  const release = {
    purpose: 'RELEASE_TO_HEALTH',
    recipientId: world.organisation.za.clinic,
    scopes: ['NARRATIVE', 'INCIDENT'],
  };
  const consent = done(await agree(record, release));
  return done(
    await actReferral(manager, 'makeReferral', {
      caseId: record.id,
      category: 'HEALTH',
      urgency: 'ROUTINE',
      receiver: { organisationId: world.organisation.za.clinic },
      sharedFields: ['NARRATIVE', 'INCIDENT'],
      consentId: consent.id,
    }),
  );
}
export const answer = (action: string, { id, version }: Shown, more: object = {}): Promise<Acted<Shown>> =>
  actReferral(clinic, action, { id, expectedVersion: version, ...more });
