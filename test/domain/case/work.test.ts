/** Everyday changes to a case, its notes, and the steps up to its follow-up. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../../support/app';
import { actor, done, expectForbidden, told } from '../acting';
import type { World } from '../world';
import { openWorld, StaffMember, put } from '../../support/outside';
import { expectRoles, notesOf, register, rowsOf, step, uuidOf, walk } from './acts';

let world: World;
let fieldWorker: Client;
let manager: Client;
let supervisor: Client;
beforeAll(async () => {
  world = await openWorld();
  fieldWorker = await world.as('field-worker', 'za');
  manager = await world.as('case-manager', 'za');
  supervisor = await world.as('supervisor', 'za');
});
afterAll(() => world.close());

const actNote = actor<{ id: string; kind: string; text: string }>('caseNote', 'id kind text');

test.each(['field-worker', 'case-manager', 'supervisor'])(
  'a %s changes a case; what is left out stays',
  async (role) => {
    const record = await register(fieldWorker, { riskLevel: 'LOW', priority: 'LOW', registeredAtOffice: 'Office 7' });
    const changes = { riskLevel: 'HIGH', registeredAtOffice: null, source: 'PEER_PARALEGAL' };
    const changed = done(await step(await world.as(role, 'za'), 'updateCase', record, changes));
    expect(changed).toMatchObject({ ...changes, priority: 'LOW', version: 2, status: 'REGISTERED' });
  },
);

test('a field without which no case can be is not emptied: null is refused', async () => {
  const record = await register(fieldWorker);
  const acted = await step(fieldWorker, 'updateCase', record, { source: null, anonymous: null });
  expect(told(acted)).toEqual(['INVALID_INPUT source', 'INVALID_INPUT anonymous']);
});

test('whose a case is can be settled while it is a draft, and not after', async () => {
  const survivor = { genderIdentity: 'WOMAN', identity: { workingName: 'Naledi Example' } };
  const draft = await register(fieldWorker, { draft: true, survivor: null, consents: null });
  const known = done(await step(fieldWorker, 'updateCase', draft, { survivor }));
  const [row] = await rowsOf(world, 'case', 'id = $1', [uuidOf(draft.id)]);
  const [identity] = await rowsOf(world, 'survivor_identity', 'survivor_id = $1', [row?.survivor_id]);
  expect(identity?.data_key_id).toBe(row?.data_key_id);
  expect(told(await step(fieldWorker, 'updateCase', known, { survivor }))).toEqual(['INVALID_INPUT survivor']);
  expect(told(await step(fieldWorker, 'updateCase', known, { anonymous: true }))).toEqual(['INVALID_INPUT anonymous']);
  const registered = await register(fieldWorker, { survivor: null, consents: null, anonymous: true });
  const acted = await step(fieldWorker, 'updateCase', registered, { survivor, anonymous: false });
  expect(told(acted)).toEqual(['INVALID_INPUT anonymous', 'INVALID_INPUT survivor']);
});

test('a supervisor, who may not write survivors, cannot send one along', async () => {
  const draft = await register(fieldWorker, { draft: true, survivor: null, consents: null });
  expectForbidden(await step(supervisor, 'updateCase', draft, { survivor: { genderIdentity: 'WOMAN' } }));
});

test.each(['case-manager', 'supervisor'])('a %s assigns a case to a colleague who works on cases', async (role) => {
  const record = await register(fieldWorker);
  const ownerId = world.account.za['field-worker-2'];
  const other = await world.as('field-worker-2', 'za');
  const document = 'query ($id: ID!) { case(id: $id) { status } }';
  expect((await other.query(document, { id: record.id })).data.case).toBeNull();
  done(await step(await world.as(role, 'za'), 'assignCase', record, { ownerId }));
  expect((await other.query(document, { id: record.id })).data.case).toEqual({ status: 'REGISTERED' });
});

test('nobody else can be assigned a case', async () => {
  const record = await register(fieldWorker);
  const retired = await world.arrange('za', (work) =>
    put(work, StaffMember, {
      name: 'Retired',
      role: 'CASE_MANAGER',
      active: false,
      organisationId: world.organisation.za.partner,
    }),
  );
  const assign = async (ownerId?: string): Promise<string[]> =>
    told(await step(manager, 'assignCase', record, { ownerId }));
  expect(await assign(retired)).toEqual(['INVALID_INPUT ownerId']);
  expect(await assign(world.account.za['partner-admin'])).toEqual(['INVALID_INPUT ownerId']);
  for (const id of [world.account.za['case-manager-2'], world.account.bw['case-manager'], randomUUID()]) {
    expect(await assign(id)).toEqual(['NOT_FOUND ownerId']);
  }
});

test.each(['field-worker', 'case-manager'])('a %s adds notes, sealed', async (role) => {
  const record = await register(fieldWorker);
  const client = await world.as(role, 'za');
  const idempotencyKey = randomUUID();
  const note = { caseId: record.id, text: ' She called.\nAgain. ', idempotencyKey };
  const [first, again] = [await actNote(client, 'addCaseNote', note), await actNote(client, 'addCaseNote', note)];
  expect(done(first)).toMatchObject({ kind: 'NOTE', text: 'She called.\nAgain.' });
  expect(again.answer.text).toBe(first.answer.text);
  done(await actNote(client, 'addCaseNote', { caseId: record.id, text: 'Leave by the back.', kind: 'SAFETY_PLAN' }));
  const rows = await rowsOf(world, 'case_note', 'case_id = $1', [uuidOf(record.id)]);
  expect(rows.map(({ text }) => (text as Buffer).includes('called'))).toEqual([false, false]);
});

test('reasons of steps are noted with their steps only, and nothing is noted of a case that ended', async () => {
  const record = await register(fieldWorker);
  const caseId = record.id;
  expect(told(await actNote(manager, 'addCaseNote', { caseId, text: 'x', kind: 'STEP_REASON' }))).toEqual([
    'INVALID_INPUT kind',
  ]);
  expect(told(await actNote(manager, 'addCaseNote', { caseId, text: '  ' }))).toEqual(['INVALID_INPUT text']);
  done(await step(manager, 'withdrawCase', record));
  expect(told(await actNote(manager, 'addCaseNote', { caseId, text: 'x' }))).toEqual(['CONSENT_MISSING']);
});

test('notes of a case out of reach, foreign or of none are refused alike', async () => {
  const { caseId } = await world.newCase('za');
  const { caseId: foreign } = await world.newCase('bw');
  const stranger = await world.as('case-manager-2', 'za');
  const texts = new Set<string>();
  for (const id of [caseId, foreign, randomUUID()]) {
    const acted = await actNote(stranger, 'addCaseNote', { caseId: id, text: 'x' });
    expect(told(acted)).toEqual(['NOT_FOUND caseId']);
    texts.add(acted.answer.text);
  }
  expect(texts.size).toBe(1);
  await expectRoles(world, actNote, 'addCaseNote', { caseId: randomUUID(), text: 'x' });
});

test('assessment, plan and follow-up put down what was found, and keep the notes', async () => {
  const registered = await register(fieldWorker);
  const note = { text: 'In danger at home.' };
  const assessed = done(await step(fieldWorker, 'assessCase', registered, { riskLevel: 'HIGH', note }));
  expect(assessed).toMatchObject({ status: 'ASSESSED', riskLevel: 'HIGH' });
  const safetyPlan = { text: 'Stay with a friend.' };
  const record = await walk(
    assessed,
    [manager, 'planCase', { priority: 'URGENT', safetyPlan }],
    [fieldWorker, 'followUpCase', { note: { text: 'Visited.' } }],
  );
  expect(record).toMatchObject({ status: 'IN_FOLLOW_UP', riskLevel: 'HIGH', priority: 'URGENT', version: 4 });
  expect(await notesOf(world, record)).toEqual([
    'NOTE In danger at home.',
    'SAFETY_PLAN Stay with a friend.',
    'NOTE Visited.',
  ]);
});

test('a supervisor takes the steps, but writes no notes with them', async () => {
  const record = await register(fieldWorker);
  expectForbidden(await step(supervisor, 'assessCase', record, { note: { text: 'x' } }));
  expect(done(await step(supervisor, 'assessCase', record, { riskLevel: 'LOW' })).status).toBe('ASSESSED');
});

test('every change is in the audit trail and in the change feed, for those who may see it', async () => {
  const record = await register(fieldWorker);
  done(await step(manager, 'updateCase', record, { riskLevel: 'HIGH' }));
  const id = uuidOf(record.id);
  const audit = await rowsOf(world, 'audit_event', 'record_id = $1 ORDER BY version', [id]);
  expect(audit).toMatchObject([
    { action: 'registerCase', operation: 'INSERT', entity: 'Case', actor_id: world.account.za['field-worker'] },
    { action: 'updateCase', operation: 'UPDATE', entity: 'Case', actor_id: world.account.za['case-manager'] },
  ]);
  const [change] = await rowsOf(world, 'change_entry', 'record_id = $1 AND version = 2', [id]);
  expect(change?.organisations).toEqual([world.organisation.za.partner]);
  expect(change?.accounts).toEqual([world.account.za['field-worker']]);
});

test('a draft that is given to a colleague is seen by the colleague', async () => {
  const draft = await register(fieldWorker, { draft: true });
  const manager = await world.as('case-manager', 'za');
  const seen = async (): Promise<unknown> =>
    (await manager.query('query ($id: ID!) { case(id: $id) { status } }', { id: draft.id })).data.case;
  expect(await seen()).toBeNull();
  done(
    await step(await world.as('supervisor', 'za'), 'assignCase', draft, { ownerId: world.account.za['case-manager'] }),
  );
  expect(await seen()).toEqual({ status: 'DRAFT' });
  expect(done(await step(manager, 'submitCase', { ...draft, version: 2 })).status).toBe('REGISTERED');
});
