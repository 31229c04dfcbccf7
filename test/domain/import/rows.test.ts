/** Rows of a file become what could be entered by hand: once, by whom it may be done, and nothing of a row that is refused. */
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

const survivor = {
  genderIdentity: 'TRANS_WOMAN',
  demographics: { birthYear: 1995, exchangesSexForMoneyOrGoods: true },
};
const incident = { violationTypes: ['BEATING'], consentReporting: false };
const services = {
  purpose: 'SERVICES',
  decision: 'GIVEN',
  mode: 'WRITTEN',
  formVersion: '1',
  language: 'ZULU',
  takenAt: '2024-02-03T10:00:00Z',
};
const row = (externalId: string, more: object = {}): object => ({
  ...{ externalId, source: 'HELPLINE', openedAt: '2024-02-03T10:00:00Z', survivor, incidents: [incident] },
  ...more,
});

const inPortuguese = { 'accept-language': 'pt' };

async function imported(rows: readonly object[], who = manager, input: object = {}, headers = {}) {
  const id = await prepared(who, { kind: 'CASE', ...input });
  const came = await send(world, who, id, ndjson(rows), headers);
  return { ...came, id };
}

const ofImports = `query ($id: ID!) { dataImport(id: $id) { id version status rowsRead rowsMade rowsKnown rowsRefused rowsUndone
  rowsKept findings(first: 50) { edges { node { finding row column path code messageEn messagePt } } } } }`;
const cases = `query { cases(first: 100, orderBy: { field: OPENED_AT, direction: ASC }) { edges { node { id displayId status
  imported openedAt closedAt closureReason draftUntil owner { id } survivor { survivorCode } } } } }`;
type Found = {
  id: string;
  displayId: string;
  status: string;
  imported: boolean;
  openedAt: string;
  closedAt: string | null;
};
const casesOf = async (who: Client): Promise<Found[]> => {
  const { data } = await who.query(cases);
  return (data.cases.edges as { node: Found }[]).map(({ node }) => node).filter((one) => one.imported);
};

it('makes a draft of each row, which whoever manages cases in the organisation sees for 90 days, and no one else of it', async () => {
  const { status, end } = await imported([row('d 1'), row('d 2')]);
  expect(status).toBe(200);
  expect(end).toMatchObject({ status: 'DONE', rowsRead: 2, rowsMade: 2, rowsKnown: 0, rowsRefused: 0, findings: [] });
  const drafts = await casesOf(manager);
  expect(drafts.map((one) => one.status)).toEqual(['DRAFT', 'DRAFT']);
  const [draft] = drafts as [Found & { draftUntil: string }];
  expect(Math.round((Date.parse(draft.draftUntil) - Date.now()) / 86_400_000)).toBe(90);
  expect(draft.openedAt).toBe('2024-02-03T10:00:00.000000Z');
  for (const other of ['field-worker', 'case-manager-2'])
    expect(await casesOf(await world.as(other, 'za'))).toEqual([]);
});

it('takes a case up as registered where the consent is in the row, and as closed with its own days', async () => {
  const closed = { closedAt: '2024-06-01T08:00:00Z', closureReason: 'NEEDS_MET', consents: [services] };
  const { end } = await imported([
    row('r 1', { consents: [services], openedAt: '2024-03-01T10:00:00Z' }),
    row('r 2', { ...closed, openedAt: '2024-03-02T10:00:00Z' }),
    row('r 3', { ...closed, consents: undefined }),
    row('r 4', { ...closed, closedAt: '2023-06-01T08:00:00Z' }),
    row('r 5', { ...closed, closureReason: undefined }),
  ]);
  expect(end).toMatchObject({ rowsMade: 2, rowsRefused: 3 });
  expect(end.findings.map(({ row: at, path, code }) => [at, path, code])).toEqual([
    [3, 'closedAt', 'CONSENT_MISSING'],
    [4, 'closedAt', 'INVALID_INPUT'],
    [5, 'closureReason', 'INVALID_INPUT'],
  ]);
  const [registered, done] = (await casesOf(manager)).filter(({ openedAt }) => openedAt.startsWith('2024-03'));
  expect(registered).toMatchObject({ status: 'REGISTERED', closedAt: null });
  expect(done).toMatchObject({ status: 'CLOSED', closedAt: '2024-06-01T08:00:00.000000Z' });
});

it('changes nothing when the same file comes again, in another import too, and tells what differs', async () => {
  const rows = [row('s 1'), row('s 2'), row('s 3')];
  await imported(rows);
  const before = (await casesOf(manager)).length;
  const again = await imported([...rows.slice(0, 2), row('s 3', { riskLevel: 'HIGH' })]);
  expect(again.end).toMatchObject({ rowsRead: 3, rowsMade: 0, rowsKnown: 3, rowsRefused: 0 });
  expect(again.end.findings).toEqual([expect.objectContaining({ finding: 'WARNING', row: 3, code: 'ALREADY_EXISTS' })]);
  expect(await casesOf(manager)).toHaveLength(before);
});

it('tells rows without a name apart by what stands in them and how often', async () => {
  const nameless = { source: 'HELPLINE', survivor, openedAt: '2024-04-01T10:00:00Z' };
  expect((await imported([nameless, nameless])).end).toMatchObject({ rowsMade: 2 });
  expect((await imported([nameless, nameless, nameless])).end).toMatchObject({ rowsMade: 1, rowsKnown: 2 });
});

it('refuses what is wrong row by row with field and reason, and imports the others', async () => {
  const { end, id } = await imported([
    row('w 1', { source: 'NOWHERE' }),
    row('w 2', { openedAt: '2031-02-03T10:00:00Z' }),
    row('w 3', { incidents: [{ ...incident, districtId: 'Atlantis' }] }),
    row('w 4', { incidents: [{ consentReporting: false }] }),
    row('w 5', { colour: 'green' }),
    row('w 6'),
    row('w 6'),
    row('w 7', { incidents: 'many' }),
    row('w 8'),
  ]);
  expect(end).toMatchObject({ rowsRead: 9, rowsMade: 2, rowsRefused: 7 });
  expect(end.findings.map(({ row: at, path }) => [at, path])).toEqual([
    [1, 'source'],
    [2, 'openedAt'],
    [3, 'incidents.0.districtId'],
    [4, 'incidents.0.violationTypes'],
    [5, null],
    [7, null],
    [8, 'incidents'],
  ]);
  expect(JSON.stringify(end.findings)).not.toMatch(/NOWHERE|Atlantis|green|many/);
  const { data } = await manager.query(ofImports, { id });
  expect(data.dataImport).toMatchObject({ status: 'DONE', rowsRead: 9, rowsMade: 2, rowsRefused: 7 });
  expect(data.dataImport.findings.edges).toHaveLength(7);
});

it('says what is wrong in the language of who asks, and keeps both', async () => {
  const { end, id } = await imported([row('p 1', { source: 'NOWHERE' })], manager, {}, inPortuguese);
  expect(end.findings[0]?.message).toMatch(/^Não é da lista, que tem /);
  const { data } = await manager.query(ofImports, { id });
  expect(data.dataImport.findings.edges[0].node).toMatchObject({
    messageEn: expect.stringMatching(/^It is not? .*list/),
    messagePt: expect.stringMatching(/^Não é da lista/),
  });
});

it('finds other records by what an earlier file called them, by their number, and by their name', async () => {
  await imported([row('paper 17')]);
  const drafts = await casesOf(manager);
  const number = drafts.at(-1)?.displayId as string;
  const referral = { category: 'HEALTH', urgency: 'ROUTINE', receiver: { organisationId: 'clinic' } };
  const id = await prepared(manager, { kind: 'REFERRAL' });
  const { end } = await send(
    world,
    manager,
    id,
    ndjson([
      { ...referral, caseId: 'paper 17' },
      { ...referral, caseId: number.toLowerCase().replace('-', ' ') },
      { ...referral, caseId: 'paper 18' },
    ]),
  );
  expect(end.findings.map(({ row: at, code }) => [at, code])).toEqual([
    [1, 'CASE_NOT_OPEN'],
    [2, 'CASE_NOT_OPEN'],
    [3, 'NOT_FOUND'],
  ]);
});

it('only looks where it is asked to: everything is told, nothing is kept', async () => {
  const before = (await casesOf(manager)).length;
  const rows = [row('l 1'), row('l 2', { source: 'NOWHERE' })];
  const { end } = await imported(rows, manager, { dryRun: true });
  expect(end).toMatchObject({ rowsMade: 1, rowsRefused: 1 });
  expect(await casesOf(manager)).toHaveLength(before);
  expect((await imported(rows)).end).toMatchObject({ rowsMade: 1, rowsRefused: 1 });
});

it('takes back what nobody has touched, for good, and leaves what somebody worked on', async () => {
  const rows = ['u 1', 'u 2', 'u 3'].map((name) => row(name, { openedAt: '2024-05-05T10:00:00Z' }));
  const { id } = await imported(rows);
  const [first] = (await casesOf(manager)).filter(({ openedAt }) => openedAt.startsWith('2024-05-05'));
  const touch = `mutation ($input: UpdateCaseInput!) { updateCase(input: $input) { problems { code } } }`;
  await manager.query(touch, {
    input: { idempotencyKey: randomUUID(), id: first?.id, expectedVersion: 1, riskLevel: 'HIGH' },
  });
  expect((await undone(id)).undoImport).toEqual({
    dataImport: { status: 'UNDONE', rowsUndone: 2, rowsKept: 1 },
    problems: [],
  });
  const left = (await casesOf(manager)).filter(({ openedAt }) => openedAt.startsWith('2024-05-05'));
  expect(left.map((one) => one.id)).toEqual([first?.id]);
  expect((await imported(rows)).end).toMatchObject({ rowsMade: 2, rowsKnown: 1 });
});

const undo = `mutation ($input: UndoImportInput!) { undoImport(input: $input) { dataImport { status rowsUndone rowsKept }
  problems { code } } }`;
async function undone(id: string) {
  const { data } = await manager.query(ofImports, { id });
  const { version } = data.dataImport as { version: number };
  const { data: came } = await manager.query(undo, {
    input: { idempotencyKey: randomUUID(), id, expectedVersion: version },
  });
  return came as { readonly undoImport: unknown };
}

it('takes back what was registered and closed with its consents, too', async () => {
  const closed = { closedAt: '2024-07-02T08:00:00Z', closureReason: 'NEEDS_MET', consents: [services] };
  const day = { openedAt: '2024-07-01T10:00:00Z' };
  const { id } = await imported([row('uc 1', { ...day, ...closed }), row('uc 2', { ...day, consents: [services] })]);
  const { undoImport } = await undone(id);
  expect(undoImport).toEqual({ dataImport: { status: 'UNDONE', rowsUndone: 2, rowsKept: 0 }, problems: [] });
  expect((await casesOf(manager)).filter(({ openedAt }) => openedAt.startsWith('2024-07-01'))).toEqual([]);
});

it('goes on with the same file alone', async () => {
  const { id, end } = await imported([row('g 1')]);
  expect(end).toMatchObject({ rowsMade: 1, rowsKnown: 0 });
  // What is told is what came of the rows this time; the import has made one in all.
  expect((await send(world, manager, id, ndjson([row('g 1')]))).end).toMatchObject({ rowsMade: 0, rowsKnown: 1 });
  expect((await manager.query(ofImports, { id })).data.dataImport).toMatchObject({ rowsMade: 1, rowsKnown: 0 });
  const other = await send(world, manager, id, ndjson([row('g 2')]));
  expect([other.status, other.end.problems?.[0]?.code]).toEqual([409, 'CONTENT_STORED']);
});

it('lets nobody import what they may not enter, nor into the import of another organisation', async () => {
  const supervisor = await world.as('supervisor', 'za');
  await expect(prepared(supervisor, { kind: 'CASE' })).rejects.toThrow(/FORBIDDEN|Your role may not/);
  await expect(prepared(await world.as('field-worker', 'za'), { kind: 'OUTREACH' })).rejects.toThrow();
  const { id } = await imported([row('n 1')]);
  const other = await world.as('case-manager-2', 'za');
  expect((await send(world, other, id, ndjson([row('n 1')]))).status).toBe(404);
  expect((await send(world, world.anyone, id, '')).status).toBe(401);
  for (const none of ['field-worker', 'service-provider', 'privacy-officer'])
    expect((await send(world, await world.as(none, 'za'), id, ndjson([row('n 1')]))).status).toBe(403);
  expect((await other.query(ofImports, { id })).data.dataImport).toBeNull();
});

it('refuses names row by row where the country keeps none', async () => {
  const there = await world.as('case-manager', 'mz');
  const named = { ...survivor, identity: { workingName: 'Rosa' } };
  const { end } = await imported([row('m 1', { survivor: named }), row('m 2')], there, {}, inPortuguese);
  expect(end).toMatchObject({ rowsMade: 1, rowsRefused: 1 });
  expect(end.findings[0]).toMatchObject({ row: 1, path: 'survivor.identity' });
});

it('keeps no mapping to a field or a code that there is not, and says which there are', async () => {
  const document = `mutation ($input: KeepImportMappingInput!) { keepImportMapping(input: $input) { problems { path message } } }`;
  const keep = async (mapping: object): Promise<{ path: string[]; message: string }[]> => {
    const input = { idempotencyKey: randomUUID(), kind: 'CASE', name: 'A form', mapping: JSON.stringify(mapping) };
    const { data } = await manager.query(document, { input });
    return data.keepImportMapping.problems as { path: string[]; message: string }[];
  };
  expect(await keep({ columns: { When: 'incidents.when' } })).toEqual([
    { path: ['mapping'], message: expect.stringContaining('incidents.when') },
  ]);
  expect(await keep({ columns: {}, values: { riskLevel: { bad: 'VERY' } } })).toEqual([
    { path: ['mapping'], message: expect.stringMatching(/riskLevel.*High/) },
  ]);
  expect(await keep({ columns: {}, values: { riskLevel: { bad: 'HIGH', unknown: '' } } })).toEqual([]);
});
