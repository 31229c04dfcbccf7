/** A withdrawn case is closed off: what is told in it is read by nobody, but for hours by whoever takes access and is seen to. */
import { randomUUID } from 'node:crypto';
import { adminRows, HeldAdmin, snake } from '../support/admin';
import type { Client, TestApp } from '../support/app';
import { freshDatabase, type TestDatabase } from '../support/database';
import { startApp } from '../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../domain/acting';
import { dataClasses } from '../../src/policy/table';
import { allThings } from '../../src/model/thing';
import { call, everything, makeMarkedCase, marks, uuidOf, type MarkedCase } from './marked-case';

interface Grant {
  readonly id: string;
  readonly version: number;
  readonly endsAt: string;
  readonly review: string | null;
}

let data: TestDatabase;
let api: TestApp;
let admin: HeldAdmin;
let manager: Client;
let supervisor: Client;
let officer: Client;
let record: MarkedCase;
const act = actor<Grant>('accessGrant', 'id version endsAt review');

beforeAll(async () => {
  data = await freshDatabase('demo');
  api = await startApp({ database: data });
  admin = new HeldAdmin(data);
  manager = await api.as('case-manager', 'za');
  supervisor = await api.as('supervisor', 'za');
  officer = await api.as('privacy-officer', 'za');
  record = await makeMarkedCase(api);
  await askToTakeOver();
});
afterAll(async () => {
  await admin?.end();
  await api?.close();
  await data?.drop();
});

/** Another organisation is asked to take the case over: what it is told to decide by closes with the case too. */
async function askToTakeOver(): Promise<void> {
  const other = await api.as('case-manager-2', 'za');
  const { data: answer } = await other.query('{ viewer { account { organisation { id } } } }');
  const toOrganisationId = answer.viewer.account.organisation.id as string;
  const { survivorId, caseId } = record;
  const given = { purpose: 'SERVICES', decision: 'GIVEN', mode: 'WRITTEN', recipientId: toOrganisationId };
  await call(manager, 'recordConsent', { survivorId, ...given }, 'consent { id }');
  const { data: held } = await manager.query('query ($id: ID!) { case(id: $id) { version } }', { id: caseId });
  const input = { id: caseId, expectedVersion: held.case.version as number, toOrganisationId, reason: 'She moved.' };
  await call(manager, 'transferCase', input, 'case { id }');
}

const roles = [
  'field-worker',
  'case-manager',
  'supervisor',
  'me-officer',
  'partner-admin',
  'service-provider',
  'privacy-officer',
];

/** The marks that a client finds by the case and by every list of what closes. */
async function found(client: Client): Promise<string[]> {
  const { text } = await client.query(everything, { id: record.caseId });
  return marks.filter((mark) => text.includes(mark));
}

const closing = [...allThings.values()].filter(({ dataClass }) => dataClasses[dataClass].closes);

/** What hangs on the case by something else. */
const through: Readonly<Record<string, string>> = { referral_id: 'referral', transfer_id: 'case_transfer' };

/** Ids of the rows of a thing that belong to the case or its survivor. */
const rowsOf = async (table: string, column: string): Promise<string[]> =>
  (
    await admin.rows<{ id: string }>(
      `SELECT id FROM za."${table}" WHERE ${column} ${through[column] ? `IN (SELECT id FROM za.${through[column]} WHERE case_id = $1)` : '= $1'}`,
      [uuidOf(column === 'survivor_id' ? record.survivorId : record.caseId)],
    )
  ).map(({ id }) => id);

async function listed(client: Client): Promise<string[]> {
  const seen: string[] = [];
  for (const { name, plural, table, attributes } of closing) {
    const column = ['caseId', 'survivorId', 'referralId', 'transferId'].find((key) => attributes.has(key)) ?? '';
    const ids = await rowsOf(table, snake(column));
    expect([name, ids.length > 0]).toEqual([name, true]);
    const { data: answer } = await client.query(
      `query ($ids: [ID!]) { ${plural}(first: 100, filter: { id: { in: $ids } }) { totalCount edges { node { id } } } }`,
      { ids },
    );
    if (answer?.[plural]?.edges.length > 0) seen.push(name);
    if (answer?.[plural]) expect([name, answer[plural].totalCount]).toEqual([name, answer[plural].edges.length]);
  }
  return seen.sort();
}

let before: Record<string, string[]>;

it('is read by those who may, as long as it is worked on', async () => {
  before = {};
  for (const role of roles) before[role] = await listed(await api.as(role, 'za'));
  expect(before['case-manager']).toEqual(closing.map(({ name }) => name).sort());
  expect(before['me-officer']).toEqual(['AllegedPerpetrator']);
  expect(before.supervisor).not.toContain('SurvivorIdentity');
  expect((await found(manager)).length).toBeGreaterThan(3);
});

it('is read by nobody once the survivor has withdrawn; operations and the fact of consent are', async () => {
  await call(
    manager,
    'recordConsent',
    { survivorId: record.survivorId, purpose: 'SERVICES', decision: 'REFUSED', mode: 'WRITTEN' },
    'consent { id }',
  );
  for (const role of roles) {
    const client = await api.as(role, 'za');
    // What a provider recorded of its own service stays its own.
    expect([role, await listed(client)]).toEqual([
      role,
      role === 'service-provider' ? ['ReferralAnswer', 'ServiceDelivery', 'ServiceRecord'] : [],
    ]);
  }
  const { data: answer, text } = await manager.query(everything, { id: record.caseId });
  expect(answer.case).not.toBeNull();
  expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
  const { data: open } = await manager.query(
    'query ($id: ID!) { case(id: $id) { status survivor { consents { totalCount } } } }',
    { id: record.caseId },
  );
  expect(open.case).toMatchObject({ status: 'WITHDRAWN' });
  expect(open.case.survivor.consents.totalCount).toBeGreaterThan(1);
});

const take = (client: Client, more: object = {}): Promise<Acted<Grant>> =>
  act(client, 'takeAccess', { caseId: record.caseId, reason: 'She asks what we know of her.', ...more });

describe('access to it', () => {
  it('is taken by case managers and supervisors alone, for a reason, for three hours at most', async () => {
    for (const role of roles.filter((one) => !['case-manager', 'supervisor'].includes(one)))
      expectForbidden(await take(await api.as(role, 'za')));
    expect(told(await take(supervisor, { reason: ' ' }))).toEqual(['INVALID_INPUT reason']);
    expect(told(await take(supervisor, { hours: 4 }))).toEqual(['INVALID_INPUT hours']);
    expect(told(await take(await api.as('case-manager-2', 'za')))).toEqual(['NOT_FOUND caseId']);
    expect(told(await take(await api.as('supervisor', 'bw')))).toEqual(['NOT_FOUND caseId']);
  });

  it('opens what the role may read for whoever took it, and for nobody else; others are told at once', async () => {
    const grant = done(await take(supervisor, { hours: 3 }));
    expect(Date.parse(grant.endsAt) - Date.now()).toBeLessThanOrEqual(3 * 3_600_000);
    expect(await listed(supervisor)).toEqual(
      ['IncidentInjury', 'SurvivorIdentity', ...(before.supervisor ?? [])].sort(),
    );
    expect(await listed(manager)).toEqual([]);
    const { data: answer } = await officer.query('{ notices(first: 1) { edges { node { kind addressee { id } } } } }');
    expect(answer.notices.edges[0].node).toMatchObject({ kind: 'ACCESS_TAKEN' });
    const { data: own } = await supervisor.query(
      '{ notices(filter: { kind: { eq: ACCESS_TAKEN } }, first: 1) { edges { node { by { id } } } } }',
    );
    expect(JSON.stringify(own)).not.toContain(grant.id);
    // Every sealed read of it stands in the log, as any other does.
    const log = await adminRows(
      data,
      `SELECT FROM za.access_log_entry WHERE record_id = $1 AND actor_role = 'SUPERVISOR'`,
      [uuidOf(record.identityId)],
    );
    expect(log.length).toBeGreaterThan(0);
  });

  it('ends by itself, or earlier', async () => {
    const [row] = await adminRows<{ id: string }>(
      data,
      'SELECT id FROM za.access_grant ORDER BY created_at DESC LIMIT 1',
    );
    expect(told(await act(manager, 'endAccess', { id: row!.id, expectedVersion: 1 }))).toEqual(['NOT_FOUND id']);
    expect(await listed(supervisor)).not.toEqual([]);
    done(await act(supervisor, 'endAccess', { id: row!.id, expectedVersion: 1 }));
    expect(await listed(supervisor)).toEqual([]);
    const grant = done(await take(manager));
    expect(await listed(manager)).not.toEqual([]);
    await adminRows(data, 'UPDATE za.access_grant SET ends_at = now() WHERE id = $1', [uuidOf(grant.id)]);
    expect(await listed(manager)).toEqual([]);
  });

  it('is looked at by somebody else, who reads the reason', async () => {
    const grant = done(await take(supervisor));
    const review = { id: grant.id, expectedVersion: grant.version, review: 'JUSTIFIED' };
    expect(told(await act(supervisor, 'reviewAccess', review))).toEqual(['SAME_PERSON']);
    expectForbidden(await act(await api.as('field-worker', 'za'), 'reviewAccess', review));
    const { data: answer } = await officer.query(
      'query ($id: ID!) { accessGrant(id: $id) { reason displayId grantee { id } review } }',
      { id: grant.id },
    );
    expect(answer.accessGrant).toMatchObject({ reason: 'She asks what we know of her.', review: null });
    expect(done(await act(officer, 'reviewAccess', { ...review, idempotencyKey: randomUUID() })).review).toBe(
      'JUSTIFIED',
    );
  });
});
