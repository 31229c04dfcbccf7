/** An import while it runs: another hand on it, another file, rows that speak of each other. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
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
const row = (externalId: string, more: object = {}): object => ({
  ...{ externalId, source: 'HELPLINE', openedAt: '2024-02-03T10:00:00Z', survivor, incidents: [incident] },
  ...more,
});

async function imported(rows: readonly object[]) {
  const id = await prepared(manager, { kind: 'CASE' });
  return send(world, manager, id, ndjson(rows));
}
const ofImports = `query ($id: ID!) { dataImport(id: $id) { version status rowsMade rowsKnown findings(first: 50) { edges { node { row } } } } }`;
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

it('stops an import that is taken back while it runs, and takes back all that it did', async () => {
  const rows = Array.from({ length: 1000 }, (_, at) => row(`under way ${at}`, { openedAt: '2024-08-08T10:00:00Z' }));
  const id = await prepared(manager, { kind: 'CASE' });
  const sending = send(world, manager, id, ndjson(rows));
  for (let status = 'PREPARED'; status === 'PREPARED';) {
    // Nothing of the machine is left for the import where it is asked after without a pause.
    await pause(20);
    const { data, text } = await manager.query(ofImports, { id });
    status = (data?.dataImport as { status: string } | undefined)?.status ?? text;
  }
  const { undoImport } = await undone(id);
  expect(undoImport).toMatchObject({ dataImport: { status: 'UNDONE' }, problems: [] });
  expect((await sending).end.problems?.[0]?.code).toBe('ILLEGAL_STEP');
  expect((await manager.query(ofImports, { id })).data.dataImport.status).toBe('UNDONE');
  const { end } = await imported(rows.slice(0, 400));
  expect(end).toMatchObject({ rowsMade: 400, rowsKnown: 0 });
});

it('takes the same file twice at once for one, and tells each finding once', async () => {
  const rows = ndjson([row('t 1'), row('t 2', { source: 'NOWHERE' })]);
  const id = await prepared(manager, { kind: 'CASE' });
  const both = await Promise.all([send(world, manager, id, rows), send(world, manager, id, rows)]);
  for (const { end } of both) expect(end).toMatchObject({ status: 'DONE', rowsRead: 2, rowsRefused: 1 });
  expect(both.map(({ end }) => [end.rowsMade, end.rowsKnown]).sort()).toEqual([
    [0, 1],
    [1, 0],
  ]);
  const { dataImport } = (await manager.query(ofImports, { id })).data;
  expect(dataImport).toMatchObject({ rowsMade: 1, rowsKnown: 0 });
  expect(dataImport.findings.edges).toHaveLength(1);
});

it('takes the same rows in two files at once for one each, and refuses none', async () => {
  const rows = Array.from({ length: 450 }, (_, at) => row(`at once ${at}`, { openedAt: '2024-09-09T10:00:00Z' }));
  const [forth, back] = await Promise.all([imported(rows), imported([...rows].reverse())]);
  for (const { end } of [forth, back]) expect(end).toMatchObject({ rowsRead: 450, rowsRefused: 0, findings: [] });
  expect(forth.end.rowsMade + back.end.rowsMade).toBe(450);
  expect(forth.end.rowsKnown + back.end.rowsKnown).toBe(450);
});

it('refuses what is no name of a row, or a number that would be read as another', async () => {
  const named = (name: unknown): object => ({ ...row(''), externalId: name });
  const lines = [named({}), named(['x']), named(true), named(1.5)].map((one) => JSON.stringify(one));
  const long = JSON.stringify(named('long')).replace('"long"', '12345678901234567890');
  const id = await prepared(manager, { kind: 'CASE' });
  const { end } = await send(world, manager, id, `${[...lines, long, JSON.stringify(named(7))].join('\n')}\n`);
  expect(end).toMatchObject({ rowsMade: 1, rowsRefused: 5 });
  for (const one of end.findings) expect(one).toMatchObject({ finding: 'PROBLEM', path: 'externalId' });
});

it('takes another file instead of one that cannot be read, but none after one that was', async () => {
  const id = await prepared(manager, { kind: 'CASE' });
  for (const unread of ['', Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 2]), 'no,such,heading\n1,2,3\n'])
    expect((await send(world, manager, id, unread)).status).toBe(422);
  expect((await manager.query(ofImports, { id })).data.dataImport.status).toBe('PREPARED');
  expect((await send(world, manager, id, ndjson([row('p 1')]))).end).toMatchObject({ status: 'DONE', rowsMade: 1 });
  expect((await send(world, manager, id, '')).status).toBe(409);
});

it('finds whom an earlier row of the file tells of, by the code alone', async () => {
  const known = (name: string) => row(name, { survivor: undefined, survivorId: 'one of ours' });
  const { end } = await imported([row('q 1', { survivorId: 'one of ours' }), known('q 2'), known('q 3')]);
  expect(end).toMatchObject({ rowsMade: 3, rowsRefused: 0 });
});

it('tells the column of what stands within the field that is refused', async () => {
  const there = await world.as('case-manager', 'mz');
  const id = await prepared(there, { kind: 'CASE' });
  const needed = 'survivor.genderIdentity,survivor.demographics.exchangesSexForMoneyOrGoods,incidents.0.violationTypes';
  const table = `source,${needed},incidents.0.consentReporting,survivor.identity.phone\nHELPLINE,TRANS_WOMAN,yes,BEATING,no,+258840000000\n`;
  const { findings } = (await send(world, there, id, table)).end;
  expect(findings[0]).toMatchObject({ row: 2, path: 'survivor.identity', column: 'F (survivor.identity.phone)' });
});
