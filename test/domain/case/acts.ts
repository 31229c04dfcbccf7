/** Cases as the tests make them and look at them. */
import type { Client } from '../../support/app';
import { adminRows, type AdminRow } from '../../support/admin';
import { parseId } from '../../../src/base/global-id';
import { rolesOfAction } from '../../support/outside';
import { actor, done, expectForbidden, type Acted } from '../acting';
import type { CountryName, World } from '../world';

export interface CaseShown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly workflowStage: string;
  readonly displayId: string;
  readonly riskLevel: string | null;
  readonly priority: string | null;
  readonly source: string;
  readonly registeredAtOffice: string | null;
  readonly anonymous: boolean;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly closureReason: string | null;
  readonly closureRequestedAt: string | null;
  readonly safetyPlanReviewed: boolean;
  readonly informedCanResume: boolean;
  readonly supervisorReviewed: boolean;
  readonly retentionUntil: string | null;
  readonly survivor: { id: string; survivorCode: string; ageBand: string } | null;
  readonly duplicateOf: { id: string } | null;
}

const fields = `id version status workflowStage displayId riskLevel priority source registeredAtOffice anonymous openedAt
  closedAt closureReason closureRequestedAt safetyPlanReviewed informedCanResume supervisorReviewed retentionUntil
  survivor { id survivorCode ageBand } duplicateOf { id }`;

export const act = actor<CaseShown>('case', fields);

export interface TransferShown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly respondedAt: string | null;
}

export const actTransfer = actor<TransferShown>('caseTransfer', 'id version status respondedAt');

/** The UUID in a global id. */
export const uuidOf = (id: string): string => parseId(id).uuid;

export const services = { purpose: 'SERVICES', decision: 'GIVEN', mode: 'WRITTEN' } as const;

export const incident = { violationTypes: ['BEATING'], consentReporting: true } as const;

/** A case of a new survivor with consent to services, unless said otherwise. */
export const registration = (values: object = {}): object => ({
  source: 'HELPLINE',
  survivor: { genderIdentity: 'WOMAN' },
  consents: [services],
  ...values,
});

export const register = async (client: Client, values: object = {}): Promise<CaseShown> =>
  done(await act(client, 'registerCase', registration(values)));

export const step = (
  client: Client,
  action: string,
  { id, version }: Pick<CaseShown, 'id' | 'version'>,
  more: object = {},
): Promise<Acted<CaseShown>> => act(client, action, { id, expectedVersion: version, ...more });

/** Takes steps one after the other, each with the version of the one before. */
export async function walk(
  record: CaseShown,
  ...steps: readonly (readonly [Client, string, object?])[]
): Promise<CaseShown> {
  let now = record;
  for (const [client, action, more] of steps) now = done(await step(client, action, now, more));
  return now;
}

/** The rows of a table of a country, as the database has them. */
export const rowsOf = (
  world: World,
  table: string,
  where: string,
  values: unknown[] = [],
  country: CountryName = 'za',
): Promise<AdminRow[]> => adminRows(world.database, `SELECT * FROM ${country}."${table}" WHERE ${where}`, values);

export const notesOf = async (world: World, { id }: Pick<CaseShown, 'id'>): Promise<string[]> => {
  const client = await world.as('case-manager', (parseId(id)?.country ?? 'ZA').toLowerCase());
  const { data } = await client.query(
    'query ($id: ID!) { case(id: $id) { notes(first: 50, orderBy: [{ field: CREATED_AT, direction: ASC }]) { edges { node { kind text } } } } }',
    { id },
  );
  const edges = (data?.case?.notes.edges ?? []) as { node: { kind: string; text: string } }[];
  return edges.map(({ node }) => `${node.kind} ${node.text}`);
};

const roles = [
  'field-worker',
  'case-manager',
  'supervisor',
  'partner-admin',
  'me-officer',
  'service-provider',
  'privacy-officer',
];

/** Every role that the policy does not name is refused; the others come as far as the input, which must have one problem. */
export async function expectRoles(
  world: World,
  call: (client: Client, action: string, input: object) => Promise<Acted<unknown>>,
  action: string,
  input: object,
): Promise<void> {
  const may = rolesOfAction(action) as readonly string[];
  expect(may.length).toBeGreaterThan(0);
  for (const role of roles) {
    const acted = await call(await world.as(role, 'za'), action, input);
    if (may.includes(role.toUpperCase().replaceAll('-', '_'))) expect([role, acted.problems.length]).toEqual([role, 1]);
    else expectForbidden(acted);
  }
  expectForbidden(await call(await world.as('secretariat'), action, input));
  const { answer } = await call(world.anyone, action, input);
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
}
