/** Handing a case over: with the survivor's consent, to somebody who takes it; the sender keeps the stub alone. */
import { randomUUID } from 'node:crypto';
import { globalId } from '../../../src/base/global-id';
import { ShareableClass } from '../../../src/policy/shareable.codes';
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { actor, done, told } from '../acting';
import type { World } from '../world';
import { openWorld } from '../../support/outside';
import { inputFor } from '../referral/acts';
import { act, actTransfer, expectRoles, notesOf, register, rowsOf, step, walk, type TransferShown } from './acts';
import { transfersOf } from './transfers';

let world: World;
let sender: Client;
let receiver: Client;
beforeAll(async () => {
  world = await openWorld();
  sender = await world.as('case-manager', 'za');
  receiver = await world.as('case-manager-2', 'za');
});
afterAll(() => world.close());

const { receiving, agreed, ask, transferOf, answer, seen } = transfersOf(() => ({ world, sender }));

const sharing = (crossing: string): Promise<unknown> =>
  adminRows(world.database, `UPDATE za.country SET cross_organisation_sharing = $1`, [crossing]);

/** What the receiver is told to decide by. */
const summaryOf = async (client: Client, id: string) =>
  (
    await client.query(
      'query ($id: ID!) { caseTransfer(id: $id) { summary { needs riskLevel ageBand preferredLanguage district { id } reason } } }',
      { id },
    )
  ).data.caseTransfer?.summary as unknown;

test('the sender works on until the receiver answers, who sees what there is to decide by and nothing more', async () => {
  const { caseId } = await agreed();
  const record = done(await ask(caseId, receiving(), { reason: 'She moved.', needs: ['LEGAL'] }));
  expect(record).toMatchObject({ status: 'IN_FOLLOW_UP', workflowStage: 'SERVICE_PROVISION' });
  expect(await notesOf(world, record)).toEqual(['STEP_REASON She moved.']);
  expect(done(await step(sender, 'updateCase', record, { riskLevel: 'HIGH' })).status).toBe('IN_FOLLOW_UP');
  expect(await seen(receiver, caseId)).toBeNull();
  const transfer = await transferOf(receiver, caseId);
  expect(transfer).toMatchObject({ status: 'REQUESTED', displayId: record.displayId, case: null });
  const shown = { needs: ['LEGAL'], ageBand: 'AGE_25_34', reason: 'She moved.', district: { id: expect.any(String) } };
  for (const client of [receiver, sender]) expect(await summaryOf(client, transfer.id)).toMatchObject(shown);
  const admin = await receiver.query('{ notices(first: 50) { edges { node { kind case { id } } } } }');
  expect(admin.data.notices.edges).toContainEqual({ node: { kind: 'TRANSFER_REQUESTED', case: null } });
  done(await answer(receiver, 'declineCaseTransfer', transfer));
  expect(await summaryOf(receiver, transfer.id)).toBeNull();
  expect(await summaryOf(sender, transfer.id)).toMatchObject(shown);
});

test('where only codes cross, the reason stays in the notes', async () => {
  await sharing('CODED');
  const { caseId } = await agreed();
  const record = done(await ask(caseId, receiving(), { reason: 'She moved.' }));
  const transfer = await transferOf(receiver, caseId);
  await sharing('FULL');
  expect(await summaryOf(receiver, transfer.id)).toMatchObject({ reason: null, ageBand: 'AGE_25_34' });
  expect(await notesOf(world, record)).toEqual(['STEP_REASON She moved.']);
});

test('a request is taken back by the sender alone, and one at a time is asked', async () => {
  const { caseId } = await agreed();
  const record = done(await ask(caseId, receiving()));
  const twice = { toOrganisationId: receiving() };
  expect(told(await step(sender, 'transferCase', record, twice))).toEqual(['ALREADY_EXISTS']);
  const transfer = await transferOf(receiver, caseId);
  expect(told(await answer(receiver, 'takeBackCaseTransfer', transfer))).toEqual(['NOT_SENDER id']);
  expect(done(await answer(sender, 'takeBackCaseTransfer', transfer, { reason: 'She stays.' })).status).toBe('REVOKED');
  expect(await notesOf(world, record)).toEqual(['STEP_REASON She stays.']);
  expect(told(await answer(receiver, 'acceptCaseTransfer', { ...transfer, version: 2 }))).toEqual(['ILLEGAL_STEP']);
  expect(done(await step(sender, 'transferCase', record, twice)).status).toBe('IN_FOLLOW_UP');
});

test('a provider sees which organisation answers for the survivor now', async () => {
  const { caseId, survivorId } = await agreed();
  const consentId = await world.newConsent(survivorId);
  const made = actor<{ id: string }>('referral', 'id');
  const input = inputFor(world, { caseId }, { consentId });
  const { id } = done(await made(sender, 'makeReferral', input));
  const provider = await world.as('service-provider', 'za');
  const responsible = async (): Promise<unknown> => {
    const query = 'query ($id: ID!) { referral(id: $id) { fromOrganisation { id } responsibleOrganisation { id } } }';
    return (await provider.query(query, { id })).data.referral;
  };
  const [from, to] = [world.organisation.za.partner, receiving()].map((uuid) => globalId('Organisation', 'ZA', uuid));
  expect(await responsible()).toEqual({ fromOrganisation: { id: from }, responsibleOrganisation: { id: from } });
  done(await ask(caseId, receiving()));
  done(await answer(receiver, 'acceptCaseTransfer', await transferOf(receiver, caseId)));
  expect(await responsible()).toEqual({ fromOrganisation: { id: from }, responsibleOrganisation: { id: to } });
});

test('who has lost sight of a case is told so by a retry, and that it was done', async () => {
  const { caseId } = await agreed();
  const idempotencyKey = randomUUID();
  const transfer = () => ask(caseId, receiving(), { idempotencyKey });
  const first = await transfer();
  expect(done(first).status).toBe('IN_FOLLOW_UP');
  expect((await transfer()).answer.text).toBe(first.answer.text);
  done(await answer(receiver, 'acceptCaseTransfer', await transferOf(receiver, caseId)));
  const { record, problems, answer: late } = await transfer();
  expect(late.errors).toEqual([]);
  expect(record).toBeNull();
  expect(problems).toEqual([
    {
      __typename: 'PlainProblem',
      code: 'RECORD_OUT_OF_SIGHT',
      message: expect.stringMatching(/^This was done, but your account can no longer see the record\./),
      path: [],
    },
  ]);
  const [row] = await rowsOf(world, 'case', 'id = $1', [caseId]);
  expect(row).toMatchObject({ status: 'IN_FOLLOW_UP', organisation_id: receiving() });
  const input = { idempotencyKey, id: caseId, expectedVersion: 1, toOrganisationId: receiving() };
  const unasked = 'mutation ($input: TransferCaseInput!) { transferCase(input: $input) { problems { code } } }';
  expect((await sender.query(unasked, { input })).data).toEqual({ transferCase: { problems: [] } });
});

test('the receiver who accepts owns the case; the sender keeps the stub, and nobody of theirs the case', async () => {
  const { caseId, survivorId } = await agreed();
  const fieldWorker = await world.as('field-worker', 'za');
  done(await ask(caseId, receiving(), { reason: 'She moved.' }));
  const accepted = done(await answer(receiver, 'acceptCaseTransfer', await transferOf(receiver, caseId)));
  expect(accepted).toMatchObject({ status: 'ACCEPTED', version: 2 });
  expect(accepted.respondedAt).not.toBeNull();
  const [row] = await rowsOf(world, 'case', 'id = $1', [caseId]);
  expect(row).toMatchObject({
    status: 'IN_FOLLOW_UP',
    organisation_id: receiving(),
    owner_id: world.account.za['case-manager-2'],
  });
  const everything = `query ($case: ID!, $survivor: ID!) {
    case(id: $case) { id } survivor(id: $survivor) { id }
    incidents(filter: { case: { eq: $case } }) { totalCount } caseNotes(filter: { case: { eq: $case } }) { totalCount }
    consents(filter: { survivor: { eq: $survivor } }) { totalCount }
  }`;
  const look = async (client: Client): Promise<Record<string, { totalCount: number }>> =>
    (await client.query(everything, { case: caseId, survivor: survivorId })).data as never;
  expect(await look(receiver)).toMatchObject({
    case: {},
    survivor: {},
    incidents: { totalCount: 1 },
    caseNotes: { totalCount: 1 },
    consents: { totalCount: 1 },
  });
  for (const client of [sender, fieldWorker]) {
    expect(await look(client)).toMatchObject({
      case: null,
      survivor: null,
      incidents: { totalCount: 0 },
      caseNotes: { totalCount: 0 },
    });
  }
  expect((await look(sender)).consents?.totalCount).toBe(0);
  expect(await transferOf(sender, caseId)).toMatchObject({ status: 'ACCEPTED', case: null });
  const identity = await receiver.query('query ($id: ID!) { survivor(id: $id) { identity { workingName } } }', {
    id: survivorId,
  });
  expect(identity.data.survivor.identity).toEqual({ workingName: 'Thandi' });
});

test('a case that is declined stays where it stood, with the reason in its notes', async () => {
  const record = await register(sender, { survivor: null, consents: null, anonymous: true });
  const assessed = await walk(
    record,
    [sender, 'assessCase'],
    [sender, 'transferCase', { toOrganisationId: receiving() }],
  );
  const [row] = await rowsOf(world, 'case_transfer', 'display_id = $1', [assessed.displayId]);
  const transfer = { id: String(row?.id), version: 1 } as TransferShown;
  expect(done(await answer(receiver, 'declineCaseTransfer', transfer, { reason: 'No room.' })).status).toBe('REJECTED');
  expect(await seen(sender, record.id)).toEqual({ status: 'ASSESSED' });
  expect(await notesOf(world, record)).toEqual(['STEP_REASON No room.']);
  expect(told(await answer(receiver, 'acceptCaseTransfer', { ...transfer, version: 2 }))).toEqual(['ILLEGAL_STEP']);
});

test('only the receiver answers', async () => {
  const { caseId } = await agreed();
  done(await ask(caseId, receiving()));
  const transfer = await transferOf(sender, caseId);
  for (const action of ['acceptCaseTransfer', 'declineCaseTransfer']) {
    expect(told(await answer(sender, action, transfer))).toEqual(['NOT_RECEIVER id']);
    const input = { id: randomUUID(), expectedVersion: 1 };
    await expectRoles(world, actTransfer, action, input);
    const texts = new Set<string>();
    for (const client of [await world.as('case-manager', 'bw'), await world.as('case-manager', 'mz')]) {
      for (const id of [transfer.id, input.id]) {
        const acted = await actTransfer(client, action, { ...input, id });
        expect(told(acted)).toEqual(['NOT_FOUND id']);
        texts.add(acted.answer.text);
      }
    }
    expect(texts.size).toBe(1);
  }
});

test('a transfer goes to another organisation of the country that takes cases', async () => {
  const { caseId } = await agreed();
  const { partner, clinic } = world.organisation.za;
  expect(told(await ask(caseId, partner))).toEqual(['INVALID_INPUT toOrganisationId']);
  expect(told(await ask(caseId, clinic))).toEqual(['INVALID_INPUT toOrganisationId']);
  for (const id of [world.organisation.bw.otherPartner, randomUUID()]) {
    expect(told(await ask(caseId, id))).toEqual(['NOT_FOUND toOrganisationId']);
  }
});

const everyClass = [...ShareableClass.codes];

test.each<[string, object | null, boolean]>([
  ['no consent', null, false],
  ['services that name nobody', { recipientId: null }, false],
  ['services, withdrawn', { decision: 'REFUSED' }, false],
  ['research by the receiver', { purpose: 'RESEARCH' }, false],
  ['a release of a part to the receiver', { purpose: 'RELEASE_TO_LEGAL', scopes: ['INCIDENT', 'NARRATIVE'] }, false],
  ['a release of everything to the receiver', { purpose: 'RELEASE_TO_LEGAL', scopes: everyClass }, true],
  [
    'a release of everything to a category',
    { purpose: 'RELEASE_TO_LEGAL', scopes: everyClass, recipientId: null, recipientCategory: 'LEGAL' },
    false,
  ],
  ['services of the receiver', {}, true],
])('with %s', async (_, values, goes) => {
  const { caseId } = values ? await agreed(values) : await world.newCase();
  const acted = await ask(caseId, receiving());
  if (goes) expect(done(acted).status).toBe('IN_FOLLOW_UP');
  else expect(told(acted)).toEqual(['CONSENT_MISSING toOrganisationId']);
});

test('the same transfer asked for three times with one key is one', async () => {
  const { caseId: id } = await agreed();
  const input = { id, expectedVersion: 1, toOrganisationId: receiving(), idempotencyKey: randomUUID() };
  const texts = new Set<string>();
  for (let time = 0; time < 3; time++) texts.add((await act(sender, 'transferCase', input)).answer.text);
  expect(texts.size).toBe(1);
  expect(await rowsOf(world, 'case_transfer', 'case_id = $1', [id])).toHaveLength(1);
});
