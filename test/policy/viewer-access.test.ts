/** `viewer.access`: what an account is told of a type is what it meets when it reads and writes. */
import '../../src/domain/all';
import { allActions } from '../../src/model/action';
import { allThings, codesOf } from '../../src/model/thing';
import type { Client, TestApp } from '../support/app';
import { sharedApp } from '../support/outside';
import { actorOf, matrix, roles } from '../support/policy-actors';
import { inputTypeOf, mutationNamed } from '../support/walk-input';
import {
  getNamedType,
  isInputObjectType,
  isRequiredInputField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
} from 'graphql';

let api: TestApp;
beforeAll(async () => {
  api = await sharedApp();
});
afterAll(() => api?.close());

/** For each role the places that it is told of (`mutation path`), with the type whose field is written there. */
const told = new Map<string, Map<string, string>>();
const everybody = (): Map<string, string> => new Map([...told.values()].flatMap((places) => [...places]));

beforeAll(async () => {
  for (const role of roles) {
    const client = await actorOf(api, role);
    const places = new Map<string, string>();
    for (const type of allThings.keys()) {
      for (const { writtenBy } of await accessTo(client, type))
        for (const { mutation, path } of writtenBy) places.set(`${mutation} ${path.join('.')}`, type);
    }
    told.set(role, places);
  }
});

interface Shown {
  readonly field: string;
  readonly dataClass: string | null;
  readonly read: boolean;
  readonly write: boolean;
  readonly writtenBy: readonly { mutation: string; path: readonly string[]; required: boolean }[];
  readonly maxLength: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly codes: readonly string[] | null;
  readonly because: string;
}
const document = `query ($type: String!) { viewer { access(type: $type) { field dataClass read write
  writtenBy { mutation path required } maxLength minimum maximum codes because } } }`;

async function accessTo(client: Client, type: string): Promise<readonly Shown[]> {
  const { data, errors } = await client.query(document, { type });
  expect(errors).toEqual([]);
  return (data as { viewer: { access: readonly Shown[] } }).viewer.access;
}

/** The place in the input of a mutation, as the schema has it. */
function inputAt(mutation: string, path: readonly string[]): GraphQLInputField {
  const [last, ...before] = [...path].reverse();
  let type = inputTypeOf(mutationNamed(mutation));
  for (const name of before.reverse()) {
    const inner = getNamedType(type.getFields()[name]?.type);
    if (!isInputObjectType(inner)) throw new Error(`${mutation} has no ${path.join('.')}`);
    type = inner;
  }
  const found = type.getFields()[last ?? ''];
  if (!found) throw new Error(`${mutation} has no ${path.join('.')}`);
  return found;
}

/** Every place of an input that takes a value; lists without positions. */
const leaves = (type: GraphQLInputObjectType): string[][] =>
  Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    return isInputObjectType(inner) ? leaves(inner).map((path) => [field.name, ...path]) : [[field.name]];
  });

describe.each(roles)('%s', (role) => {
  let client: Client;
  beforeAll(async () => {
    client = await actorOf(api, role);
  });

  it('is told of every field as the matrix says, and of mutations that are open to it and have the place', async () => {
    for (const type of allThings.keys()) {
      for (const { field, dataClass, read, write, writtenBy } of await accessTo(client, type)) {
        const row = matrix.row(type, field);
        const cell = row.cells.get(role);
        expect([type, field, dataClass, read]).toEqual([type, field, row.dataClass, Boolean(cell?.read)]);
        const may = matrix.classCell(allThings.get(type)!.dataClass, role).write !== null;
        expect([type, field, write]).toEqual([type, field, writtenBy.length > 0]);
        if (write) expect([type, field, may]).toEqual([type, field, true]);
        for (const { mutation, path, required } of writtenBy) {
          expect([mutation, Boolean(matrix.row('Mutation', mutation).cells.get(role)?.write)]).toEqual([
            mutation,
            true,
          ]);
          expect([mutation, path, required]).toEqual([mutation, path, isRequiredInputField(inputAt(mutation, path))]);
        }
      }
    }
  });

  it('is told of every place where its mutations take a value of a class that it may write', () => {
    const own = new Set(told.get(role)!.keys());
    const missing = [...everybody()].filter(([place, type]) => {
      const [mutation = ''] = place.split(' ');
      const { dataClass } = allThings.get(type)!;
      const may = matrix.row('Mutation', mutation).cells.get(role)?.write && matrix.classCell(dataClass, role).write;
      return may && !own.has(place);
    });
    expect(missing).toEqual([]);
  });

  it('is told of its mutations', async () => {
    for (const { field, write } of await accessTo(client, 'Mutation')) {
      if (!allActions.has(field)) continue;
      expect([field, write]).toEqual([field, Boolean(matrix.row('Mutation', field).cells.get(role)?.write)]);
    }
  });
});

it('tells somebody of every place of an input, but for what is no value of a record', () => {
  const places = everybody();
  const untold = [...allActions.keys()].flatMap((mutation) =>
    leaves(inputTypeOf(mutationNamed(mutation))).filter((path) => !places.has(`${mutation} ${path.join('.')}`)),
  );
  const ofEvery = ['idempotencyKey', 'id', 'expectedVersion'];
  const names = new Set(untold.map((path) => path.at(-1) ?? '').filter((name) => !ofEvery.includes(name)));
  const records = [
    'allegedPerpetratorId',
    'attachmentId',
    'caseId',
    'caseNoteId',
    'complaintId',
    'followUpId',
    'fromId',
    'incidentId',
    'plannedActionId',
    'serviceDeliveryId',
    'serviceNeedId',
    'serviceSessionId',
    'serviceSlipId',
  ];
  const ofFiles = ['dataSet', 'document', 'mapping', 'periods', 'sent', 'variables'];
  const others = ['displayId', 'draft', 'hours', 'overrideReason', 'reason', 'response', 'stage', ...ofFiles];
  expect([...names].sort()).toEqual([...records, ...others].sort());
});

it('tells lengths, limits and codes as they are checked', async () => {
  const client = await actorOf(api, 'CASE_MANAGER');
  const byField = async (type: string): Promise<Map<string, Shown>> =>
    new Map((await accessTo(client, type)).map((each) => [each.field, each]));
  const demographics = await byField('SurvivorDemographics');
  expect(demographics.get('birthYear')).toMatchObject({ minimum: 1900, maximum: 2100, maxLength: null, codes: null });
  expect(demographics.get('nationality')).toMatchObject({ maxLength: 2 });
  expect(demographics.get('exchangesSexForMoneyOrGoods')?.writtenBy).toEqual(
    expect.arrayContaining([
      { mutation: 'registerCase', path: ['survivor', 'demographics', 'exchangesSexForMoneyOrGoods'], required: true },
      { mutation: 'updateSurvivor', path: ['demographics', 'exchangesSexForMoneyOrGoods'], required: false },
    ]),
  );
  const cases = await byField('Case');
  expect(cases.get('owner')?.writtenBy).toEqual([{ mutation: 'assignCase', path: ['ownerId'], required: true }]);
  expect(cases.get('status')).toMatchObject({
    write: false,
    writtenBy: [],
    because: expect.stringContaining('Write: nothing'),
  });
  const status = allThings.get('Case')?.attributes.get('status');
  expect(cases.get('status')?.codes).toEqual(status && codesOf(status.type)?.codes);
  expect((await byField('CaseNote')).get('text')).toMatchObject({ maxLength: 10_000 });
});
