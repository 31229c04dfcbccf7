/** The lifecycle of a case: every step from every state, as the table says; who may take it; on whose cases. */
import '../../../src/domain/all';
import { randomUUID } from 'node:crypto';
import { CaseStatus } from '../../../src/domain/casework/case/case.codes';
import { transferLifecycle } from '../../../src/domain/casework/transfer/case-transfer.lifecycle';
import { caseLifecycle } from '../../../src/domain/casework/case/case.lifecycle';
import { globalId } from '../../../src/base/global-id';
import { rolesOfAction } from '../../../src/policy/rights';
import type { Client } from '../../support/app';
import { told } from '../acting';
import type { World } from '../world';
import { openWorld } from '../../support/outside';
import { act, expectRoles, step, type CaseShown } from './acts';

let world: World;
let manager: Client;
let supervisor: Client;
let peer: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
  supervisor = await world.as('supervisor', 'za');
  peer = await world.as('field-worker', 'za');
});
afterAll(() => world.close());

/** Steps that are taken with the case's own id, where they lead, and what they need besides. */
const steps: Readonly<Record<string, readonly [string, () => object | Promise<object>]>> = {
  submitCase: ['REGISTERED', () => ({})],
  updateCase: ['', () => ({ riskLevel: 'LOW' })],
  assignCase: ['', () => ({ ownerId: world.account.za['case-manager'] })],
  assessCase: ['ASSESSED', () => ({ riskLevel: 'MEDIUM' })],
  planCase: ['ACTION_PLANNED', () => ({})],
  followUpCase: ['IN_FOLLOW_UP', () => ({})],
  requestCaseClosure: ['CLOSURE_REQUESTED', () => ({ closureReason: 'NEEDS_MET' })],
  approveCaseClosure: ['CLOSED', () => ({})],
  rejectCaseClosure: ['IN_FOLLOW_UP', () => ({ reason: 'Not yet.' })],
  reopenCase: ['REOPENED', () => ({ reason: 'It began again.' })],
  transferCase: ['', () => ({ toOrganisationId: world.organisation.za.otherPartner })],
  markCaseDuplicate: ['', async () => ({ duplicateOfId: (await world.newCase()).caseId })],
  separateCase: ['', () => ({ reason: 'Another night.' })],
  withdrawCase: ['WITHDRAWN', () => ({})],
};
const actions = Object.keys(steps);

/** A draft is its maker's: the peer's, or the supervisor's where the peer may not. */
function roleOf(action: string, status: CaseStatus): 'FIELD_WORKER' | 'CASE_MANAGER' | 'SUPERVISOR' {
  const may = rolesOfAction(action);
  if (status === 'DRAFT') return may.includes('FIELD_WORKER') ? 'FIELD_WORKER' : 'SUPERVISOR';
  return may.includes('CASE_MANAGER') ? 'CASE_MANAGER' : 'SUPERVISOR';
}
const clientOf = (action: string, status: CaseStatus): Client =>
  ({ FIELD_WORKER: peer, CASE_MANAGER: manager, SUPERVISOR: supervisor })[roleOf(action, status)];

/** What takes that somebody asked, or somebody else, or another organisation. */
const others = [
  ...['takeBackCaseClosure', 'confirmCaseDuplicate', 'confirmCaseSeparation', 'dropDuplicateRequest'],
  'acceptCaseTransfer',
];

/** Of the steps that the table has, those that the role may take and no guard is against: nobody asked for closure here. */

const possible = (allowed: readonly string[], action: string, status: CaseStatus): readonly string[] =>
  allowed.filter((each) => !others.includes(each) && rolesOfAction(each).includes(roleOf(action, status)));

async function newCase(status: CaseStatus): Promise<Pick<CaseShown, 'id' | 'version'>> {
  const { caseId: id } = await world.newCase('za', { status, anonymous: true });
  return { id, version: 1 };
}

async function take(action: string, record: Pick<CaseShown, 'id' | 'version'>, status: CaseStatus = 'REGISTERED') {
  return step(clientOf(action, status), action, record, await steps[action]?.[1]());
}

describe.each(CaseStatus.codes)('%s', (status) => {
  const allowed = caseLifecycle.allowed(status);

  test('the steps that it allows lead on', async () => {
    for (const action of actions.filter((each) => allowed.includes(each))) {
      const { record, problems } = await take(action, await newCase(status), status);
      expect([action, problems]).toEqual([action, []]);
      expect(record).toMatchObject({ status: steps[action]?.[0] || status, version: 2 });
    }
  });

  test('every other step is refused, with what is possible', async () => {
    const record = await newCase(status);
    for (const action of actions.filter((each) => !allowed.includes(each))) {
      const { record: none, problems } = await take(action, record, status);
      expect(none).toBeNull();
      const own = possible(allowed, action, status);
      const illegal = { __typename: 'IllegalStep', code: 'ILLEGAL_STEP', from: status, allowed: own };
      expect(problems).toMatchObject([status === 'WITHDRAWN' ? { code: 'CONSENT_MISSING' } : illegal]);
    }
  });
});

test('the tables are sound: every state is reached, none is a trap but the ends', () => {
  expect(caseLifecycle.initial).toEqual(['DRAFT']);
  const current = CaseStatus.codes.filter((code) => !CaseStatus.of[code].deprecated);
  expect([...caseLifecycle.states].sort()).toEqual([...current].sort());
  expect(caseLifecycle.unreachable).toEqual([]);
  expect(caseLifecycle.terminal).toEqual([]);
  expect(transferLifecycle.unreachable).toEqual([]);
  expect(transferLifecycle.terminal).toEqual(['ACCEPTED', 'REJECTED', 'REVOKED', 'EXPIRED']);
  expect(transferLifecycle.describe()).toContain(
    '| REQUESTED | takeBackCaseTransfer | REVOKED | the organisation that asked |',
  );
});

test('the stage follows the status', async () => {
  const { caseId: id } = await world.newCase('za', { status: 'REGISTERED', anonymous: true });
  let version = 1;
  const stages: string[] = [];
  const way = ['assessCase', 'planCase', 'followUpCase', 'requestCaseClosure', 'approveCaseClosure', 'reopenCase'];
  for (const action of way) {
    const { record } = await take(action, { id, version: version++ });
    stages.push(record?.workflowStage ?? '');
  }
  expect(stages).toEqual([
    'ASSESSMENT',
    'CASE_PLAN',
    'SERVICE_PROVISION',
    'SERVICES_IMPLEMENTED',
    'CLOSED',
    'REOPENED',
  ]);
});

test.each([...actions, 'registerCase'])('%s is for the roles that the policy names', async (action) => {
  const input =
    action === 'registerCase'
      ? { source: 'HELPLINE' }
      : { id: randomUUID(), expectedVersion: 1, ...(await steps[action]?.[1]()) };
  await expectRoles(world, act, action, input);
});

describe.each(actions)('%s', (action) => {
  const may = rolesOfAction(action) as readonly string[];

  test('says of a case out of reach, of another country and of none the same, byte for byte', async () => {
    const [from] = caseLifecycle.steps.find((one) => one.action === action)?.from ?? [];
    const { caseId } = await world.newCase('za', { status: from, anonymous: true });
    const { caseId: foreign } = await world.newCase('bw', { status: from, anonymous: true });
    const more = await steps[action]?.[1]();
    const ids = [foreign, globalId('Case', 'BW', foreign), globalId('Case', 'ZA', randomUUID()), randomUUID()];
    const ask = async (client: Client, id: string): Promise<string> => {
      const acted = await act(client, action, { id, expectedVersion: 1, ...more });
      // What else of the input is out of sight is told in the same round.
      expect(told(acted)).toContain('NOT_FOUND id');
      return acted.answer.text;
    };
    const texts = new Set(await Promise.all(ids.map((id) => ask(clientOf(action, 'REGISTERED'), id))));
    expect(texts.size).toBe(1);
    const strangers = may.includes('CASE_MANAGER') ? [await world.as('case-manager-2', 'za')] : [];
    if (may.includes('FIELD_WORKER')) strangers.push(await world.as('field-worker-2', 'za'));
    for (const stranger of strangers) {
      const known = [caseId, globalId('Case', 'ZA', caseId)];
      const answers = await Promise.all([...known, ...ids].map((id) => ask(stranger, id)));
      expect(new Set(answers).size).toBe(1);
    }
  });
});

test('of twenty changes of one version exactly one is made', async () => {
  const record = await newCase('REGISTERED');
  const acted = await Promise.all(Array.from({ length: 20 }, () => take('assessCase', record)));
  expect(acted.filter((one) => one.record !== null)).toHaveLength(1);
  const lost = acted.flatMap(({ problems }) => problems);
  expect(lost).toHaveLength(19);
  expect(new Set(lost.map((one) => `${one.code} ${one.actualVersion}`))).toEqual(new Set(['VERSION_CONFLICT 2']));
});
