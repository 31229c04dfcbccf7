/**
 * Every mutation, done as it can be done: null wherever the schema says that it may be, twice at once with the version
 * that both have seen, and with whatever its caller may not read in the answer. What can be done is found once for each,
 * by trying it and taking it back.
 */
import { randomUUID } from 'node:crypto';
import { getNamedType, getNullableType, isInputObjectType, isListType, type GraphQLInputObjectType } from 'graphql';
import { accountOf } from '../support/access-matrix';
import { HeldAdmin } from '../support/admin';
import { atOnce } from '../support/at-once';
import type { Problem } from '../../src/base/problem';
import { startApp, type Answer, type Client, type TestApp } from '../support/app';
import { differences } from '../../src/domain/casework/work-list/work-item.refresh';
import { findDoer, ofRegion, prepare, succeeded } from '../support/doing';
import { home, matrix, roles, told } from '../support/policy-actors';
import { sweepNow } from '../support/sweep-now';
import { checkCounts } from '../../src/installation/indicators';
import { findInput, noId, OwnRecords, type Effort } from '../support/reach';
import { answered, rehearsal, type Rehearse } from '../support/rehearsal';
import { isRequired, leaf, thingNamed, type OutputField } from '../support/walk';
import {
  domainMutations,
  fillInput,
  inputTypeOf,
  mutationDocument,
  mutationNamed,
  payloadThing,
  startsWith,
  type InputValue,
  type Path,
} from '../support/walk-input';

let api: TestApp;
let admin: HeldAdmin;
beforeAll(async () => {
  api = await startApp();
  admin = new HeldAdmin(api.database);
  await prepare(api, home);
  await prepareMore();
});
afterAll(async () => {
  await admin?.end();
  await api?.close();
});

/** Does something with the first record that it can be done with. */
async function doSomewhere(name: string, account: string): Promise<void> {
  const mutation = mutationNamed(name);
  const own = new OwnRecords(await api.as(account, home));
  const done = await findInput({ mutation, towards: noId, own, arrived: succeeded(mutation) }, randomUUID);
  if (!done) throw new Error(`${account} has nothing for ${name}`);
}

/** What needs two people, or a decision after another. */
async function prepareMore(): Promise<void> {
  await doSomewhere('askToOpenCase', 'case-manager').catch(async () => {
    await doSomewhere('restrictCase', 'case-manager');
    await doSomewhere('askToOpenCase', 'case-manager');
  });
}

interface Doable {
  readonly account: string;
  readonly client: Client;
  readonly own: OwnRecords;
  readonly input: InputValue;
  readonly rehearse: Rehearse;
}

/** What can be done with a mutation, by the first account that can; with more to do it with where nothing is left. */
async function doable(mutation: OutputField): Promise<Doable> {
  const makeMore = async (): Promise<void> => {
    await prepare(api, home);
    await prepareMore();
  };
  const found = await findDoer(mutation, (account, effort) => find(mutation, account, effort), makeMore);
  if (!found) throw new Error(`${mutation.name} cannot be done with the demo data`);
  return found;
}

async function find(mutation: OutputField, account: string, effort: Effort): Promise<Doable | undefined> {
  const { name } = mutation;
  const client = await api.as(account, home);
  const own = new OwnRecords(client);
  const rehearse = await rehearsal(api, name, `${account}@${home}.demo`);
  const attempt = async (input: InputValue): Promise<Answer> => answered(name, await rehearse(input));
  const make = await findInput(
    { mutation, towards: noId, own, effort, arrived: succeeded(mutation), attempt },
    randomUUID,
  );
  return make && { account, client, own, input: make(''), rehearse };
}

/** They find their record by a number that no walk knows: their own tests do it. */
const byNumber = ['recordLetterReply', 'nameOutsideSupervisor'];
const mutations = domainMutations()
  .filter(({ name }) => ![...byNumber, ...ofRegion].includes(name))
  .map((mutation) => [mutation.name, mutation] as const);

/** A part of an input: where it stands, and what it takes. */
interface Part {
  readonly path: Path;
  readonly type: GraphQLInputObjectType;
}

function partsOf(type: GraphQLInputObjectType, path: Path = []): Part[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (!isInputObjectType(named) || named.isOneOf) return [];
    const here: Path = isListType(getNullableType(field.type)) ? [...path, field.name, 0] : [...path, field.name];
    return [{ path: here, type: named }, ...partsOf(named, here)];
  });
}

const nulls = (type: GraphQLInputObjectType): InputValue =>
  Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => !isRequired(field.type))
      .map(({ name }) => [name, null]),
  );

const within = (value: unknown, [first, ...rest]: Path, added: InputValue): unknown => {
  if (first === undefined) return { ...added, ...(value as InputValue) };
  if (typeof first === 'number') return (value as unknown[]).map((one) => within(one, rest, added));
  return { ...(value as InputValue), [first]: within((value as InputValue)[first], rest, added) };
};

/** What is told of a record that somebody else was faster with: changed, taken out, or out of sight since. */
const late = ['VERSION_CONFLICT', 'VOIDED', 'NOT_FOUND'];

const shown = (problems: readonly { readonly code: string; readonly path: readonly string[] }[]): string[] =>
  problems.map(({ code, path }) => `${code} ${path.join('.')}`);

describe.each(mutations)('%s', (name, mutation) => {
  let found: Doable;
  beforeAll(async () => {
    found = await doable(mutation);
  });

  it('takes null for what may be left out: as if it was, to empty it, or says that it is never empty', async () => {
    const { input, rehearse } = found;
    const type = inputTypeOf(mutation);
    // What a record has may be needed by what else it has: that it was to be emptied is then told where it was.
    const isOdd = ({ code, path, message }: Problem): boolean =>
      !('id' in input && 'expectedVersion' in input && nullable.has(path.at(-1) ?? '')) ||
      code === 'NOT_FOUND' ||
      /must not be empty/.test(message);
    const nullable = new Set(
      [type, ...partsOf(type).map((part) => part.type)].flatMap((one) => Object.keys(nulls(one))),
    );
    for (const field of Object.keys(nulls(type))) {
      const { [field]: _, ...others } = input;
      const without = shown((await rehearse(others)).filter(isOdd));
      const withNull = await rehearse({ ...others, [field]: null });
      expect([field, shown(withNull.filter(isOdd))]).toEqual([field, without]);
    }
    for (const { path, type: part } of partsOf(type)) {
      const filled = await withPart(path);
      const without = shown((await rehearse(filled)).filter(isOdd));
      const withNulls = await rehearse(within(filled, path, nulls(part)) as InputValue);
      expect([path.join('.'), shown(withNulls.filter(isOdd))]).toEqual([path.join('.'), without]);
    }
  });

  /** The input that can be done, with this part of it and what the part cannot be without. */
  async function withPart(path: Path): Promise<InputValue> {
    const { input, own } = found;
    const [top] = path as [string];
    const targets = new Set<string>();
    const optional = (at: Path): boolean => startsWith(path, at);
    fillInput(mutation, { id: (target) => targets.add(target), optional });
    const records = new Map<string, string | undefined>();
    for (const target of targets) if (target) records.set(target, (await own.of(target))[0]?.id);
    const filled = fillInput(mutation, { id: (target) => records.get(target) ?? randomUUID(), optional });
    return { ...input, [top]: filled[top] };
  }

  it('of two at once with one version does exactly one, which does not look failed', async () => {
    const { account, client, input } = found;
    const document = mutationDocument(mutation, selectionOf(mutation, account));
    const isVersioned = 'expectedVersion' in input;
    const send = (): Promise<Answer> => client.query(document, { input: { ...input, idempotencyKey: randomUUID() } });
    const answers = isVersioned ? await atOnce(api.database, admin, home, [send, send]) : [await send()];
    const payloads = answers.map(({ data }) => data[name] as Payload);
    const done = answers.filter((_, at) => !payloads[at]?.problems.some(({ code }) => code !== 'RECORD_OUT_OF_SIGHT'));
    expect([done.length, payloads.map(({ problems }) => shown(problems))]).toEqual([1, expect.anything()]);
    const others = payloads.flatMap(({ problems }) => problems).filter(({ code }) => code !== 'RECORD_OUT_OF_SIGHT');
    expect(others.map(({ code }) => (late.includes(code) ? 'late' : code))).toEqual(isVersioned ? ['late'] : []);
    const [{ data, errors }] = done as [Answer];
    const payload = data[name] as Payload;
    const record = payload[payloadThing(mutation)?.field ?? ''];
    expect([record === null, shown(payload.problems)]).toEqual([
      record === null,
      record ? [] : ['RECORD_OUT_OF_SIGHT '],
    ]);
    expect(told(errors).map(({ code }) => code)).toEqual(errors.map(() => 'FORBIDDEN'));
  });

  interface Payload {
    readonly problems: readonly { readonly code: string; readonly path: readonly string[] }[];
    readonly [field: string]: unknown;
  }

  /** The record, with every field of it and of what it links to that the account's role may not read. */
  function selectionOf(mutation: OutputField, account: string): string {
    const role = roles.find((one) => account.replace(/-\d$/, '') === accountOf(one)) ?? '';
    const thing = thingNamed(payloadThing(mutation)?.thing ?? '');
    const denied = (name: string): string =>
      Object.values(thingNamed(name).type.getFields())
        .filter((field) => !matrix.reads(role, name, field.name))
        .map(leaf)
        .join(' ');
    const links = thing.links
      .filter(({ name }) => matrix.reads(role, thing.name, name))
      .map(({ name, target }) => `${name} { id ${denied(target)} }`);
    return ['id version', denied(thing.name), ...links].join(' ');
  }
});

describe('afterwards', () => {
  it('the work lists hold what would be derived anew from all there is', async () => {
    const { text, values } = differences();
    expect(await admin.rows(text, [...values], home)).toEqual([]);
  });

  it('whatever is counted follows from what is recorded', async () => {
    while ((await sweepNow(api, home, 'countIndicators')) ?? 1);
    expect(await checkCounts(api.database.admin, home.toUpperCase())).toEqual([]);
  });
});
