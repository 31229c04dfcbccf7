/** Role by mutation: who has no cell in `schema/access.md` is refused, who has one gets past the guard. */
import { randomUUID } from 'node:crypto';
import { getNamedType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import '../../src/domain/all';
import { allActions } from '../../src/model/action';
import type { Input } from '../../src/model/input';
import type { Client, TestApp } from '../support/app';
import { accountsFor, ofRegion } from '../support/doing';
import { startApp } from '../support/outside';
import { actorOf, denial, matrix, roles, told } from '../support/policy-actors';
import { fieldsOfType, type OutputField } from '../support/walk';
import {
  domainMutations,
  fillInput,
  inputTypeOf,
  mutationDocument,
  startsWith,
  type Path,
} from '../support/walk-input';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api?.close());

const mutations = domainMutations();

/** Ids of nothing: whatever gets past the guard finds nothing to change. */
const harmless = (mutation: OutputField, optional?: (path: Path) => boolean) =>
  fillInput(mutation, { id: () => randomUUID(), optional });

/** About accounts of colleagues, which are no thing of a country: tests of their own hold them. */
const aboutAccounts = ['issuePasswordResetCode'];

it('every mutation stands in the matrix, and those without a class are about the caller alone', () => {
  const rows = [...(matrix.types.get('Mutation')?.values() ?? [])];
  expect(rows.map(({ field }) => field).sort()).toEqual(
    fieldsOfType('Mutation')
      .map(({ name }) => name)
      .sort(),
  );
  const personal = rows.filter(({ dataClass }) => dataClass === null).map(({ field }) => field);
  expect(mutations.map(({ name }) => name).filter((name) => personal.includes(name))).toEqual([]);
  expect(mutations.length + personal.length + aboutAccounts.length).toBe(rows.length);
  expect(rows.map(({ field }) => field)).toEqual(expect.arrayContaining(aboutAccounts));
});

it('what no account of a country may do is known, and held by tests of its own', () => {
  const apart = mutations.filter((mutation) => accountsFor(mutation).length === 0).map(({ name }) => name);
  expect(apart).toEqual(ofRegion);
});

it('nobody who is signed out gets through', async () => {
  for (const mutation of mutations) {
    const { status, data, errors } = await api.anyone.query(mutationDocument(mutation, 'id'), {
      input: harmless(mutation),
    });
    expect([mutation.name, status, data, errors.map(({ extensions }) => extensions.code)]).toEqual([
      mutation.name,
      401,
      undefined,
      ['UNAUTHENTICATED'],
    ]);
  }
});

/** A part of an input that belongs to a data class of its own. */
interface Part {
  readonly path: Path;
  readonly coordinate: string;
  readonly dataClass: string;
}

function partsOf(type: GraphQLInputObjectType, path: Path = []): Part[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const nested = getNamedType(field.type);
    if (!isInputObjectType(nested)) return [];
    const here = [...path, field.name];
    if (!classes.has(nested.name)) throw new Error(`${nested.name} is declared by nothing`);
    const dataClass = classes.get(nested.name);
    const own = dataClass ? [{ path: here, coordinate: `${type.name}.${field.name}`, dataClass }] : [];
    return [...own, ...partsOf(nested, here)];
  });
}

const declared = (input: Input): Input[] => [
  input,
  ...[...input.fields.values()].flatMap(({ part }) => (part ? declared(part) : [])),
];

/** The class that each input writes. */
const classes = new Map(
  [...allActions.values()].flatMap(({ input }) => declared(input)).map(({ name, thing }) => [name, thing?.dataClass]),
);

describe.each(roles)('%s', (role) => {
  let client: Client;
  beforeAll(async () => {
    client = await actorOf(api, role);
  });

  const writes = (mutation: OutputField): boolean =>
    (matrix.row('Mutation', mutation.name).cells.get(role)?.write ?? null) !== null;
  const named = (some: readonly OutputField[]): [string, OutputField][] =>
    some.map((mutation) => [mutation.name, mutation]);
  const open = named(mutations.filter(writes));
  const closed = named(mutations.filter((mutation) => !writes(mutation)));

  it.each(closed)('may not %s', async (name, mutation) => {
    const { data, errors } = await client.query(mutationDocument(mutation, 'id'), { input: harmless(mutation) });
    expect([data, told(errors)]).toEqual([{ [name]: null }, [denial('Mutation', name)]]);
  });

  if (open.length > 0) {
    it.each(open)('may %s', async (name, mutation) => {
      const { data, errors } = await client.query(mutationDocument(mutation, 'id'), { input: harmless(mutation) });
      expect(errors.filter(({ extensions }) => extensions.coordinate === `Mutation.${name}`)).toEqual([]);
      expect(data[name]).toEqual(expect.objectContaining({ problems: expect.any(Array) }));
    });
  }

  const parts = mutations.filter(writes).flatMap((mutation) => {
    const all = partsOf(inputTypeOf(mutation));
    return all.map((part) => ({ mutation, part, around: all.filter(({ path }) => startsWith(part.path, path)) }));
  });
  const titled = parts.map((one) => [`${one.mutation.name} with ${one.part.path.join('.')}`, one] as const);

  if (titled.length > 0) {
    it.each(titled)('%s: only with a right to write its class', async (_name, { mutation, part, around }) => {
      const input = harmless(mutation, (here) =>
        startsWith(
          part.path,
          here.filter((step) => typeof step === 'string'),
        ),
      );
      const { data, errors } = await client.query(mutationDocument(mutation, 'id'), { input });
      const refused = around.find(({ dataClass }) => !matrix.classCell(dataClass, role).write);
      if (!refused) {
        expect(errors.filter(({ extensions }) => extensions.code === 'FORBIDDEN')).toEqual([]);
        return;
      }
      const { coordinate, dataClass } = refused;
      const readableBy = roles.filter((other) => matrix.classCell(dataClass, other).write);
      expect([data, told(errors)]).toEqual([
        { [mutation.name]: null },
        [{ code: 'FORBIDDEN', coordinate, dataClass, readableBy }],
      ]);
    });
  }
});
