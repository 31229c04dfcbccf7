/** Exports of other programs become cases through the API, as they come: with what they do not know told, and people met by their codes. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/base/project';
import type { Client } from '../../support/app';
import { openWorld, type World } from '../world';
import { prepared, send, type Came } from './sending';

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const sample = (name: string): Buffer => readFileSync(join(projectRoot, 'test/exchange/samples', name));

const keep = `mutation ($input: KeepImportMappingInput!) { keepImportMapping(input: $input) { importMapping { id }
  problems { code message path } } }`;
async function mapping(columns: object, values: object): Promise<string> {
  const constants = {
    source: 'HELPLINE',
    'survivor.genderIdentity': 'PREFER_NOT_TO_SAY',
    'incidents.violationTypes': 'OTHER',
    'incidents.consentReporting': false,
    'incidents.detail.datePrecision': 'DAY',
  };
  const text = JSON.stringify({ columns, values, constants });
  const input = { idempotencyKey: randomUUID(), kind: 'CASE', name: randomUUID(), mapping: text };
  const { data } = await manager.query(keep, { input });
  if (!data.keepImportMapping.importMapping) throw new Error(JSON.stringify(data));
  return data.keepImportMapping.importMapping.id as string;
}

async function imported(name: string, input: object = {}, who = manager): Promise<Came> {
  const id = await prepared(who, { kind: 'CASE', fileName: name, ...input });
  return send(world, who, id, sample(name));
}

const problemsOf = ({ end }: Came) =>
  end.findings.filter(({ finding }) => finding === 'PROBLEM').map(({ row, path }) => [row, path]);

const days = `query { cases(first: 50) { edges { node { imported survivor { id cases { totalCount } }
  incidents { edges { node { violationTypes detail { occurredOn } } } } } } } }`;
async function occurred(): Promise<unknown[]> {
  const { data, errors } = await manager.query(days);
  if (!data) throw new Error(JSON.stringify(errors));
  const nodes = (data.cases.edges as { node: Found }[]).map(({ node }) => node).filter(({ imported: is }) => is);
  return nodes.flatMap(({ incidents }) =>
    incidents.edges.map(({ node: { violationTypes, detail } }) => [detail?.occurredOn, violationTypes]),
  );
}
interface Found {
  readonly imported: boolean;
  readonly survivor: { readonly id: string; readonly cases: { readonly totalCount: number } } | null;
  readonly incidents: {
    readonly edges: { node: { violationTypes: string[]; detail: { occurredOn: string } | null } }[];
  };
}

it('takes the incident recorder of Primero in English: two cases, and what it does not know', async () => {
  const came = await imported('primero-ir-en.xlsx');
  expect(problemsOf(came)).toEqual([]);
  expect(came.end).toMatchObject({ rowsRead: 2, rowsMade: 2 });
  expect(came.end.findings.filter(({ row }) => row === 3).map(({ path }) => path)).toContain('survivor.genderIdentity');
  expect(await occurred()).toEqual(expect.arrayContaining([['2026-05-01', expect.arrayContaining(['BEATING'])]]));
});

it('takes it in Portuguese where identities are not kept', async () => {
  const came = await imported('primero-ir-pt.xlsx', {}, await world.as('case-manager', 'mz'));
  expect(problemsOf(came)).toEqual([]);
  expect(came.end).toMatchObject({ rowsRead: 1, rowsMade: 1 });
});

it('knows the incidents of the recorder again in the plain table of the same program', async () => {
  const came = await imported('primero-incidents.csv');
  expect(problemsOf(came)).toEqual([]);
  expect(came.end).toMatchObject({ rowsRead: 2, rowsMade: 0, rowsKnown: 2 });
});

it('takes KoboToolbox by labels and by names, of which the submissions are the same', async () => {
  const beaten = { 'incidents.violationTypes': { Beaten: 'BEATING', 'Robbed of money': 'ROBBERY' } };
  const labels = await mapping(
    { 'When did it happen?': 'incidents.detail.occurredOn', 'What happened?': 'incidents.violationTypes' },
    beaten,
  );
  const first = await imported('kobo-labels-hxl.csv', { mappingId: labels });
  expect(problemsOf(first)).toEqual([]);
  expect(first.end).toMatchObject({ rowsRead: 2, rowsMade: 2 });
  expect(await occurred()).toEqual(
    expect.arrayContaining([
      ['2026-05-01', ['BEATING', 'ROBBERY']],
      ['2026-05-04', ['OTHER']],
    ]),
  );
  const names = await mapping(
    { occurred_on: 'incidents.detail.occurredOn', what: 'incidents.violationTypes' },
    { 'incidents.violationTypes': { beaten: 'BEATING', robbed: 'ROBBERY' } },
  );
  expect((await imported('kobo-xml-names.csv', { mappingId: names })).end).toMatchObject({ rowsKnown: 2 });
  const portuguese = await mapping(
    { 'Quando aconteceu?': 'incidents.detail.occurredOn', 'O que aconteceu?': 'incidents.violationTypes' },
    { 'incidents.violationTypes': { Agressão: 'BEATING', Roubo: 'ROBBERY' } },
  );
  expect((await imported('kobo-labels-pt.csv', { mappingId: portuguese })).end).toMatchObject({ rowsKnown: 1 });
});

it('joins the repeats of a workbook, and takes an empty export for no rows', async () => {
  const repeats = await mapping(
    {
      Date: 'incidents.detail.occurredOn',
      'perpetrator!Who?': 'incidents.allegedPerpetrators.category',
      'perpetrator!Sex': 'incidents.allegedPerpetrators.sex',
    },
    { 'incidents.allegedPerpetrators.category': { Client: 'CLIENT', Police: 'POLICE_OFFICER' } },
  );
  const came = await imported('kobo-repeats.xlsx', { mappingId: repeats });
  expect(came.end.rowsRead).toBe(2);
  expect((await imported('kobo-no-submissions.xlsx')).end).toMatchObject({ rowsRead: 0, rowsMade: 0 });
});

it('takes ODK Central, but for the record that was not decrypted', async () => {
  const odk = await mapping(
    { occurred_on: 'incidents.detail.occurredOn', what: 'incidents.violationTypes' },
    { 'incidents.violationTypes': { beaten: 'BEATING', robbed: 'ROBBERY' } },
  );
  const came = await imported('odk-incident.csv', { mappingId: odk });
  expect(problemsOf(came)).toEqual([[4, null]]);
  expect(came.end).toMatchObject({ rowsRead: 3, rowsMade: 2, rowsRefused: 1 });
});

it('takes rows of one code for one person, within a file and beyond it', async () => {
  const csv = (rows: readonly string[]): string =>
    [
      'externalId,source,survivorId,survivor.genderIdentity,incidents.0.violationTypes,incidents.0.consentReporting',
      ...rows,
    ].join('\n');
  const id = await prepared(manager, { kind: 'CASE' });
  const file = csv(['c 1,HELPLINE,P-7,WOMAN,BEATING,no', 'c 2,HELPLINE,P-7,WOMAN,ROBBERY,no']);
  expect((await send(world, manager, id, file)).end).toMatchObject({ rowsMade: 2, rowsRefused: 0 });
  const later = await prepared(manager, { kind: 'CASE' });
  expect((await send(world, manager, later, csv(['c 3,HELPLINE,P-7,WOMAN,THREAT,no']))).end.rowsMade).toBe(1);
  const { data } = await manager.query(days);
  const found = (data.cases.edges as { node: Found }[]).map(({ node }) => node.survivor?.cases.totalCount);
  expect(found.filter((count) => count === 3)).toHaveLength(3);
});
