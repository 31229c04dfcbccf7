/**
 * Finds an input that reaches one id of a mutation: everything else in it is the actor's own and in the right state, so
 * that the mutation comes as far as looking for that id. Tries the actor's records and optional fields in turn.
 */
import type { Answer, Client } from './app';
import { listAll, type Shown } from './records';
import { thingNamed, type OutputField } from './walk';
import {
  fillInput,
  mutationDocument,
  mutationNamed,
  nextMonth,
  adjustments,
  startsWith,
  type Adjustment,
  type Filling,
  type IdCoordinate,
  type InputValue,
  type Path,
} from './walk-input';

/** An input with a hole in it. */
export type WithId = (id: string) => InputValue;

/** What tells records of a thing apart for a mutation: the state that it stands in, whom it is about or open to, what it offers. */
const statusFields = ['status', 'stage', 'decision'];
const kindFields = ['anonymous', 'restrictionReason', 'partnerRole', 'services'];
/** How many records are tried: of each state, of each kind in a state, and of what has no states. */
const perStatus = 4;
const perKind = 3;
const withoutStatus = 16;
const manyTries = 800;

/** The actor's own records, of every state some, those that differ most first. */
export class OwnRecords {
  readonly #found = new Map<string, Promise<readonly Shown[]>>();

  constructor(readonly client: Client) {}

  of(target: string): Promise<readonly Shown[]> {
    const found = this.#found.get(target) ?? this.#list(target);
    this.#found.set(target, found);
    return found;
  }

  async #list(target: string): Promise<readonly Shown[]> {
    const thing = thingNamed(target);
    const names = (of: readonly string[]): string[] =>
      thing.values.filter(({ name }) => of.includes(name)).map(({ name }) => name);
    const [status, kinds] = [names(statusFields), names(kindFields)];
    const all = (await listAll(this.client, thing, `id version ${[...status, ...kinds].join(' ')}`)) ?? [];
    const groups = new Map<unknown, Shown[]>();
    for (const record of all) {
      const key = [...status, ...kinds].map((name) => String(record[name])).join();
      groups.set(key, [...(groups.get(key) ?? []), record]);
    }
    const most = kinds.length > 0 ? perKind : status.length > 0 ? perStatus : withoutStatus;
    return Array.from({ length: most }, (_, nth) => [...groups.values()].flatMap((group) => group[nth] ?? [])).flat();
  }
}

/** How hard an input is looked for: as it is; with one thing otherwise at most; or with two, which are many more. */
export type Effort = 'least' | 'little' | 'much';
export const efforts: readonly Effort[] = ['little', 'much'];

/** What to try otherwise: nothing and each one thing alone, then pairs. */
function* variations(all: readonly Adjustment[], hard: readonly Effort[]): Generator<readonly Adjustment[]> {
  if (!hard.every((effort) => effort === 'much')) yield [];
  if (hard.includes('little')) for (const one of all) yield [one];
  if (hard.includes('much'))
    for (const [at, one] of all.entries()) for (const two of all.slice(at + 1)) yield [one, two];
}

/** For a mutation that is to be done, with no id under test. */
export const noId: Path = ['none'];

export interface Search {
  readonly mutation: OutputField;
  /** Where the id under test stands; `noId` when there is none. */
  readonly towards: Path;
  /** Idempotency key of every try; a new one each time when left out. */
  readonly key?: string;
  readonly own: OwnRecords;
  /** Little, then much, when left out. */
  readonly effort?: Effort;
  /** How an input is tried: it is sent, unless said otherwise. */
  readonly attempt?: (input: InputValue) => Promise<Answer>;
  /** What is filled in every try. */
  readonly always?: readonly Adjustment[];
  /** What else the answer shows of the record. */
  readonly selection?: string;
  readonly arrived: (answer: Answer) => boolean;
}

/** An input with a hole where the id under test goes; undefined when none was found that arrives. */
export async function findInput(search: Search, tested: () => string): Promise<WithId | undefined> {
  const { mutation, towards, own, selection, arrived, always = [], effort } = search;
  const document = mutationDocument(mutation, selection);
  const attempt = search.attempt ?? ((input) => own.client.query(document, { input }));
  let tries = 0;
  for (const more of variations(adjustments(mutation, towards), effort ? [effort] : efforts)) {
    const varied = [...always, ...more];
    const records = await recordsFor(search, varied);
    for (let nth = 0; nth < Math.max(1, ...records.map(({ found }) => found.length)); nth++) {
      if (tries++ > manyTries) return undefined;
      const make = inputWith(search, varied, records, nth);
      if (arrived(await attempt(make(tested())))) return make;
    }
  }
  return undefined;
}

interface Needed {
  readonly path: string;
  readonly found: readonly Shown[];
}

/** The own records that an input needs beside the id under test. */
async function recordsFor({ mutation, towards, own }: Search, varied: readonly Adjustment[]): Promise<Needed[]> {
  const needed = new Map<string, string>();
  fillInput(mutation, { id: (target, path) => needed.set(path.join(), target), ...filled(towards, varied) });
  needed.delete(towards.join());
  return Promise.all([...needed].map(async ([path, target]) => ({ path, found: target ? await own.of(target) : [] })));
}

/** Which fields are filled, and with what codes: those on the way to the id under test, and what is varied. */
function filled(towards: Path, varied: readonly Adjustment[]): Pick<Filling, 'optional' | 'code'> {
  const found = (path: Path): Adjustment | undefined => varied.find((one) => one.path.join() === path.join());
  return {
    optional: (path) => startsWith(towards, path) || found(path) !== undefined,
    code: (path) => found(path)?.code,
  };
}

function inputWith(
  { mutation, towards, key }: Search,
  varied: readonly Adjustment[],
  records: readonly Needed[],
  nth: number,
): WithId {
  const chosen = new Map(
    records.map(({ path, found }, at) => [path, found[(nth * (at + 1)) % Math.max(1, found.length)]]),
  );
  // What is taken out is named by its thing: its version goes with it.
  const about = chosen.get('id') ?? (mutation.name.startsWith('void') ? [...chosen.values()][0] : undefined);
  let month: string | undefined; // The same whenever the input is made again: a repeated one must be.
  return (id) => ({
    ...fillInput(mutation, {
      id: (_target, path) => (path.join() === towards.join() ? id : chosen.get(path.join())?.id),
      version: about?.version as number | undefined,
      period: () => (month ??= nextMonth()),
      ...filled(towards, varied),
    }),
    ...(key && { idempotencyKey: key }),
  });
}

/** The answer of a mutation that came as far as looking for the id under test, and found nothing. */
export const foundNothingAt =
  (mutation: string, path: Path) =>
  (answer: Answer): boolean => {
    const problems = answer.data?.[mutation]?.problems as { code: string; path: string[] }[] | undefined;
    return (
      answer.errors.length === 0 &&
      problems?.length === 1 &&
      problems[0]?.code === 'NOT_FOUND' &&
      problems[0].path.join() === path.map(String).join()
    );
  };

export const nameOf = ({ mutation, path }: IdCoordinate): string => `${mutation} ${path.join('.')}`;
export const mutationOf = ({ mutation }: IdCoordinate): OutputField => mutationNamed(mutation);
