/** Mappings of columns: what they may say, what is kept of them; and imports that cannot be taken back. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../../support/app';
import { openWorld, type World } from '../world';
import { ndjson, prepared, send } from './sending';

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const mapping = (more: object = {}): string =>
  JSON.stringify({ columns: { When: 'openedAt', Gender: 'survivor.genderIdentity' }, ...more });
const constants = { source: 'HELPLINE', 'survivor.demographics.exchangesSexForMoneyOrGoods': true };
const file = 'When,Gender,externalId\n2024-05-01,TRANS_WOMAN,mapped 1\n';

const prepare = `mutation ($input: PrepareImportInput!) { prepareImport(input: $input) {
  dataImport { id } problems { path message } } }`;
async function refusal(input: object): Promise<readonly { path: string[]; message: string }[]> {
  const { data } = await manager.query(prepare, { input: { idempotencyKey: randomUUID(), kind: 'CASE', ...input } });
  expect(data.prepareImport.dataImport).toBeNull();
  return data.prepareImport.problems as { path: string[]; message: string }[];
}

async function keptMappings(): Promise<number> {
  const { data } = await manager.query(`{ importMappings(first: 100) { totalCount } }`);
  return data.importMappings.totalCount as number;
}

it('takes a mapping of one import alone, and keeps it for no other', async () => {
  const before = await keptMappings();
  const id = await prepared(manager, { kind: 'CASE', dryRun: true, ownMapping: mapping({ constants }) });
  expect((await send(world, manager, id, file)).end).toMatchObject({ rowsMade: 1, rowsRefused: 0 });
  expect(await keptMappings()).toBe(before);
});

it('says at once what a mapping names that there is not, with what there is, and takes one alone', async () => {
  expect(await refusal({ ownMapping: mapping({ constants: { ...constants, source: 'NOWHERE' } }) })).toEqual([
    { path: ['ownMapping'], message: expect.stringMatching(/“source”.*Health or medical services/) },
  ]);
  expect(await refusal({ ownMapping: mapping({ values: { riskLevel: { bad: 'VERY' } } }) })).toEqual([
    { path: ['ownMapping'], message: expect.stringMatching(/riskLevel.*High/) },
  ]);
  expect(await refusal({ ownMapping: '[]' })).toEqual([{ path: ['ownMapping'], message: expect.any(String) }]);
  const keep = `mutation ($input: KeepImportMappingInput!) { keepImportMapping(input: $input) { importMapping { id } problems { message } } }`;
  const kept = async (said: string) => {
    const input = { idempotencyKey: randomUUID(), kind: 'CASE', name: 'A form', mapping: said };
    return (await manager.query(keep, { input })).data.keepImportMapping as {
      importMapping: { id: string } | null;
      problems: object[];
    };
  };
  expect((await kept(mapping({ constants: { riskLevel: 'VERY' } }))).problems).toHaveLength(1);
  const { importMapping } = await kept(mapping({ constants }));
  expect(await refusal({ mappingId: importMapping?.id, ownMapping: mapping() })).toEqual([
    { path: ['ownMapping'], message: expect.stringContaining('one mapping') },
  ]);
});

const undo = `mutation ($input: UndoImportInput!) { undoImport(input: $input) { dataImport { status rowsUndone rowsKept }
  problems { code message ... on IllegalStep { from allowed } } } }`;
const stateOf = `query ($id: ID!) { dataImport(id: $id) { version } }`;
async function undone(id: string) {
  const { version } = (await manager.query(stateOf, { id })).data.dataImport as { version: number };
  const input = { idempotencyKey: randomUUID(), id, expectedVersion: version };
  return (await manager.query(undo, { input })).data.undoImport as { dataImport: unknown; problems: object[] };
}

it('says what to do instead of taking back what was only prepared, or is taken back already', async () => {
  const id = await prepared(manager, { kind: 'CASE' });
  const step = { code: 'ILLEGAL_STEP', allowed: [] };
  expect((await undone(id)).problems).toEqual([
    { ...step, from: 'PREPARED', message: expect.stringMatching(/nothing to take back.*Send its file/) },
  ]);
  const [row] = [
    { source: 'HELPLINE', survivor: { genderIdentity: 'WOMAN', demographics: { exchangesSexForMoneyOrGoods: true } } },
  ];
  expect((await send(world, manager, id, ndjson([{ ...row, externalId: 'once' }]))).end).toMatchObject({ rowsMade: 1 });
  expect((await undone(id)).problems).toEqual([]);
  expect((await undone(id)).problems).toEqual([
    { ...step, from: 'UNDONE', message: expect.stringMatching(/taken back already/) },
  ]);
});

it('leaves a case on which a referral of another import hangs as it is, with all that belongs to it', async () => {
  const consent = {
    decision: 'GIVEN',
    mode: 'WRITTEN',
    formVersion: '1',
    language: 'ZULU',
    takenAt: '2024-02-03T10:00:00Z',
  };
  const survivor = { genderIdentity: 'WOMAN', demographics: { birthYear: 1990, exchangesSexForMoneyOrGoods: true } };
  const opened = { source: 'HELPLINE', openedAt: '2024-02-03T10:00:00Z', survivor };
  const cases = await prepared(manager, { kind: 'CASE' });
  const rows = ['hangs 1', 'hangs 2'].map((externalId) => ({
    ...{ ...opened, externalId, consents: [{ ...consent, purpose: 'SERVICES' }] },
  }));
  expect((await send(world, manager, cases, ndjson(rows))).end).toMatchObject({ rowsMade: 2, findings: [] });
  const referrals = await prepared(manager, { kind: 'REFERRAL' });
  const referral = {
    category: 'HEALTH',
    urgency: 'ROUTINE',
    receiver: { organisationId: 'clinic' },
    caseId: 'hangs 1',
  };
  const sent = await send(world, manager, referrals, ndjson([{ ...referral, externalId: 'to the clinic' }]));
  expect(sent.end).toMatchObject({ rowsMade: 1, findings: [] });
  expect(await undone(cases)).toEqual({ dataImport: { status: 'UNDONE', rowsUndone: 1, rowsKept: 1 }, problems: [] });
  const { data } = await manager.query(
    `{ referrals(first: 10) { edges { node { case { id status survivor { id survivorCode } } } } } }`,
  );
  const [left] = (data.referrals.edges as { node: { case: object } }[]).map(({ node }) => node.case);
  expect(left).toMatchObject({ status: 'REGISTERED', survivor: { survivorCode: expect.any(String) } });
  expect(await undone(referrals)).toEqual({
    dataImport: { status: 'UNDONE', rowsUndone: 1, rowsKept: 0 },
    problems: [],
  });
});
